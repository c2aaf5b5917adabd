# SPDX-License-Identifier: Apache-2.0
"""Undo and redo are read from the journal and written into it; the history tells who, when and what."""


from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk_app.base import progress
from desk_app.data import keys, rows, schema
from desk_app.domain import errors, records
from desk_app.operations import accounts, answers, checking, history, opening, papers, printing
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices, two_offices
from tests.small_offices import EVENT, KEY_MEMORY, VILLAGE, station

ITEM = "log.tinta"


def say(desk: Desk, value: str | None, number: int = 1) -> None:
    answers.set_answer(desk, station(number), ITEM, value)


def quantity(desk: Desk, number: int = 1) -> int | None:
    """What a TPS was answered; None where it was emptied or never answered."""
    table = schema.by_name["answer"]
    with desk.reading() as connection:
        return connection.execute(
            select(table.c.quantity).where(table.c.subject == station(number), table.c.alive == 1)
        ).scalar_one_or_none()


def issue(desk: Desk, **values: Any) -> int:
    return transact(desk, "Permasalahan", lambda unit: unit.create(
        records.ISSUE, {"event": EVENT, "place": VILLAGE, **values}))


def edit(desk: Desk, no: int, **values: Any) -> None:
    transact(desk, "Permasalahan", lambda unit: unit.set(records.ISSUE, no, values))


def read(desk: Desk, no: int, declared: records.RecordType = records.ISSUE) -> Any:
    with desk.reading() as connection:
        return rows.row(connection, declared, no)


def second_operator(desk: Desk) -> keys.Slot:
    made = accounts.add_account(
        desk, "Budi", accounts.Role.OPERATOR, small_offices.PASSWORD, key_memory=KEY_MEMORY)
    slot = keys.load(desk.folder).account(made.number)
    assert slot is not None
    return slot


def test_an_edit_is_taken_back_and_brought_back(desk: Desk) -> None:
    say(desk, "1")
    say(desk, "2")
    history.undo(desk)
    assert quantity(desk) == 1
    history.redo(desk)
    assert quantity(desk) == 2
    history.undo(desk)
    assert quantity(desk) == 1


def test_several_edits_of_one_field_go_back_one_by_one_to_nothing(desk: Desk) -> None:
    seen = []
    for value in ("1", "2", "3", "4"):
        say(desk, value)
    for _ in range(4):
        history.undo(desk)
        seen.append(quantity(desk))
    assert seen == [3, 2, 1, None]
    with pytest.raises(errors.Refused, match="Tidak ada yang dapat dibatalkan"):
        history.undo(desk)
    for _ in range(4):
        history.redo(desk)
        seen.append(quantity(desk))
    assert seen[4:] == [1, 2, 3, 4]
    with pytest.raises(errors.Refused, match="Tidak ada yang dapat diulangi"):
        history.redo(desk)


def test_typing_ends_what_could_be_brought_back(desk: Desk) -> None:
    say(desk, "1")
    say(desk, "2")
    history.undo(desk)
    say(desk, "3")
    assert history.next_redo(desk) is None
    history.undo(desk)
    assert quantity(desk) == 1
    history.undo(desk)
    assert quantity(desk) is None
    history.redo(desk)
    history.redo(desk)
    assert quantity(desk) == 3
    assert history.next_redo(desk) is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(doing=st.lists(st.sampled_from(["1", "2", "3", "", "undo", "undo", "redo"]), max_size=14))
def test_any_sequence_is_what_an_editor_would_do(desk: Desk, doing: list[str]) -> None:
    """The oracle is a list of states and a place in it; what typing leaves as it was is no step."""
    subject = 1 + desk.now() % 3
    say(desk, "9", subject)  # a floor: undo is not asked beyond it
    states: list[int | None] = [9]
    at = 0
    for step in doing:
        match step:
            case "undo" if at > 0:
                history.undo(desk)
                at -= 1
            case "redo" if at < len(states) - 1:
                history.redo(desk)
                at += 1
            case "undo" | "redo":
                continue
            case _:
                value = int(step) if step else None
                say(desk, step or None, subject)
                if value != states[at]:
                    del states[at + 1 :]
                    states.append(value)
                    at += 1
        assert quantity(desk, subject) == states[at]
    assert progress.finish(checking.check(desk)).faults == ()


def test_a_created_record_goes_and_comes(desk: Desk) -> None:
    no = issue(desk, title="Banjir")
    history.undo(desk)
    assert read(desk, no)["alive"] == 0
    history.redo(desk)
    assert (read(desk, no)["alive"], read(desk, no)["title"]) == (1, "Banjir")


