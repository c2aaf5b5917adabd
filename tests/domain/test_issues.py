# SPDX-License-Identifier: Apache-2.0
"""The register: states and moves, verbs, clocks, and the words of a desk that only advises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, issues
from desk_app.domain.issues import Severity, State, Verb

HOUR = 3600


def test_seventeen_categories_and_the_fixed_words() -> None:
    assert len(issues.CATEGORIES) == 17
    assert set(issues.SECTION_CATEGORIES.values()) <= set(issues.CATEGORIES)
    assert set(issues.CATEGORIES) >= issues.ACCUSING
    assert set(issues.STATE_LABELS) == set(State)
    assert set(issues.VERB_LABELS) == set(Verb)
    assert set(issues.SEVERITY_LABELS) == set(issues.CLOCKS) == set(Severity)
    assert issues.STATE_LABELS[State.TOLD_SUPERVISOR] == "Diteruskan ke Bawaslu"
    assert issues.STATE_LABELS[State.OUT_OF_SCOPE] == "Di luar kewenangan Desk"


def test_no_word_decides() -> None:
    labels = [*issues.STATE_LABELS.values(), *issues.VERB_LABELS.values()]
    forbidden = ("putus", "tetapkan", "limpah")
    assert not [label for label in labels if any(word in label.casefold() for word in forbidden)]


def test_the_usual_course() -> None:
    state = State.NEW
    for verb, expected in [
        (Verb.VERIFY, State.VERIFIED),
        (Verb.ADVISE, State.VERIFIED),
        (Verb.CONVEY, State.CONVEYED),
        (Verb.FOLLOW_UP, State.FOLLOWED_UP),
        (Verb.FOLLOW_UP, State.FOLLOWED_UP),
        (Verb.FORWARD, State.FORWARDED),
        (Verb.CLOSE, State.DONE),
    ]:
        state = issues.after(state, verb)
        assert state is expected


def test_a_violation_is_told_to_bawaslu_and_ends_here() -> None:
    state = issues.after(State.VERIFIED, Verb.TELL_SUPERVISOR)
    assert state is State.TOLD_SUPERVISOR
    assert not issues.is_open(state)


def test_reopening_wants_a_reason() -> None:
    with pytest.raises(errors.Refused, match="alasan"):
        issues.after(State.DONE, Verb.REOPEN)
    assert issues.after(State.DONE, Verb.REOPEN, "Kotak kembali basah") is State.FOLLOWED_UP


@pytest.mark.parametrize("ending", [State.UNFOUNDED, State.OUT_OF_SCOPE])
def test_ending_without_a_solution_wants_a_reason(ending: State) -> None:
    with pytest.raises(errors.Refused, match="alasan"):
        issues.after(State.VERIFIED, Verb.CLOSE, " ", ending)
    assert issues.after(State.VERIFIED, Verb.CLOSE, "Sudah diperiksa camat", ending) is ending


def test_a_closed_issue_keeps_its_thread() -> None:
    assert issues.verbs(State.DONE) == (Verb.FOLLOW_UP, Verb.REOPEN)
    assert issues.after(State.DONE, Verb.FOLLOW_UP) is State.DONE
    with pytest.raises(errors.Refused, match="Selesai"):
        issues.after(State.DONE, Verb.CONVEY)


def test_no_way_back_to_new() -> None:
    assert all(State.NEW not in issues.moves(state) for state in State)
    with pytest.raises(errors.Refused, match="Baru"):
        issues.move(State.VERIFIED, State.NEW, "x")
    with pytest.raises(errors.Refused):
        issues.move(State.DONE, State.UNFOUNDED, "x")


@given(st.lists(st.tuples(st.sampled_from(Verb), st.sampled_from(sorted(issues.CLOSED))), max_size=30))
def test_from_anywhere_an_issue_can_be_closed(course: list[tuple[Verb, State]]) -> None:
    """Any run of offered verbs succeeds, and an open issue always offers to close."""
    state = State.NEW
    for verb, ending in course:
        if verb in issues.verbs(state):
            state = issues.after(state, verb, "alasan", ending)
        else:
            with pytest.raises(errors.Refused):
                issues.after(state, verb, "alasan", ending)
        assert (Verb.CLOSE in issues.verbs(state)) == issues.is_open(state)
    assert issues.is_open(state) == (state in issues.OPEN)


@pytest.mark.parametrize(
    ("state", "responded", "hours", "words"),
    [
        (State.NEW, None, 0.9, None),
        (State.NEW, None, 1.5, "belum ditanggapi, lewat 30 menit"),
        (State.NEW, None, 4, "belum ditanggapi, lewat 3 jam"),
        (State.CONVEYED, 2, 4.9, None),
        (State.CONVEYED, 2, 77, "tanpa kabar, lewat 3 hari"),
        (State.NEW, None, 48.9, "belum ditanggapi, lewat 47 jam"),
        (State.NEW, None, 49, "belum ditanggapi, lewat 2 hari"),
        (State.DONE, None, 400, None),
        (State.NEW, None, -5000, None),
    ],
)
def test_the_clock_of_an_urgent_issue(
    state: State, responded: int | None, hours: float, words: str | None
) -> None:
    reported = 1_707_868_800
    last = None if responded is None else reported + responded * HOUR
    late = issues.overdue(Severity.URGENT, state, reported, last, reported + int(hours * HOUR))
    assert (late and str(late)) == words


def test_an_office_sets_its_own_clocks() -> None:
    slow = {severity: issues.Clock(10_000, 10_000) for severity in Severity}
    assert issues.overdue(Severity.URGENT, State.NEW, 0, None, 90 * 60, slow) is None


def test_reading_severity_and_category() -> None:
    assert issues.parse_severity("Kritis") is Severity.URGENT
    assert issues.parse_severity("sangat mendesak") is Severity.URGENT
    assert issues.parse_severity(" tinggi ") is Severity.HIGH
    assert issues.parse_category("log") == "LOG"
    with pytest.raises(errors.Refused, match="rendah"):
        issues.parse_severity("gawat")
    with pytest.raises(errors.Refused, match="NET"):
        issues.parse_category("XYZ")


def test_to_whom_and_how_is_told_once() -> None:
    assert issues.told("Mohon genset.", "PLN", "WA") == "Disampaikan kepada PLN (WA): Mohon genset."
    assert issues.told("Mohon genset.", "PLN", "") == "Disampaikan kepada PLN: Mohon genset."
    said = issues.conveyance("KPU", "surat") + "."
    assert issues.told(said, "KPU", "surat") == said == "Disampaikan kepada KPU (surat)."
    assert issues.told("Genset menyala", "", "") == "Genset menyala"


def test_severe_is_high_and_urgent() -> None:
    assert {Severity.HIGH, Severity.URGENT} == issues.SEVERE
