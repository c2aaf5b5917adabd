# SPDX-License-Identifier: Apache-2.0
"""The stages (tahapan) of the election worked on: the program's with what the regency wrote, and what comes next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desk_app.data import arrivals, masters, stage_list
from desk_app.data.database import Connection
from desk_app.domain import elections as election_rules
from desk_app.domain import errors, places, records, risk_lists, stages, words
from desk_app.operations import days, elections, holidays, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Deadline = stages.Deadline
Stage = stages.Stage
State = stages.State


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of the list. `starts_words`: "H-63", "" without a day; `length` in days, None while a day lacks."""

    stage: Stage
    state: State
    starts_words: str
    ends_words: str
    length: int | None

    @property
    def code(self) -> str:
        return self.stage.code


@dataclass(frozen=True, slots=True)
class Calendar:
    """The stages on a day. `dropped`: those that the office does not use; `seen`: how far it was read (for `save`)."""

    event: election_rules.Event
    today: date
    rows: tuple[StageRow, ...]
    dropped: tuple[StageRow, ...]
    running: tuple[Stage, ...]
    deadlines: tuple[Deadline, ...]
    holidays: tuple[holidays.Holiday, ...]
    seen: int

    def h(self, day: date) -> str:
        """A day as "H-6"."""
        return h_words(day, self.event.voting_day)


def h_words(day: date | None, voting_day: date) -> str:
    """A day as "H-6", "" without one."""
    return election_rules.day_words(stages.offset_of(day, voting_day)) if day is not None else ""


