# SPDX-License-Identifier: Apache-2.0
"""What comes in: one bad stream holds up no other, a group is whole or not at all, and a long run comes in slices."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.data import arrivals, arriving, aside, receiving, schema, sending
from desk_app.data.aside import Reason
from desk_app.domain import errors, records
from desk_app.journal.change import Change, ChangeKind, Value
from desk_app.journal.streams import Dot, ReaderClass, Scope
from tests.data import offices, written
from tests.data.offices import EVENT, VILLAGE, Office
from tests.data.written import STATION, TEMPE, Written, take

MakeOffice = Callable[[str], Office]
OTHER = b"o" * 16
BELAWA = Scope(EVENT, "73.13.07", ReaderClass.OPEN)
UNHEARD = Dot(b"u" * 16, 3)


@pytest.fixture
def wajo(office: MakeOffice) -> Office:
    return office("73.13")


def rows(one: Office, declared: records.RecordType = records.STATION) -> list[Any]:
    with one.store.reading() as connection:
        return list(connection.execute(select(schema.tables[declared.no])))


def values(one: Office, field: str = "dpt_male") -> dict[int, Any]:
    return {row.number: getattr(row, field) for row in rows(one)}


def unread(one: Office) -> set[tuple[int, int]]:
    with one.store.reading() as connection:
        return {(row.type, row.field) for row in connection.execute(select(schema.unread))}


def station(number: int) -> tuple[str, str, int]:
    return (EVENT, VILLAGE, number)


def good(number: int = 9) -> Written:
    """Another stream of the same package, with nothing wrong in it."""
    made = Written(OTHER)
    made.create({1: 7}, station(number))
    return made


def wrong_depth(one: Written) -> None:
    one.set({1: 8}, one.create({1: 7}, station(2)), key=station(2), depth=5)


def wrong_depth_of_a_first_change(one: Written) -> None:
    one.create({1: 7}, station(2), depth=3)


def another_place(one: Written) -> None:
    one.create({1: 7}, (EVENT, "73.13.07.1001", 2))


def another_election(one: Written) -> None:
    one.create({1: 7}, ("pilkada-2024", VILLAGE, 2))


def no_name(one: Written) -> None:
    one.create({1: 7}, (EVENT, VILLAGE, "2"))


def no_change(one: Written) -> None:
    one.add_bytes(b"\x83\x01\x03\x18\x05")


def another_kind(one: Written) -> None:
    issue = one.create({1: EVENT, 3: VILLAGE, 4: "Banjir"}, None, type=records.ISSUE.no)
    one.set({4: "x"}, key=issue, depth=1, type=records.FOLLOW_UP.no)


def an_unknown_kind_for_a_known_one(one: Written) -> None:
    issue = one.create({1: EVENT, 3: VILLAGE, 4: "Banjir"}, None, type=records.ISSUE.no)
    one.set({4: "x"}, issue, key=issue, type=999)


def itself_replaced(one: Written) -> None:
    one.set({1: 7}, Dot(one.id, 2), key=station(2))


def moved_to_another_place(one: Written) -> None:
    issue = one.create({1: EVENT, 3: VILLAGE, 4: "Banjir"}, None, type=records.ISSUE.no)
    one.set({3: "73.13.07.1001"}, issue, key=issue, type=records.ISSUE.no)


def moved_to_another_election(one: Written) -> None:
    issue = one.create({1: EVENT, 3: VILLAGE, 4: "Banjir"}, None, type=records.ISSUE.no)
    one.set({1: "pilkada-2024"}, issue, key=issue, type=records.ISSUE.no)


def a_deletion_of_nothing(one: Written) -> None:
    one.add(Change(ChangeKind.DELETE, records.ISSUE.no, None))


def a_record_without_a_place_that_can_be(one: Written) -> None:
    one.create({2: 1}, (EVENT, f"{VILLAGE}-5", "log.tinta"), type=records.ANSWER.no)


BAD = {
    wrong_depth: Reason.DEPTH,
    wrong_depth_of_a_first_change: Reason.DEPTH,
    itself_replaced: Reason.DEPTH,
    another_place: Reason.SCOPE,
    another_election: Reason.SCOPE,
    moved_to_another_place: Reason.SCOPE,
    moved_to_another_election: Reason.SCOPE,
    no_name: Reason.NAME,
    a_deletion_of_nothing: Reason.NAME,
    a_record_without_a_place_that_can_be: Reason.NAME,
    no_change: Reason.UNREADABLE,
    another_kind: Reason.KIND,
    an_unknown_kind_for_a_known_one: Reason.KIND,
}


@pytest.mark.parametrize("many", [0, 20], ids=["few", "many"])
@pytest.mark.parametrize(("spoil", "reason"), BAD.items(), ids=[spoil.__name__ for spoil in BAD])
def test_a_stream_with_something_impossible_is_set_aside_and_the_rest_is_taken(
    wajo: Office, spoil: Callable[[Written], None], reason: Reason, many: int
) -> None:
    bad = Written()
    bad.create({1: 140})
    before = len(bad.bodies)
    spoil(bad)
    at = len(bad.bodies)
    for number in range(50, 50 + many):
        bad.create({1: 7}, station(number))
    taken = take(wajo, bad.run(), good().run())
    [told] = taken.aside
    assert (told.stream, told.replica, told.scope) == (bad.id, bad.replica, TEMPE)
    assert (told.seq, told.reason, told.again) == (at, reason, False)
    assert told.words
    assert values(wajo)[1] == 140
    assert values(wajo)[9] == 7
    assert not values(wajo).keys() & set(range(50, 70)), "nothing is taken beyond what was good"
    assert wajo.holds() == {bad.id: at - 1, good().id: 1}
    assert at - 1 >= before
    assert taken.applied == at
    assert wajo.faults() == ()
    with wajo.store.reading() as connection:
        assert [(one.seq, one.reason, one.again) for one in aside.listed(connection)] == [(at, reason, True)]


def test_a_stream_that_is_aside_is_not_tried_again_until_it_is_released(
    wajo: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a newer version wrote what this one cannot take."""
    bad = Written()
    bad.create({1: 140})
    bad.create({1: 150}, (EVENT, VILLAGE, 4000))
    take(wajo, bad.run())
    bad.create({1: 160}, station(3))
    with monkeypatch.context() as newer:
        newer.setattr("desk_app.domain.records.declare.Field.check", lambda self, value: value)
        taken = take(wajo, bad.run(1), good().run())
        assert [(one.seq, one.again) for one in taken.aside] == [(2, True)]
        assert values(wajo) == {1: 140, 9: 7}
        with wajo.store.writing() as connection:
            assert aside.release(connection, bad.id)
            assert not aside.release(connection, bad.id)
        assert take(wajo).aside == [], "what was put away of it comes without another package"
        assert values(wajo) == {1: 140, 4000: 150, 9: 7}
        assert take(wajo, bad.run(1)).applied == 1
        assert values(wajo) == {1: 140, 4000: 150, 3: 160, 9: 7}


