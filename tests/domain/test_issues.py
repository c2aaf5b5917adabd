# SPDX-License-Identifier: Apache-2.0
"""The register: states and moves, verbs, clocks, and the words of a desk that only advises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, issues
from desk_app.domain.issues import Severity, State, Verb


def test_seventeen_categories_and_the_fixed_words() -> None:
    assert len(issues.CATEGORIES) == 17
    assert set(issues.SECTION_CATEGORIES.values()) <= set(issues.CATEGORIES)
    assert set(issues.CATEGORIES) >= issues.ACCUSING
    assert set(issues.STATE_LABELS) == set(State)
    assert set(issues.VERB_LABELS) == set(Verb)
    assert set(issues.SEVERITY_LABELS) == set(Severity)
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


def test_what_a_newer_version_says_is_read_as_something() -> None:
    assert issues.state_of("dititipkan") is State.FOLLOWED_UP
    assert issues.state_of(None) is State.NEW
    assert issues.severity_of("maha") is Severity.MEDIUM
    assert issues.severity_of("tinggi") is Severity.HIGH


def test_an_answer_is_recorded_to_what_was_passed_on() -> None:
    assert Verb.ANSWER not in issues.verbs(State.CONVEYED)
    assert Verb.ANSWER in issues.verbs(State.CONVEYED, is_from_below=True)
    for state in issues.PASSED_ON:
        assert issues.after(state, Verb.ANSWER, "KPU mengirim perahu") is State.FOLLOWED_UP


def test_people_are_accused_of_nothing_more_than_an_allegation() -> None:
    assert issues.alleging("Kades memihak", "NET") == "Dugaan: Kades memihak"
    assert issues.alleging("Diduga ada politik uang", "UNG") == "Diduga ada politik uang"
    assert issues.alleging("Tinta kurang", "LOG") == "Tinta kurang"


def test_a_veiled_issue_tells_its_category_alone() -> None:
    assert str(issues.veiled("UNG")) == "Dirahasiakan (Politik uang)"
    assert str(issues.veiled("BARU")) == "Dirahasiakan (BARU)"


def test_how_a_letter_is_told() -> None:
    assert issues.means_in_words("surat", "270/12", "2024-02-13") == "surat nomor 270/12 tanggal 13-02-2024"
    assert issues.means_in_words("", "270/12") == "surat nomor 270/12"
    assert issues.means_in_words("WA") == "WA"


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
