# SPDX-License-Identifier: Apache-2.0
"""Versions of the checklist: which there are, what publishing another one changes, files of them in and out.

A kabupaten or kota publishes; until it does, all its offices work by the checklist that the program brings, which
counts as version 1. A published version is never altered (decision 0017).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from desk_app.base import files
from desk_app.data import checklist_versions as kept
from desk_app.data import unit_of_work
from desk_app.domain import checklists, errors, places, records, words
from desk_app.domain.checklists import comparing
from desk_app.operations import elections, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


class Earlier(StrEnum):
    """What becomes of the answers given so far when a version is published."""

    STAY = "stay"
    ALTERED = "altered"
    ALL = "all"


EARLIER_LABELS: dict[Earlier, str] = {
    Earlier.STAY: N_("Isian lama tetap berlaku"),
    Earlier.ALTERED: N_("Isian untuk butir yang pertanyaannya berubah dilihat lagi"),
    Earlier.ALL: N_("Semua isian lama dilihat lagi"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """A version. `minimum`: the oldest under which answers are accepted; `published`: seconds UTC, 0: the program's."""

    version: int
    label: str
    questions: int
    minimum: int
    published: int
    note: str
    current: bool
    outline: checklists.Outline


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in words, and how many answers it touches."""

    words: words.Phrase
    answers: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing would do. `again`: answers to be looked at again; `kept_aside`: to items asked no longer."""

    version: int
    changes: tuple[Change, ...]
    faults: tuple[checklists.faults.Fault, ...]
    again: int
    kept_aside: int
    added: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of any version, by the code of its item; `last`: the last version that asked it."""

    label: str
    label_en: str
    last: int
    phase: int
    kind: checklists.ItemKind
    unit: str


def may_edit(desk: Desk) -> bool:
    """Whether this office publishes checklists (a kabupaten or kota does)."""
    return desk.identity.level == places.Level.REGENCY.value


def versions(desk: Desk, event: str | None = None) -> list[Version]:
    """Every version that this office holds, newest first; the last is the program's own."""
    code = event or settings.event_code(desk)
    regency = places.regency_of(desk.identity.place) or desk.identity.place
    with desk.reading() as connection:
        rows = kept.published(connection, code, regency, elections.CHECKLIST)
    found: list[Version] = []
    for row in rows:
        outline = elections.checklist_outline(row.content)
        if outline is not None:
            found.append(_version(outline, row.version, row.minimum, row.published, row.note, not found))
    shipped = elections.shipped_checklist()
    if all(one.version != shipped.version for one in found):
        found.append(_version(shipped, shipped.version, 0, 0, "", not found))
    return found


def current(desk: Desk) -> Version:
    """The version by which this office works."""
    return versions(desk)[0]


def ever_asked(desk: Desk, event: str | None = None) -> dict[str, Asked]:
    """Every question there ever was, by the code of its item: what was answered keeps its words."""
    chosen = elections.working_event(desk, event)
    found: dict[str, Asked] = {}
    for version in reversed(versions(desk, chosen.code)):
        opened = checklists.for_event(checklists.opened(version.outline), chosen, desk.identity.place)
        for item in opened.items:
            found[item.code] = Asked(item.label, item.label_en, version.version, item.phase, item.kind, item.unit)
    return found


def used_codes(desk: Desk) -> frozenset[str]:
    """The codes of questions of all versions: none is given to another question."""
    return frozenset(question.code for version in versions(desk) for question in version.outline.questions)


def preview(desk: Desk, outline: checklists.Outline, earlier: Earlier = Earlier.ALTERED) -> Preview:
    """What publishing this checklist would change, and for how many answers; nothing is written."""
    now = current(desk)
    found = comparing.compare(now.outline, outline)
    chosen = elections.working_event(desk)
    with desk.reading() as connection:
        given = kept.answers_by_item(connection, chosen.code, desk.identity.place)
    races = tuple(race.code for race in chosen.races)
    again = 0
    changes = [
        Change(words.phrase(N_("Butir baru: {label}"), label=one.label or one.code), 0) for one in found.added
    ]
    changes += [
        Change(words.phrase(N_("Tidak ditanyakan lagi: {label}"), label=one.label), _answers(one, given, races))
        for one in found.removed
    ]
    for one in found.altered:
        said = {f"part{at}": words.phrase(comparing.PART_LABELS[part]) for at, part in enumerate(one.parts)}
        what = words.Phrase(", ".join(f"{{{name}}}" for name in said), said)
        count = _answers(one.before, given, races)
        again += count if one.asks_otherwise else 0
        changes.append(Change(words.phrase(N_("Berubah: {label} ({what})"), label=one.after.label, what=what), count))
    if found.rules:
        changes.append(Change(words.phrase(N_("{count} pemeriksaan berubah"), count=found.rules), 0))
    if found.moved:
        changes.append(Change(words.phrase(N_("Urutan, judul bagian, atau tahap berubah")), 0))
    if earlier is Earlier.STAY:
        again = 0
    if earlier is Earlier.ALL:
        asked = {code for question in outline.questions for code in _codes(question, races)}
        again = sum(count for code, count in given.items() if code in asked)
    dropped = {code for question in now.outline.questions for code in _codes(question, races)} - {
        code for question in outline.questions for code in _codes(question, races)
    }
    return Preview(
        version=_next(desk),
        changes=tuple(changes),
        faults=tuple(checklists.faults.of_outline(outline)),
        again=again,
        kept_aside=sum(given.get(code, 0) for code in dropped),
        added=len(found.added),
    )


