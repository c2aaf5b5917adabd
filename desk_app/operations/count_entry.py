# SPDX-License-Identifier: Apache-2.0
"""Copying a C.HASIL: the sheet of one TPS and race as one operator sees it, and its saving under seal.

An operator sees what he copied himself, never what somebody else did: a second reading is worth something only where
it was made without the first (decision 0027). What does not add up is saved with a note and never refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.data import arrivals, count_boxes, count_rows, revote_list, station_list, unit_of_work
from desk_app.data.count_rows import Key
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, revotes, words
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import Source
from desk_app.operations import (
    candidates,
    count_keys,
    count_rules,
    count_writing_keys,
    elections,
    settings,
    tally,
    territory,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

LABEL = N_("Salinan C.HASIL")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One TPS and race to be copied by who is at the keyboard.

    `figures`, `reason`: what he has saved himself; `record`: his own reading, None before the first save. `others`: how
    many other people have copied it whole (never what). `closed`: why nothing can be written, in words (a phrase), or
    None. `seen`: the last transaction when it was read, for `save`. `kind`: "psu" … where the vote was repeated.
    """

    key: Key
    occasion: int
    kind: str
    form: tuple[lines.Line, ...]
    facts: rules.Facts
    figures: Mapping[str, int]
    reason: str
    record: int | None
    others: int
    closed: words.Phrase | None
    seen: int
    source: str = ""

    @property
    def whole(self) -> bool:
        """Whether he has copied all of it."""
        return lines.whole(self.form, self.figures)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did: the record, whether the copy is whole now, and what the rules say of it."""

    record: int
    whole: bool
    findings: tuple[rules.Finding, ...]


@dataclass(frozen=True, slots=True)
class Station:
    """A TPS in the list of who copies. By race: has he copied it (None, a part False, whole True), how many others.

    `checked`: races whose result was verified, settled or locked.
    """

    number: int
    subject: str
    voters: int | None
    own: Mapping[str, bool]
    others: Mapping[str, int]
    checked: frozenset[str]


def own_reader(desk: Desk) -> str:
    """How the readings of who is at the keyboard are named: place of the office (and computer), number of account."""
    one = desk.identity
    series = f"-{one.series}" if one.series else ""
    return f"{one.place}{series}/{desk.operator.number}"


def phone_reader(desk: Desk) -> str:
    """How what he was told by phone is named: beside what he reads of a paper himself, never in its place."""
    place, _slash, number = own_reader(desk).partition("/")
    return f"{place}-telepon/{number}"


def sheet(desk: Desk, subject: str, race: str) -> Sheet:
    """What who is at the keyboard sees of one TPS and race. Raises Refused."""
    count_keys.require(desk, Right.ENTER)
    key = key_of(desk, subject, race)
    form = _form(desk, key)
    reader, own_keys = own_reader(desk), count_writing_keys.own_keys(desk)
    event = elections.event_at(desk, key.village)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        occasion, kind = occasion_of(connection, key)
        forms = [one for one in count_rows.forms(connection, [key]).get(key, []) if one.occasion == occasion]
        results = [one for one in count_rows.results(connection, [key]).get(key, []) if one.occasion == occasion]
        station = station_list.facts(connection, key.event, [key.village]).get((key.village, key.number))
        other_races = _own_figures(connection, desk, key, reader, own_keys)
    if station is None:
        raise errors.NotFound(
            N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."), number=key.number, village=key.village
        )
    own = next((one for one in forms if one.reader == reader), None)
    content = _content(own, occasion, own_keys)
    others = sum(1 for one in forms if one.reader != reader and one.whole and one.source != Source.PHONE.value)
    return Sheet(
        key,
        occasion,
        kind,
        form,
        tally.facts_of(event, station, other_races, race),
        tally.figures_of(content, form),
        str(content.get("r") or ""),
        own.no if own is not None else None,
        others,
        closed(desk, key, own, others, results, bool(content) or own is None),
        seen,
        own.source if own is not None else "",
    )


def save(
    desk: Desk,
    subject: str,
    race: str,
    figures: Mapping[str, int],
    *,
    reason: str = "",
    source: Source = Source.FORM,
    seen: int | None = None,
) -> Saved:
    """Keep what was copied, under seal; a sum that does not hold is kept with its note. Raises Refused.

    `figures`: all that was read so far, a line not read left out. `seen`: `Sheet.seen`.
    """
    before = sheet(desk, subject, race)
    if before.closed is not None:
        raise errors.NotPermitted(before.closed.message, **before.closed.params)
    kept = checked(before.form, figures)
    found = rules.check(before.form, kept, before.facts)
    taken = frozenset({rules.Rule.V17.value} if reason.strip() else ())
    whole = lines.whole(before.form, kept)
    values: dict[str, Any] = {"whole": whole, "noted": bool(rules.open_findings(found, taken)), "source": source.value}
    said = reason.strip()
    key, reader = before.key, own_reader(desk)
    if before.record is not None and dict(before.figures) == kept and before.reason == said:
        return Saved(before.record, whole, tuple(found))
    writing = count_writing_keys.writing_key(desk, key.event, key.district)
    about = count_rows.about_form(key, before.occasion, reader)
    values["sealed"] = count_boxes.seal(writing, about, {"f": kept, "r": said} if said else {"f": kept})
    name = (key.event, key.village, key.number, key.race, before.occasion, reader)

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put(records.COUNT_FORM, name, values, seen=seen)

    return Saved(transact(desk, LABEL, work), whole, tuple(found))


def discard(desk: Desk, subject: str, race: str) -> None:
    """Take one's own reading back. Raises Refused."""
    before = sheet(desk, subject, race)
    if before.record is None:
        raise errors.NotFound(N_("Anda belum menyalin formulir ini."))
    if before.closed is not None:
        raise errors.NotPermitted(before.closed.message, **before.closed.params)
    no = before.record
    transact(desk, N_("Salinan C.HASIL dihapus"), lambda unit: unit.delete(records.COUNT_FORM, no))


