# SPDX-License-Identifier: Apache-2.0
"""A check finds whatever in the file is not what the changes say."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import delete, insert, select, update

from desk_app.base import progress
from desk_app.data import schema
from desk_app.domain import records
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations import answers, checking
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT, VILLAGE, station

_station, _change = schema.by_name["station"], schema.change


def faults(desk: Desk) -> tuple[str, ...]:
    return progress.finish(checking.check(desk)).faults


def fill(desk: Desk) -> None:
    answers.set_answer(desk, station(1), "log.tinta", "1")
    answers.set_answer(desk, station(1), "log.tinta", "2")
    no = transact(desk, "x", lambda unit: unit.create(records.ISSUE, {"event": EVENT, "place": VILLAGE, "title": "a"}))
    transact(desk, "x", lambda unit: unit.delete(records.ISSUE, no))


def test_an_office_in_order_has_no_faults(desk: Desk) -> None:
    fill(desk)
    steps = list(checking.check(desk))
    assert steps
    sound = progress.finish(checking.check(desk))
    assert sound.faults == ()
    with desk.reading() as connection:
        assert sound.changes == len(connection.execute(select(_change.c.key)).all())


def _bytes(connection: sqlalchemy.Connection, key: int) -> bytes:
    body: bytes = connection.execute(select(_change.c.bytes).where(_change.c.key == key)).scalar_one()
    return body


def _last(connection: sqlalchemy.Connection, kind: str) -> int:
    table = schema.by_name[kind]
    latest: int = connection.execute(select(table.c.latest).order_by(table.c.no.desc()).limit(1)).scalar_one()
    return latest


def _alter(connection: sqlalchemy.Connection, body: Callable[[bytes], bytes]) -> None:
    key = _last(connection, "answer")
    connection.execute(update(_change).where(_change.c.key == key).values(bytes=body(_bytes(connection, key))))


HARM: dict[str, tuple[Callable[[sqlalchemy.Connection], Any], str]] = {
    "a value": (lambda c: c.execute(update(_station).values(dpt_male=1)), "station .*dpt_male: row 1"),
    "a name": (lambda c: c.execute(update(_station).where(_station.c.number == 3).values(number=9)), "number: row 9"),
    "a row gone": (lambda c: c.execute(delete(_station).where(_station.c.number == 2)), "has changes and no row"),
    "a row too many": (
        lambda c: c.execute(insert(_station).values(no=5, alive=1, latest=5, event="x", village="y", number=1)),
        "station 5: has a row and no changes"),
    "a deletion hidden": (lambda c: c.execute(update(schema.by_name["issue"]).values(alive=1)), "issue .*alive 1"),
    "a disagreement made up": (
        lambda c: c.execute(insert(schema.conflict).from_select(
            ["record", "field", "type"],
            select(schema.by_name["answer"].c.no, sqlalchemy.literal(2), sqlalchemy.literal(5)))),
        "disagreements"),
    "a head gone": (lambda c: c.execute(delete(schema.head)), "heads of field"),
    "a change gone": (lambda c: c.execute(delete(_change).where(_change.c.key == _last(c, "answer"))), "stream"),
    "a change in the middle gone": (
        lambda c: c.execute(delete(_change).where(_change.c.key == _last(c, "answer") - 1)), "is missing"),
    "a change altered": (lambda c: _alter(c, lambda body: body.replace(b"\x02\x02", b"\x02\x03")), "stream"),
    "a change that cannot be read": (lambda c: _alter(c, lambda body: b"\xff" + body), "change "),
    "a hash altered": (
        lambda c: c.execute(update(schema.stream).where(schema.stream.c.held > 0).values(rolling=bytes(32))), "stream"),
    "a stream renamed": (
        lambda c: c.execute(update(schema.stream).where(schema.stream.c.no == 1).values(id=bytes(16))), "its name"),
    "a length altered": (
        lambda c: c.execute(update(schema.stream).where(schema.stream.c.held > 0).values(held=99)), "stream"),
}


@pytest.mark.parametrize(("harm", "words"), HARM.values(), ids=HARM.keys())
def test_whatever_was_altered_is_found(
    desk: Desk, harm: Callable[[sqlalchemy.Connection], Any], words: str
) -> None:
    fill(desk)
    assert faults(desk) == ()
    with desk.store.writing() as connection:
        harm(connection)
    assert faults(desk) != ()
    assert any(re.search(words, fault) for fault in faults(desk)), faults(desk)


def test_a_damaged_file_is_found(desk: Desk) -> None:
    fill(desk)
    desk.store.close()
    data = bytearray(desk.store.path.read_bytes())
    data[6000] ^= 1
    desk.store.path.write_bytes(data)
    from desk_app.data import database

    assert database.check_file(desk.store.path, desk.data_key) != []


def test_digests_tell_of_each_scope_and_of_all(desk: Desk) -> None:
    fill(desk)
    before, whole = checking.digests(desk), checking.whole_digest(desk)
    answers.set_answer(desk, station(2), "log.tinta", "2")
    after = checking.digests(desk)
    tempe = Scope(EVENT, "73.13.06", ReaderClass.OPEN)
    assert {scope for scope in after if after[scope] != before.get(scope)} == {tempe}
    assert checking.whole_digest(desk) != whole
