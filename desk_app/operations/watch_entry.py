# SPDX-License-Identifier: Apache-2.0
"""Typing into Lembar Pantau: a cell becomes a recap with its hour, at a TPS also the answer in its checklist.

What comes later of the same place and hour is a recap of its own, so that the hours can be read afterwards; one with
the same hour or an earlier one puts the last right (decision 0018).
"""

from typing import Any

from desk_app.data import overview_list, unit_of_work, watch_list
from desk_app.domain import answers, errors, places, records, watch, words
from desk_app.operations import elections, settings, territory, watch_reports
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
LABEL = N_("Lembar pantau")


def enter(desk: Desk, place: str, at: int, text: str, source: str = "", *, seen: int | None = None) -> int:
    """Save what was typed into the cell of a region or TPS in column `at`; empty text takes the last report back.

    "170", "170/178", "170 07.35"; at a TPS "s", "b", "07.25". Without an hour it is now, within the column's time.
    `seen`: as the sheet was read. Returns the record of the recap (0: taken back). Raises Refused.
    """
    found = territory.require_own(desk, place)
    watch_reports.require_column(watch_reports.rules(desk).columns, at)
    if found.kind not in (None, places.Kind.TPS):
        raise errors.Refused(N_("Lembar pantau memuat wilayah dan TPS saja."))
    if not text.strip():
        return _take_back(desk, found, at)
    rules = watch_reports.rules(desk)
    column = rules.columns[at]
    typed = watch.parse_cell(text, column.measure, station=found.kind is places.Kind.TPS)
    start = watch_reports.start_of(desk)
    now = (desk.now() - start) // 60
    minute = _minute(desk, rules, at, typed, now)
    _check_count(desk, found, column.measure, typed)
    event = settings.event_code(desk)
    exact = start + minute * 60 + (desk.now() % 60 if minute == now else 0)
    values = {
        "event": event,
        "place": found.subject,
        "item": column.measure.value,
        "count": typed.count,
        "total": typed.total,
        "hour": exact,
        "source": source,
    }

    def work(unit: unit_of_work.Unit) -> int:
        _require_station(unit, event, found)
        _answer(desk, unit, event, found, column.measure, typed.count, seen)
        held = _held(unit, rules, start, event, found.subject, at)
        if held and held[-1].hour >= exact:
            last = held[-1]
            told = {"count": typed.count, "total": typed.total} | ({"source": source} if source else {})
            if typed.minute is not None:
                told["hour"] = exact
            unit.set(records.RECAP, last.no, told, seen=seen)
            return int(last.no)
        no = unit.create(records.RECAP, values)
        unit.meet(records.RECAP, no, "count", [row.no for row in reversed(held)], seen)
        return no

    return transact(desk, LABEL, work)


def _take_back(desk: Desk, found: places.Place, at: int) -> int:
    """Delete the last report of a cell; at a TPS its answer is emptied too."""
    rules = watch_reports.rules(desk)
    start = watch_reports.start_of(desk)
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        held = _held(unit, rules, start, event, found.subject, at)
        if held:
            unit.delete(records.RECAP, held[-1].no)
        count = held[-2].counted if len(held) > 1 else None
        _answer(desk, unit, event, found, rules.columns[at].measure, count)
        return 0

    return transact(desk, LABEL, work)


def _held(
    unit: unit_of_work.Unit, rules: watch.Rules, start: int, event: str, place: str, at: int
) -> list[Any]:
    """The recaps of one place that stand in one column, oldest first."""
    measure = rules.columns[at].measure
    rows = watch_list.recaps(unit.connection, event, place, [measure.value], start, start + watch.END * 60)
    return [
        row for row in rows if row.place == place and rules.column_of(measure, (row.hour - start) // 60) == at
    ]


def _minute(desk: Desk, rules: watch.Rules, at: int, typed: watch.Typed, now: int) -> int:
    """When a report was made: as typed, else now, else the end of its column's time."""
    column = rules.columns[at]
    if now < rules.begins(at):
        day = elections.working_event(desk).voting_day
        raise errors.Refused(
            N_("Kolom {hour} diisi mulai pukul {from_} pada {day}."),
            hour=column.hour,
            from_=watch.write_minute(rules.begins(at)),
            day=day.strftime("%d-%m-%Y"),
        )
    if typed.minute is None:
        return min(now, rules.ends(at) - 1)
    if typed.minute > now:
        raise errors.Refused(N_("Pukul {hour} belum tiba."), hour=watch.write_minute(typed.minute))
    if rules.column_of(column.measure, typed.minute) != at:
        raise errors.Refused(
            N_("Laporan pukul {hour} bukan untuk kolom {column}. Ketik di kolom jamnya."),
            hour=watch.write_minute(typed.minute),
            column=column.hour,
        )
    return typed.minute


def _check_count(desk: Desk, found: places.Place, measure: watch.Measure, typed: watch.Typed) -> None:
    """A recap cannot count more than there is."""
    if typed.total is not None and typed.count > typed.total:
        raise errors.Refused(
            N_("Rekap {count} lebih besar dari jumlahnya, {total}."), count=typed.count, total=typed.total
        )
    if found.kind is not None or not measure.counts_stations:
        return
    with desk.reading() as connection:
        held = overview_list.by_village(connection, settings.event_code(desk), found.code)
    stations = sum(count for _village, count in held)
    if typed.count > stations:
        raise errors.Refused(
            N_("{count} lebih banyak dari TPS di wilayah ini, {total}."), count=typed.count, total=stations
        )


def _require_station(unit: unit_of_work.Unit, event: str, found: places.Place) -> None:
    if found.kind is places.Kind.TPS and unit.find(records.STATION, (event, found.code, found.number)) is None:
        raise errors.NotFound(
            N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."), number=found.number, village=found.code
        )


def _answer(
    desk: Desk,
    unit: unit_of_work.Unit,
    event: str,
    found: places.Place,
    measure: watch.Measure,
    count: int | None,
    seen: int | None = None,
) -> None:
    """Let the checklist of a TPS say the same, where it asks for it."""
    if found.kind is not places.Kind.TPS or not measure.counts_stations:
        return
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    if measure.value not in {item.code for item in template.items if places.Kind.TPS in item.places}:
        return
    mark = None if count is None else answers.Mark.DONE if count else answers.Mark.NOT_YET
    key = (event, found.subject, measure.value)
    if mark is None and unit.find(records.ANSWER, key) is None:
        return
    values = {"choice": mark.value if mark else None, "version": template.version}
    unit.put(records.ANSWER, key, values, seen=seen)
