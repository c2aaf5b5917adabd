# SPDX-License-Identifier: Apache-2.0
"""PSU, PSSU, PSL, PSS: noted for one TPS or several at once, followed until each was held or not held, listed (T9).

The desk notes what Bawaslu recommends, what KPU or the court orders and what was done; it orders nothing itself. The
days that are left are reckoned with the office's own settings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.data import arrivals, revote_list, unit_of_work
from desk_app.domain import errors, places, records, revotes, words
from desk_app.operations import days, elections, settings, territory
from desk_app.operations import places as finding
from desk_app.operations.change_settings import set_many
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Kind = revotes.Kind
State = revotes.State
Basis = revotes.Basis
Limit = revotes.Limit
Due = revotes.Due

FIELDS = (
    "kind",
    "cause",
    "issue",
    "ordered_by",
    "basis",
    "ordered_on",
    "planned_on",
    "held_on",
    "reason",
    "voters",
    "users",
    "note",
)
"""What can be written at will; the state follows from the verbs."""

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class RevoteRow:
    """One record. Days are ISO text, "" while unknown. `dpt`: of the TPS now; `voters`: when it was held.

    `state` and `kind` are codes, also ones that only a newer version knows; `count`: how the days stand. `seen`: what a
    save from a form with these values tells that it had seen.
    """

    no: int
    place: str
    place_label: str
    district: str
    kind: str
    state: str
    cause: str
    ordered_by: str
    basis: str
    ordered_on: str
    planned_on: str
    held_on: str
    reason: str
    voters: int | None
    users: int | None
    dpt: int | None
    note: str
    issue: int
    issue_number: str
    count: revotes.Count
    seen: int | None = field(default=None, compare=False)

    @property
    def kind_label(self) -> str:
        """The kind as it is abbreviated everywhere: "PSU"."""
        return self.kind.upper()

    @property
    def state_label(self) -> str:
        """Where it stands (a msgid); the code itself where only a newer version knows it."""
        return revotes.STATE_LABELS[State(self.state)] if self.state in set(State) else self.state

    @property
    def basis_label(self) -> str:
        """Whose it rests on (a msgid)."""
        return revotes.BASIS_LABELS[Basis(self.ordered_by)] if self.ordered_by in set(Basis) else self.ordered_by

    @property
    def is_open(self) -> bool:
        """Whether it waits to be held."""
        return self.state in set(revotes.OPEN)

    @property
    def due(self) -> Due:
        """Whether it waits with its limit over, or close."""
        return self.count.due if self.is_open else Due.NONE


def rows(desk: Desk, area: str = "", *, issue: int = 0, open_only: bool = False) -> list[RevoteRow]:
    """The records of the office's area or of one region, by place; those of one issue."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = revote_list.rows(connection, event, area or desk.identity.place, issue)
    labels = finding.full_labels(desk, [row.place for row in found if row.place])
    kept = limits(desk)
    voting_day = elections.working_event(desk).voting_day
    today = days.today(desk)
    made = [_row(row, labels, kept, voting_day, today, seen) for row in found]
    return [row for row in made if row.is_open or not open_only]


def record(desk: Desk, no: int) -> RevoteRow:
    """One of them. Raises NotFound."""
    found = next((row for row in rows(desk) if row.no == no), None)
    if found is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return found


def note(desk: Desk, subjects: Sequence[str], kind: Kind, **values: Any) -> list[int]:
    """Note it for one or several TPS together: one record each, undone as one. Returns their numbers.

    `values`: other `FIELDS`, and `state` (recommended, unless a decision is named). Raises Refused, also where one of
    that kind stands open for a TPS already.
    """
    if not subjects:
        raise errors.Refused(N_("Pilih TPS-nya."))
    if len(subjects) > MOST_AT_ONCE:
        raise errors.Refused(N_("Paling banyak {most} TPS sekaligus."), most=MOST_AT_ONCE)
    state = State(values.pop("state", "") or _first_state(values))
    checked = _checked(values)
    revotes.check(
        state,
        held_on=str(checked.get("held_on") or ""),
        reason=str(checked.get("reason") or ""),
        ordered_on=str(checked.get("ordered_on") or ""),
        basis=str(checked.get("basis") or ""),
    )
    event = settings.event_code(desk)
    wanted = [_station(desk, subject) for subject in dict.fromkeys(subjects)]

    def work(unit: unit_of_work.Unit) -> list[int]:
        made = []
        for place in wanted:
            if unit.find(records.STATION, (event, place.code, place.number)) is None:
                raise errors.NotFound(
                    N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."),
                    number=place.number,
                    village=place.code,
                )
            if state in revotes.OPEN and revote_list.standing(unit.connection, event, place.subject, kind.value):
                raise errors.Refused(
                    N_("{kind} untuk {subject} sudah dicatat dan belum selesai."),
                    kind=kind.value.upper(),
                    subject=place.subject,
                )
            filled = {**checked, "event": event, "place": place.subject, "kind": kind.value, "state": state.value}
            made.append(unit.create(records.REVOTE, filled))
        return made

    return transact(desk, N_("PSU/PSSU/PSL/PSS dicatat"), work)