def publish(
    desk: Desk, outline: checklists.Outline, note: str = "", earlier: Earlier = Earlier.ALTERED
) -> int:
    """Publish a checklist as the next version; undone like any other change. Returns its number. Raises Refused."""
    _require_editor(desk)
    faults = checklists.faults.of_outline(outline)
    if faults:
        raise errors.Refused(N_("Ceklis belum dapat diterbitkan: {what}."), what=faults[0].words)
    now = current(desk)
    found = comparing.compare(now.outline, outline)
    if not found.count:
        raise errors.Refused(N_("Ceklis ini sama dengan versi yang berlaku."))
    number = _next(desk)
    made = replace(outline, code=elections.CHECKLIST, version=number)
    if earlier is Earlier.ALTERED:
        for one in found.altered:
            if one.asks_otherwise:
                made = checklists.editing.change_question(made, one.after.code, since=number)
    minimum = number if earlier is Earlier.ALL else now.minimum
    values = {
        "content": checklists.writing.text(made),
        "minimum": minimum,
        "published": desk.now(),
        "note": note.strip(),
    }
    _put(desk, number, values, N_("Terbitkan ceklis"))
    return number


def accept_from(desk: Desk, minimum: int) -> None:
    """Say the oldest version under which answers are accepted. Raises Refused."""
    _require_editor(desk)
    now = current(desk)
    if not 0 <= minimum <= now.version:
        raise errors.Refused(N_("Pilih versi sampai {version}."), version=now.version)
    if not now.published:
        raise errors.Refused(N_("Belum ada versi yang diterbitkan di kabupaten/kota ini."))
    _put(desk, now.version, {"minimum": minimum}, N_("Versi ceklis yang diterima"))


def save_as(desk: Desk, path: Path, outline: checklists.Outline | None = None) -> None:
    """Write a checklist (the one in use) to a file that another office can take. Raises Refused."""
    chosen = outline or current(desk).outline
    files.write_whole(path, checklists.writing.text(chosen).encode())


def read_file(path: Path) -> checklists.Outline:
    """A checklist from a file. Raises Damaged with what is wrong, Refused where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as trouble:
        raise errors.Refused(N_("Berkas {name} tidak dapat dibaca: {what}."), name=path.name, what=trouble) from trouble
    return checklists.outline(data)


def calendar(desk: Desk, phases: tuple[int, ...] = ()) -> list[tuple[int, date]]:
    """The phases (those of the election) with the day of each."""
    chosen = elections.working_event(desk)
    return [(phase, chosen.voting_day + timedelta(days=phase)) for phase in phases or chosen.phases]


def _put(desk: Desk, number: int, values: Mapping[str, object], label: str) -> None:
    key = (settings.event_code(desk), desk.identity.place, elections.CHECKLIST, number)

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put(records.CHECKLIST, key, values)

    transact(desk, label, work)


def _require_editor(desk: Desk) -> None:
    territory.require_master(desk, N_("Ceklis"))
    if not may_edit(desk):
        raise errors.NotPermitted(N_("Ceklis diterbitkan oleh kantor kabupaten/kota."))


def _next(desk: Desk) -> int:
    return max(one.version for one in versions(desk)) + 1


def _codes(question: checklists.Question, races: tuple[str, ...]) -> list[str]:
    codes = checklists.codes.of_question(question)
    return [f"{code}.{race}" for code in codes for race in races] if question.per_race else list(codes)


def _answers(question: checklists.Question, given: Mapping[str, int], races: tuple[str, ...]) -> int:
    return sum(given.get(code, 0) for code in _codes(question, races))


def _version(
    outline: checklists.Outline, number: int, minimum: int, published: int, note: str, is_current: bool
) -> Version:
    return Version(number, outline.label, len(outline.questions), minimum, published, note, is_current, outline)
