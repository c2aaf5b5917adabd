# SPDX-License-Identifier: Apache-2.0
"""What a verifier does: decides, corrects, accepts, verifies, asks for the paper again, locks; who may not; undo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.domain.counts.standing import State
from desk_app.operations import (
    accounts,
    checking,
    count_check,
    count_entry,
    count_rules,
    count_view,
    disagreements,
    history,
)
from desk_app.operations.desk import Desk
from tests import counted_offices, counting_people, regency_offices

RACE = counting_people.RACE
TPS = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
SECOND = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A kabupaten that counts; its first operator verifies."""
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        yield made


def state(desk: Desk, subject: str = TPS) -> State:
    return count_view.view(desk, subject, RACE).standing.state


def votes(desk: Desk, subject: str = TPS) -> tuple[int | None, ...]:
    figures = count_view.view(desk, subject, RACE).standing.figures
    return tuple(figures.get(f"v{no}") for no in (1, 2, 3))


def twice(desk: Desk, second: tuple[int, ...] = (81, 40, 50)) -> count_view.View:
    """Two people copy the same paper."""
    counting_people.copy(desk, TPS)
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, TPS, second)
    return count_view.view(desk, TPS, RACE)


def test_what_was_copied_twice_alike_is_verified(desk: Desk) -> None:
    seen = twice(desk, (80, 40, 50))
    assert seen.standing.state is State.WHOLE
    assert seen.standing.readers == ("73.13/1", "73.13/2")
    count_check.verify(desk, TPS, RACE, seen.mark)
    assert state(desk) is State.VERIFIED
    history.undo(desk)
    assert state(desk) is State.WHOLE


def test_copies_that_differ_cannot_be_verified_and_are_in_no_total_until_decided(desk: Desk) -> None:
    seen = twice(desk)
    assert dict(seen.standing.differing)["v1"] == (80, 81)
    with pytest.raises(errors.Refused, match="berbeda"):
        count_check.verify(desk, TPS, RACE, seen.mark)
    assert counted_offices.sums(desk) == {}
    count_check.decide(desk, TPS, RACE, seen.sides[1].choice, "Formulir dibaca lagi", seen=seen.seen)
    assert votes(desk) == (81, 40, 50)
    assert counted_offices.sums(desk)["73.13.06"] == {"v1": 81, "v2": 40, "v3": 50}
    history.undo(desk)
    assert state(desk) is State.DISPUTED
    assert counted_offices.sums(desk) == {}


def test_a_reading_is_named_by_who_read_it_too(desk: Desk) -> None:
    twice(desk)
    count_check.decide(desk, TPS, RACE, "73.13/1", "Dibaca lagi")
    assert votes(desk) == (80, 40, 50)
    with pytest.raises(errors.NotFound):
        count_check.decide(desk, TPS, RACE, "73.13/9", "Dibaca lagi")


def test_the_paper_says_what_neither_had_read(desk: Desk) -> None:
    seen = twice(desk)
    right = dict(seen.sides[0].figures) | {"v1": 90, "valid": 180, "total": 185}
    count_check.decide(desk, TPS, RACE, count_check.TYPED, "Angka 1 tertindih lipatan", right, seen=seen.seen)
    assert votes(desk) == (90, 40, 50)
    told = count_view.view(desk, TPS, RACE).history[-1]
    assert [(one.line, one.old, one.new) for one in told.altered if one.line == "v1"] == [
        ("v1", 80, 90),
        ("v1", 81, 90),
    ]
    for wrong in ({"v1": -1}, {"v9": 1}, {}):
        with pytest.raises(errors.Refused):
            count_check.decide(desk, TPS, RACE, count_check.TYPED, "x", wrong)


def test_what_came_in_after_the_look_is_not_decided_over(desk: Desk) -> None:
    counting_people.copy(desk, TPS)
    seen = count_view.view(desk, TPS, RACE)
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, TPS, (70, 50, 50))
    count_check.decide(desk, TPS, RACE, seen.sides[0].choice, "Dibaca lagi", seen=seen.seen)
    again = count_view.view(desk, TPS, RACE)
    assert again.standing.state is State.DISPUTED
    assert [one.is_open for one in again.sides] == [False, True]
    count_check.decide(desk, TPS, RACE, again.sides[0].choice, "Dibaca lagi", seen=again.seen)
    assert state(desk) is State.WHOLE


