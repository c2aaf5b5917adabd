# SPDX-License-Identifier: Apache-2.0
"""Kegiatan as a clerk uses it: plans, sends out, visits, marks who came, decides, measures, and calls."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import charts
from desk_app.operations import (
    activities,
    activity_people,
    activity_register,
    contacts,
    history,
    indicator_board,
    indicator_sheet,
    indicators,
    issue_detail,
    region_access,
    targets,
    tasks,
    teams,
    visits,
)
from desk_app.operations.activities import Kind, Step
from desk_app.operations.activity_people import Part
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import activities_page

# The windowless platform says this of the list of proposals under a field.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEYS = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
FIRST = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


class Used:
    """The page in its window, and what a clerk does with it."""

    def __init__(self, desk: Desk, lanes: runner.Runner, qtbot: QtBot, size: tuple[int, int] = (1366, 700)) -> None:
        self.qtbot, self.lanes, self.desk = qtbot, lanes, desk
        self.window = opened.show(
            qtbot, desk, lanes, "activities", lambda: activities_page.ActivitiesPage(desk, lanes), size
        )
        self.page: Any = self.window.page("activities")

    def settle(self) -> None:
        opened.settle(self.qtbot, self.lanes)

    def open(self, **chosen: Any) -> Any:
        record = int(chosen.pop("record", 0))
        self.page.open(targets.Target(targets.Page.ACTIVITIES, record=record, chosen=chosen))
        self.settle()
        return self.page.tab(str(chosen.get("show", "plans")))

    def type(self, field: Any, text: str, *, enter: bool = False) -> None:
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        if enter:
            self.qtbot.keyClick(field, KEYS.Key_Return)
        else:
            field.commit()
        self.settle()

    def click(self, button: QtWidgets.QAbstractButton) -> None:
        assert button.isVisible()
        if isinstance(button, QtWidgets.QCheckBox):
            self.qtbot.keyClick(button, KEYS.Key_Space)
        else:
            self.qtbot.mouseClick(button, LEFT)
        self.settle()

    def close(self) -> None:
        assert self.window.crashes == []


@pytest.fixture
def used(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Iterator[Used]:
    made = Used(wajo, lanes, qtbot)
    yield made
    made.close()


def test_one_sentence_makes_an_activity_and_its_schedule_is_open(used: Used, wajo: Desk) -> None:
    plans = used.page.tab("plans")
    used.type(plans.add.field, "Monitoring logistik Belawa", enter=True)
    [row] = activity_register.rows(wajo)
    assert (row.title, row.kind, row.from_day) == ("Monitoring logistik Belawa", Kind.VISIT, "")
    assert plans.detail.no == row.no
    assert plans.detail.chain.current() == Step.SCHEDULE
    assert plans.add.field.text() == ""
    used.qtbot.keyClicks(plans.detail.window().focusWidget(), "14022024")
    used.qtbot.keyClick(plans.detail.window().focusWidget(), KEYS.Key_Tab)
    used.settle()
    assert activity_register.activity(wajo, row.no).row.from_day == "2024-02-14"
    used.type(plans.detail.card("schedule").form.field("site"), "Kantor Camat")
    used.type(plans.detail.card("schedule").form.field("from_minute"), "9.30")
    values = activity_register.activity(wajo, row.no).values
    assert (values["site"], values["from_minute"]) == ("Kantor Camat", 570)


def test_the_activity_on_its_way_comes_though_the_list_is_read_again(used: Used, wajo: Desk) -> None:
    first, second = (activities.new_activity(wajo, title, Kind.MEETING) for title in ("Rakor", "Apel"))
    plans = used.open(record=first)
    assert plans.detail.no == first
    plans.show_activity(second)
    plans.reload()
    used.settle()
    assert plans.detail.no == second


def test_the_hour_at_which_it_begins_stands_whole_in_the_list(used: Used, wajo: Desk) -> None:
    activities.new_activity(
        wajo, "Rakor", Kind.MEETING, from_day="2024-02-14", from_minute=540, to_minute=720, place="73.13"
    )
    plans = used.open()
    [line] = plans.table.model.shown()
    assert line.when == "14-02-2024 09.00"
    room = plans.table.view.columnWidth(0) - 2 * 8
    assert plans.table.view.fontMetrics().horizontalAdvance(line.when) <= room
    plans.table.view.select_row(0)
    used.settle()
    assert "09.00–12.00" in plans.detail.meta.text()


def test_the_keyboard_is_in_the_list_when_the_page_is_shown(used: Used) -> None:
    assert used.page.first_field is used.page.tab("plans").table.filter
    assert used.window.focusWidget() is used.page.first_field


def test_an_hour_that_is_none_is_refused_under_its_field_and_stays(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rakor", Kind.MEETING)
    plans = used.open(record=no)
    plans.detail.show_step(Step.SCHEDULE.value)
    row = plans.detail.card("schedule").form.form.rows["from_minute"]
    used.type(row.field, "25.00")
    assert "bukan jam" in row.refusal
    assert row.field.text() == "25.00"
    assert activity_register.activity(wajo, no).values["from_minute"] is None


def test_the_next_step_is_offered_and_opened(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Monitoring", Kind.VISIT, from_day="2024-02-13")
    detail = used.open(record=no).detail
    assert detail.next_button.text() == "Berikutnya: Surat tugas"
    assert detail.chain.current() == Step.LETTER
    used.click(detail.skip)
    assert detail.next_button.text() == "Berikutnya: Lembar pantau"
    used.click(detail.next_button)
    assert detail.chain.current() == Step.SHEET
    assert detail.card("points").isVisible()
    assert not detail.card("letter").isVisible()
    column = detail.card("letter").parentWidget().layout()
    assert column.indexOf(detail.card("letter")) < column.indexOf(detail.card("points"))


def test_the_paper_of_a_step_is_one_click_away_the_others_in_a_menu(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rakor", Kind.MEETING, from_day="2024-02-13")
    detail = used.open(record=no).detail
    gone: list[Any] = []
    detail.navigate.connect(lambda *where: gone.append(where))
    assert detail.papers.step.text() == "Buka naskah: Undangan rapat"
    used.click(detail.papers.step)
    target = targets.Target(targets.Page.REPORTS, record=no, chosen={"report": "undangan"})
    assert gone == [("reports", target)]
    assert used.window.front == "activities"
    detail.show_step(Step.SCHEDULE.value)
    assert not detail.papers.step.isVisible()
    listed = {action.text(): action for action in detail.papers.menu.actions()}
    assert list(listed) == ["Undangan rapat", "Daftar hadir", "Notula rapat", "Laporan kegiatan dan dokumentasi"]
    listed["Notula rapat"].trigger()
    assert gone[1][1].chosen == {"report": "notula"}
    journey = activities.new_activity(wajo, "Monitoring", Kind.VISIT, from_day="2024-02-13")
    used.open(record=journey)
    assert "Surat tugas" in [action.text() for action in detail.papers.menu.actions()]


def test_a_team_goes_with_one_button_and_the_letter_is_done(used: Used, wajo: Desk) -> None:
    team = teams.new_team(wajo, 8)
    teams.new_member(wajo, "Camat Belawa", person="Andi Baso", team=team)
    no = activities.new_activity(wajo, "Monitoring", Kind.VISIT, from_day="2024-02-13", team=team)
    detail = used.open(record=no).detail
    used.type(detail.card("letter").form.field("letter_number"), "090/17/BKBP")
    used.click(detail.card("officers").team_button)
    assert [line.name for line in detail.card("officers").table.model.shown()] == ["Andi Baso"]
    assert detail.next_button.text() == "Berikutnya: Lembar pantau"
    used.click(detail.card("officers").team_button)
    assert "sudah ada" in used.page.notices.text


def test_points_are_ticked_and_found_by_typing(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Monitoring", Kind.VISIT, from_day="2024-02-13")
    detail = used.open(record=no).detail
    detail.show_step(Step.SHEET.value)
    used.settle()
    card = detail.card("points")
    card.filter.setText("tinta")
    shown = [card.list.item(at) for at in range(card.list.count()) if not card.list.item(at).isHidden()]
    assert 0 < len(shown) < card.list.count()
    shown[0].setCheckState(QtCore.Qt.CheckState.Checked)
    used.settle()
    assert len(activity_register.activity(wajo, no).points) == 1
    shown[0].setCheckState(QtCore.Qt.CheckState.Unchecked)
    used.settle()
    assert activity_register.activity(wajo, no).points == ()


def _round(desk: Desk) -> int:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-13", letter_number="1")
    activity_people.add_person(desk, no, Part.OFFICER, office="Camat")
    activities.set_points(desk, no, ["log.formulir", "log.kotak.ppwp"])
    return no


def test_a_round_of_visits_by_keyboard_answers_and_raises_an_issue(used: Used, wajo: Desk) -> None:
    no = _round(wajo)
    card = used.open(record=no).detail.card("visits")
    card.place.setFocus()
    used.qtbot.keyClicks(card.place, "belawa 1")
    used.qtbot.wait(150)
    used.settle()
    used.qtbot.keyClick(card.place, KEYS.Key_Return)
    used.settle()
    [visit] = visits.of_activity(wajo, no)
    assert visit.place == FIRST
    assert card.place.text() == ""
    used.type(card.form.field("findings"), "Formulir belum tiba")
    assert [line.code for line in card.points.model.shown()] == ["log.formulir", "log.kotak.ppwp"]
    used.type(card.answer, "B", enter=True)
    assert card.points.current().code == "log.kotak.ppwp"
    used.type(card.answer, "4", enter=True)
    assert [point.value for point in visits.points(wajo, visit.no)] == ["Belum", "4"]
    used.click(card.issue_button)
    [raised] = visits.of_activity(wajo, no)
    assert issue_detail.issue(wajo, raised.issue).row.title == "Formulir belum tiba"
    assert raised.issue_number in card.issue_button.text()
    used.click(card.issue_button)
    assert used.window.gone[-1][0] == "issues"


def test_what_cannot_be_read_as_an_answer_is_refused_and_stays(used: Used, wajo: Desk) -> None:
    no = _round(wajo)
    visits.add_visits(wajo, no, [FIRST])
    card = used.open(record=no).detail.card("visits")
    used.type(card.answer, "mungkin", enter=True)
    assert card.fault.isVisible()
    assert card.answer.text() == "mungkin"
    assert visits.points(wajo, visits.of_activity(wajo, no)[0].no)[0].value == ""


def test_who_came_is_marked_with_h_and_t_going_down(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rakor", Kind.MEETING, from_day="2024-02-13", invitation_number="5")
    for office in ("Camat Tempe", "Kapolres"):
        activity_people.add_person(wajo, no, Part.GUEST, office=office)
    detail = used.open(record=no).detail
    assert detail.chain.current() == Step.ATTENDANCE
    view = detail.card("guests").table.view
    view.setFocus()
    view.select_row(0)
    used.qtbot.keyClick(view, KEYS.Key_H)
    used.settle()
    used.qtbot.keyClick(view, KEYS.Key_T)
    used.settle()
    assert [one.present for one in activity_register.activity(wajo, no).people] == [True, False]
    assert "1 dari 2" in detail.card("guests").count.text()
    detail.show_step(Step.INVITATION.value)
    assert detail.card("guests").count.text() == "2 undangan", "who came is not asked yet"


def test_a_guest_is_added_by_typing_h_in_his_name_without_marking_anybody(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rakor", Kind.MEETING, from_day="2024-02-13", invitation_number="5")
    activity_people.add_person(wajo, no, Part.GUEST, office="Kapolres")
    detail = used.open(record=no).detail
    detail.card("guests").table.view.select_row(0)
    used.type(detail.card("guests").office, "Ketua HT")
    used.type(detail.card("guests").name, "Hj. Tenri", enter=True)
    people = activity_register.activity(wajo, no).people
    assert [(one.office, one.name, one.present) for one in people] == [
        ("Kapolres", "", None), ("Ketua HT", "Hj. Tenri", None),
    ]
    assert detail.card("guests").office.text() == ""


def test_a_decision_becomes_a_task_with_who_and_when(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rakor", Kind.MEETING, from_day="2024-02-13")
    detail = used.open(record=no).detail
    detail.show_step(Step.MINUTES.value)
    card = detail.card("decisions")
    assert not card.table.isVisible(), "no empty list stands before the first decision"
    used.type(card.text, "Pindahkan kotak")
    used.type(card.office, "Camat Belawa")
    used.type(card.due, "31-02-2024", enter=True)
    assert "bukan tanggal" in card.fault.text()
    assert tasks.rows(wajo) == []
    used.type(card.due, "14-02-2024", enter=True)
    [made] = tasks.rows(wajo)
    assert (made.text, made.who, made.due, made.source) == ("Pindahkan kotak", "Camat Belawa", "2024-02-14", no)
    assert card.table.model.rowCount() == 1
    assert card.table.isVisible()
    assert card.text.text() == ""


def test_the_report_is_drafted_and_finished_and_copied(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Sosialisasi", Kind.OUTREACH, from_day="2024-02-12", result="Lancar")
    detail = used.open(record=no).detail
    detail.show_step(Step.REPORT.value)
    used.click(detail.card("report").draft_button)
    field = detail.card("report").form.field("report")
    assert "*Hasil*\nLancar" in field.value()
    field.setPlainText("Sosialisasi lancar.")
    used.click(detail.card("report").finish_button)
    found = activity_register.activity(wajo, no)
    assert (found.values["report"], bool(found.reported_at)) == ("Sosialisasi lancar.", True)
    used.click(detail.copy_button)
    assert QtGui.QGuiApplication.clipboard().text() == "Sosialisasi lancar.\n"


def test_an_activity_is_deleted_with_the_way_back(used: Used, wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rakor", Kind.MEETING)
    plans = used.open(record=no)
    used.click(plans.detail.delete_button)
    assert activity_register.rows(wajo) == []
    assert plans.right.currentWidget() is not plans.detail
    assert "Rakor" in used.page.notices.text
    history.undo(wajo)
    used.settle()
    assert plans.table.model.rowCount() == 1


def test_the_campaign_is_copied_as_the_table_of_its_form(used: Used, wajo: Desk) -> None:
    activities.new_activity(wajo, "Tatap muka", Kind.CAMPAIGN, from_day="2024-02-03", pair="02", participants=250)
    activities.new_activity(wajo, "Rakor", Kind.MEETING)
    used.settle()
    plans = used.page.tab("plans")
    used.click(plans.form_button)
    lines = QtGui.QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[4] == "Tokoh Politik yang Hadir"
    assert len(lines) == 2
    assert lines[1].split("\t")[5:7] == ["02", "250"]
    used.click(plans.copy_button)
    assert QtGui.QGuiApplication.clipboard().text().startswith("*Kegiatan ")


def test_a_new_task_is_given_a_day_done_and_shown_again(used: Used, wajo: Desk) -> None:
    duties = used.open(show="duties")
    used.type(duties.add.field, "Hubungi PLN", enter=True)
    [made] = tasks.rows(wajo)
    assert duties.current().no == made.no
    used.type(duties.form.field("due"), "12-02-2024")
    assert tasks.task(wajo, made.no).late_days == 1
    assert "lewat 1 hari" in duties.table.model.shown()[0].state.text
    used.type(duties.form.field("result"), "Genset dikirim")
    used.click(duties.finish_button)
    assert tasks.task(wajo, made.no).result == "Genset dikirim"
    assert duties.table.model.rowCount() == 0
    used.open(show="duties", what="")
    assert duties.table.model.rowCount() == 1


def test_what_is_not_needed_any_more_wants_its_reason_in_its_field(used: Used, wajo: Desk) -> None:
    no = tasks.new_task(wajo, "Hubungi PLN")
    duties = used.open(show="duties", record=no)
    used.click(duties.drop_button)
    assert "alasan" in duties.form.form.rows["result"].refusal
    assert tasks.task(wajo, no).is_open


def test_the_offered_indicators_are_taken_and_a_column_is_typed(used: Used, wajo: Desk) -> None:
    figures = used.open(show="figures")
    figures.offer()
    used.settle()
    for code, box in figures.offers.boxes.items():
        box.setChecked(code == "ktp-el")
    used.click(figures.offers.take_button)
    assert [one.code for one in indicators.definitions(wajo)] == ["ktp-el"]
    used.type(figures.definition.form.field("target"), "98,03")
    assert indicator_board.board(wajo, "ktp-el").definition.target == 9803
    lines = list(figures.entry.column.lines.values())
    lines[0].setFocus()
    used.qtbot.keyClicks(lines[0], "97,4")
    used.qtbot.keyClick(lines[0], KEYS.Key_Return)
    assert figures.window().focusWidget() is lines[1]
    used.qtbot.keyClicks(lines[1], "99.1")
    used.click(figures.entry.save_button)
    assert "koma untuk pecahan" in figures.entry.fault.text()
    assert lines[1].property("refused")
    assert indicator_board.board(wajo, "ktp-el").whole.figure.value is None
    lines[1].setFocus()
    lines[1].selectAll()
    used.qtbot.keyClicks(lines[1], "99,1")
    used.click(figures.entry.save_button)
    assert indicator_board.board(wajo, "ktp-el").whole.figure.value == 9740
    assert "selisih −0,63" in figures.figure.text()
    assert figures.standing.accessibleName().startswith("Belum tercapai")


def test_a_column_of_a_spreadsheet_is_pasted_downwards(used: Used, wajo: Desk) -> None:
    indicators.adopt(wajo, ["ppk"])
    figures = used.open(show="figures", code="ppk")
    lines = list(figures.entry.column.lines.values())
    QtGui.QGuiApplication.clipboard().setText("5\r\n4\r\n5\r\n")
    lines[1].setFocus()
    used.qtbot.keyClick(lines[1], KEYS.Key_V, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert [line.text() for line in lines[:5]] == ["", "5", "4", "5", ""]
    used.qtbot.keyClick(lines[1], KEYS.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    used.settle()
    whole = indicator_board.board(wajo, "ppk").whole.figure
    assert (whole.value, whole.parts, whole.of) == (14, 3, 14)


def test_a_typed_column_is_a_draft_until_it_is_written(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    indicators.adopt(wajo, ["ppk", "pps"])
    used = Used(wajo, lanes, qtbot)
    figures = used.open(show="figures", code="ppk")
    line = list(figures.entry.column.lines.values())[1]
    line.setFocus()
    qtbot.keyClicks(line, "5")
    used.open(show="figures", code="pps")
    assert list(figures.entry.column.lines.values())[1].text() == ""
    [waiting] = used.page.drafts.waiting()
    used.page.open_draft(waiting.key)
    used.settle()
    assert list(figures.entry.column.lines.values())[1].text() == "5"
    used.click(figures.entry.throw_button)
    assert list(figures.entry.column.lines.values())[1].text() == ""


def test_the_chart_tells_its_figures_in_words_too(used: Used, wajo: Desk) -> None:
    from datetime import date

    indicators.adopt(wajo, ["ktp-el"])
    indicators.edit_indicator(wajo, "ktp-el", target="98,03")
    for day, value in ((date(2024, 1, 1), "95"), (date(2024, 2, 1), "99")):
        indicator_sheet.set_values(wajo, "ktp-el", day, {"73.13": value, regency_offices.TEMPE: value})
    figures = used.open(show="figures", code="ktp-el")
    assert figures.course.isVisible()
    assert figures.course.accessibleName() == "01-01-2024: 95,00 %; 01-02-2024: 99,00 %"
    assert figures.bars.chart is not None
    assert [part.tone for part in figures.bars.chart.parts] == [None]
    figures.day.setFocus()
    used.type(figures.day, "15-01-2024")
    assert not figures.course.isVisible()
    assert [part.tone for part in figures.bars.chart.parts] == [charts.Tone.SHORT]


def test_a_contact_is_written_with_its_telephone_and_copied(used: Used, wajo: Desk) -> None:
    people = used.open(show="people")
    used.type(people.add.field, "PLN", enter=True)
    used.type(people.form.field("phone"), "bukan nomor")
    assert "bukan nomor telepon" in people.form.form.rows["phone"].refusal
    used.type(people.form.field("phone"), "0812 3456 7890")
    [made] = contacts.rows(wajo)
    assert (made.unit, made.phone) == ("PLN", "0812 3456 7890")
    used.click(people.copy_button)
    assert "- PLN: 0812 3456 7890" in QtGui.QGuiApplication.clipboard().text()
    used.click(people.table.chat_button)
    assert "PLN" in QtGui.QGuiApplication.clipboard().text()
    assert "0812" not in QtGui.QGuiApplication.clipboard().text()
    people.table.view.setFocus()
    used.qtbot.keyClick(people.table.view, KEYS.Key_Delete)
    used.settle()
    assert contacts.rows(wajo) == []


def test_an_island_without_signal_is_noted_beside_whom_to_call(used: Used, wajo: Desk) -> None:
    card = used.open(show="people").reaching
    assert card.table.model.rowCount() == 14
    assert card.table.show_row(regency_offices.BELAWA)
    card.form.field("way").setCurrentIndex(2)
    card.form.field("way").activated.emit(2)
    card.form.field("signal").setCurrentIndex(3)
    card.form.field("signal").activated.emit(3)
    used.type(card.form.field("travel"), "90")
    facts = region_access.facts_of(wajo, regency_offices.BELAWA)
    assert (facts.way, facts.signal, facts.travel) == ("laut", "tidak_ada", 90)
    assert card.count.text().startswith("1 wilayah sulit dijangkau")
    used.type(card.form.field("travel"), " ")
    assert region_access.facts_of(wajo, regency_offices.BELAWA).travel is None
    used.click(card.villages)
    assert card.table.model.rowCount() > 14
    assert card.table.show_row(regency_offices.BELAWA_VILLAGE)
    line = card.table.current()
    assert line.way == "Laut (kecamatannya)"
    assert card.form.field("way").value() == ""
    card.form.field("way").setCurrentIndex(1)
    card.form.field("way").activated.emit(1)
    used.settle()
    assert region_access.facts_of(wajo, regency_offices.BELAWA_VILLAGE).way == "darat"
    assert card.count.text().startswith("1 wilayah sulit dijangkau"), "villages that have what their kecamatan has"


def test_a_new_line_is_a_draft_and_is_found_again(used: Used, wajo: Desk) -> None:
    people = used.open(show="people")
    people.add.field.setFocus()
    used.qtbot.keyClicks(people.add.field, "Telkom")
    used.open(show="duties")
    [waiting] = used.page.drafts.waiting()
    used.page.open_draft(waiting.key)
    used.settle()
    assert people.add.field.text() == "Telkom"
    assert contacts.rows(wajo) == []


def test_a_kecamatan_types_values_and_does_not_define(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        used = Used(tempe, lanes, qtbot)
        figures = used.open(show="figures")
        assert not figures.add.isVisible()
        assert not figures.offer_button.isVisible()
        used.close()


@pytest.mark.parametrize("size", [(911, 470), (1366, 700)])
def test_every_tab_fits_empty_and_full(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, size: tuple[int, int]
) -> None:
    no = _round(wajo)
    visits.add_visits(wajo, no, [FIRST])
    used = Used(wajo, lanes, qtbot, size)
    for key in ("plans", "duties", "figures", "people"):
        used.open(show=key)
        wanted = used.page.minimumSizeHint()
        assert wanted.width() <= 911, key
        assert wanted.height() <= 470, key
    used.open(record=no)
    for step in (Step.SCHEDULE, Step.LETTER, Step.SHEET, Step.VISITS, Step.REPORT):
        used.page.tab("plans").detail.show_step(step.value)
        used.settle()
        assert used.page.minimumSizeHint().width() <= 911, step
    used.close()