def test_what_waits_of_a_stream_set_aside_is_counted_no_more_and_blocks_nobody(wajo: Office) -> None:
    bad, other = Written(), good()
    wrong_depth(bad)
    bad.create({1: 1}, station(40))
    bad.create({1: 1}, station(41))
    assert take(wajo, bad.run(3)).waiting == 1
    taken = take(wajo, bad.run(0, 3), other.run())
    assert ([one.reason for one in taken.aside], taken.waiting) == ([Reason.DEPTH], 0)
    other.create({1: 8}, station(10))
    assert take(wajo, other.run()).applied == 1
    assert values(wajo) == {2: 7, 9: 7, 10: 8}


def test_what_depends_on_a_stream_set_aside_waits(wajo: Office) -> None:
    bad, other = Written(), good()
    another_place(bad)
    wanted = bad.create({1: 140})
    other.set({1: 150}, wanted)
    taken = take(wajo, bad.run(), other.run())
    assert (taken.applied, taken.waiting) == (1, 1)
    assert wajo.holds() == {bad.id: 0, other.id: 1}


def test_a_run_that_is_not_what_was_sealed_is_the_whole_packages_hurt(wajo: Office) -> None:
    made = good()
    stream, replica, scope, first, before, bodies, seal = made.run()
    for wrong in (
        (stream, replica, scope, first, before, [*bodies, b"x"], seal),
        (stream, replica, scope, first, b"x" * 32, bodies, seal),
        (stream, replica, scope, first + 1, before, bodies, seal),
        (stream, b"z" * 16, scope, first, before, bodies, seal),
        (stream, replica, BELAWA, first, before, bodies, seal),
    ):
        with pytest.raises(errors.Damaged):
            take(wajo, wrong)
    assert rows(wajo) == []


