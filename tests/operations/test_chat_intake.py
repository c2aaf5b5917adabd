# SPDX-License-Identifier: Apache-2.0
"""A chat is read into proposals, nothing is written before it is accepted, and twice is once."""

import functools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.data import arrivals
from desk_app.domain import chats, errors
from desk_app.operations import (
    answers,
    chat_intake,
    checklist_pages,
    history,
    issue_register,
    issues,
    logbook,
    recaps,
)
from desk_app.operations.chat_proposals import Becomes, Certainty, Proposal
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import NOW

CHAT = """[07.10, 14/2/2024] Camat Tempe: TPS 005 Maddukelleng buka 07.10
[07.12, 14/2/2024] Camat Belawa: 2 tps blm buka
[07.13, 14/2/2024] Lurah: tps 3 mks tempe hujan deras kotak basah
[07.14, 14/2/2024] Camat Tempe: Tempe 5/6 buka 07.30 camat
[07.15, 14/2/2024] Camat Belawa: NIHIL
[07.17, 14/2/2024] +62 812-3333-4444: <Media omitted>
[07.18, 14/2/2024] +62 812-3333-4444: tps 5 tempe sudah buka
[07.19, 14/2/2024] Budi: Siap pak"""


def one(desk: Desk, line: str) -> Proposal:
    [found] = chat_intake.read(desk, line).proposals
    return found


def test_a_chat(wajo: Desk) -> None:
    reading = chat_intake.read(wajo, CHAT)
    assert reading.left_out == {chats.Kind.MEDIA: 1}
    assert [(each.becomes, each.certainty, each.places) for each in reading.proposals] == [
        (Becomes.ANSWER, Certainty.CLEAR, (tps(MADDUKELLENG, 5),)),
        (Becomes.RECAP, Certainty.CHECK, (BELAWA,)),
        (Becomes.ISSUE, Certainty.CLEAR, (tps(TEMPE_VILLAGE, 3),)),
        (Becomes.RECAP, Certainty.CLEAR, (TEMPE,)),
        (Becomes.NIHIL, Certainty.CHECK, (BELAWA,)),
        (Becomes.ANSWER, Certainty.ASK, ()),
        (Becomes.LINE, Certainty.IDLE, ()),
    ]
    opened, waiting, wet, recap, _nihil, unclear, _thanks = reading.proposals
    assert (opened.item, opened.value, opened.note, opened.at) == ("har.buka", "done", "pukul 07.10", NOW + 65_400)
    assert opened.place_label == "TPS 005 · Kel. Maddukelleng"
    assert (waiting.count, waiting.total) == (1, 3), "what has not opened is turned round"
    assert (wet.category, wet.severity) == ("LOG", "tinggi")
    assert (recap.count, recap.total, recap.source) == (5, 6, "camat")
    assert [hit.label for hit in unclear.offers] == ["TPS 005 · Kel. Tempe", "TPS 005 · Kel. Maddukelleng"]
    assert unclear.sender == "WA …4444", "a number stays with the telephone"


def test_nothing_is_written_before_it_is_accepted(wajo: Desk) -> None:
    with wajo.reading() as connection:
        before = arrivals.latest(connection)
    chat_intake.read(wajo, CHAT)
    with wajo.reading() as connection:
        assert arrivals.latest(connection) == before


def test_all_is_written_as_one_and_undone_as_one(wajo: Desk) -> None:
    reading = chat_intake.read(wajo, CHAT)
    accepted = [each for each in reading.proposals if not each.lacks]
    written = chat_intake.accept(wajo, accepted, reading.seen)
    assert (len(written.lines), written.answers, written.recaps, written.issues, written.known) == (6, 1, 2, 1, 0)
    page = checklist_pages.checklist_page(wajo, tps(MADDUKELLENG, 5), phase=0)
    [item] = [each for each in page.items if each.code == "har.buka"]
    assert (item.value, item.note) == ("done", "pukul 07.10")
    assert [(row.count, row.total, row.source) for row in recaps.recap_list(wajo, TEMPE)] == [(5, 6, "camat")]
    [issue] = issue_register.issue_rows(wajo)
    assert (issue.title, issue.place) == ("tps 3 mks tempe hujan deras kotak basah", tps(TEMPE_VILLAGE, 3))
    lines = {line.text: line for line in logbook.lines(wajo)}
    line = lines["TPS 005 Maddukelleng buka 07.10"]
    assert (line.became, line.original) == ("isian", "TPS 005 Maddukelleng buka 07.10")
    assert history.kind_name(wajo, line.made) == "answer"
    assert lines[issue.title].issue == issue.no
    history.undo(wajo)
    assert logbook.lines(wajo) == []
    assert issue_register.issue_rows(wajo) == []
    assert recaps.recap_list(wajo) == []


