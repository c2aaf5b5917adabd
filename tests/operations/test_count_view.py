# SPDX-License-Identifier: Apache-2.0
"""One TPS as a verifier sees it: readings with who and when, what was said, earlier votes, what cannot be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_boxes
from desk_app.domain.counts.standing import Source, State
from desk_app.domain.revotes import Basis, Kind
from desk_app.domain.revotes import State as Revote
from desk_app.operations import count_check, count_entry, count_view, history, revotes, tally, values
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices, small_offices, two_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

RACE = counting_people.RACE
ONE, TWO = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        yield made


def told(found: count_view.View) -> list[tuple[str, str]]:
    return [(one.operator, str(one.what)) for one in found.history]


def test_readings_stand_beside_each_other_with_who_and_when(desk: Desk) -> None:
    counting_people.copy(desk, ONE)
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, ONE, (81, 40, 50))
    found = count_view.view(desk, ONE, RACE)
    assert [(one.operator, one.reader, one.office, one.figures["v1"]) for one in found.sides] == [
        ("Andi", "73.13/1", desk.identity.name, 80),
        ("Sitti", "73.13/2", desk.identity.name, 81),
    ]
    assert {one.at for one in found.sides} == {small_offices.NOW}
    assert all(one.is_open and one.record for one in found.sides)
    assert len(set(found.records)) == 2
    assert "v2" in count_view.agreed(found)
    assert "v1" not in count_view.agreed(found)


def test_nothing_was_copied(desk: Desk) -> None:
    found = count_view.view(desk, ONE, RACE)
    assert found.standing.state is State.NOT_IN
    assert (found.sides, found.history, found.notes, found.occasion) == ((), (), (), 1)


def test_the_history_says_what_was_altered_by_whom_and_why(desk: Desk) -> None:
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, ONE)
        counting_people.copy(desk, ONE, (79, 41, 50))
    count_check.verify(desk, ONE, RACE, count_view.view(desk, ONE, RACE).mark)
    count_check.correct(desk, ONE, RACE, "v1", 78, "Salah ketik")
    history.undo(desk)
    found = count_view.view(desk, ONE, RACE)
    assert told(found)[:5] == [
        ("Sitti", "Disalin"),
        ("Sitti", "Salinan diperbaiki"),
        ("Andi", "Diverifikasi"),
        ("Andi", "Angka diperbaiki"),
        ("Andi", "Verifikasi gugur; perlu diverifikasi lagi"),
    ]
    repaired = {(one.line, one.old, one.new) for one in found.history[1].altered}
    assert {("v1", 80, 79), ("v2", 40, 41)} <= repaired
    corrected = found.history[3]
    assert [(one.line, one.old, one.new) for one in corrected.altered] == [("v1", 79, 78)]
    assert corrected.reason == "Salah ketik"
    assert all(one.taken_back for one in found.history[5:])
    assert found.standing.state is State.VERIFIED


def test_what_was_held_again_stands_and_the_first_is_kept(desk: Desk) -> None:
    counting_people.copy(desk, ONE)
    ordered = {"ordered_by": Basis.COMMISSION.value, "ordered_on": "2024-02-20", "basis": "12/2024"}
    revotes.note(desk, [ONE], Kind.REPEATED, state=Revote.HELD, held_on="2024-02-24", **ordered)
    counting_people.copy(desk, ONE, (70, 50, 50))
    found = count_view.view(desk, ONE, RACE)
    assert (found.occasion, found.kind, found.standing.figures["v1"]) == (2, "psu", 70)
    assert [(one.occasion, one.standing.figures["v1"]) for one in found.earlier] == [(1, 80)]
    count_check.correct(desk, ONE, RACE, "v1", 69, "Salah ketik")
    found = count_view.view(desk, ONE, RACE)
    assert (found.standing.figures["v1"], found.earlier[0].standing.figures["v1"]) == (69, 80)


def test_what_was_told_by_phone_yields_and_is_told(desk: Desk) -> None:
    right = counting_people.figures(desk, ONE, (80, 40, 50))
    with counting_people.somebody(desk, "Sitti"):
        count_entry.save(desk, ONE, RACE, {"v1": 88, "v2": 40}, source=Source.PHONE)
    assert count_view.view(desk, ONE, RACE).standing.provisional
    count_entry.save(desk, ONE, RACE, right)
    found = count_view.view(desk, ONE, RACE)
    assert found.standing.state is State.WHOLE
    assert found.told == {"v1": (88,)}
    assert [one.source for one in found.sides] == [Source.FORM, Source.PHONE]


def test_the_same_votes_in_two_tps_of_a_village_are_a_note_to_accept(desk: Desk) -> None:
    counting_people.copy(desk, ONE)
    counting_people.copy(desk, TWO)
    finish(tally.refresh(desk))
    [twin] = [one for one in count_view.view(desk, ONE, RACE).notes if one.finding.rule.number == "V18"]
    assert "002" in str(twin.finding.words)
    count_check.accept(desk, ONE, RACE, ["V18"], "Memang sama")
    [twin] = [one for one in count_view.view(desk, ONE, RACE).notes if one.finding.rule.number == "V18"]
    assert (twin.is_accepted, twin.reason) == (True, "Memang sama")


def test_what_stands_under_a_key_that_has_not_come_is_told_as_that(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        counting_people.copy(two.tempe, ONE)
        two.carry(two.tempe, two.kabupaten)
        assert count_view.view(two.kabupaten, ONE, RACE).unreadable == 0
        key = count_boxes.new_writing_key()
        # As if its writing key had been left behind: nothing of it opens.
        found = _without(two.kabupaten, key)
        assert found.unreadable == 1
        assert found.standing.state is State.NOT_IN
        assert [one.is_open for one in found.history] == [False]


def test_reasons_are_under_seal_and_told_to_who_verifies(desk: Desk) -> None:
    counting_people.copy(desk, ONE)
    count_check.accept(desk, ONE, RACE, ["V18"], "Tertulis 77.123, jelas")
    count_check.reread(desk, ONE, RACE, "Mungkin 77.321")
    found = count_view.view(desk, ONE, RACE)
    assert [one.reason for one in found.history] == ["", "Tertulis 77.123, jelas", "Mungkin 77.321"]
    assert found.reason == "Mungkin 77.321"
    with desk.reading() as connection:
        [(no, reason)] = connection.exec_driver_sql("SELECT no, reason FROM count_result").all()
    assert reason is None
    told = repr(history.history(desk, no))
    assert "77.123" not in told
    assert "77.321" not in told
    assert values.Speaker(desk).value("count_result", "said", b"x") == "(tersegel)"
    other = _without(desk, count_boxes.new_writing_key())
    assert [(one.reason, one.is_open) for one in other.history] == [("", False)] * 3
    assert other.reason == ""


def _without(desk: Desk, key: count_boxes.WritingKey) -> count_view.View:
    """What is seen where only another writing key can be opened."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(count_view.count_writing_keys, "opened_keys", lambda _desk: {key.name: key})
        return count_view.view(desk, ONE, RACE)
