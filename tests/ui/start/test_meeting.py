# SPDX-License-Identifier: Apache-2.0
"""A package comes in while somebody types: both values are kept, the window says so and leads to where one decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import (
    answers,
    disagreements,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    receiving,
    sending,
    targets,
)
from tests import two_offices
from tests.two_offices import FIRST, NUMBER
from ui import errors, runner
from ui.pages import issues_page, readiness_page
from ui.start import session


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


@pytest.fixture
def opened(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> Iterator[session.Session]:
    made = session.Session(two.tempe, lanes, errors.Troubles(), first_page="settings")
    made.show()
    qtbot.waitExposed(made.window)
    yield made
    with qtbot.waitSignal(made.ended, timeout=20_000):
        made.leave(session.Leaving.AGAIN)


def come_in(two: two_offices.Two, opened: session.Session) -> None:
    """A package of the kabupaten is put in, as Terima Data or a shared folder does."""
    files = finish(sending.send(two.kabupaten, "73.13.06", two.stick)).files
    finish(receiving.receive(two.tempe, files))
    opened.lanes.wait_idle()


def test_the_title_of_an_issue(two: two_offices.Two, opened: session.Session, qtbot: QtBot) -> None:
    no = issues.new_issue(two.tempe, "Banjir", FIRST[:13])
    two.carry(two.tempe, two.kabupaten)
    number = issue_detail.issue(two.tempe, no).row.number
    issues.edit_issue(two.kabupaten, issue_register.issue_number(two.kabupaten, number), title="Banjir di gudang")
    opened.window.go("issues", targets.Target(targets.Page.ISSUES, record=no))
    page = opened.window.page("issues")
    assert isinstance(page, issues_page.IssuesPage)
    qtbot.waitUntil(lambda: page.register.detail.no == no)
    title = page.register.detail.sheet.form.rows["title"].field
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Banjir di jalan")
    come_in(two, opened)
    assert title.toPlainText() == "Banjir di jalan", "what is being typed stays"
    title.commit()
    qtbot.waitUntil(lambda: "berubah selagi Anda mengisi" in page.notices.text)
    assert "Semula: Banjir · Kini: Banjir di gudang · Isian Anda: Banjir di jalan." in page.notices.text
    [open_] = disagreements.open_ones(two.tempe)
    assert {side.value for side in open_.sides} == {"Banjir di gudang", "Banjir di jalan"}
    page.notices._button.click()
    assert opened.window.front == "exchange"


def test_an_answer_of_a_checklist(two: two_offices.Two, opened: session.Session, qtbot: QtBot) -> None:
    answers.set_answer(two.kabupaten, FIRST, NUMBER, "8")
    opened.window.go("readiness", targets.Target(targets.Page.CHECKLIST, subject=FIRST, chosen={"item": NUMBER}))
    page = opened.window.page("readiness")
    assert isinstance(page, readiness_page.ReadinessPage)
    qtbot.waitUntil(lambda: page.sheet.row_of(NUMBER) is not None)
    row = page.sheet.row_of(NUMBER)
    assert row is not None
    row.editor.setFocus()
    qtbot.keyClicks(row.editor, "7")
    come_in(two, opened)
    row.commit()
    qtbot.waitUntil(lambda: "Isian Anda: 7" in page.notices.text)
    [open_] = disagreements.open_ones(two.tempe)
    assert {side.value for side in open_.sides} == {7, 8}


def test_a_draft_remembers_what_it_had_seen(two: two_offices.Two, opened: session.Session, qtbot: QtBot) -> None:
    no = issues.new_issue(two.tempe, "Banjir", FIRST[:13])
    two.carry(two.tempe, two.kabupaten)
    number = issue_detail.issue(two.tempe, no).row.number
    opened.window.go("issues", targets.Target(targets.Page.ISSUES, record=no))
    page = opened.window.page("issues")
    assert isinstance(page, issues_page.IssuesPage)
    qtbot.waitUntil(lambda: page.register.detail.no == no)
    verbs = page.register.detail.verbs
    verbs.pick(issues.Verb.ADVISE)
    qtbot.keyClicks(verbs.said, "Pindahkan logistik")
    page.drafts.flush()
    there = issue_register.issue_number(two.kabupaten, number)
    issue_deeds.give_advice(two.kabupaten, there, "Tinggikan lantai gudang")
    come_in(two, opened)
    verbs.fold()
    verbs.pick(issues.Verb.ADVISE)
    assert verbs.said.value() == "Pindahkan logistik"
    verbs.write()
    qtbot.waitUntil(lambda: "Isian Anda: Pindahkan logistik" in page.notices.text)
    assert [open_.field for open_ in disagreements.open_ones(two.tempe)] == ["advice"]
