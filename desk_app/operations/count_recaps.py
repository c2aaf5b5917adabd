# SPDX-License-Identifier: Apache-2.0
"""Recapitulations typed from a D.HASIL of a village, kecamatan or kabupaten, beside the sums of what was copied (V15).

They are in no total: they say whether the copies are what the tiered recapitulation came to.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.data import arrivals, count_boxes, count_rows, count_store, place_names, station_list
from desk_app.data.count_rows import RecapRow
from desk_app.domain import errors, places, records, words
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts.rights import Right
from desk_app.operations import candidates, count_keys, count_rules, count_writing_keys, settings, tally, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

MOST = 9_999_999
"""No line of a kabupaten has more."""

MOST_NOTE = 240

LABEL = N_("Rekap D.HASIL")

_LEVELS = frozenset((places.Level.VILLAGE, places.Level.DISTRICT, places.Level.REGENCY))


@dataclass(frozen=True, slots=True)
class Recap:
    """What a D.HASIL says of a region. `figures`: of which offices typed others, the ones kept last.

    `differing`: lines that were typed differently, with the values; `note`: the source, under seal like the figures;
    `is_open`: False where its key has not come.
    """

    record: int
    place: str
    name: str
    race: str
    figures: Mapping[str, int]
    differing: Mapping[str, tuple[int, ...]]
    note: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    """A recapitulation beside the sum of its TPS. `entered` of `stations` TPS are in the sum of every line."""

    recap: Recap
    found: tuple[rules.Finding, ...]
    entered: int
    stations: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What was copied in a region: line → (the sum, of how many TPS), and how many TPS the region has."""

    sums: Mapping[str, tuple[int, int]]
    stations: int


def form(desk: Desk, race: str, place: str) -> tuple[lines.Line, ...]:
    """The lines of a D.HASIL of a region, in the order of the form."""
    return candidates.form_of(desk, race, place)


def put(
    desk: Desk, place: str, race: str, figures: Mapping[str, int], note: str = "", *, seen: int | None = None
) -> int:
    """Keep what a D.HASIL says, under seal; over what was typed of it before. Returns its record. Raises Refused."""
    count_keys.require(desk, Right.ENTER)
    region = territory.require_own(desk, place)
    if region.kind is not None or places.level_of(place) not in _LEVELS:
        raise errors.Refused(N_("Rekap D.HASIL ada untuk desa, kecamatan dan kabupaten/kota."))
    if race not in count_rules.race_codes(desk, place):
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)
    kept = _checked(form(desk, race, place), figures)
    event = settings.event_code(desk)
    writing = count_writing_keys.writing_key(desk, event, places.district_of(place) or place)
    content = {"f": kept, "n": note.strip()[:MOST_NOTE]}
    values = {"sealed": count_boxes.seal(writing, count_rows.about_recap(event, place, race), content)}
    return transact(
        desk, LABEL, lambda unit: unit.put(records.COUNT_RECAP, (event, place, race), values, seen=seen)
    )


def remove(desk: Desk, place: str, race: str) -> None:
    """Take a recapitulation away. Raises Refused."""
    count_keys.require(desk, Right.ENTER)
    territory.require_own(desk, place)
    with desk.reading() as connection:
        rows = count_rows.recaps(connection, settings.event_code(desk))
    no = next((one.no for one in rows if (one.place, one.race) == (place, race)), None)
    if no is None:
        raise errors.NotFound(N_("Rekap D.HASIL itu belum diketik."))
    transact(desk, N_("Rekap D.HASIL dihapus"), lambda unit: unit.delete(records.COUNT_RECAP, no))


def all_of(desk: Desk, race: str = "") -> list[Recap]:
    """The recapitulations, in the order of codes; opened as far as who asks may: what he typed himself, or all."""
    count_keys.require(desk, Right.ENTER)
    event, known = settings.event_code(desk), count_writing_keys.opened_keys(desk)
    with desk.reading() as connection:
        rows = [one for one in count_rows.recaps(connection, event) if race in ("", one.race)]
        names = place_names.named(connection, event, [one.place for one in rows])
    found = [_opened(row, names[row.place].name, known) for row in rows]
    return sorted(found, key=lambda one: (one.place, one.race))


def seen(desk: Desk) -> int:
    """How far the list was read, for `put`."""
    with desk.reading() as connection:
        return arrivals.latest(connection)


def gaps(desk: Desk, race: str) -> list[Gaps]:
    """Where the sum of TPS is not what was typed (V15), as it was weighed last. Raises NotPermitted."""
    count_keys.require(desk, Right.TOTALS)
    found = []
    for one in all_of(desk, race):
        if one.is_open:
            held = beside(desk, race, one.place)
            added = {line: told[0] for line, told in held.sums.items()}
            entered = min((held.sums.get(line, (0, 0))[1] for line in one.figures), default=0)
            told = rules.recap_gaps(added, one.figures, form(desk, race, one.place))
            found.append(Gaps(one, tuple(told), entered, held.stations))
    return found


def beside(desk: Desk, race: str, place: str) -> Beside:
    """What the sum of TPS says of a region, as it was weighed last. Raises NotPermitted."""
    count_keys.require(desk, Right.TOTALS)
    territory.require_own(desk, place)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        stations = station_list.count(connection, event, place)
    with tally.store_of(desk).reading() as kept:
        return Beside(count_store.sums(kept, event, race, place, len(place)).get(place, {}), stations)


def _opened(row: RecapRow, name: str, known: Mapping[bytes, count_boxes.WritingKey]) -> Recap:
    about = count_rows.about_recap(row.event, row.place, row.race)
    opened = [tally.unsealed(known, about, sealed) for sealed in row.sealed]
    sides = [_figures(one) for one in opened if one is not None]
    values: dict[str, set[int]] = {}
    for side in sides:
        for code, value in side.items():
            values.setdefault(code, set()).add(value)
    differing = {code: tuple(sorted(told)) for code, told in values.items() if len(told) > 1}
    notes = [told for one in opened if one is not None and isinstance(told := one.get("n"), str)]
    return Recap(
        row.no,
        row.place,
        name,
        row.race,
        sides[-1] if sides else {},
        differing,
        notes[-1] if notes else "",
        None not in opened,
    )


def _figures(content: Mapping[str, object]) -> dict[str, int]:
    told = content.get("f")
    if not isinstance(told, dict):
        return {}
    return {
        code: value
        for code, value in told.items()
        if isinstance(code, str) and type(value) is int and 0 <= value <= MOST
    }


def _checked(held: tuple[lines.Line, ...], figures: Mapping[str, int]) -> dict[str, int]:
    labels = {line.code: line.label for line in held}
    for code, value in figures.items():
        if code not in labels:
            raise errors.Refused(N_("Baris “{code}” tidak ada pada formulir ini."), code=code)
        if type(value) is not int or not 0 <= value <= MOST:
            raise errors.Refused(
                N_("{line}: angka {value} di luar batas 0 sampai {most}."), line=labels[code], value=value, most=MOST
            )
    if not figures:
        raise errors.Refused(N_("Ketik paling sedikit satu angka dari D.HASIL."))
    return dict(figures)