# One number used twice


def two_branches() -> tuple[Written, Written]:
    """A computer that was copied: both go on from change 1."""
    one, other = Written(), Written()
    for branch in (one, other):
        branch.create({1: 140})
    one.create({1: 1}, station(2))
    other.create({1: 2}, station(2))
    return one, other


def test_a_fork_is_told_and_the_branch_that_is_held_goes_on(wajo: Office) -> None:
    one, other = two_branches()
    take(wajo, one.run())
    for _ in range(2):
        taken = take(wajo, other.run(), good().run())
        assert [(told.reason, told.stream) for told in taken.aside] == [(Reason.FORK, one.id)]
        assert values(wajo) == {1: 140, 2: 1, 9: 7}
    other.create({1: 3}, station(3))
    assert [told.reason for told in take(wajo, other.run(2)).aside] == [Reason.FORK]
    one.create({1: 4}, station(4))
    assert take(wajo, one.run(2)).aside == []
    assert values(wajo) == {1: 140, 2: 1, 9: 7, 4: 4}
    with wajo.store.reading() as connection:
        assert [told.reason for told in aside.listed(connection)] == [Reason.FORK]
    assert wajo.faults() == ()


def test_a_fork_within_one_package_leaves_the_first_branch(wajo: Office) -> None:
    one, other = two_branches()
    taken = take(wajo, one.run(), other.run())
    assert [told.reason for told in taken.aside] == [Reason.FORK]
    assert values(wajo) == {1: 140, 2: 1}


@pytest.mark.parametrize("later_seal", [False, True])
def test_what_waits_from_another_branch_is_let_go_when_the_gap_is_filled(wajo: Office, later_seal: bool) -> None:
    one, other = two_branches()
    other.create({1: 3}, station(3))
    one.create({1: 4}, station(4))
    if later_seal:
        one.create({1: 5}, station(5))
    assert take(wajo, other.run(2)).waiting == 1
    taken = take(wajo, one.run(0, 2))
    assert ([told.reason for told in taken.aside], taken.waiting) == ([Reason.FORK], 0)
    assert values(wajo) == {1: 140, 2: 1}
    assert take(wajo, one.run(2)).aside == []
    assert values(wajo) == {1: 140, 2: 1, 4: 4} | ({5: 5} if later_seal else {})
    assert wajo.faults() == ()


def test_the_seal_of_another_branch_is_not_kept(wajo: Office) -> None:
    """What waited is overtaken by a longer run that leaves it out."""
    one, other = two_branches()
    other.create({1: 3}, station(3))
    for number in (4, 5):
        one.create({1: number}, station(number))
    take(wajo, other.run(2))
    taken = take(wajo, one.run())
    assert [told.reason for told in taken.aside] == [Reason.FORK]
    assert values(wajo) == {1: 140, 2: 1, 4: 4, 5: 5}
    with wajo.store.reading() as connection:
        seals = connection.execute(select(schema.seal.c.upto, schema.seal.c.rolling)).all()
    assert seals == [(4, one.run()[6].rolling)]
    assert take(wajo, one.run()).aside == []


# Groups


