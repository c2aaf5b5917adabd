# SPDX-License-Identifier: Apache-2.0
"""Which attachments there are: of a record of any kind, of those shown with it, and those another office may read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import attachments, streams
from desk_app.domain import records
from desk_app.journal.streams import Scope, may_read
from desk_app.operations import answers, duplicates, issues
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


def attach(desk: Desk, record: int, letter: str) -> int:
    values = {"owner": record, "digest": letter.encode() * 32, "name": f"{letter}.jpg", "media": "jpeg", "size": 100}
    return transact(desk, "Lampiran", lambda unit: unit.create(records.ATTACHMENT, values))


def test_of_one_record_in_order_without_those_deleted(desk: Desk) -> None:
    issue, other = issues.new_issue(desk, "Banjir"), issues.new_issue(desk, "Listrik padam")
    numbers = [attach(desk, issue, letter) for letter in "bac"]
    attach(desk, other, "d")
    transact(desk, "x", lambda unit: unit.delete(records.ATTACHMENT, numbers[1]))
    with desk.reading() as connection:
        found = attachments.of_record(connection, issue)
        assert [(one.name, one.digest) for one in found] == [("b.jpg", b"b" * 32), ("c.jpg", b"c" * 32)]
        assert found[0].author.operator == "Andi"
        assert {one.digest for one in attachments.every(connection)} == {b"b" * 32, b"c" * 32, b"d" * 32}
        gone = attachments.one(connection, numbers[1])
        assert gone is not None
        assert gone.name == "a.jpg"
        assert attachments.one(connection, 12345) is None


def test_what_its_box_holds_is_told_as_it_stands(desk: Desk) -> None:
    issue = issues.new_issue(desk, "Banjir")
    plain, boxed = attach(desk, issue, "a"), attach(desk, issue, "b")
    transact(desk, "x", lambda unit: unit.set(records.ATTACHMENT, boxed, {"sealed": b"box"}))
    with desk.reading() as connection:
        assert {one.no: one.sealed for one in attachments.of_record(connection, issue)} == {plain: b"", boxed: b"box"}


def test_of_a_record_with_a_natural_key_named_by_any_of_its_changes(desk: Desk) -> None:
    answer = answers.set_answer(desk, small_offices.station(1), "log.formulir", "S")
    attach(desk, answer, "a")
    answers.set_answer(desk, small_offices.station(1), "log.formulir", "B")
    with desk.reading() as connection:
        later = connection.exec_driver_sql(f"SELECT max(key) FROM change WHERE record = {answer}").scalar_one()
    assert later != answer
    attach(desk, later, "b")  # as it looks from an office whose first change of the answer was another one
    with desk.reading() as connection:
        assert [one.name for one in attachments.of_record(connection, answer)] == ["a.jpg", "b.jpg"]


def test_those_of_a_merged_record_are_shown_with_the_one_that_is_kept(desk: Desk) -> None:
    kept, other = issues.new_issue(desk, "Banjir"), issues.new_issue(desk, "Banjir lagi")
    attach(desk, kept, "a")
    attach(desk, other, "b")
    duplicates.merge(desk, kept, [other])
    with desk.reading() as connection:
        assert [one.name for one in attachments.of_record(connection, kept)] == ["a.jpg", "b.jpg"]
    duplicates.separate(desk, other)
    with desk.reading() as connection:
        assert [one.name for one in attachments.of_record(connection, kept)] == ["a.jpg"]


def test_what_goes_with_a_package_is_what_was_not_said_to_be_there(desk: Desk) -> None:
    issue = issues.new_issue(desk, "Banjir")
    attach(desk, issue, "a")
    with desk.reading() as connection:
        said = {one.id: one.held for one in streams.all_streams(connection)}
    attach(desk, issue, "b")

    def above(scope: Scope) -> bool:
        return may_read("73.13", scope)

    def beside(scope: Scope) -> bool:
        return may_read("73.13.07", scope)

    with desk.reading() as connection:
        assert [one.digest[:1] for one in attachments.beyond(connection, above, said)] == [b"b"]
        assert [one.digest[:1] for one in attachments.beyond(connection, above, {})] == [b"a", b"b"]
        assert attachments.beyond(connection, beside, {}) == []
        assert [one.size for one in attachments.readable(connection, above)] == [100, 100]
        assert attachments.readable(connection, beside) == []
        assert [one.digest[:1] for one in attachments.of_digests(connection, [b"b" * 32, bytes(32)])] == [b"b"]