def test_the_same_chat_pasted_again_adds_nothing(wajo: Desk) -> None:
    reading = chat_intake.read(wajo, CHAT)
    chat_intake.accept(wajo, reading.proposals[:1], reading.seen)
    phone = "[14/2 07.10] Camat Tempe: TPS 005 Maddukelleng buka 07.10\n[14/2 07.11] Camat Tempe: aman terkendali"
    again = chat_intake.read(wajo, phone)
    assert [each.certainty for each in again.proposals] == [Certainty.KNOWN, Certainty.CHECK]
    forced = chat_intake.accept(wajo, again.proposals, again.seen)
    assert (len(forced.lines), forced.known) == (1, 1)
    twice = chat_intake.read(wajo, "[14/2 08.10] A: hujan\n[14/2 08.10] A: hujan")
    assert [each.certainty for each in twice.proposals] == [Certainty.CHECK, Certainty.KNOWN]


def test_what_was_struck_out_may_be_pasted_again(wajo: Desk) -> None:
    reading = chat_intake.read(wajo, CHAT)
    [no] = chat_intake.accept(wajo, reading.proposals[:1], reading.seen).lines
    logbook.delete_line(wajo, no)
    assert chat_intake.read(wajo, CHAT).proposals[0].certainty is Certainty.CLEAR


def test_what_the_office_holds_already_is_told(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "har.buka", "B", note="hujan")
    issues.new_issue(wajo, "Kotak basah", tps(TEMPE_VILLAGE, 3), category="LOG")
    reading = chat_intake.read(wajo, CHAT)
    assert "sudah terisi lain: Belum" in [str(said) for said in reading.proposals[0].why]
    assert "mirip WAJ-0001 yang masih terbuka" in [str(said) for said in reading.proposals[2].why]
    chat_intake.accept(wajo, reading.proposals[:1], reading.seen)
    page = checklist_pages.checklist_page(wajo, tps(MADDUKELLENG, 5), phase=0)
    assert [(each.value, each.note) for each in page.items if each.code == "har.buka"] == [("done", "hujan")]


def test_one_that_is_refused_holds_up_all_of_them(wajo: Desk) -> None:
    reading = chat_intake.read(wajo, CHAT)
    foreign = replace(reading.proposals[0], places=("73.14.01.1001-001",))
    with pytest.raises(errors.NotPermitted):
        chat_intake.accept(wajo, [reading.proposals[3], foreign])
    assert logbook.lines(wajo) == []
    unknown = replace(reading.proposals[0], places=(tps(BELAWA_VILLAGE, 44),))
    with pytest.raises(errors.NotFound):
        chat_intake.accept(wajo, [reading.proposals[3], unknown])
    assert logbook.lines(wajo) == []


def test_the_last_word_on_a_tps_stands(wajo: Desk) -> None:
    reading = chat_intake.read(
        wajo, "[07.01, 14/2/2024] A: TPS 1 kel tempe blm buka\n[07.20, 14/2/2024] A: TPS 1 kel tempe sdh buka"
    )
    assert chat_intake.accept(wajo, reading.proposals, reading.seen).answers == 2
    page = checklist_pages.checklist_page(wajo, tps(TEMPE_VILLAGE, 1), phase=0)
    assert [each.value for each in page.items if each.code == "har.buka"] == ["done"]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("standing")
    with regency_offices.make(folder / "wajo") as made:
        yield made


HEADS = ["[07.10, 14/2/2024] Camat Tempe: ", "31/12 23.59 - ", "\n"]
WORDS = ["TPS 5 ", "tempe ", "belawa ", "12 tps ", "170/178 ", "buka", " blm ", "nihil", "tps 1-60 ", "hujan "]
ODD = ["<Media omitted>", "5 pemilih", "\ud800", "\0", "semua tps "]
PIECES = st.sampled_from(HEADS + WORDS + ODD)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pasted=st.lists(st.one_of(PIECES, st.text(max_size=10)), max_size=30).map("".join))
def test_any_text_is_read_and_writes_nothing(standing: Desk, pasted: str) -> None:
    latest = functools.partial(_latest, standing)
    before = latest()
    for each in chat_intake.read(standing, pasted).proposals:
        assert each.origin
        assert each.text
    assert latest() == before


def _latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)
