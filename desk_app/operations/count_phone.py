# SPDX-License-Identifier: Apache-2.0
"""Results told by phone in one short code: looked at with its findings first, then kept as a reading of its own.

It counts until a paper or a package says the figures, and is laid beside them then (`domain/counts/standing`): who took
the call and copies the paper later does not write over what he was told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.data import arrivals, count_boxes, count_rows, place_names, station_list, unit_of_work
from desk_app.data.count_rows import Key
from desk_app.domain import errors, records, stations, words
from desk_app.domain.counts import lines, rules, short_codes
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import Figures, Source
from desk_app.operations import candidates, count_entry, count_keys, count_writing_keys, elections, settings, tally
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

LABEL = N_("Hasil TPS lewat telepon")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure as it was told. `value` None: told as not to be read; `before`: told in an earlier call."""

    code: str
    label: words.Phrase
    value: int | None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a code says. `place`: the TPS in words; `check`: the number to read back, with which the caller compares.

    `own`: lines in which the paper that the same person copied says something else (None: he copied none); `closed`:
    why nothing is kept, in words, or None; `told_before`: an earlier call is written over.
    """

    key: Key
    occasion: int
    race: str
    place: words.Phrase
    lines: tuple[Line, ...]
    figures: Figures
    findings: tuple[rules.Finding, ...]
    check: int
    checked: bool
    own: tuple[Line, ...] | None
    closed: words.Phrase | None
    told_before: bool
    seen: int

    @property
    def subject(self) -> str:
        return self.key.subject


def told(desk: Desk, text: str, *, read_back: bool = False) -> Preview:
    """What a code says, with what the rules say of it; nothing is kept. Raises Refused for a code that cannot be.

    `read_back`: the caller told no check; each number is read back to him instead.
    """
    count_keys.require(desk, Right.ENTER)
    numbered = races(desk)
    said = short_codes.decode(text, desk.identity.place, numbered, read_back=read_back)
    key = count_entry.key_of(desk, said.subject, said.race)
    form = candidates.form_of(desk, key.race, key.district)
    if not any(line.block is lines.Block.VOTES for line in form):
        raise errors.Refused(N_("Daftar calon belum diisi. Isi dahulu di Pengaturan > Hasil suara."))
    figures = count_entry.checked(form, said.figures(form))
    if not figures:
        raise errors.Refused(N_("Kode ini tidak memuat satu angka pun yang terbaca."))
    event = elections.event_at(desk, key.village)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        occasion, _kind = count_entry.occasion_of(connection, key)
        station = station_list.facts(connection, key.event, [key.village]).get((key.village, key.number))
        forms = [one for one in count_rows.forms(connection, [key]).get(key, []) if one.occasion == occasion]
        results = [one for one in count_rows.results(connection, [key]).get(key, []) if one.occasion == occasion]
        named = place_names.named(connection, key.event, [key.village, key.district])
    if station is None:
        raise errors.NotFound(
            N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."), number=key.number, village=key.village
        )
    own = _of(desk, forms, count_entry.own_reader(desk))
    earlier = _of(desk, forms, count_entry.phone_reader(desk))
    others = [one for one in forms if one.source != Source.PHONE.value and one.reader != count_entry.own_reader(desk)]
    labels = {line.code: line.label for line in form}
    numbers = [figures.get(code) for code in short_codes.order(form)]
    return Preview(
        key=key,
        occasion=occasion,
        race=key.race,
        place=words.phrase(
            N_("{station}, {village}, Kecamatan {district}"),
            station=stations.label(key.number),
            village=named[key.village].name if key.village in named else key.village,
            district=named[key.district].name if key.district in named else key.district,
        ),
        lines=tuple(
            Line(code, labels[code], figures.get(code), (earlier or {}).get(code)) for code in short_codes.order(form)
        ),
        figures=figures,
        findings=tuple(rules.check(form, figures, tally.facts_of(event, station, {}, key.race))),
        check=short_codes.check_number(key.subject, numbered, key.race, numbers),
        checked=said.checked,
        own=None if own is None else _differing(labels, figures, own),
        closed=_closed(desk, key, own is not None, len(others), results),
        told_before=earlier is not None,
        seen=seen,
    )


def keep(desk: Desk, text: str, *, read_back: bool = False) -> Preview:
    """Keep what a code says under seal, until a paper or a package comes. Raises Refused and NotPermitted."""
    found = told(desk, text, read_back=read_back)
    if found.closed is not None:
        raise errors.NotPermitted(found.closed.message, **found.closed.params)
    key, reader = found.key, count_entry.phone_reader(desk)
    form = candidates.form_of(desk, key.race, key.district)
    writing = count_writing_keys.writing_key(desk, key.event, key.district)
    about = count_rows.about_form(key, found.occasion, reader)
    values = {
        "sealed": count_boxes.seal(writing, about, {"f": dict(found.figures)}),
        "whole": lines.whole(form, found.figures),
        "noted": bool(rules.open_findings(found.findings)),
        "source": Source.PHONE.value,
    }
    name = (key.event, key.village, key.number, key.race, found.occasion, reader)

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put(records.COUNT_FORM, name, values, seen=found.seen)

    transact(desk, LABEL, work)
    return found


def races(desk: Desk) -> Sequence[str]:
    """The races by the numbers under which they are told: all that the event has, whichever are copied."""
    return [one.code for one in elections.working_event(desk, settings.event_code(desk)).races]


def example(desk: Desk, race: str) -> tuple[str, tuple[words.Phrase, ...]]:
    """How a code begins for a race here ("06.1001-005#1#…"), and the lines that are told, in their order."""
    place = desk.identity.place
    form = candidates.form_of(desk, race, place)
    labels = {line.code: line.label for line in form}
    number = races(desk).index(race) + 1
    start = {2: "73.13.06.1001-005", 5: "06.1001-005", 8: "1001-005"}.get(len(place), "73.13.06.1001-005")
    return f"{start}#{number}#", tuple(labels[code] for code in short_codes.order(form))


def _of(desk: Desk, forms: Sequence[count_rows.FormRow], reader: str) -> Figures | None:
    """What a reading of who is here says, None where there is none."""
    own = next((one for one in forms if one.reader == reader), None)
    if own is None:
        return None
    opened = count_writing_keys.own_keys(desk)
    about = count_rows.about_form(own.key, own.occasion, own.reader)
    for sealed in reversed(own.sealed):
        content = tally.unsealed(opened, about, sealed)
        if content is not None:
            return tally.figures_of(content)
    return {}


def _differing(labels: dict[str, words.Phrase], told_: Figures, own: Figures) -> tuple[Line, ...]:
    return tuple(
        Line(code, labels[code], value, own[code])
        for code, value in told_.items()
        if code in own and own[code] != value
    )


def _closed(
    desk: Desk, key: Key, copied: bool, others: int, results: Sequence[count_rows.ResultRow]
) -> words.Phrase | None:
    if copied and not others:
        return words.phrase(N_("Hasil TPS ini sudah Anda salin; kode telepon tidak dipakai lagi."))
    if others:
        return words.phrase(N_("Hasil TPS ini sudah disalin orang lain; kode telepon tidak dipakai lagi."))
    return count_entry.closed(desk, key, None, 0, results, True)