def test_a_group_waits_whole(wajo: Office) -> None:
    made, needed = Written(), Written(b"n" * 16)
    wanted = needed.create({1: 140})
    made.create({1: 1}, station(2))
    made.create({1: 2}, station(3))
    made.create({1: 3}, station(4), follows=True)
    made.set({1: 150}, wanted, follows=True)
    made.create({1: 5}, station(6), follows=True)
    made.create({1: 6}, station(7))
    taken = take(wajo, made.run())
    assert (taken.applied, taken.waiting, values(wajo)) == (1, 5, {2: 1})
    taken = take(wajo, needed.run())
    assert (taken.applied, taken.waiting) == (6, 0)
    assert values(wajo) == {1: 150, 2: 1, 3: 2, 4: 3, 6: 5, 7: 6}


def test_a_group_over_two_runs_waits_whole(wajo: Office) -> None:
    """A long stream is sealed in between, so that a volume may end there."""
    made, needed = Written(), Written(b"n" * 16)
    wanted = needed.create({1: 140})
    made.create({1: 1}, station(2))
    made.create({1: 2}, station(3))
    made.set({1: 150}, wanted, follows=True)
    taken = take(wajo, made.run(0, 2), made.run(2))
    assert (taken.applied, taken.waiting, values(wajo)) == (1, 2, {2: 1})
    assert take(wajo, needed.run()).applied == 3
    assert values(wajo) == {1: 150, 2: 1, 3: 2}


@pytest.mark.parametrize("stretch", [2, 10_000])
def test_of_a_group_with_something_impossible_nothing_is_taken(
    wajo: Office, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr("desk_app.data.advancing.STRETCH", stretch)
    made = Written()
    made.create({1: 1}, station(2))
    made.create({1: 2}, station(3), follows=True)
    for number in range(10, 40):
        made.create({1: 3}, station(number), follows=number > 10)
    another_place(made)
    [body] = made.bodies[-1:]
    made.bodies.pop()
    made.add(Change(ChangeKind.CREATE, 3, (EVENT, "73.13.07.1001", 2), {1: 7}, follows=True))
    assert body != made.bodies[-1]
    taken = take(wajo, made.run(), good().run())
    assert ([told.seq for told in taken.aside], taken.applied) == ([33], 3)
    assert values(wajo) == {2: 1, 3: 2, 9: 7}
    assert (taken.new, taken.changed) == ({3: 3}, {})
    assert wajo.faults() == ()


@pytest.mark.parametrize(("sizes", "cuts"), [((7, 7, 7), [7, 14, 21]), ((3, 4, 12, 3), [7, 17, 22]), ((20,), [10, 20])])
def test_a_long_stream_is_sealed_where_transactions_end(
    office: MakeOffice, monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], cuts: list[int]
) -> None:
    """So that a group comes whole though a volume is lost; only one that is longer than a run is cut."""
    monkeypatch.setattr(sending, "SPLIT", 10)
    tempe = office("73.13.06")
    for turn, size in enumerate(sizes):
        many = [((EVENT, VILLAGE, turn * 20 + number), {"dpt_male": 1}) for number in range(1, size + 1)]
        tempe.write(lambda unit, many=many: unit.put_many(records.STATION, many))
    assert [run.seal.upto for run in tempe.pack().runs] == cuts


# Slices


def test_a_long_run_comes_in_slices_with_typing_in_between(wajo: Office) -> None:
    made = Written()
    for number in range(1, 101):
        made.create({1: 100}, station(number), follows=number % 7 != 1)
    run = arriving.checked(*made.run())
    applied, sizes = 0, []
    for turn in range(100):
        with wajo.store.writing() as connection:
            arrival = arrivals.next_number(connection)
            arrivals.add(connection, arrival, 0, "import", 1, "uji")
            receiver = receiving.Receiver(connection, arrival, most=20)
            receiver.take_run(run)
            receiver.settle()
        sizes.append(receiver.taken.applied)
        assert receiver.taken.known == applied
        applied += sizes[-1]
        assert wajo.holds()[made.id] == applied
        assert wajo.waiting() == 0, "what is left stays with the caller"
        if not receiver.more:
            break
        wajo.write(lambda unit, turn=turn: unit.put(records.STATION, station(500 + turn), {"dpt_male": turn}))
    assert sizes == [21, 21, 21, 21, 16], "whole groups of seven"
    assert len(rows(wajo)) == 104
    assert wajo.faults() == ()