def test_a_verification_stands_for_what_was_looked_at_alone(desk: Desk) -> None:
    counting_people.copy(desk, TPS)
    seen = count_view.view(desk, TPS, RACE)
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, TPS)
    with pytest.raises(errors.Refused, match="Lihat lagi"):
        count_check.verify(desk, TPS, RACE, seen.mark)
    count_check.verify(desk, TPS, RACE, count_view.view(desk, TPS, RACE).mark)
    assert state(desk) is State.VERIFIED


def test_an_error_is_accepted_with_a_reason_or_the_form_is_not_verified(desk: Desk) -> None:
    counting_people.copy(desk, TPS, (80, 40, 50), used=999)
    seen = count_view.view(desk, TPS, RACE)
    assert {one.finding.rule.number for one in seen.notes if not one.is_accepted} >= {"V06", "V07"}
    with pytest.raises(errors.Refused, match="V06"):
        count_check.verify(desk, TPS, RACE, seen.mark)
    with pytest.raises(errors.Refused, match="alasan"):
        count_check.accept(desk, TPS, RACE, ["V06"], "  ")
    with pytest.raises(errors.Refused, match="tidak ada"):
        count_check.accept(desk, TPS, RACE, ["V03"], "begitu adanya")
    count_check.accept(desk, TPS, RACE, ["V06", "V07"], "Tertulis demikian, disaksikan saksi")
    noted = {one.finding.rule.number: one for one in count_view.view(desk, TPS, RACE).notes}
    assert noted["V06"].is_accepted
    assert noted["V06"].reason == "Tertulis demikian, disaksikan saksi"
    assert noted["V06"].by.startswith("Andi")
    count_check.verify(desk, TPS, RACE, seen.mark)
    assert state(desk) is State.VERIFIED
    count_check.unaccept(desk, TPS, RACE, ["V06"])
    assert state(desk) is State.NOTED
    history.undo(desk)
    assert state(desk) is State.VERIFIED


def test_a_correction_is_one_field_with_a_reason_and_drops_the_verification(desk: Desk) -> None:
    seen = twice(desk, (80, 40, 50))
    count_check.verify(desk, TPS, RACE, seen.mark)
    with pytest.raises(errors.Refused, match="alasan"):
        count_check.correct(desk, TPS, RACE, "v1", 79, "")
    with pytest.raises(errors.Refused, match="sudah demikian"):
        count_check.correct(desk, TPS, RACE, "v1", 80, "x")
    assert count_check.correct(desk, TPS, RACE, "v1", 79, "Angka 9 terbaca 0")
    after = count_view.view(desk, TPS, RACE)
    assert after.standing.state is State.NOTED
    assert after.standing.figures["v1"] == 79
    told = [one for one in after.history if one.altered][-1]
    assert [(one.line, one.old, one.new) for one in told.altered] == [("v1", 80, 79)]
    assert (told.operator, told.reason) == ("Andi", "Angka 9 terbaca 0")
    assert not count_check.correct(desk, TPS, RACE, "v1", 80, "Ternyata benar")
    assert votes(desk) == (80, 40, 50)


def test_a_line_may_be_taken_as_not_read(desk: Desk) -> None:
    counting_people.copy(desk, TPS)
    count_check.correct(desk, TPS, RACE, "disabled_l", None, "Tidak terbaca")
    after = count_view.view(desk, TPS, RACE).standing
    assert "disabled_l" not in after.figures
    assert after.state is State.PART


def test_verifiers_write_after_entry_was_closed(desk: Desk) -> None:
    counting_people.copy(desk, TPS)
    count_rules.edit(desk, closes=desk.now() - 10)
    with pytest.raises(errors.NotPermitted):
        counting_people.copy(desk, SECOND)
    count_check.correct(desk, TPS, RACE, "v1", 79, "Angka 9 terbaca 0")
    assert votes(desk) == (79, 40, 50)