def test_a_created_and_edited_record_goes_step_by_step(desk: Desk) -> None:
    no = issue(desk, title="Banjir")
    edit(desk, no, title="Banjir besar")
    edit(desk, no, advice="Pindahkan TPS")
    history.undo(desk)
    assert read(desk, no)["advice"] is None
    history.undo(desk)
    assert read(desk, no)["title"] == "Banjir"
    history.undo(desk)
    assert read(desk, no)["alive"] == 0
    for _ in range(3):
        history.redo(desk)
    now = read(desk, no)
    assert (now["alive"], now["title"], now["advice"]) == (1, "Banjir besar", "Pindahkan TPS")


def test_a_deleted_record_comes_back_and_goes_again(desk: Desk) -> None:
    no = issue(desk, title="Banjir")
    transact(desk, "Hapus", lambda unit: unit.delete(records.ISSUE, no))
    for alive in (1, 0, 1):
        (history.undo if alive else history.redo)(desk)
        assert read(desk, no)["alive"] == alive
    history.undo(desk)
    assert read(desk, no)["alive"] == 0
    assert progress.finish(checking.check(desk)).faults == ()


def test_typed_again_after_an_undone_creation(desk: Desk) -> None:
    say(desk, "1")
    history.undo(desk)
    say(desk, "2")
    assert quantity(desk) == 2
    history.undo(desk)
    assert quantity(desk) is None
    history.redo(desk)
    assert quantity(desk) == 2


def test_a_column_filled_down_is_one_step(desk: Desk) -> None:
    small_offices.add_stations(desk, 100)
    say(desk, "5", 7)
    subjects = [station(number) for number in range(1, 101)]
    answers.fill_down(desk, subjects, ITEM, "2")
    assert [quantity(desk, number) for number in (1, 7, 100)] == [2, 2, 2]
    group = history.undo(desk)
    assert group.label == "Salin ke bawah"
    assert [quantity(desk, number) for number in (1, 7, 100)] == [None, 5, None]
    history.redo(desk)
    assert [quantity(desk, number) for number in (1, 7, 100)] == [2, 2, 2]


def test_a_record_made_and_edited_in_one_transaction(desk: Desk) -> None:
    def work(unit: Any) -> int:
        no: int = unit.create(records.ISSUE, {"event": EVENT, "place": VILLAGE, "title": "Banjir"})
        unit.set(records.ISSUE, no, {"title": "Banjir besar"})
        unit.set(records.ISSUE, no, {"title": "Banjir bandang", "advice": "Pindah"})
        unit.create(records.FOLLOW_UP, {"issue": no, "text": "ditinjau"})
        return no

    no = transact(desk, "Permasalahan", work)
    history.undo(desk)
    assert read(desk, no)["alive"] == 0
    history.redo(desk)
    assert (read(desk, no)["alive"], read(desk, no)["title"]) == (1, "Banjir bandang")
    history.undo(desk)
    assert read(desk, no)["alive"] == 0


def test_what_another_operator_edited_since_is_not_taken_back(desk: Desk) -> None:
    """Nothing is taken back silently, and nothing of it is done half."""
    no = issue(desk, title="Banjir", advice="x")
    edit(desk, no, title="Banjir besar", advice="Pindahkan TPS")
    first, second = desk.operator, second_operator(desk)
    desk.operator = second
    edit(desk, no, advice="Tunggu surut")
    desk.operator = first
    with pytest.raises(errors.Refused, match="Saran penyelesaian pada Permasalahan sudah diubah lagi"):
        history.undo(desk)
    assert (read(desk, no)["title"], read(desk, no)["advice"]) == ("Banjir besar", "Tunggu surut")
    desk.operator = second
    history.undo(desk)
    desk.operator = first
    history.undo(desk)
    assert (read(desk, no)["title"], read(desk, no)["advice"]) == ("Banjir", "x")


def test_a_record_that_another_operator_added_to_does_not_go(desk: Desk) -> None:
    no = issue(desk, title="Banjir")
    first, second = desk.operator, second_operator(desk)
    desk.operator = second
    edit(desk, no, advice="Tunggu surut")
    desk.operator = first
    with pytest.raises(errors.Refused, match="Saran penyelesaian"):
        history.undo(desk)
    assert read(desk, no)["alive"] == 1


