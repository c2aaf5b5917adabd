# SPDX-License-Identifier: Apache-2.0
"""Who may do what: a level that passed an issue on follows it, the one above does it, reviewers say what ends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, issue_rights
from desk_app.domain.issue_rights import HANDS, REVIEWERS, hands
from desk_app.domain.issues import State, Verb

ROLES = (*sorted(REVIEWERS), "operator", "")


def test_passed_on_it_is_followed_below_and_done_above() -> None:
    below = hands("kecamatan", "kabupaten", "kecamatan")
    above = hands("kabupaten", "kabupaten", "kecamatan")
    assert issue_rights.offered(State.TO_REGENCY, below, "admin") == (Verb.FOLLOW_UP, Verb.ANSWER)
    done = issue_rights.offered(State.TO_REGENCY, above, "admin")
    assert {Verb.CONVEY, Verb.ANSWER, Verb.FORWARD, Verb.CLOSE} <= set(done)
    assert Verb.TO_REGENCY not in done
    with pytest.raises(errors.NotPermitted, match="Kabupaten/kota"):
        issue_rights.require(Verb.CLOSE, below, "admin")


@pytest.mark.parametrize(
    ("level", "verb"),
    [("kecamatan", Verb.TO_REGENCY), ("kabupaten", Verb.FORWARD), ("provinsi", None), ("nasional", None)],
)
def test_each_level_passes_on_to_the_next_one_only(level: str, verb: Verb | None) -> None:
    offered = issue_rights.offered(State.NEW, hands(level, level, level), "admin")
    assert [one for one in offered if one in (Verb.TO_REGENCY, Verb.FORWARD)] == ([verb] if verb else [])


def test_the_answer_goes_down_the_way_it_came() -> None:
    assert issue_rights.handed_to(Verb.TO_REGENCY, hands("kecamatan", "kecamatan", "kecamatan")) == "kabupaten"
    assert issue_rights.handed_to(Verb.FORWARD, hands("kabupaten", "kabupaten", "kecamatan")) == "provinsi"
    assert issue_rights.handed_to(Verb.ANSWER, hands("provinsi", "provinsi", "kecamatan")) == "kabupaten"
    assert issue_rights.handed_to(Verb.ANSWER, hands("kabupaten", "kabupaten", "kecamatan")) == "kecamatan"
    assert issue_rights.handed_to(Verb.ANSWER, hands("kabupaten", "kabupaten", "kabupaten")) == "kabupaten"
    # It came by letter, and is recorded below.
    assert issue_rights.handed_to(Verb.ANSWER, hands("kecamatan", "kabupaten", "kecamatan")) == "kecamatan"
    assert issue_rights.handed_to(Verb.CONVEY, hands("kabupaten", "kecamatan", "kecamatan")) == "kecamatan"


@pytest.mark.parametrize("verb", [Verb.VERIFY, Verb.TELL_SUPERVISOR, Verb.REOPEN])
def test_what_reviewers_say(verb: Verb) -> None:
    held = hands("kabupaten", "kabupaten", "kabupaten")
    for role in REVIEWERS:
        issue_rights.require(verb, held, role)
    with pytest.raises(errors.NotPermitted, match="verifikator"):
        issue_rights.require(verb, held, "operator")


def test_an_operator_closes_as_done_and_nothing_else() -> None:
    held = hands("kabupaten", "kabupaten", "kabupaten")
    issue_rights.require(Verb.CLOSE, held, "operator", State.DONE)
    for ending in (State.UNFOUNDED, State.OUT_OF_SCOPE):
        issue_rights.require(Verb.CLOSE, held, "verifikator", ending)
        with pytest.raises(errors.NotPermitted):
            issue_rights.require(Verb.CLOSE, held, "operator", ending)


@given(
    own=st.sampled_from(HANDS), handled=st.sampled_from(HANDS), origin=st.sampled_from(HANDS),
    state=st.sampled_from(State), role=st.sampled_from(ROLES),
)
def test_what_is_offered_is_permitted(own: str, handled: str, origin: str, state: State, role: str) -> None:
    held = hands(own, handled, origin)
    offered = issue_rights.offered(state, held, role)
    assert Verb.FOLLOW_UP in offered
    for verb in offered:
        issue_rights.require(verb, held, role)
        assert issue_rights.handed_to(verb, held) in HANDS


def test_one_from_before_levels_is_in_the_hands_of_who_looks() -> None:
    assert hands("kecamatan", None, None).is_ours
    assert hands("kabupaten", "bulan", None).is_ours
    assert not hands("kabupaten", "kecamatan", None).is_ours
    assert not hands("kabupaten", "kecamatan", None).is_above


def test_it_is_deleted_by_its_writer_or_a_reviewer_while_no_level_above_has_it() -> None:
    ours, above = hands("kabupaten", "kabupaten", "kecamatan"), hands("kabupaten", "provinsi", "kabupaten")
    for role, own, may in (("operator", True, True), ("operator", False, False), ("verifikator", False, True)):
        assert issue_rights.may_delete(ours, role, own=own) is may
        assert not issue_rights.may_delete(above, role, own=own)
        with pytest.raises(errors.NotPermitted, match="ditangani"):
            issue_rights.require_delete(above, role, own=own)
    issue_rights.require_delete(ours, "operator", own=True)
    with pytest.raises(errors.NotPermitted, match="pencatatnya"):
        issue_rights.require_delete(ours, "operator", own=False)