def stations(desk: Desk, village: str) -> list[Station]:
    """The TPS of a village or kelurahan as who copies sees them, without any figure."""
    event, reader = settings.event_code(desk), own_reader(desk)
    with desk.reading() as connection:
        known = station_list.facts(connection, event, [village])
        races = count_rules.race_codes(desk)
        keys = [Key(event, village, number, race) for _village, number in sorted(known) for race in races]
        forms = count_rows.forms(connection, keys)
        results = count_rows.results(connection, keys)
    found = []
    for (_village, number), row in sorted(known.items()):
        own: dict[str, bool] = {}
        others: dict[str, int] = {}
        checked_: set[str] = set()
        for race in races:
            key = Key(event, village, number, race)
            latest = max((one.occasion for one in forms.get(key, ())), default=1)
            for one in forms.get(key, ()):
                if one.occasion == latest and one.reader == reader:
                    own[race] = one.whole
                elif one.occasion == latest and one.whole:
                    others[race] = others.get(race, 0) + 1
            said = [one for one in results.get(key, ()) if one.occasion == latest]
            if any(one.checked or one.sealed or one.locked for one in said):
                checked_.add(race)
        voters = None if row.dpt_male is None or row.dpt_female is None else row.dpt_male + row.dpt_female
        subject = f"{village}-{number:03d}"
        found.append(Station(number, subject, voters, own, others, frozenset(checked_)))
    return found


def key_of(desk: Desk, subject: str, race: str) -> Key:
    """A TPS and race of the event worked on. Raises Refused and NotFound."""
    place = territory.require_own(desk, subject)
    if place.kind is not places.Kind.TPS or place.number is None:
        raise errors.Refused(N_("{subject} bukan TPS."), subject=subject)
    if race not in count_rules.race_codes(desk):
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)
    return Key(settings.event_code(desk), place.code, place.number, race)


