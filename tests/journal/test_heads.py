# SPDX-License-Identifier: Apache-2.0
"""What stands is a function of the set of changes: any order, any clock; disagreements show, nothing is lost."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk_app.journal import heads
from desk_app.journal.change import ALIVE, Change, ChangeKind, Value
from desk_app.journal.heads import Head
from desk_app.journal.streams import Dot

OFFICES = (b"office of Tempe.", b"office of Wajo..", b"office of Sulsel")


def write(seen: Mapping[Dot, Change], kind: ChangeKind, fields: dict[int, Value]) -> Change:
    """The change that an office writes which holds these: it replaces all that stands for its fields there."""
    state = heads.record_state(seen)
    numbers = fields or {ALIVE: None}
    preds = {no: tuple(sorted(state[no].heads)) for no in numbers if no in state}
    observed: tuple[Dot, ...] = ()
    if kind == ChangeKind.DELETE:
        observed = tuple(sorted(dot for no, told in state.items() if no != ALIVE for dot in told.heads))
    named = {dot for dots in preds.values() for dot in dots} | set(observed)
    depth = 1 + max((seen[dot].depth for dot in named), default=0)
    return Change(kind, 7, ("x",), fields, preds, observed, depth)


def test_sides_are_the_different_values_with_the_winner_last() -> None:
    found = [
        Head(Dot(b"b" * 16, 1), "x", 3),
        Head(Dot(b"a" * 16, 1), 1, 2),
        Head(Dot(b"a" * 16, 2), True, 2),
        Head(Dot(b"c" * 16, 1), "x", 1),
    ]
    for turned in (found, found[::-1]):
        values = heads.sides(turned)
        assert [(type(value), value) for value in values] == [(int, 1), (bool, True), (str, "x")]
        assert values[-1] == heads.winner(turned).value
    assert heads.sides([]) == []


@st.composite
def histories(draw: st.DrawFn) -> dict[Dot, Change]:
    """Three offices write about one record, and pass on what they hold now and then."""
    holds: dict[bytes, dict[Dot, Change]] = {office: {} for office in OFFICES}
    everything: dict[Dot, Change] = {}
    for _ in range(draw(st.integers(1, 12))):
        office = draw(st.sampled_from(OFFICES))
        match draw(st.sampled_from(["set", "set", "set", "delete", "undelete", "pass"])):
            case "pass":
                holds[draw(st.sampled_from(OFFICES))].update(holds[office])
                continue
            case "set":
                fields: dict[int, Value] = draw(
                    st.dictionaries(st.integers(1, 3), st.sampled_from(["a", "b", None, 1, True]), min_size=1))
                change = write(holds[office], ChangeKind.SET, fields)
            case "delete":
                change = write(holds[office], ChangeKind.DELETE, {})
            case _:
                change = write(holds[office], ChangeKind.UNDELETE, {})
        dot = Dot(office, 1 + sum(one.stream == office for one in everything))
        holds[office][dot] = everything[dot] = change
    return everything


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(changes: dict[Dot, Change], random: Any) -> None:
    turned = list(changes.items())
    random.shuffle(turned)
    assert heads.record_state(dict(turned)) == heads.record_state(changes)


@given(histories())
def test_no_update_is_lost(changes: dict[Dot, Change]) -> None:
    """Every change to a field stands, or a known change says that it replaces it."""
    state = heads.record_state(changes)
    for dot, change in changes.items():
        for no in change.fields or (ALIVE,):
            replaced = any(dot in other.preds.get(no, ()) for other in changes.values())
            assert (dot in state[no].heads) is not replaced


@given(histories())
def test_a_disagreement_is_listed_if_and_only_if_two_values_stand(changes: dict[Dot, Change]) -> None:
    for no, told in heads.record_state(changes).items():
        standing = [heads.value_of(changes[dot], no) for dot in told.heads]
        different = any(type(one) is not type(two) or one != two for one in standing for two in standing)
        if no != ALIVE:
            assert told.disputed is different
        elif different:
            assert told.disputed
        assert any(type(told.shown) is type(one) and told.shown == one for one in standing)


@given(histories(), st.integers(-(1 << 40), 1 << 50))
def test_no_clock_is_asked(changes: dict[Dot, Change], hour: int) -> None:
    """The same history with other clocks gives the same state."""
    turned = {
        dot: Change(one.kind, one.type, one.record, one.fields, one.preds, one.observed, one.depth,
                    claimed=hour * (index % 3 - 1))
        for index, (dot, one) in enumerate(changes.items())
    }
    assert heads.record_state(turned) == heads.record_state(changes)


@given(histories(), st.dictionaries(st.integers(1, 3), st.sampled_from(["c", 9]), min_size=1))
def test_taking_back_restores_what_was_shown(changes: dict[Dot, Change], fields: dict[int, Value]) -> None:
    """The inverse of an edit is an edit with the values shown before."""
    before = heads.record_state(changes)
    edit = write(changes, ChangeKind.SET, fields)
    edited = {**changes, Dot(b"the office's own", 1): edit}
    shown: dict[int, Value] = {no: before[no].shown if no in before else None for no in fields}
    inverse = write(edited, ChangeKind.SET, shown)
    after = heads.record_state({**edited, Dot(b"the office's own", 2): inverse})
    for no in after:
        if no != ALIVE:
            assert after[no].shown == (before[no].shown if no in before else None)
            assert type(after[no].shown) is type(before[no].shown if no in before else None)
    assert not any(after[no].disputed for no in fields)


@given(histories())
def test_a_decision_settles_it_everywhere(changes: dict[Dot, Change]) -> None:
    state = heads.record_state(changes)
    disputed: dict[int, Value] = {no: "decided" for no, told in state.items() if told.disputed and no != ALIVE}
    if not disputed:
        return
    decision = write(changes, ChangeKind.SET, disputed)
    after = heads.record_state({**changes, Dot(b"the office's own", 1): decision})
    assert all(after[no].shown == "decided" and not after[no].disputed for no in disputed)


A, B, C = (Dot(office, 1) for office in OFFICES)


def create(value: Value) -> Change:
    return Change(ChangeKind.CREATE, 7, ("x",), {1: value})


def test_equal_values_are_no_disagreement() -> None:
    assert not heads.record_state({A: create("sudah"), B: create("sudah")})[1].disputed
    assert heads.record_state({A: create("sudah"), B: create("belum")})[1].disputed


def test_one_is_not_true() -> None:
    assert heads.record_state({A: create(1), B: create(True)})[1].disputed


def test_a_deletion_that_saw_all_is_undisputed() -> None:
    delete = Change(ChangeKind.DELETE, 7, ("x",), observed=(A,), depth=2)
    state = heads.record_state({A: create("a"), B: delete})
    assert (state[ALIVE].shown, state[ALIVE].disputed) == (False, False)


def test_an_edit_that_the_deletion_had_not_seen_disputes_it() -> None:
    delete = Change(ChangeKind.DELETE, 7, ("x",), observed=(A,), depth=2)
    edit = Change(ChangeKind.SET, 7, ("x",), {1: "b"}, {1: (A,)}, depth=2)
    state = heads.record_state({A: create("a"), B: delete, C: edit})
    assert (state[ALIVE].shown, state[ALIVE].disputed) == (False, True)
    assert state[1].shown == "b"


def test_two_deletions_together_have_seen_what_either_saw() -> None:
    delete = Change(ChangeKind.DELETE, 7, ("x",), observed=(A,), depth=2)
    other = Change(ChangeKind.DELETE, 7, ("x",), observed=(B,), depth=2)
    one, two = Dot(OFFICES[0], 2), Dot(OFFICES[1], 2)
    state = heads.record_state({A: create("a"), B: create("a"), one: delete, two: other})
    assert not state[ALIVE].disputed


def test_deleted_here_and_brought_back_there_is_disputed() -> None:
    one, two = Dot(OFFICES[0], 2), Dot(OFFICES[1], 2)
    first = Change(ChangeKind.DELETE, 7, ("x",), observed=(A,), depth=2)
    again = Change(ChangeKind.DELETE, 7, ("x",), preds={ALIVE: (one,)}, observed=(A,), depth=3)
    back = Change(ChangeKind.UNDELETE, 7, ("x",), preds={ALIVE: (one,)}, depth=3)
    assert heads.record_state({A: create("a"), one: first, two: again, C: back})[ALIVE].disputed


def test_the_deepest_is_shown_then_the_greatest_name() -> None:
    shallow, deep = Head(B, "shallow", 1), Head(C, "deep", 2)
    assert heads.winner([shallow, deep]) is deep
    assert heads.winner([Head(B, "greater", 2), Head(A, "smaller", 2)]).value == "greater"
    assert heads.winner([Head(A, "smaller", 2), Head(B, "greater", 2)]).value == "greater"


def test_a_kind_of_a_newer_version_changes_nothing() -> None:
    newer = Change(6, 7, ("x",), {1: "redacted"}, {1: (A,)})
    state = heads.record_state({A: create("a"), B: newer})
    assert state[1].heads == {A}


def test_what_a_change_says_to_replace_beyond_its_fields_stays() -> None:
    sly = Change(ChangeKind.SET, 7, ("x",), {2: "b"}, {1: (A,)}, depth=2)
    assert heads.record_state({A: create("a"), B: sly})[1].heads == {A}
