# SPDX-License-Identifier: Apache-2.0
"""SK dan SK Perubahan: what stands is a decree with what amends it, and what a letter names as its basis."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.data import team_list
from desk_app.domain import errors, words
from desk_app.operations import teams
from desk_app.operations.desk import Desk
from desk_app.reports import words as paper_words

N_ = words.N_

Decree = team_list.Decree


@dataclass(frozen=True, slots=True)
class Standing:
    """A decree that amends no other, with its amendments, the oldest first; the days for which all of it holds."""

    decree: Decree
    amendments: tuple[Decree, ...]
    period_from: str
    period_to: str

    @property
    def latest(self) -> Decree:
        """The last of them."""
        return self.amendments[-1] if self.amendments else self.decree

    def holds(self, day: str) -> bool:
        """Whether it holds on a day (ISO)."""
        return (not self.period_from or self.period_from <= day) and (not self.period_to or day <= self.period_to)


def standing(desk: Desk) -> list[Standing]:
    """What stands, by the date of the first decree."""
    return of_decrees(teams.structure(desk).decrees)


def of_decrees(decrees: Sequence[Decree]) -> list[Standing]:
    """Decrees put together with what amends them."""
    root = _roots(decrees)
    found = []
    for decree in decrees:
        if root[decree.no] != decree.no:
            continue
        later = tuple(
            sorted(
                (one for one in decrees if root[one.no] == decree.no and one.no != decree.no),
                key=lambda one: (one.date or "9999", one.no),
            )
        )
        whole = (decree, *later)
        found.append(
            Standing(
                decree,
                later,
                next((one.period_from for one in whole if one.period_from), ""),
                next((one.period_to for one in reversed(whole) if one.period_to), ""),
            )
        )
    return found


def basis(decrees: Sequence[Decree], no: int, on: str) -> tuple[Decree, ...]:
    """What a paper of a day (ISO) stands on: a decree and those of its amendments that were there by then.

    `no` 0: the decree that holds on that day, the latest of several.
    """
    whole = of_decrees(decrees)
    root = _roots(decrees)
    if no in root:
        whole = [one for one in whole if one.decree.no == root[no]]
    else:
        dated = [one for one in whole if not one.decree.date or one.decree.date <= on]
        whole = [one for one in dated if one.holds(on)] or dated
    if not whole:
        return ()
    chosen = whole[-1]
    return (chosen.decree, *(one for one in chosen.amendments if not one.date or one.date <= on))


def sentence(found: Sequence[Decree], issuer: str, blank: str = "") -> str:
    """The basis as a letter names it, in official words; "" without a decree.

    `issuer`: whose decree it is where the decree does not say ("Bupati Barito Kuala"). `blank`: what stands where a
    number or a day is not known yet.
    """
    if not found:
        return ""
    first = _named(found[0], issuer, blank)
    if len(found) == 1:
        return first
    last = _named(found[-1], issuer, blank)
    often = "beberapa kali diubah, terakhir" if len(found) > 2 else "diubah"
    return f"{first} sebagaimana telah {often} dengan {last}"


def delete_decree(desk: Desk, no: int) -> None:
    """Take a decree out that nothing stands on. Raises Refused where teams, sections or amendments name it."""
    held = teams.structure(desk)
    named = {one.decree for one in held.teams} | {one.decree for one in held.sections}
    named |= {one.decree for one in held.members}
    if no in named or any(one.amends == no for one in held.decrees):
        raise errors.Refused(N_("SK ini masih menjadi dasar tim, bidang, anggota, atau SK Perubahan."))
    teams.take_decree_out(desk, no)


def _roots(decrees: Iterable[Decree]) -> dict[int, int]:
    """Each decree and the one with which the chain of amendments begins; a circle begins with its lowest number."""
    above = {one.no: one.amends for one in decrees}
    found = {}
    for no in above:
        passed = [no]
        while above.get(passed[-1], 0) in above and above[passed[-1]] not in passed:
            passed.append(above[passed[-1]])
        following = above.get(passed[-1], 0)
        circle = passed[passed.index(following) :] if following in passed else passed[-1:]
        found[no] = min(circle)
    return found


def _named(decree: Decree, issuer: str, blank: str) -> str:
    title = f"Keputusan {decree.issuer or issuer}".strip()
    parts = [title]
    number = decree.number or blank
    day = paper_words.long_date(date.fromisoformat(decree.date)) if decree.date else blank
    if number:
        parts.append(f"Nomor {number}")
    if day:
        parts.append(f"tanggal {day}")
    if decree.subject:
        parts.append(f"tentang {decree.subject}")
    return " ".join(parts)