def test_slices_take_what_waited_and_leave_waiting_what_must(wajo: Office) -> None:
    made, needed = Written(), Written(b"n" * 16)
    wanted = needed.create({1: 140})
    for number in range(10, 16):
        made.create({1: 1}, station(number))
    made.set({1: 150}, wanted)
    take(wajo, made.run(3))
    assert wajo.waiting() == 4
    taken = take(wajo, made.run(0, 3), most=2)
    assert (taken.applied, wajo.waiting()) == (2, 4)
    taken = take(wajo, made.run(0, 3), most=2)
    assert taken.applied == 2
    taken = take(wajo, made.run(0, 3), most=2)
    assert (taken.applied, taken.waiting) == (2, 1)
    assert take(wajo, needed.run()).applied == 2
    assert values(wajo)[1] == 150


# What a value may be


@pytest.mark.parametrize(
    ("declared", "fields", "bad"),
    [
        (records.LOG_ENTRY, {1: EVENT, 4: "x", 7: 12_345}, 7),
        (records.LOG_ENTRY, {1: EVENT, 4: Dot(b"r" * 16, 5)}, 4),
        (records.RECAP, {1: EVENT, 2: "73.13.06", 4: Dot(b"r" * 16, 5)}, 4),
        (records.RECAP, {1: EVENT, 2: "73.13.06", 4: True}, 4),
    ],
    ids=["number as reference", "reference as text", "reference as number", "truth as number"],
)
def test_a_value_of_the_wrong_sort_is_kept_and_not_shown(
    office: MakeOffice, declared: records.RecordType, fields: dict[int, Value], bad: int
) -> None:
    """A local number would be this record here and that one elsewhere."""
    here, there = office("73.13"), office("73")
    padding, made = good(), Written()
    made.create(fields, None, type=declared.no)
    take(here, made.run())
    take(there, padding.run(), made.run())
    column = declared.numbered(bad)
    assert column is not None
    for one in (here, there):
        [row] = rows(one, declared)
        assert getattr(row, column.name) is None
        assert (declared.no, bad) in unread(one)
        assert one.faults() == ()


def test_a_reference_to_what_has_not_come_is_kept(wajo: Office) -> None:
    made = Written()
    made.create({1: EVENT, 4: "x", 7: UNHEARD}, None, type=records.LOG_ENTRY.no)
    take(wajo, made.run())
    [row] = rows(wajo, records.LOG_ENTRY)
    assert row.issue is not None
    assert unread(wajo) == set()


@pytest.mark.parametrize(
    ("place", "taken"),
    [
        ("73.13.06/tps_khusus", True),
        ("73.13.06.1001/pps-2", True),
        ("73.13.06/tps_khusus-3", True),
        ("73.13.06/", False),
        ("73.13.06/ppk/../x", False),
        ("73.13.06/PPK", False),
        ("73.13.06.1001-1", False),
        ("73.13.06.1001-1000", False),
        ("73.13.06.1001-abc", False),
        ("73.13.06/ppk-1", False),
        ("7313061001", False),
        (" 73.13.06", False),
    ],
)
def test_a_place_of_a_kind_not_known_yet_is_kept_and_what_is_no_place_is_refused(
    wajo: Office, place: str, taken: bool
) -> None:
    made = Written()
    made.create({2: 1}, (EVENT, place, "log.tinta"), type=records.ANSWER.no)
    reasons = [told.reason for told in take(wajo, made.run()).aside]
    assert reasons == ([] if taken else [Reason.NAME])
    assert len(rows(wajo, records.ANSWER)) == taken


# Long ones


def chain(length: int) -> list[written.Run]:
    """All edits of one field by one office."""
    made = Written()
    dot = made.create({1: 1})
    for depth in range(2, length + 1):
        dot = made.set({1: depth % 100_000}, dot, depth=depth)
    return [made.run()]


