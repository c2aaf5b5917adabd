# SPDX-License-Identifier: Apache-2.0
"""Answers are saved as typed, refused where they mean nothing, and move the readiness of their place."""

from typing import Any

import pytest
from sqlalchemy import select

from desk_app.data import schema
from desk_app.domain import errors
from desk_app.domain.answers import Mark
from desk_app.operations import answers, elections
from desk_app.operations.desk import Desk
from tests.small_offices import VILLAGE, station

YESNO, NUMBER = "log.hujan", "log.tinta"


def answer(desk: Desk, no: int) -> Any:
    table = schema.by_name["answer"]
    with desk.reading() as connection:
        return connection.execute(select(table).where(table.c.no == no)).one()


def states(desk: Desk, subject: str) -> dict[int, tuple[int, int, str]]:
    table = schema.readiness
    with desk.reading() as connection:
        rows = connection.execute(select(table).where(table.c.subject == subject))
        return {row.phase: (row.answered, row.failed, row.state) for row in rows}


@pytest.mark.parametrize(("item", "value", "choice", "quantity"), [
    (YESNO, "S", "done", None), (YESNO, "belum", "not_yet", None), (YESNO, Mark.NOT_NEEDED, "not_needed", None),
    (NUMBER, "2", None, 2), (NUMBER, 0, None, 0), (NUMBER, "0", None, 0), (NUMBER, "t", "not_needed", None),
])
def test_an_answer_is_kept_as_it_was_meant(
    desk: Desk, item: str, value: Any, choice: str | None, quantity: int | None
) -> None:
    kept = answer(desk, answers.set_answer(desk, station(1), item, value))
    assert (kept.subject, kept.item, kept.choice, kept.quantity) == (station(1), item, choice, quantity)
    assert kept.version == elections.checklist().version


def test_answering_again_replaces_both_forms(desk: Desk) -> None:
    first = answers.set_answer(desk, station(1), NUMBER, "2")
    again = answers.set_answer(desk, station(1), NUMBER, "T")
    assert again == first
    assert (answer(desk, first).choice, answer(desk, first).quantity) == ("not_needed", None)


@pytest.mark.parametrize("empty", [None, ""])
def test_an_answer_can_be_emptied_and_its_note_stays(desk: Desk, empty: str | None) -> None:
    no = answers.set_answer(desk, station(1), YESNO, "B", note="terpal kurang")
    answers.set_answer(desk, station(1), YESNO, empty)
    assert (answer(desk, no).choice, answer(desk, no).note) == (None, "terpal kurang")
    assert states(desk, station(1)) == {}


def test_a_note_may_come_before_the_answer(desk: Desk) -> None:
    no = answers.set_note(desk, station(1), YESNO, "ditanyakan")
    assert answers.set_answer(desk, station(1), YESNO, "S") == no
    assert (answer(desk, no).choice, answer(desk, no).note) == ("done", "ditanyakan")


@pytest.mark.parametrize(("subject", "item", "value", "words"), [
    (station(9), YESNO, "S", "tidak ada dalam daftar TPS"),
    (VILLAGE, YESNO, "S", "tidak berlaku"),
    (station(1), "log.tidakada", "S", "tidak ada"),
    (station(1), YESNO, "285", "Sudah"),
    (station(1), YESNO, 285, "Sudah"),
    (station(1), NUMBER, "-1", "angka"),
    (station(1), NUMBER, -1, "angka"),
    ("bukan tempat", YESNO, "S", "bukan kode wilayah"),
], ids=range(8))
def test_what_means_nothing_is_refused(desk: Desk, subject: str, item: str, value: Any, words: str) -> None:
    with pytest.raises(errors.Refused, match=words):
        answers.set_answer(desk, subject, item, value)
    with desk.reading() as connection:
        assert connection.execute(select(schema.by_name["answer"])).all() == []


def test_one_wrong_answer_among_many_saves_none(desk: Desk) -> None:
    given = [(station(1), YESNO, "S", None), (station(9), YESNO, "S", None)]
    with pytest.raises(errors.Refused):
        answers.set_answers(desk, given)
    with desk.reading() as connection:
        assert connection.execute(select(schema.by_name["answer"])).all() == []


def test_filling_down_is_one_transaction(desk: Desk) -> None:
    assert answers.fill_down(desk, [station(1), station(2), station(3)], YESNO, "S") == 3
    with desk.reading() as connection:
        arrivals = connection.execute(select(schema.change.c.arrival)).scalars().all()
        labels = connection.execute(select(schema.arrival.c.label).order_by(schema.arrival.c.no)).scalars().all()
    assert arrivals.count(max(arrivals)) == 3
    assert labels[-1] == "Salin ke bawah"


def test_readiness_follows_in_the_same_transaction(desk: Desk) -> None:
    seen: list[Any] = []
    desk.news.listen(lambda news: seen.append(("readiness" in news.flags, states(desk, station(1)).get(-1))))
    answers.set_answer(desk, station(1), YESNO, "S")
    answers.set_answer(desk, station(1), YESNO, "B")
    assert seen == [(True, (1, 0, "belum_lengkap")), (True, (1, 1, "masalah"))]


def test_a_recap_beyond_its_total_is_refused(desk: Desk) -> None:
    answers.add_recap(desk, VILLAGE, YESNO, 17, 18, hour=desk.now(), source="camat")
    with pytest.raises(errors.Refused, match="19"):
        answers.add_recap(desk, VILLAGE, YESNO, 19, 18, hour=desk.now(), source="camat")
    with desk.reading() as connection:
        recap = connection.execute(select(schema.by_name["recap"])).one()
    assert (recap.place, recap.count, recap.total, recap.source) == (VILLAGE, 17, 18, "camat")


def test_only_about_the_own_area(desk: Desk) -> None:
    """What a kecamatan wrote about another place would be refused at the kabupaten with all that travels with it."""
    with pytest.raises(errors.NotPermitted, match="di luar wilayah"):
        answers.set_answer(desk, "73.13/gudang", "gud.jaga@h-1", Mark.DONE)
    with pytest.raises(errors.NotPermitted, match="di luar wilayah"):
        answers.set_note(desk, "73.13.07/ppk", "gud.jenis@h-1", "menyusul")
    with pytest.raises(errors.NotPermitted, match="di luar wilayah"):
        answers.add_recap(desk, "73.13.07", NUMBER, 1, 2, hour=0, source="camat")


def test_a_note_stands_beside_an_item_that_there_is(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="tidak ada"):
        answers.set_note(desk, station(1), "log.nihil", "menyusul")
    with pytest.raises(errors.Refused, match="tidak berlaku"):
        answers.set_note(desk, station(1), "gud.jaga@h-1", "menyusul")