def test_the_paper_is_read_again_by_who_copied_it(desk: Desk) -> None:
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, TPS)
    count_check.verify(desk, TPS, RACE, count_view.view(desk, TPS, RACE).mark)
    with counting_people.somebody(desk, "Sitti"):
        assert count_entry.sheet(desk, TPS, RACE).closed is not None
    count_check.reread(desk, TPS, RACE, "Foto kabur")
    assert (state(desk), count_view.view(desk, TPS, RACE).reason) == (State.WHOLE, "Foto kabur")
    with counting_people.somebody(desk, "Sitti"):
        assert count_entry.sheet(desk, TPS, RACE).closed is None
        counting_people.copy(desk, TPS, (70, 50, 50))
    seen = count_view.view(desk, TPS, RACE)
    assert votes(desk) == (70, 50, 50)
    count_check.verify(desk, TPS, RACE, seen.mark)
    assert not count_view.view(desk, TPS, RACE).is_reread


def test_a_locked_result_is_not_altered(desk: Desk) -> None:
    counting_people.copy(desk, TPS)
    counting_people.copy(desk, SECOND, (79, 41, 50))
    count_check.verify(desk, TPS, RACE, count_view.view(desk, TPS, RACE).mark)
    done = count_check.lock(desk, [TPS, SECOND], RACE)
    assert (done.done, [subject for subject, _why in done.left]) == (1, [SECOND])
    assert state(desk) is State.LOCKED
    for verb in (
        lambda: count_check.correct(desk, TPS, RACE, "v1", 1, "x"),
        lambda: count_check.decide(desk, TPS, RACE, "73.13/1", "x"),
        lambda: count_check.reread(desk, TPS, RACE, "x"),
    ):
        with pytest.raises(errors.Refused, match="dikunci"):
            verb()
    assert count_check.unlock(desk, [TPS, SECOND], RACE).done == 1
    assert state(desk) is State.VERIFIED


def test_all_without_notes_are_verified_at_once_and_undone_at_once(desk: Desk) -> None:
    third = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 3)
    counting_people.copy(desk, TPS)
    counting_people.copy(desk, SECOND, (40, 30, 50))
    counting_people.copy(desk, third, (40, 30, 20), used=3)
    seen = {one: count_view.view(desk, one, RACE).mark for one in (TPS, SECOND, third)}
    seen[SECOND] = b"\0" * 32
    done = count_check.verify_many(desk, RACE, seen)
    assert done.done == 1
    assert {subject for subject, _why in done.left} == {SECOND, third}
    assert [state(desk, one) for one in (TPS, SECOND, third)] == [State.VERIFIED, State.WHOLE, State.NOTED]
    history.undo(desk)
    assert state(desk) is State.WHOLE


def test_nothing_of_it_without_the_right(desk: Desk) -> None:
    counting_people.copy(desk, TPS)
    mark = count_view.view(desk, TPS, RACE).mark
    verbs: list[Callable[[], object]] = [
        lambda: count_view.view(desk, TPS, RACE),
        lambda: count_check.verify(desk, TPS, RACE, mark),
        lambda: count_check.verify_many(desk, RACE, {TPS: mark}),
        lambda: count_check.accept(desk, TPS, RACE, ["V06"], "x"),
        lambda: count_check.unaccept(desk, TPS, RACE, ["V06"]),
        lambda: count_check.decide(desk, TPS, RACE, "73.13/1", "x"),
        lambda: count_check.correct(desk, TPS, RACE, "v1", 1, "x"),
        lambda: count_check.reread(desk, TPS, RACE, "x"),
        lambda: count_check.lock(desk, [TPS], RACE),
        lambda: count_check.unlock(desk, [TPS], RACE),
    ]
    for role in (accounts.Role.OPERATOR, accounts.Role.VERIFIER, accounts.Role.LEADER):
        with counting_people.somebody(desk, f"Orang {role.value}", role):
            for verb in verbs:
                with pytest.raises(errors.NotPermitted):
                    verb()
    assert state(desk) is State.WHOLE


def test_what_is_in_clarification_is_not_in_data_berbeda(desk: Desk) -> None:
    twice(desk)
    assert state(desk) is State.DISPUTED
    assert disagreements.open_ones(desk) == []
    assert disagreements.count(desk) == 0
    assert finish(checking.check(desk)).faults == ()