@pytest.mark.parametrize("again", [False, True], ids=["brought back", "deleted again"])
def test_a_deletion_that_another_operator_took_up_is_left(desk: Desk, again: bool) -> None:
    no = issue(desk, title="Banjir")
    transact(desk, "Hapus", lambda unit: unit.delete(records.ISSUE, no))
    first, second = desk.operator, second_operator(desk)
    desk.operator = second
    transact(desk, "Kembalikan", lambda unit: unit.undelete(records.ISSUE, no))
    if again:
        transact(desk, "Hapus", lambda unit: unit.delete(records.ISSUE, no))
    desk.operator = first
    with pytest.raises(errors.Refused, match="sudah diubah lagi"):
        history.undo(desk)
    assert read(desk, no)["alive"] == (0 if again else 1)


def test_each_operator_takes_back_only_what_is_their_own(desk: Desk) -> None:
    say(desk, "1", 1)
    first, second = desk.operator, second_operator(desk)
    desk.operator = second
    say(desk, "2", 2)
    desk.operator = first
    history.undo(desk)
    assert (quantity(desk, 1), quantity(desk, 2)) == (None, 2)
    assert history.next_undo(desk) is None


def test_an_account_is_no_step_of_undo(desk: Desk) -> None:
    say(desk, "1")
    second_operator(desk)
    history.undo(desk)
    assert quantity(desk) is None
    assert [one.name for one in accounts.accounts(desk)] == ["Andi", "Budi"]


def test_undo_goes_on_after_the_office_was_closed(desk: Desk) -> None:
    say(desk, "1")
    say(desk, "2")
    history.undo(desk)
    desk.close()
    with opening.open_office(desk.folder, small_offices.PASSWORD) as again:
        assert history.next_redo(again) is not None
        history.undo(again)
        assert quantity(again) is None
        history.redo(again)
        history.redo(again)
        assert quantity(again) == 2


def test_what_was_sent_is_not_taken_back_silently(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        tempe, first = two.tempe, two_offices.FIRST
        answers.set_answer(tempe, first, two_offices.NUMBER, "4")
        answers.set_answer(tempe, first, two_offices.NUMBER, "5")
        two.carry(tempe, two.kabupaten)
        group = history.next_undo(tempe)
        assert group is not None
        assert (group.sent, group.printed) == (True, False)
        with pytest.raises(errors.NeedsConsent, match="sudah dikirim ke kantor lain") as asked:
            history.undo(tempe)
        assert asked.value.no == group.arrival
        assert history.next_undo(tempe) == group
        assert history.undo(tempe, even_if_sent=True, only=group.arrival) == group
        two.carry(tempe, two.kabupaten)
        key = (EVENT, first, two_offices.NUMBER)
        for office in (tempe, two.kabupaten):
            found = read(office, history.find_record(office, "answer", key), records.ANSWER)
            assert found["quantity"] == 4


def test_consent_holds_for_what_was_asked_about(desk: Desk) -> None:
    say(desk, "1")
    asked = history.next_undo(desk)
    assert asked is not None
    say(desk, "2")
    with pytest.raises(errors.Refused, match="ada isian yang lebih baru"):
        history.undo(desk, even_if_sent=True, only=asked.arrival)
    assert quantity(desk) == 2


def test_what_is_both_sent_and_printed_is_said_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.kabupaten, two_offices.FIRST, two_offices.NUMBER, "4")
        printing.issue(two.kabupaten, printing.make(two.kabupaten, papers.Asked()))
        two.send(two.kabupaten, two.tempe)
        with pytest.raises(errors.NeedsConsent, match="dikirim ke kantor lain dan sudah tercetak"):
            history.undo(two.kabupaten)


def test_the_history_tells_who_when_what_and_instead_of_what(desk: Desk) -> None:
    clock = iter(range(1_707_800_500, 1_707_900_000, 60))
    desk.now = lambda: next(clock)
    say(desk, "1")
    desk.operator = second_operator(desk)
    say(desk, "2")
    history.undo(desk)
    told = history.history(desk, history.find_record(desk, "answer", (EVENT, station(1), ITEM)))
    office = "Desk Pemilu Kecamatan Tempe"
    assert [(one.office, one.operator, one.kind, one.undoes, one.own) for one in told] == [
        (office, "Andi", "dibuat", False, True),
        (office, "Budi", "diubah", False, True),
        (office, "Budi", "diubah", True, True),
    ]
    assert [[(part.label, part.before, part.after) for part in one.fields if part.field == "quantity"]
            for one in told] == [[("Jumlah", (), 1)], [("Jumlah", (1,), 2)], [("Jumlah", (2,), 1)]]
    assert [one.at for one in told] == sorted({one.at for one in told})


def test_the_history_of_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.NotFound):
        history.history(desk, 999)
    with pytest.raises(errors.NotFound):
        history.find_record(desk, "answer", (EVENT, station(1), "log.tidakada"))