def occasion_of(connection: Connection, key: Key) -> tuple[int, str]:
    """Which vote of this TPS is copied now: 1, or one more for each that was held again; with its kind ("psu")."""
    held = [
        row
        for row in revote_list.rows(connection, key.event, key.subject)
        if row.state == revotes.State.HELD.value and (row.race or key.race) == key.race
    ]
    held.sort(key=lambda row: (row.held_on or "", row.no))
    return 1 + len(held), held[-1].kind if held else ""


def checked(form: Sequence[lines.Line], figures: Mapping[str, int]) -> dict[str, int]:
    """The figures of a form, as kept. Raises Refused with the line that cannot be so."""
    labels = {line.code: line.label for line in form}
    kept = {}
    for code, value in figures.items():
        if code not in labels:
            raise errors.Refused(N_("Baris “{code}” tidak ada pada formulir ini."), code=code)
        if type(value) is not int or not 0 <= value <= lines.MOST:
            raise errors.Refused(
                N_("{line}: angka {value} di luar batas 0 sampai {most}."),
                line=labels[code],
                value=value,
                most=lines.MOST,
            )
        kept[code] = value
    return kept


def _form(desk: Desk, key: Key) -> tuple[lines.Line, ...]:
    form = candidates.form_of(desk, key.race, key.district)
    if not any(line.block is lines.Block.VOTES for line in form):
        raise errors.Refused(N_("Daftar calon belum diisi. Isi dahulu di Pengaturan > Hasil suara."))
    return form


def _content(
    own: count_rows.FormRow | None, occasion: int, keys: Mapping[bytes, count_boxes.WritingKey]
) -> dict[str, object]:
    """What he saved himself; of several computers of his the one kept last."""
    if own is None:
        return {}
    about = count_rows.about_form(own.key, occasion, own.reader)
    for sealed in reversed(own.sealed):
        content = tally.unsealed(keys, about, sealed)
        if content is not None:
            return content
    return {}


def _own_figures(
    connection: Connection, desk: Desk, key: Key, reader: str, keys: Mapping[bytes, count_boxes.WritingKey]
) -> dict[str, Mapping[str, int]]:
    """What he copied himself of the other races of the TPS, for the check between them."""
    races = [race for race in count_rules.race_codes(desk) if race != key.race]
    others = [Key(key.event, key.village, key.number, race) for race in races]
    found: dict[str, Mapping[str, int]] = {}
    for other, forms in count_rows.forms(connection, others).items():
        for one in forms:
            if one.reader == reader:
                found[other.race] = tally.figures_of(_content(one, one.occasion, keys))
    return found


def closed(
    desk: Desk,
    key: Key,
    own: count_rows.FormRow | None,
    others: int,
    results: Sequence[count_rows.ResultRow],
    readable: bool,
) -> words.Phrase | None:
    """Why who is at the keyboard writes nothing here, None where he does."""
    if desk.only_read:
        return words.phrase(desk.only_read)
    held = count_rules.rules(desk, place=key.village)
    said = results[0] if results else None
    if said is not None and said.locked:
        return words.phrase(N_("Hasil TPS ini dikunci oleh pemeriksa."))
    if said is not None and said.reread:
        return None
    if said is not None and (said.sealed or said.checked):
        return words.phrase(N_("Hasil TPS ini sudah diperiksa. Perbaikan dilakukan oleh pemeriksa."))
    try:
        count_rules.require_open(desk, key.village)
    except errors.NotPermitted as refused:
        return words.Phrase(refused.message, refused.params)
    if own is not None and not readable:
        return words.phrase(
            N_("Salinan Anda dibuat dengan kata sandi yang sudah diganti admin dan tidak dapat dibuka lagi.")
        )
    if own is not None and own.whole and held.lock:
        return words.phrase(N_("Salinan Anda sudah lengkap dan terkunci. Perbaikan dilakukan oleh pemeriksa."))
    if own is None and others and key.race not in held.second_entry:
        return words.phrase(N_("Formulir ini sudah disalin orang lain. Entri kedua tidak dipakai untuk pemilihan ini."))
    if own is None and others > 1:
        return words.phrase(N_("Formulir ini sudah disalin dua orang."))
    return None