def calendar(desk: Desk, code: str | None = None, *, most: int = 6) -> Calendar:
    """The stages of the election worked on (or of another one of the office), in order of their days."""
    event = elections.working_event(desk, code)
    today = days.today(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = _stages(connection, desk, event)
        off = stage_list.holidays(connection, _place(desk))
    used = [one for one in found if one.in_use]
    return Calendar(
        event=event,
        today=today,
        rows=tuple(_row(one, event, today) for one in stages.ordered(used)),
        dropped=tuple(_row(one, event, today) for one in found if not one.in_use),
        running=tuple(stages.running(used, today)),
        deadlines=tuple(stages.deadlines(used, today, most)),
        holidays=tuple(off),
        seen=seen,
    )


def may_edit(desk: Desk) -> bool:
    """Whether this office keeps the stages (a kabupaten, kota or province does)."""
    return desk.identity.level != places.Level.DISTRICT.value


def add(
    desk: Desk,
    name: str,
    starts: str = "",
    ends: str = "",
    source: str = "",
    note: str = "",
    *,
    beside: Collection[str] = (),
) -> str:
    """Add a stage of the office's own, its days as typed ("24-11-2024", "H-3"); returns its code. Raises Refused.

    `beside`: codes that were made in the same transaction.
    """
    _require(desk)
    event = elections.working_event(desk)
    made = _typed(Stage("", name.strip()), event, {"starts": starts, "ends": ends})
    stages.check(made)
    with desk.reading() as connection:
        taken = {one.code for one in _stages(connection, desk, event)}
    code = risk_lists.new_code(desk.identity.place, desk.identity.series, taken | set(beside))
    values = _dates(event, {"starts": starts, "ends": ends}) | {"name": made.name, "source": source, "in_use": True}
    if note.strip():
        values["note"] = note
    transact(desk, N_("Tahapan baru"), lambda unit: unit.put(*_key(desk, event, code), values))
    return code


def save(desk: Desk, code: str, values: Mapping[str, str], *, seen: int | None = None) -> None:
    """Alter `name`, `starts`, `ends`, `source` or `note` of a stage, days as typed. Raises Refused."""
    _require(desk)
    event = elections.working_event(desk)
    with desk.reading() as connection:
        held = _find(connection, desk, event, code)
    made = _typed(held, event, values)
    if "name" in values:
        made = replace(made, name=values["name"].strip())
    stages.check(made)
    changed: dict[str, object] = {name: values[name] for name in ("name", "source", "note") if name in values}
    changed |= _dates(event, values)
    transact(desk, N_("Tahapan"), lambda unit: unit.put(*_key(desk, event, code), changed, seen=seen))


def use(desk: Desk, code: str, in_use: bool) -> None:
    """Leave a stage out of the calendar, or take it in again. Raises Refused."""
    _require(desk)
    event = elections.working_event(desk)
    with desk.reading() as connection:
        _find(connection, desk, event, code)
    label = N_("Tahapan dipakai lagi") if in_use else N_("Tahapan tidak dipakai")
    transact(desk, label, lambda unit: unit.put(*_key(desk, event, code), {"in_use": in_use}))


def whatsapp_text(desk: Desk, found: Calendar | None = None) -> str:
    """The calendar for WhatsApp: what runs, what comes next, and all stages with their days. Indonesian always."""
    shown = found or calendar(desk)
    said = [
        f"*{desk.identity.name}*",
        f"Tahapan {shown.event.name}",
        f"{_day(shown.today)} ({shown.h(shown.today)}), hari pemungutan suara {_day(shown.event.voting_day)}",
    ]
    if shown.running:
        said += ["", "*Sedang berjalan*"]
        said += [f"- {one.name}, sampai {_day(one.ends)} ({shown.h(one.ends)})" for one in shown.running if one.ends]
    if shown.deadlines:
        said += ["", "*Tenggat berikutnya*"]
        for one in shown.deadlines:
            what = "berakhir" if one.is_end else "mulai"
            said.append(f"- {_day(one.day)} ({shown.h(one.day)}): {one.stage.name} {what}")
    said += ["", "*Semua tahapan*"]
    said += [f"- {row.stage.name}: {_span(row)}{_source(row.stage)}" for row in shown.rows]
    return "\n".join(said) + "\n"


def _span(row: StageRow) -> str:
    one = row.stage
    if one.starts is None and one.ends is None:
        return "tanggal belum diisi"
    if one.starts == one.ends:
        return f"{_day(one.starts)} ({row.starts_words})"
    begin = f"{_day(one.starts)} ({row.starts_words})" if one.starts else "(belum diisi)"
    end = f"{_day(one.ends)} ({row.ends_words})" if one.ends else "(belum diisi)"
    return f"{begin} s.d. {end}"


def _source(stage: Stage) -> str:
    return f" [{stage.source}]" if stage.source else ""


def _day(day: date | None) -> str:
    return day.strftime("%d-%m-%Y") if day is not None else ""


def _row(stage: Stage, event: election_rules.Event, today: date) -> StageRow:
    length = (stage.ends - stage.starts).days + 1 if stage.starts and stage.ends else None
    return StageRow(
        stage,
        stages.state_on(stage, today),
        h_words(stage.starts, event.voting_day),
        h_words(stage.ends, event.voting_day),
        length,
    )


def _stages(connection: Connection, desk: Desk, event: election_rules.Event) -> list[Stage]:
    """All stages of an event, with those not in use: the program's first, then the office's own."""
    place = _place(desk)
    row = masters.election(connection, place, event.code)
    base = (row.template if row is not None else None) or event.code
    shipped = stages.shipped(event, elections.template(base if base in elections.TEMPLATES else event.code))
    written = {one.code: one for one in stage_list.stages(connection, place, event.code)}
    found = [_over(one, written.pop(one.code, None), event) for one in shipped]
    return found + [_over(Stage(code, one.name or code), one, event) for code, one in written.items()]


def _over(stage: Stage, row: stage_list.StageRow | None, event: election_rules.Event) -> Stage:
    if row is None:
        return stage
    starts, ends = _written_day(row.starts, row.first_offset, event), _written_day(row.ends, row.last_offset, event)
    own_days = starts is not None or ends is not None
    return Stage(
        stage.code,
        row.name or stage.name,
        starts or stage.starts,
        ends or stage.ends,
        # The source of the program's own days says nothing of days that the office has written.
        row.source or ("" if own_days else stage.source),
        row.note,
        row.in_use is not False,
        own=True,
    )


def _written_day(day: date | None, offset: int | None, event: election_rules.Event) -> date | None:
    if day is not None:
        return day
    return stages.day_at(offset, event.voting_day) if offset is not None else None


def _typed(held: Stage, event: election_rules.Event, values: Mapping[str, str]) -> Stage:
    starts = stages.parse_day(values["starts"], event.voting_day) if "starts" in values else held.starts
    ends = stages.parse_day(values["ends"], event.voting_day) if "ends" in values else held.ends
    return stages.with_days(held, starts, ends)


def _dates(event: election_rules.Event, values: Mapping[str, str]) -> dict[str, object]:
    """The days of a form as they are kept: H-n stays H-n, and moves with voting day."""
    found: dict[str, object] = {}
    for name, offset_name in (("starts", "first_offset"), ("ends", "last_offset")):
        if name not in values:
            continue
        typed = values[name].strip()
        day = stages.parse_day(typed, event.voting_day)
        counted = typed[:1] in ("H", "h")
        found[name] = None if counted or day is None else day.isoformat()
        found[offset_name] = stages.offset_of(day, event.voting_day) if counted and day is not None else None
    return found


def _find(connection: Connection, desk: Desk, event: election_rules.Event, code: str) -> Stage:
    found = next((one for one in _stages(connection, desk, event) if one.code == code), None)
    if found is None:
        raise errors.NotFound(N_("Tahapan “{code}” tidak ada."), code=code)
    return found


def _key(
    desk: Desk, event: election_rules.Event, code: str
) -> tuple[records.RecordType, tuple[str, str, str]]:
    return records.STAGE, (desk.identity.place, event.code, code)


def _require(desk: Desk) -> None:
    territory.require_master(desk, N_("Tahapan"))


def _place(desk: Desk) -> str:
    return places.regency_of(desk.identity.place) or desk.identity.place
