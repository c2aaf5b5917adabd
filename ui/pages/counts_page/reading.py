# SPDX-License-Identifier: Apache-2.0
"""What the tab Salin stands on, read beside the window: who may copy, which races, which villages, one form."""

from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import places
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    areas,
    candidates,
    count_drafts,
    count_entry,
    count_keys,
    count_rules,
    elections,
    stations,
)
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk

Named = tuple[tuple[str, str], ...]
"""Codes with their names."""


@dataclass(frozen=True, slots=True)
class Basics:
    """`trouble`: why nothing is copied here (title, words), () where it is. `races`: code and short name; `second`:
    those that two people copy; `lock`: what is whole is not altered any more; `first`: the village of the first TPS;
    `ready`: the races whose candidates are known there.
    """

    trouble: tuple[str, str] | tuple[()]
    races: Named = ()
    labels: Named = ()
    second: frozenset[str] = frozenset()
    lock: bool = False
    districts: Named = ()
    first: str = ""
    ready: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """One form as it is shown: the sheet (None without candidates), its title, what was typed before and not saved."""

    subject: str
    race: str
    sheet: count_entry.Sheet | None
    title: str
    draft: count_drafts.Draft | None


def basics(desk: Desk) -> Basics:
    """Read what the tab stands on."""
    trouble = _trouble(desk)
    if trouble:
        return Basics(trouble)
    held, event = count_rules.rules(desk), elections.working_event(desk)
    by_code = {one.code: one for one in event.races}
    shown = [by_code[code] for code in held.races if code in by_code]
    ids = stations.station_ids(desk)
    rows = stations.station_rows(desk, [ids[0]]) if len(ids) else []
    first = places.parse(rows[0].subject).code if rows and rows[0] is not None else ""
    return Basics(
        (),
        tuple((one.code, one.short) for one in shown),
        tuple((one.code, one.label) for one in shown),
        held.second_entry,
        held.lock,
        tuple((one.code, one.name) for one in areas.districts(desk)),
        first,
        tuple(one.code for one in shown if candidates.of_race(desk, one.code, first[:8] or desk.identity.place)),
    )


def villages(desk: Desk, district: str) -> Named:
    """The villages of a kecamatan."""
    return tuple((one.code, one.name) for one in areas.villages(desk, district))


def form(desk: Desk, subject: str, race: str) -> Read:
    """Read one form. Raises Refused."""
    title = finding.full_labels(desk, [subject]).get(subject, subject)
    if not candidates.of_race(desk, race, places.parse(subject).code[:8]):
        return Read(subject, race, None, title, None)
    sheet = count_entry.sheet(desk, subject, race)
    return Read(subject, race, sheet, title, count_drafts.one(desk, subject, race))


def _trouble(desk: Desk) -> tuple[str, str] | tuple[()]:
    if desk.identity.level not in (places.Level.REGENCY.value, places.Level.DISTRICT.value):
        return (
            _("Kantor ini tidak menyalin C.HASIL"),
            _(
                "Formulir disalin oleh kantor kecamatan dan kabupaten/kota. Angkanya tersegel bagi kabupaten/kota; "
                "kantor ini tidak dapat membacanya."
            ),
        )
    if Right.ENTER not in count_keys.rights(desk):
        return (_("Akun ini tidak menyalin C.HASIL"), _("Penyalinan dilakukan operator, pemeriksa, atau admin kantor."))
    if not (desk.present or desk).operator.secret:
        return (
            _("Masuk dengan nama dan kata sandi Anda sendiri"),
            _(
                "Kantor ini dibuka dengan lembar pemulihan. Yang disalin disegel dengan kunci akun Anda, jadi Anda "
                "harus masuk dengan kata sandi sendiri."
            ),
        )
    return ()
