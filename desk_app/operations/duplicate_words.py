# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda in words: each record as a person tells it from the others, why it is asked about, what was said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desk_app.base.text import _, ngettext
from desk_app.data import authors, team_list
from desk_app.data import duplicates as kept_rows
from desk_app.domain import duplicates as rules
from desk_app.domain import people, records, teams, words
from desk_app.operations import accounts, duplicates, issue_secrecy, settings, values
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Card:
    """One record: its number ("" where it has none), what it is called, and its facts as (label, value)."""

    no: int
    number: str
    title: str
    facts: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Number and title in one line."""
        return " · ".join(part for part in (self.number, self.title) if part)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Records that look like one, in words; `merging`, `renumbering`: what would settle it besides *bukan ganda*."""

    key: tuple[int, ...]
    kind: str
    kind_label: str
    cards: tuple[Card, ...]
    reasons: str
    merging: bool
    renumbering: bool

    @property
    def title(self) -> str:
        """All of them in one line: their numbers, and what the first one says; names where there are no numbers."""
        numbers = " ⇄ ".join(dict.fromkeys(card.number for card in self.cards if card.number))
        if numbers:
            return " · ".join(part for part in (numbers, self.cards[0].title) if part)
        return " ⇄ ".join(dict.fromkeys(card.title for card in self.cards))


@dataclass(frozen=True, slots=True)
class Settled:
    """What was said of two records, in words. `record`, `merged`: as in `duplicates.Said`."""

    record: int
    merged: bool
    kind_label: str
    title: str
    words: str


def waiting(desk: Desk) -> list[Doubt]:
    """Every group that waits for a word."""
    found = duplicates.clashes(desk)
    cards = _cards(desk, ((one.kind, no) for one in found for no in one.group.records))
    return [
        Doubt(
            key=one.key,
            kind=one.kind,
            kind_label=_(records.NAMES[one.kind].label),
            cards=tuple(cards[no] for no in one.group.records if no in cards),
            reasons=" · ".join(_(rules.REASON_WORDS[reason]) for reason in one.group.reasons),
            merging=one.merging,
            renumbering=one.renumbering,
        )
        for one in found
    ]


def settled(desk: Desk) -> list[Settled]:
    """What was merged, and what was said to be two; each can be taken back."""
    found = duplicates.said(desk)
    cards = _cards(desk, ((one.kind, no) for one in found for no in (one.one, one.other)))
    made = []
    for one in found:
        if one.one not in cards or one.other not in cards:
            continue
        first, second = cards[one.one], cards[one.other]
        if one.merged:
            title, said = second.name, _("digabung ke {name}").format(name=first.name)
        else:
            title, said = f"{first.name} ⇄ {second.name}", _("bukan ganda")
        made.append(Settled(one.record, one.merged, _(records.NAMES[one.kind].label), title, said))
    return sorted(made, key=lambda one: (one.kind_label, one.title))


def todo_words(count: int) -> str:
    """ "2 catatan ganda perlu diperiksa"."""
    words_ = ngettext("{count} catatan ganda perlu diperiksa", "{count} catatan ganda perlu diperiksa", count)
    return words_.format(count=count)


def _cards(desk: Desk, named: Iterable[tuple[str, int]]) -> dict[int, Card]:
    by_kind: dict[str, set[int]] = {}
    for kind, no in named:
        by_kind.setdefault(kind, set()).add(no)
    if not by_kind:
        return {}
    with desk.reading() as connection:
        held = {kind: kept_rows.rows(connection, records.NAMES[kind], numbers) for kind, numbers in by_kind.items()}
        written = authors.of_changes(connection, {no for numbers in by_kind.values() for no in numbers})
        hidden = issue_secrecy.hidden(desk, connection, held.get("issue", {}).values())
        follow_ups = kept_rows.follow_ups(connection, by_kind.get("issue", ()))
        told_teams = _Teams(team_list.all_teams(connection, settings.event_code(desk)))
    speaker = values.Speaker(desk)
    found: dict[int, Card] = {}
    for kind, rows in held.items():
        for no, row in rows.items():
            facts = [] if no in hidden else _FACTS[kind](speaker, row, told_teams)
            if kind == "issue":
                facts.append((_("Tindak lanjut"), str(follow_ups.get(no, 0))))
            author = written.get(no)
            if author is not None:
                facts.append((_("Ditulis oleh"), " · ".join(part for part in (author.operator, author.office) if part)))
                facts.append((_("Ditulis pada"), speaker.moment(author.at) if author.at else ""))
            number, title = _name(kind, row)
            if no in hidden:
                title = issue_secrecy.listed_title(title, row.category, True)
            found[no] = Card(no, number, title, tuple((label, value) for label, value in facts if value))
    return found


class _Teams:
    """The teams by number, for members."""

    def __init__(self, found: Iterable[team_list.Team]) -> None:
        self._by_no = {one.no: one for one in found}

    def label(self, no: int) -> str:
        return self._by_no[no].label if no in self._by_no else ""

    def size(self, no: int) -> str:
        return str(len(self._by_no[no].present)) if no in self._by_no else ""


def _name(kind: str, row: Any) -> tuple[str, str]:
    """Number and title of a record."""
    match kind:
        case "issue":
            return row.number or "", row.title or ""
        case "team":
            return _team_number(row.number), row.name or ""
        case "member":
            return "", row.person or row.office or ""
    return "", row.name or ""


def _team_number(number: int | None) -> str:
    return f"Tim {teams.roman(number)}" if number else ""


def _of_issue(speaker: values.Speaker, row: Any, _teams: _Teams) -> list[tuple[str, str]]:
    moment = row.happened_at or row.reported_at
    return [
        (_("Tempat"), speaker.place(row.place) if row.place else ""),
        (_("Waktu"), speaker.moment(moment) if moment else ""),
        (_("Kategori"), speaker.value("issue", "category", row.category)),
        (_("Tingkat"), speaker.value("issue", "severity", row.severity)),
        (_("Status"), speaker.value("issue", "state", row.state)),
        (_("Uraian"), row.description or ""),
        (_("Saran penyelesaian"), row.advice or ""),
    ]


def _of_member(_speaker: values.Speaker, row: Any, told: _Teams) -> list[tuple[str, str]]:
    return [
        (_("Jabatan"), row.office or ""),
        (_("Kedudukan dalam tim"), row.role or ""),
        (_("Tim"), told.label(row.team or 0)),
        (_("NIP/NRP"), people.mask_nip(row.nip or "")),
        (_("Instansi"), row.unit or ""),
    ]


def _of_team(speaker: values.Speaker, row: Any, told: _Teams) -> list[tuple[str, str]]:
    return [
        (_("Surat keputusan"), speaker.value("team", "decree", row.decree) if row.decree else ""),
        (_("Anggota"), told.size(row.no)),
        (_("Tugas"), row.duty or ""),
    ]


def _of_operator(_speaker: values.Speaker, row: Any, _teams: _Teams) -> list[tuple[str, str]]:
    role = row.role if row.role in set(accounts.Role) else ""
    return [
        (_("Nomor operator"), str(row.number or "")),
        (_("Peran"), _(accounts.ROLE_LABELS[accounts.Role(role)]) if role else ""),
    ]


_FACTS = {"issue": _of_issue, "member": _of_member, "team": _of_team, "operator": _of_operator}