def edit(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`. `seen`: as the form was filled; what came in since stands beside."""
    checked = _checked(values)
    return transact(
        desk, records.REVOTE.label, lambda unit: unit.set(records.REVOTE, no, checked, seen=seen)
    )


def note_ordered(
    desk: Desk, numbers: Sequence[int], basis: str = "", ordered_on: str = "", ordered_by: Basis | None = None
) -> None:
    """Note that KPU (or the court) has ordered it."""
    values = {"basis": basis, "ordered_on": ordered_on, "ordered_by": ordered_by.value if ordered_by else ""}
    _move(desk, numbers, State.ORDERED, {name: value for name, value in values.items() if value})


def note_held(
    desk: Desk, numbers: Sequence[int], held_on: str, voters: int | None = None, users: int | None = None
) -> None:
    """Note that it was held, on which day; DPT and users may follow later."""
    values: dict[str, Any] = {"held_on": held_on, "voters": voters, "users": users}
    _move(desk, numbers, State.HELD, {name: value for name, value in values.items() if value not in (None, "")})


def note_not_held(desk: Desk, numbers: Sequence[int], reason: str) -> None:
    """Note that it will not be or was not held, and why."""
    _move(desk, numbers, State.NOT_HELD, {"reason": reason})


def note_waiting(desk: Desk, numbers: Sequence[int]) -> None:
    """Take back that it was held or dropped: it waits again."""
    _move(desk, numbers, State.ORDERED, {}, checks=False)


def delete(desk: Desk, numbers: Sequence[int]) -> None:
    """Strike out what was noted by mistake; it stays in the history."""

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            unit.delete(records.REVOTE, no)

    transact(desk, N_("Catatan PSU/PSSU/PSL/PSS dihapus"), work)


def limits(desk: Desk) -> dict[Limit, int | None]:
    """How many days the office counts, by kind; None where it has set none. That of PSU begins as the event has it."""
    found: dict[Limit, int | None] = {}
    for limit in Limit:
        kept = settings.get(desk, f"revote_days_{limit.value}").strip()
        if kept.isascii() and kept.isdigit():
            found[limit] = int(kept) or None
        else:
            found[limit] = elections.working_event(desk).revote_days if limit is Limit.REPEATED else None
    return found


def set_limits(desk: Desk, given: Mapping[Limit, str]) -> None:
    """Set how many days the office counts; empty: none. Raises Refused."""
    values = {}
    for limit, text in given.items():
        days_ = revotes.parse_limit(text)
        values[f"revote_days_{limit.value}"] = "0" if days_ is None else str(days_)
    set_many(desk, values)


def summary(found: Sequence[RevoteRow]) -> list[tuple[str, dict[State, int]]]:
    """How many of each kind stand where; kinds without any are left out."""
    told = []
    for kind in Kind:
        of_kind = [row for row in found if row.kind == kind.value]
        if of_kind:
            told.append((kind.value.upper(), {state: sum(row.state == state for row in of_kind) for state in State}))
    return told


HEADINGS = (
    "No",
    "Jenis",
    "TPS",
    "Kecamatan",
    "Sebab",
    "Dasar",
    "Nomor surat/keputusan",
    "Tanggal dasar",
    "Rencana",
    "Dilaksanakan",
    "Keadaan",
    "DPT",
    "Pengguna hak pilih",
    "Permasalahan",
    "Catatan",
)
"""The headings of table T9, as it goes to a spreadsheet: Indonesian always."""


def table(found: Sequence[RevoteRow]) -> list[list[str | int | None]]:
    """Table T9 as cells under `HEADINGS`."""
    return [
        [
            number,
            row.kind_label,
            row.place_label.removesuffix(f", {row.district}"),
            row.district,
            row.cause,
            row.basis_label,
            row.basis,
            _written(row.ordered_on),
            _written(row.planned_on),
            _written(row.held_on),
            row.state_label if not row.reason else f"{row.state_label}: {row.reason}",
            row.voters if row.voters is not None else row.dpt,
            row.users,
            row.issue_number,
            row.note,
        ]
        for number, row in enumerate(found, 1)
    ]


def whatsapp_text(desk: Desk, found: Sequence[RevoteRow], most: int = 30) -> str:
    """Table T9 as plain text for WhatsApp, Indonesian always."""
    said = [f"*{desk.identity.name}*", "PSU/PSSU/PSL/PSS", ""]
    for kind, tally in summary(found):
        parts = [f"{revotes.STATE_LABELS[state].lower()} {count}" for state, count in tally.items() if count]
        said.append(f"*{kind}*: {sum(tally.values())} TPS ({', '.join(parts)})")
    if not found:
        said.append("NIHIL")
    for number, row in enumerate(found[:most], 1):
        held = row.held_on or row.planned_on
        when = f", {'dilaksanakan' if row.held_on else 'rencana'} {_written(held)}" if held else ""
        said.append(f"{number}. {row.kind_label} {row.place_label} – {row.state_label.lower()}{when}")
    if len(found) > most:
        said.append(f"… dan {len(found) - most} lainnya")
    return "\n".join(said) + "\n"


def _move(desk: Desk, numbers: Sequence[int], state: State, values: dict[str, Any], *, checks: bool = True) -> None:
    checked = _checked(values)

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            held = dict(unit.values(records.REVOTE, no)) | checked
            if checks:
                revotes.check(
                    state,
                    held_on=str(held.get("held_on") or ""),
                    reason=str(held.get("reason") or ""),
                    ordered_on=str(held.get("ordered_on") or ""),
                    basis=str(held.get("basis") or ""),
                )
            unit.set(records.REVOTE, no, {**checked, "state": state.value})

    transact(desk, records.REVOTE.label, work)


def _first_state(values: Mapping[str, Any]) -> State:
    ordered = values.get("ordered_by") in (Basis.COMMISSION.value, Basis.COURT.value)
    return State.ORDERED if ordered and (values.get("basis") or values.get("ordered_on")) else State.RECOMMENDED


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    for name in checked:
        if name not in FIELDS:
            raise ValueError(f"a revote has no field {name} to write")
    if checked.get("kind"):
        checked["kind"] = revotes.parse_kind(str(checked["kind"])).value
    if checked.get("ordered_by") and checked["ordered_by"] not in set(Basis):
        raise errors.Refused(N_("Pilih dasar dari daftar."))
    if "issue" in checked:
        checked["issue"] = checked["issue"] or None
    return checked


def _station(desk: Desk, subject: str) -> places.Place:
    place = territory.require_own(desk, subject)
    if place.kind is not places.Kind.TPS:
        raise errors.Refused(N_("PSU, PSSU, PSL, dan PSS dicatat per TPS: {subject} bukan TPS."), subject=subject)
    return place


def _written(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y") if day else ""


def _row(
    row: Any,
    labels: Mapping[str, str],
    kept: Mapping[Limit, int | None],
    voting_day: date,
    today: date,
    seen: int,
) -> RevoteRow:
    kind = Kind(row.kind) if row.kind in set(Kind) else Kind.REPEATED
    basis = Basis(row.ordered_by) if row.ordered_by in set(Basis) else None
    count = revotes.count_days(
        kind,
        basis,
        voting_day=voting_day,
        ordered_on=date.fromisoformat(row.ordered_on) if row.ordered_on else None,
        held_on=date.fromisoformat(row.held_on) if row.held_on else None,
        today=today,
        limits=kept,
    )
    label = labels.get(row.place, row.place or "")
    return RevoteRow(
        no=row.no,
        place=row.place or "",
        place_label=label,
        district=label.rsplit(", ", 1)[-1] if ", " in label else "",
        kind=row.kind or "",
        state=row.state or State.RECOMMENDED.value,
        cause=row.cause or "",
        ordered_by=row.ordered_by or "",
        basis=row.basis or "",
        ordered_on=row.ordered_on or "",
        planned_on=row.planned_on or "",
        held_on=row.held_on or "",
        reason=row.reason or "",
        voters=row.voters,
        users=row.users,
        dpt=row.dpt,
        note=row.note or "",
        issue=row.issue_no or row.issue or 0,
        issue_number=row.issue_number or "",
        count=count,
        seen=seen,
    )