def in_turns(length: int) -> list[written.Run]:
    """Two offices that edit it in turns: each change waits for one of the other."""
    one, other = Written(), Written(OTHER)
    dot = one.create({1: 1})
    for depth in range(2, length + 1):
        dot = (one if depth % 2 else other).set({1: depth}, dot, depth=depth)
    return [other.run(), one.run()]


@pytest.mark.parametrize(("write", "length"), [(chain, 10_000), (in_turns, 1_600)])
def test_many_edits_of_one_field_take_linear_time(
    office: MakeOffice, write: Callable[[int], list[written.Run]], length: int
) -> None:
    took = {}
    for size in (length // 4, length):
        runs = write(size)
        for _ in range(2):  # the quicker one: others work on the machine, too
            one = office("73.13")
            begun = time.process_time()
            taken = take(one, *runs)
            took[size] = min(took.get(size, 1e9), time.process_time() - begun)
            assert (taken.applied, taken.waiting) == (size, 0)
            assert values(one) == {1: size}
    assert one.faults() == ()
    ratio = took[length] / took[length // 4]
    assert ratio < 9, f"four times as many took {ratio:.1f} times as long"


def test_five_thousand_disagreements_at_once(wajo: Office) -> None:
    one, other = Written(), Written(OTHER)
    for number in range(5_000):
        key = (EVENT, f"{VILLAGE}-{number % 999 + 1:03d}", f"log.{number // 999}")
        one.create({2: 1}, key, type=records.ANSWER.no)
        other.create({2: 2}, key, type=records.ANSWER.no)
    take(wajo, one.run())
    begun = time.process_time()
    taken = take(wajo, other.run())
    took = time.process_time() - begun
    assert (taken.applied, taken.disputed, taken.changed) == (5_000, 5_000, {records.ANSWER.no: 5_000})
    assert took < 20, f"{took:.1f} s"
    assert wajo.faults() == ()


def test_nothing_goes_the_careful_way_that_is_plain(wajo: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Written()
    dots = [made.create({1: 100, 3: "SDN 1"}, station(number)) for number in range(1, 101)]
    again = [made.set({1: 101}, dot, key=station(number)) for number, dot in enumerate(dots, 1)]
    for number, dot in enumerate(again, 1):
        made.set({1: 102}, dot, key=station(number), depth=3)
    with monkeypatch.context() as patch:
        patch.setattr("desk_app.data.projection.Projector.apply", None)
        taken = take(wajo, made.run())
    assert (taken.applied, taken.new, taken.changed) == (300, {records.STATION.no: 100}, {})
    assert set(values(wajo).values()) == {102}
    assert wajo.faults() == ()
    assert len(taken.before) == 100


def test_what_records_held_before_is_told(wajo: Office) -> None:
    made = Written()
    dots = [made.create({1: 100}, station(number)) for number in range(1, 21)]
    first = take(wajo, made.run())
    assert set(first.before.values()) == {None}
    for number, dot in enumerate(dots, 1):
        made.set({1: 200}, dot, key=station(number))
    made.set({1: 300}, Dot(made.id, 21), key=station(1), depth=3)
    second = take(wajo, made.run(20))
    assert (second.new, second.changed) == ({}, {records.STATION.no: 20})
    assert {one["dpt_male"] for one in second.before.values() if one is not None} == {100}
    assert len(second.before) == len(second.kinds) == 20


def test_offices_of_a_history_still_agree_when_plain_ways_are_taken(
    office: MakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.data.stretch.FEW", 1)
    tempe, wajo = office("73.13.06"), office("73.13")
    tempe.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140, "site": "SDN 1"}))
    offices.exchange([tempe, wajo])
    wajo.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 150}))
    tempe.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 160}))
    offices.exchange([tempe, wajo])
    assert tempe.view() == wajo.view()
    assert written.take(wajo).disputed == 0
    assert wajo.faults() == tempe.faults() == ()
