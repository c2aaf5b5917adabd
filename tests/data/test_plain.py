# SPDX-License-Identifier: Apache-2.0
"""The short way for plain changes leads where the careful way leads, and where the definition says."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk_app.data import advancing, plain, plain_rows, plain_sql, schema, stretch
from desk_app.data.projection import Projector
from desk_app.data.streams import StreamBook
from desk_app.domain import records
from desk_app.journal.change import Change, ChangeKind, Key
from desk_app.journal.streams import Dot
from tests.data import written
from tests.data.offices import EVENT, VILLAGE, Office
from tests.data.written import Written

KEYS: list[tuple[int, Key]] = [
    (records.STATION.no, (EVENT, VILLAGE, 1)),
    (records.STATION.no, (EVENT, VILLAGE, 2)),
    (records.ANSWER.no, (EVENT, f"{VILLAGE}-001", "log.tinta")),
    (records.STATION_RISK.no, (EVENT, VILLAGE, 1, "rawan")),
]
VALUES: dict[int, list[tuple[int, Any]]] = {
    records.STATION.no: [
        (1, 140), (1, 141), (3, "SDN 1"), (3, "SDN 2"), (1, 5_000_000), (1, None), (2, 150), (3, "  é "),
        (8, "x" * 300), (99, 5), (1, True), (1, Dot(b"r" * 16, 4)),
    ],
    records.ANSWER.no: [(1, "done"), (1, "not_yet"), (1, "?"), (2, 3), (2, 0), (3, "catatan"), (3, ""), (2, None)],
    records.STATION_RISK.no: [(1, True), (1, False), (1, 1), (2, "sungai")],
}

Step = tuple[int, int, int, int, int, int, bool]
steps = st.lists(
    st.tuples(
        st.sampled_from((0, 0, 1, 2)),  # who writes
        st.sampled_from((0, 0, 0, 1, 2, 3)),  # about which record
        st.sampled_from((0, 0, 1, 1, 1, 1, 1, 1, 2, 3)),  # create, set, delete, undelete
        st.integers(0, 1) | st.integers(0, 40),  # which value
        st.integers(0, 40),  # another one, or none
        st.sampled_from((0, 1, 1, 2, 3, 4, 5)),  # what it replaces
        st.booleans(),  # of the same transaction
    ),
    min_size=1,
    max_size=40,
)
ways = st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1), st.floats(0, 1)), max_size=6)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Iterator[tuple[Office, Office]]:
    folder = tmp_path_factory.mktemp("pair")
    made = [Office(folder / f"{name}.db", "73.13", name.encode() * 16, prepared=prepared) for name in "sc"]
    yield made[0], made[1]
    for one in made:
        one.close()


def write(work: list[Step]) -> list[Written]:
    """What three replicas write about four records, each having seen some of what the others wrote."""
    writers = [Written(bytes([number + 1]) * 16) for number in range(3)]
    told: dict[tuple[int, int], list[tuple[Dot, Change]]] = {}
    for who, record, doing, first, second, replacing, follows in work:
        kind, key = KEYS[record]
        choice = VALUES[kind]
        fields = dict([choice[first % len(choice)], *([choice[second % len(choice)]] if second < 8 else [])])
        fields = dict(sorted(fields.items()))
        if doing in (2, 3):
            before = told.get((record, 0), [])
            heads = tuple(dot for dot, _ in before[-1:]) if replacing else ()
            every = [one for (number, no), found in told.items() if number == record and no for one in found[-1:]]
            observed = tuple({dot for dot, _ in every if replacing != 1}) if doing == 2 else ()
            depths = [one.depth for dot, one in (*before, *every) if dot in {*heads, *observed}]
            named = {0: heads} if heads else {}
            what = ChangeKind.DELETE if doing == 2 else ChangeKind.UNDELETE
            change = Change(what, kind, key, {}, named, observed, 1 + max(depths, default=0), follows=follows)
            told.setdefault((record, 0), []).append((writers[who].add(change), change))
            continue
        preds: dict[int, tuple[Dot, ...]] = {}
        depth = 1
        for no in fields:
            before = told.get((record, no), [])
            other = told.get((record, 3), [])  # what stands for another field is not replaced by being named
            chosen = (before[:0], before[-1:], before[:1], before[-2:], before[-2:-1], other[-1:])[replacing]
            if chosen:
                preds[no] = tuple(dot for dot, _ in chosen)
                depth = max(depth, 1 + max(one.depth for _, one in chosen))
        if doing == 0:
            preds, depth = {}, 1
        change = Change(
            ChangeKind.SET if doing else ChangeKind.CREATE, kind, key, fields, preds, depth=depth, claimed=5, actor=1,
            follows=follows,
        )  # fmt: skip
        dot = writers[who].add(change)
        for no in fields:
            told.setdefault((record, no), []).append((dot, change))
    return writers


def whole(office: Office) -> dict[str, Any]:
    """Everything that is derived, under names that are the same however it came about."""
    with office.store.reading() as connection:
        book = StreamBook(connection)
        found: dict[str, Any] = {"waiting": office.waiting(), "held": office.holds()}
        projector = Projector(connection, book)
        names: dict[int, Key] = {}
        for kind, key in KEYS:
            no = projector.find(kind, key)
            if no is None:
                continue
            state = projector.state(no, kind)
            names[no] = key
            columns = [column.no for column in records.TYPES[kind].fields]
            fields = {*state.heads, *columns}
            found[f"{kind}{key}"] = (
                {name: book.dot(value) if name == "none" else value for name, value in state.values.items()},
                state.alive,
                {field: {book.dot(one): depth for one, depth in state.standing(field).items()} for field in fields},
                {book.dot(one) for one in connection.execute(
                    select(schema.change.c.key).where(schema.change.c.record == no)).scalars()},
            )
        for table in (schema.conflict, schema.unread):
            found[table.name] = {(names[row.record], row.field, row.type) for row in connection.execute(select(table))}
        return found


def receive(office: Office, writers: list[Written], packages: list[tuple[int, float, float]]) -> None:
    for who, begun, ended in packages:
        size = len(writers[who].bodies)
        after, upto = sorted((round(begun * size), round(ended * size)))
        if upto > after:
            written.take(office, writers[who].run(after, upto))
    written.take(office, *(one.run() for one in writers if one.bodies))


def compare(
    pair: tuple[Office, Office], work: list[Step], packages: list[tuple[int, float, float]], size: int, before: int
) -> None:
    """`size` of a stretch, and of what is remembered; `before`: of how many records it is kept what they held (of
    none: a shorter way yet)."""
    short, careful = pair
    writers = write(work)
    for one in pair:
        one.begin_again(one.author.replica)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretch, "FEW", 1)
        patch.setattr(stretch, "MOST_BEFORE", before)
        patch.setattr(advancing, "STRETCH", size)
        patch.setattr(plain, "MOST_REMEMBERED", size)
        receive(short, writers, packages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain.Sorter, "_plain", lambda self, begin, bodies: {})
        receive(careful, writers, packages)
    assert whole(short) == whole(careful)
    assert short.faults() == ()
    assert careful.faults() == ()


sizes = st.sampled_from((1, 3, 10, 1000))
befores = st.sampled_from((0, 0, 1000))
MADE: Step = (0, 0, 0, 0, 40, 0, False)
TWO_AT_ONCE = example(
    work=[MADE, (0, 0, 1, 2, 40, 0, False), (0, 0, 1, 3, 40, 0, False)], packages=[(0, 0.0, 0.34)], size=1000,
    before=1000,
)
"""Two changes of one piece that both set a field of which nothing stood."""
ANOTHER_NAMED = example(
    work=[MADE, (0, 0, 1, 2, 40, 0, False), (0, 0, 1, 1, 40, 5, False)], packages=[], size=1000, before=1000
)
"""A change that says it replaces a change of another field: what stands goes on standing beside it."""
DELETED_BEFORE = example(
    work=[MADE, (0, 0, 2, 0, 40, 2, False), (0, 0, 1, 1, 40, 2, False)], packages=[(0, 0.0, 0.67)], size=1000,
    before=1000,
)
"""A change of what is deleted, which came in an earlier package."""


@TWO_AT_ONCE
@ANOTHER_NAMED
@DELETED_BEFORE
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=steps, packages=ways, size=sizes, before=befores)
def test_the_short_way_and_the_careful_way_lead_to_the_same(
    pair: tuple[Office, Office], work: list[Step], packages: list[tuple[int, float, float]], size: int, before: int
) -> None:
    compare(pair, work, packages, size, before)


# Planted mistakes: in the statements of the short way, and in the sorting before it.


def alive_not_asked(one: Any) -> Any:
    return altered(one, "a.alive = 1 AND ", "")


def other_heads_not_asked(one: Any) -> Any:
    return altered(one, "o.change <> t.", "0 AND o.change <> t.")


def head_not_compared(one: Any) -> Any:
    return altered(one, "(t.p0 = a.no OR h0.change = t.p0)", "1")


def explicit_heads_not_asked(one: Any) -> Any:
    return altered(one, "NOT EXISTS (SELECT 1 FROM head o WHERE o.record = a.no AND o.field IN", "a.no NOT IN")


def depth_not_reckoned(one: Any) -> Any:
    return altered(altered(one, "t.depth = 1 + ", "1 OR 1 + "), "t.depth = 2", "1")


def replaced_head_stays(one: Any) -> Any:
    return altered(one, "DELETE FROM head WHERE", "DELETE FROM head WHERE 0 AND")


def unread_taken_for_replaced(one: Any) -> Any:
    return altered(one, '"dpt_male" IS NOT NULL AND', "")


def made_twice(one: Any) -> Any:
    return altered(one, "NOT EXISTS (SELECT 1 FROM station", "1 OR EXISTS (SELECT 1 FROM station")


def made_again(one: Any) -> Any:
    return altered(one, "SELECT count(*)", "SELECT 0 * count(*)")


def altered(one: Any, words: str, others: str) -> Any:
    return dataclasses.replace(
        one,
        at_once=dataclasses.replace(one.at_once, look=one.at_once.look.replace(words, others)),
        find=tuple(statement.replace(words, others) for statement in one.find),
        replace=tuple(statement.replace(words, others) for statement in one.replace),
        write=tuple(statement.replace(words, others) for statement in one.write),
    )


@pytest.mark.parametrize(
    "mistake",
    [alive_not_asked, other_heads_not_asked, head_not_compared, explicit_heads_not_asked, depth_not_reckoned,
     replaced_head_stays, unread_taken_for_replaced, made_twice, made_again],
    ids=lambda one: one.__name__,
)  # fmt: skip
def test_a_mistake_in_a_statement_is_felt(
    pair: tuple[Office, Office], monkeypatch: pytest.MonkeyPatch, mistake: Any
) -> None:
    honest = plain_sql.of
    planted = []

    def wrong(shape: plain.Shape) -> plain_sql.Statements:
        statements: plain_sql.Statements = mistake(honest(shape))
        planted.append(statements != honest(shape))
        return statements

    monkeypatch.setattr(plain_sql, "of", wrong)
    found = felt(pair)
    assert any(planted), "the words that the mistake alters stand in no statement"
    assert found


def same_name_not_noticed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plain_rows.PlainRows, "_name", lambda self, row: row)


def several_about_one_not_noticed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plain_rows, "set", list, raising=False)


def any_value_fits(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plain, "fits", lambda column, value: True)


def odd_ones_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(plain_rows.PlainRows, "odd", lambda self: [])


@pytest.mark.parametrize(
    "mistake",
    [same_name_not_noticed, several_about_one_not_noticed, any_value_fits, odd_ones_forgotten],
    ids=lambda one: one.__name__,
)
def test_a_mistake_in_sorting_is_felt(
    pair: tuple[Office, Office], monkeypatch: pytest.MonkeyPatch, mistake: Any
) -> None:
    mistake(monkeypatch)
    assert felt(pair)


def felt(pair: tuple[Office, Office]) -> bool:
    @TWO_AT_ONCE
    @ANOTHER_NAMED
    @DELETED_BEFORE
    @settings(
        max_examples=400, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
        report_multiple_bugs=False,
    )  # fmt: skip
    @given(work=steps, packages=ways, size=sizes, before=befores)
    def check(work: list[Step], packages: list[tuple[int, float, float]], size: int, before: int) -> None:
        compare(pair, work, packages, size, before)

    try:
        check()
    except Exception as fault:  # noqa: BLE001 - a mistake may show as anything
        return bool(str(fault))
    return False
