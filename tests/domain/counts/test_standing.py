# SPDX-License-Identifier: Apache-2.0
"""What stands for a TPS is decided by the set of what was read and decided, never by the order of its arrival."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desk_app.domain import elections
from desk_app.domain.counts import lines, standing

ROOT = Path(__file__).resolve().parents[3]
EVENT = elections.parse((ROOT / "resources" / "elections" / "pilkada-2024.toml").read_bytes())
PAIRS = [lines.Candidate(no, f"Paslon {no}", lines.CandidateKind.PAIR) for no in ("1", "2")]
FORM = [line for line in lines.lines_of(EVENT, PAIRS, brief=True) if line.code in ("v1", "v2", "valid")]
WHOLE = {"v1": 210, "v2": 100, "valid": 310}
State, Source, Reading, Decision, Standing = (
    standing.State, standing.Source, standing.Reading, standing.Decision, standing.Standing
)  # fmt: skip
Weigh = Callable[[Sequence[standing.Reading], Sequence[standing.Decision]], standing.Standing]


def mark(no: int) -> bytes:
    return no.to_bytes(32, "big")


def read(no: int, reader: str = "62.10.01/1", source: Source = Source.FORM, **changed: int | None) -> standing.Reading:
    """A reading; a line given as None was not read."""
    figures = {code: value for code, value in (WHOLE | changed).items() if value is not None}
    return Reading(reader, figures, mark(no), source)


def decide(no: int, seen: Sequence[int], **changed: int | None) -> standing.Decision:
    figures = {code: value for code, value in (WHOLE | changed).items() if value is not None}
    return Decision(figures, frozenset(mark(one) for one in seen), mark(no))


def weigh(*readings: standing.Reading, decided: Sequence[standing.Decision] = ()) -> standing.Standing:
    return standing.weigh(FORM, readings, decided)


some_figures = st.dictionaries(st.sampled_from(["v1", "v2", "valid"]), st.integers(0, 2))
some_readings = st.lists(
    st.builds(
        Reading,
        st.sampled_from(["62.10.01/1", "62.10.01/2", "62.10/1"]),
        some_figures,
        st.integers(0, 4).map(mark),
        st.sampled_from(Source),
        st.sampled_from(["", "robek", "salah tulis"]),
    ),
    max_size=5,
)
some_decisions = st.lists(
    st.builds(
        Decision,
        some_figures,
        st.frozensets(st.integers(0, 6).map(mark)),
        st.integers(5, 8).map(mark),
        st.sampled_from(["", "lihat foto"]),
    ),
    max_size=3,
)


def right(readings: Sequence[standing.Reading], decisions: Sequence[standing.Decision]) -> standing.Standing:
    return standing.weigh(FORM, readings, decisions)


def last_wins(readings: Sequence[standing.Reading], decisions: Sequence[standing.Decision]) -> standing.Standing:
    """A mistake planted: what came last stands."""
    return standing.weigh(FORM, readings[-1:], decisions[-1:])


def first_reader_only(readings: Sequence[standing.Reading], decisions: Sequence[standing.Decision]) -> Standing:
    """A mistake planted: the figures are right, and whose they are depends upon who came first."""
    weighed = standing.weigh(FORM, readings, decisions)
    return replace(weighed, readers=(readings[0].reader,)) if readings else weighed


def disputes_never(readings: Sequence[standing.Reading], decisions: Sequence[standing.Decision]) -> Standing:
    """A mistake planted: whatever differs is laid over what was there."""
    figures: dict[str, int] = {}
    for one in (*readings, *decisions):
        figures.update(one.figures)
    return Standing(State.WHOLE, figures)


def in_any_order(weigher: Weigh, phases: Sequence[Phase] = tuple(Phase)) -> None:
    @settings(phases=phases)
    @given(some_readings, some_decisions, st.randoms(use_true_random=False))
    def same(readings: list[standing.Reading], decisions: list[standing.Decision], order: random.Random) -> None:
        told = weigher(readings, decisions)
        again, decided = readings[:], decisions[:]
        order.shuffle(again)
        order.shuffle(decided)
        assert weigher(again, decided) == told

    same()


def test_the_same_set_gives_the_same_standing() -> None:
    in_any_order(right)


@pytest.mark.parametrize("mistake", [last_wins, first_reader_only, disputes_never])
def test_a_mistake_of_order_would_be_found(mistake: Weigh) -> None:
    with pytest.raises(AssertionError):
        in_any_order(mistake, [Phase.generate])


@given(some_readings, some_decisions)
def test_no_figure_stands_that_somebody_differs_about(
    readings: list[standing.Reading], decisions: list[standing.Decision]
) -> None:
    """Figures stand only where all who were not yet seen by a decision, and all decisions, say the same."""
    told = right(readings, decisions)
    written = [one for one in readings if one.source is not Source.PHONE] or readings
    seen = frozenset().union(*(one.seen for one in decisions))
    unseen = [one for one in written if not decisions or one.mark not in seen]
    if told.state is State.DISPUTED:
        assert told.differing
        assert not told.figures
        assert not told.counts
    else:
        for side in (*unseen, *decisions):
            assert side.figures.items() <= told.figures.items()


@given(some_readings, some_decisions)
def test_a_reading_twice_is_a_reading(readings: list[standing.Reading], decisions: list[standing.Decision]) -> None:
    assert right(readings * 2, decisions) == right(readings, decisions)


def test_nothing_is_not_in() -> None:
    told = weigh()
    assert (told.state, told.counts, told.figures) == (State.NOT_IN, False, {})


def test_one_whole_reading_stands() -> None:
    told = weigh(read(1))
    assert (told.state, told.figures, told.readers, told.counts) == (State.WHOLE, WHOLE, ("62.10.01/1",), True)
    assert not told.provisional
    assert not told.decided


def test_what_was_not_read_is_missing_and_not_zero() -> None:
    told = weigh(read(1, v2=None))
    assert told.state is State.PART
    assert "v2" not in told.figures
    assert told.readers == ()
    assert weigh(read(1, v2=0)).state is State.WHOLE


def test_two_who_read_different_lines_make_it_whole() -> None:
    told = weigh(read(1, v2=None), read(2, "62.10.01/2", v1=None))
    assert (told.state, told.figures) == (State.WHOLE, WHOLE)


def test_two_who_differ_are_both_shown_and_none_counts() -> None:
    told = weigh(read(1), read(2, "62.10.01/2", v1=201))
    assert (told.state, told.figures, told.differing) == (State.DISPUTED, {}, {"v1": (201, 210)})
    assert told.readers == ("62.10.01/1", "62.10.01/2")
    assert not told.counts


def test_a_decision_settles_what_it_has_seen() -> None:
    told = weigh(read(1), read(2, "62.10.01/2", v1=201), decided=[decide(9, [1, 2], v1=209)])
    assert (told.state, told.figures["v1"], told.decided) == (State.WHOLE, 209, True)


def test_a_later_reading_that_differs_opens_it_again() -> None:
    decided = [decide(9, [1])]
    assert weigh(read(1, v1=201), read(2), decided=decided).state is State.WHOLE
    told = weigh(read(1, v1=201), read(2, v1=205), decided=decided)
    assert (told.state, told.differing) == (State.DISPUTED, {"v1": (205, 210)})


def test_two_decisions_that_differ_are_no_decision() -> None:
    told = weigh(read(1), decided=[decide(8, [1], v1=209), decide(9, [1])])
    assert (told.state, told.differing) == (State.DISPUTED, {"v1": (209, 210)})
    assert weigh(read(1), decided=[decide(8, [1], v2=None), decide(9, [1])]).differing == {"v2": (100,)}


def test_a_decision_may_empty_a_line() -> None:
    assert "v2" not in weigh(read(1), decided=[decide(9, [1], v2=None)]).figures
    told = weigh(read(1), read(2), decided=[decide(9, [1], v2=None)])
    assert (told.state, told.differing) == (State.DISPUTED, {"v2": (100,)})


def test_what_was_told_by_phone_yields_to_the_paper() -> None:
    phone = read(1, source=Source.PHONE, v1=201)
    alone = weigh(phone)
    assert (alone.state, alone.provisional, alone.figures["v1"]) == (State.WHOLE, True, 201)
    told = weigh(phone, read(2))
    assert (told.state, told.provisional, told.figures, told.yielded) == (State.WHOLE, False, WHOLE, ("v1",))
    assert weigh(read(1, source=Source.PHONE), read(2)).yielded == ()


def test_two_calls_that_differ_are_disputed() -> None:
    told = weigh(read(1, source=Source.PHONE, v1=201), read(2, "62.10/1", Source.PHONE))
    assert told.differing == {"v1": (201, 210)}


def test_notes_checks_and_locks_are_told_of_what_is_whole() -> None:
    one = [read(1)]
    whole = standing.weigh(FORM, one)
    assert standing.weigh(FORM, one, noted=True).state is State.NOTED
    assert standing.weigh(FORM, one, noted=True, checked=whole.mark).state is State.VERIFIED
    assert standing.weigh(FORM, one, checked=mark(7)).state is State.WHOLE
    assert standing.weigh(FORM, one, checked=whole.mark, locked=True).state is State.LOCKED
    assert standing.weigh(FORM, [read(1, v1=None)], noted=True, locked=True).state is State.PART


def test_verified_is_what_stood_when_it_was_looked_at() -> None:
    """Another reading that says the same asks for another look; the mark names all that was weighed."""
    before = weigh(read(1)).mark
    assert standing.weigh(FORM, [read(1), read(2)], checked=before).state is State.WHOLE
    assert weigh(read(1), read(2)).mark == weigh(read(2), read(1)).mark == standing.mark_of([mark(2), mark(1), mark(2)])
    assert len(before) == 32


def test_every_state_has_words_and_only_whole_ones_are_in() -> None:
    assert list(standing.STATE_LABELS) == list(State)
    assert {State.WHOLE, State.NOTED, State.VERIFIED, State.LOCKED} == standing.IN


def test_reasons_are_kept() -> None:
    told = weigh(replace(read(1), reason="sobek"), replace(read(2), reason="cocok"), decided=[])
    assert told.reasons == ("cocok", "sobek")
