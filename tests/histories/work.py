# SPDX-License-Identifier: Apache-2.0
"""What operators do at an office, through `operations` alone; a refusal in words is no fault."""

import contextlib
import random
from collections.abc import Callable
from typing import Any

from desk_app.data.unit_of_work import Unit
from desk_app.domain import answers as rules
from desk_app.domain import errors, places, records
from desk_app.domain.activities import Part
from desk_app.domain.records import FieldKind, Reach
from desk_app.operations import (
    activities,
    activity_people,
    answers,
    change_settings,
    disagreements,
    duplicates,
    history,
    import_undo,
    issue_deeds,
    issues,
    logbook,
    logistics,
    reasons,
    stations,
    succession,
    tasks,
    team_changes,
    teams,
    visits,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.histories import prepared, reading, versions
from tests.histories.prepared import EVENT

YES_NO, NUMBER = "log.formulir", "log.tinta"
TEXTS = ("", "hujan", "Lokasi kebanjiran", "é", "kotak suara kurang satu")
SECRET = "rahasia-kantor"
"""Marks what stays in its own office."""

REGISTERS = [
    declared
    for declared in records.TYPES.values()
    if declared.name not in ("region", "election", "station", "office", "operator", "setting", "decision", "attachment")
]
"""The kinds of record that are written as declared, whatever their own verbs ask for."""

PARENTS = records.NAMES | {"paper": records.PRINTED}
"""The kind of record that a field names on which the record hangs: by the field's own name, if not as said here."""

Doing = Callable[[Desk, random.Random], object]


def do(what: str, desk: Desk, dice: random.Random) -> None:
    """Do one thing that an operator may do; what is refused leaves nothing behind."""
    with contextlib.suppress(errors.Refused):
        DOINGS[what](desk, dice)


def _village(desk: Desk, dice: random.Random) -> str:
    place = desk.identity.place
    district = place if places.level_of(place) is places.Level.DISTRICT else dice.choice(_districts(desk))
    return dice.choice(prepared.villages(district))


def _districts(desk: Desk) -> list[str]:
    """The kecamatan that are here: those of which the master data tell."""
    found = {row["code"] for row in reading.see(desk).rows[records.REGION.no].values() if len(row["code"]) == 8}
    return sorted(found)


def _marked(desk: Desk, dice: random.Random) -> str:
    """A text that tells which office wrote it."""
    return f"{dice.choice(TEXTS)} ({desk.identity.place} {dice.randrange(1000)})"


def _station(desk: Desk, dice: random.Random) -> str:
    village = _village(desk, dice).replace(".2002", ".1001")
    return places.station_subject(village, dice.randint(1, prepared.STATIONS))


def answer(desk: Desk, dice: random.Random) -> None:
    if dice.random() < 0.5:
        value: Any = dice.choice((rules.Mark.DONE, rules.Mark.NOT_YET, None))
        answers.set_answer(desk, _station(desk, dice), YES_NO, value)
    else:
        note = _marked(desk, dice) if dice.random() < 0.5 else None
        answers.set_answer(desk, _station(desk, dice), NUMBER, dice.choice((1, 2, 3, None)), note=note)


def column(desk: Desk, dice: random.Random) -> None:
    """A whole column at once: of so many changes alike the receiver makes short work."""
    village = _village(desk, dice).replace(".2002", ".1001")
    many = dice.randint(8, prepared.STATIONS)
    value: Any = dice.choice((2, 4, 6))
    subjects = [places.station_subject(village, number) for number in range(1, many + 1)]
    answers.set_answers(desk, [(one, NUMBER, value, None) for one in subjects])


def same_station(desk: Desk, dice: random.Random) -> None:
    """One of three new TPS of the kecamatan: two offices that add it add one."""
    village = _village(desk, dice).replace(".1001", ".2002")
    values = {"dpt_male": dice.choice((None, 100, 120)), "site": dice.choice((None, "SDN 1", "Aula"))}
    stations.create_station(desk, village, dice.randint(1, 3), values)


def edit_station(desk: Desk, dice: random.Random) -> None:
    every = {
        "dpt_male": dice.choice((None, 0, 90, 110)),
        "dpt_female": dice.choice((None, 95, 115)),
        "site": dice.choice((None, "SDN 1", "Aula", "é")),
        "note": dice.choice((None, _marked(desk, dice))),
        "risk": dice.choice((None, "rawan", "khusus")),
    }
    chosen = dice.sample(sorted(every), dice.randint(1, 3))
    stations.edit_station(desk, _any_station(desk, dice), {name: every[name] for name in chosen})


def _any_station(desk: Desk, dice: random.Random) -> str:
    if dice.random() < 0.4:
        return places.station_subject(_village(desk, dice).replace(".1001", ".2002"), dice.randint(1, 3))
    return _station(desk, dice)


def new_issue(desk: Desk, dice: random.Random) -> None:
    place = _station(desk, dice) if dice.random() < 0.6 else ""
    issues.new_issue(desk, _marked(desk, dice), place, impact=dice.choice(TEXTS) or None)


def edit_issue(desk: Desk, dice: random.Random) -> None:
    no = _one(desk, dice, records.ISSUE)
    match dice.randrange(4):
        case 0:
            issues.edit_issue(desk, no, title=_marked(desk, dice))
        case 1:
            secret = dice.choice((True, False, None))
            issues.edit_issue(desk, no, impact=dice.choice(TEXTS) or None, confidential=secret)
        case 2:
            issue_deeds.give_advice(desk, no, _marked(desk, dice))
        case _:
            issue_deeds.follow_up(desk, no, _marked(desk, dice))


def book(desk: Desk, dice: random.Random) -> None:
    if dice.random() < 0.6:
        logbook.add_line(desk, _marked(desk, dice))
    else:
        logbook.edit_line(desk, _one(desk, dice, records.LOG_ENTRY), text=_marked(desk, dice))


def team(desk: Desk, dice: random.Random) -> None:
    """Master data, which go down to all; two with the same number may be made at two offices."""
    match dice.randrange(4):
        case 0:
            teams.new_team(desk, dice.randint(2, 4), name=_marked(desk, dice))
        case 1:
            teams.edit_team(desk, _one(desk, dice, records.TEAM), name=_marked(desk, dice))
        case 2:
            teams.new_member(desk, "Camat", team=_one(desk, dice, records.TEAM), person="Andi", nip="1980")
        case _:
            teams.edit_member(desk, _one(desk, dice, records.MEMBER), person=f"Nama {dice.randrange(4)}")


def hanging(desk: Desk, dice: random.Random) -> None:
    """What is nothing without an activity or a shipment: added, altered, deleted with it or by itself."""
    match dice.randrange(8):
        case 0:
            no = activities.new_activity(desk, _marked(desk, dice), place=_village(desk, dice))
            activity_people.add_person(desk, no, Part.GUEST, name=f"Nama {dice.randrange(4)}")
        case 1:
            no = _one(desk, dice, records.ACTIVITY)
            activity_people.add_person(desk, no, Part.GUEST, name=f"Nama {dice.randrange(4)}")
        case 2:
            visits.add_visits(desk, _one(desk, dice, records.ACTIVITY), [_station(desk, dice)])
        case 3:
            activity_people.mark_present(desk, [_one(desk, dice, records.ATTENDANCE)], dice.choice((True, False)))
        case 4:
            activities.delete_activity(desk, _one(desk, dice, records.ACTIVITY))
        case 5:
            goods = {"log.kotak.ppwp": {"planned": dice.randint(1, 4)}}
            logistics.new_shipment(desk, f"{_village(desk, dice)}/pps", goods)
        case 6:
            item = dice.choice(("log.kotak.ppwp", "log.bilik"))
            logistics.set_line(desk, _one(desk, dice, records.SHIPMENT), item, received=dice.randint(0, 4))
        case _:
            logistics.delete_shipment(desk, _one(desk, dice, records.SHIPMENT))


def succeed(desk: Desk, dice: random.Random) -> None:
    """Members are replaced where teams are kept, and given issues and tasks anywhere; what is left is handed over."""
    match dice.randrange(6):
        case 0:
            team_changes.replace_member(desk, _one(desk, dice, records.MEMBER), person=f"Nama {dice.randrange(4)}")
        case 1:
            team_changes.end_member(desk, _one(desk, dice, records.MEMBER))
        case 2:
            team_changes.call_back(desk, _one(desk, dice, records.MEMBER))
        case 3:
            issues.edit_issue(desk, _one(desk, dice, records.ISSUE), pic=_any_member(desk, dice))
        case 4:
            tasks.new_task(desk, _marked(desk, dice), member=_any_member(desk, dice))
        case _:
            left = succession.left(desk)
            if left:
                succession.hand_over(desk, dice.choice(left).member, dice.choice((0, _any_member(desk, dice))))


def _any_member(desk: Desk, dice: random.Random) -> int:
    """A member of the kabupaten's teams, here or above."""
    held = sorted(reading.see(desk).rows[records.MEMBER.no])
    if not held:
        raise errors.NotFound("tidak ada")
    return dice.choice(held)


def reason(desk: Desk, dice: random.Random) -> None:
    """A check of too many ballots is let pass, or asks again."""
    place, check = _station(desk, dice), "K-004.dpr@h-1"
    match dice.randrange(3):
        case 0:
            answers.set_answer(desk, place, "log.suara.dpr", dice.choice((900, 901)))
            reasons.accept(desk, place, check, _marked(desk, dice), phase=-1)
        case 1:
            reasons.accept(desk, place, check, _marked(desk, dice), phase=-1)
        case _:
            reasons.withdraw(desk, place, check)


def own_setting(desk: Desk, dice: random.Random) -> None:
    """What belongs to this office alone."""
    change_settings.set_many(desk, {"second_backup": ""})
    transact(
        desk,
        "Pengaturan",
        lambda unit: unit.put(
            records.SETTING, (desk.identity.place, "uji"), {"value": f"{SECRET} {desk.identity.place} {dice.random()}"}
        ),
    )


def delete(desk: Desk, dice: random.Random) -> None:
    kind = dice.choice((records.STATION, records.STATION, records.ISSUE, records.LOG_ENTRY, records.MEMBER))
    no = _one(desk, dice, kind)
    match kind.name:
        case "station":
            row = reading.see(desk).rows[kind.no][no]
            stations.delete_station(desk, places.station_subject(row["village"], row["number"]))
        case "issue":
            issues.delete_issue(desk, no)
        case "log_entry":
            logbook.delete_line(desk, no)
        case _:
            teams.remove_member(desk, no)


def undelete(desk: Desk, dice: random.Random) -> None:
    """Bring back what was deleted: a TPS by adding it again, the rest as a decision would."""
    kind = dice.choice((records.STATION, records.STATION, records.ISSUE, records.LOG_ENTRY))
    gone = [no for no, row in sorted(reading.see(desk).rows[kind.no].items()) if row["alive"] != 1]
    if gone:
        no = dice.choice(gone)
        _require_own_scope(desk, no)
        transact(desk, "Dikembalikan", lambda unit: unit.undelete(kind, no))


def resolve(desk: Desk, dice: random.Random) -> None:
    found = disagreements.open_ones(desk)
    if not found:
        return
    one = dice.choice(found)
    _require_own_scope(desk, one.record)
    value = dice.choice([side.value for side in one.sides]) if one.field else dice.random() < 0.5
    disagreements.decide(desk, one.record, one.kind, one.field, value)


def double(desk: Desk, dice: random.Random) -> None:
    """Say of records that look like one that they are one, or that they are not."""
    found = [one for one in duplicates.clashes(desk) if all(_is_own(desk, reading.see(desk), no) for no in one.key)]
    if not found:
        return
    one = dice.choice(found)
    if one.merging and dice.random() < 0.6:
        keep = dice.choice(one.key)
        duplicates.merge(desk, keep, [no for no in one.key if no != keep])
    elif dice.random() < 0.5:
        duplicates.tell_apart(desk, one.key)
    else:
        duplicates.separate(desk, dice.choice(one.key))


def undo(desk: Desk, dice: random.Random) -> None:
    history.undo(desk, even_if_sent=True)


def redo(desk: Desk, dice: random.Random) -> None:
    history.redo(desk)


def undo_import(desk: Desk, dice: random.Random) -> None:
    with reading.plainly(desk) as driver:
        rows = driver.execute("SELECT no FROM arrival WHERE kind = 'import' ORDER BY no DESC LIMIT 3").fetchall()
    if rows:
        import_undo.undo_import(desk, dice.choice(rows)[0])


def newer_work(desk: Desk, dice: random.Random) -> None:
    """What only a newer version can type; an older one types an answer meanwhile."""
    if records.TYPES is not versions.TYPES:
        answer(desk, dice)
        return
    village = _village(desk, dice).replace(".2002", ".1001")
    number = dice.randint(1, 3)
    texts = _marked(desk, dice)

    def work(unit: Unit) -> None:
        match dice.randrange(5):
            case 0 | 1:
                key = EVENT, village, number
                unit.put(versions.SURVEY, key, {"ramp": dice.choice((True, False)), "remark": dice.choice(TEXTS)})
            case 2:
                unit.create(versions.VISIT, {"event": EVENT, "place": village, "remark": texts})
            case 3:
                unit.put(versions.STATION, (EVENT, village, number), {"light": dice.choice(("genset", "lampu", None))})
            case _:
                unit.set(versions.ISSUE, _one(desk, dice, records.ISSUE), {"urgent": dice.choice((True, False))})

    transact(desk, "Versi baru", work)


def register(desk: Desk, dice: random.Random) -> None:
    """Any other kind of record, as its declaration allows: made, altered or deleted."""
    kind = dice.choice(REGISTERS)
    match dice.randrange(5):
        case 0:
            no = _one(desk, dice, kind)
            values = _drawn(desk, dice, kind)
            transact(desk, kind.label, lambda unit: unit.set(kind, no, values))
        case 1:
            no = _one(desk, dice, kind)
            transact(desk, kind.label, lambda unit: unit.delete(kind, no))
        case _:
            _write(desk, dice, kind)


def _write(desk: Desk, dice: random.Random, kind: records.RecordType) -> None:
    values = _drawn(desk, dice, kind)
    if kind.key:
        place = _village(desk, dice) if dice.random() < 0.7 else desk.identity.place
        named: dict[str, Any] = {"event": EVENT, "place": place, "subject": place, "village": _village(desk, dice)}
        key = tuple(
            named.get(one.name) or (dice.randint(1, 3) if one.kind is FieldKind.NUMBER else _day_or_code(dice, one))
            for one in kind.key
        )
        transact(desk, kind.label, lambda unit: unit.put(kind, key, values))
        return
    for one in kind.fields:
        if one.name == "event":
            values["event"] = EVENT
        elif one.name == kind.place_field:
            values[one.name] = _village(desk, dice) if dice.random() < 0.8 else None
        elif one.name == kind.parent:
            values[one.name] = _one(desk, dice, PARENTS[one.name])
    transact(desk, kind.label, lambda unit: unit.create(kind, values))


def _drawn(desk: Desk, dice: random.Random, kind: records.RecordType) -> dict[str, Any]:
    """Some fields, those left out that say to which scope it belongs."""
    fixed = {"event", kind.place_field, kind.parent}
    free = [one for one in kind.fields if one.name not in fixed]
    private = kind.reach in (Reach.INTERNAL, Reach.CONFIDENTIAL)
    found: dict[str, Any] = {}
    for one in dice.sample(free, min(len(free), dice.randint(1, 3))):
        match one.kind:
            case FieldKind.TEXT if private and one.most >= 40:
                found[one.name] = f"{SECRET} {desk.identity.place} {dice.randrange(9)}"
            case FieldKind.TEXT:
                found[one.name] = dice.choice(TEXTS)[: one.most] or None
            case FieldKind.NUMBER:
                found[one.name] = dice.choice((None, one.least, one.least + 1, one.least + dice.randrange(1, 9)))
            case FieldKind.FLAG:
                found[one.name] = dice.choice((None, True, False))
            case FieldKind.CODE:
                found[one.name] = dice.choice(one.choices)
            case FieldKind.DATE:
                found[one.name] = _day_or_code(dice, one)
            case FieldKind.MOMENT:
                found[one.name] = dice.choice((None, 1_707_800_400, 1_707_804_000))
            case FieldKind.RECORD:
                found[one.name] = _one(desk, dice, dice.choice((records.ISSUE, records.MEMBER, records.STATION)))
    return found


def _day_or_code(dice: random.Random, one: records.Field) -> str:
    return f"2024-02-{dice.randint(13, 15)}" if one.kind is FieldKind.DATE else dice.choice(("a", "b", "log.tinta"))


def _one(desk: Desk, dice: random.Random, kind: records.RecordType) -> int:
    """A living record of a kind that this office may write about. Raises NotFound."""
    seen = reading.see(desk)
    living = [no for no, row in sorted(seen.rows[kind.no].items()) if row["alive"] == 1 and _is_own(desk, seen, no)]
    if not living:
        raise errors.NotFound("tidak ada")
    return dice.choice(living)


def _is_own(desk: Desk, seen: reading.Seen, no: int) -> bool:
    scope = seen.streams[seen.dot(no).stream].scope
    return scope is not None and places.is_within(scope.place, desk.identity.place)


def _require_own_scope(desk: Desk, no: int) -> None:
    if not _is_own(desk, reading.see(desk), no):
        raise errors.NotPermitted("di luar wilayah")


DOINGS: dict[str, Doing] = {
    one.__name__: one
    for one in (
        answer, column, same_station, edit_station, new_issue, edit_issue, book, team, own_setting, delete, undelete,
        resolve, double, undo, redo, undo_import, newer_work, register, hanging, succeed, reason,
    )
}  # fmt: skip
