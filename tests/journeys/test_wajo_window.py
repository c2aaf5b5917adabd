# SPDX-License-Identifier: Apache-2.0
"""Wajo: the flood in Belawa through the whole window, by mouse and keys, from the failed item to the province."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.domain.issues import Verb
from desk_app.operations import issue_detail, issue_register, offices, receiving
from desk_app.operations.desk import Desk
from tests import acquainted, regency_offices
from tests.journeys import clerk
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD
from ui import runner

GUDANG = "73.13.07/gudang"
DRY = "gud.kering@h-3"
MORNING = NOW - 2 * 86_400 - 6 * 3600
"""Sunday 11 February 2024, 07.00 WITA: H-3."""
TITLE = "Banjir mengancam kotak suara di gudang Belawa"
Key = clerk.Key


@pytest.fixture
def offices_(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    asked = offices.NewOffice("73", EVENT, "Operator provinsi", PASSWORD)
    made = offices.create_office(tmp_path / "sulsel", asked, now=lambda: MORNING, key_memory=KEY_MEMORY)
    with made.desk as province, regency_offices.make(tmp_path / "wajo", now=lambda: MORNING) as wajo:
        acquainted.introduce(province, wajo)
        yield province, wajo


def test_a_flood_in_belawa_through_the_window(
    offices_: tuple[Desk, Desk],
    lanes: runner.Runner,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, wajo = offices_
    stick = tmp_path / "stick"
    stick.mkdir()
    me = clerk.Clerk(wajo, lanes, qtbot)

    # Kesiapan: the gudang of Belawa by its name; the item fails, and why is noted.
    page = me.go("readiness")
    me.press(Key.Key_G, clerk.CTRL)
    me.type("gudang belawa")
    me.until(lambda: bool(page.checklist.number.offers))
    me.press(Key.Key_Return)
    sheet = page.sheet
    assert sheet.page.subject == GUDANG
    while sheet.current_row().code != DRY:
        me.press(Key.Key_Down)
    me.press(Key.Key_B)
    me.press(Key.Key_N)
    me.type("air sungai masuk dari belakang")
    me.press(Key.Key_Return)
    failed = sheet.row_of(DRY)
    assert failed.below.issue.text() == "Catat sebagai permasalahan"
    assert sheet.page.state.value == "masalah"

    # The issue that is offered is taken: it stands there filled in, and one line is typed.
    me.click(failed.below.issue)
    page = me.window.page("issues")
    assert me.window.front == "issues"
    new, detail = page.register.new, page.register.detail
    assert new.title.hasFocus()
    assert "air sungai masuk" in new.drafted.text()
    me.type(TITLE)
    me.choose(new.severity, "Sangat")
    me.choose(new.category, "Cuaca")
    me.press(Key.Key_Return, clerk.CTRL)
    no = detail.no
    assert detail.number.text() == "WAJ-0001"
    me.fill(detail.sheet.form.rows["impact"].field, "86 TPS: kotak suara dapat basah")

    # Advice, conveyed by letter to KPU and by WhatsApp to BPBD.
    me.click(detail.verbs.buttons[Verb.ADVISE])
    me.type("Pindahkan kotak suara ke aula kantor camat; pasang pompa dan karung pasir.")
    me.press(Key.Key_Return, clerk.CTRL)
    for addressee, means, letter in (("KPU", "surat", ("270/15/DESK", "11-02-2024")), ("BPBD", "WA", ())):
        me.click(detail.verbs.buttons[Verb.CONVEY])
        me.fill(detail.verbs.addressee, addressee)
        me.fill(detail.verbs.means, means)
        for field, words in zip((detail.verbs.letter_number, detail.verbs.letter_date), letter, strict=False):
            me.fill(field, words)
        me.press(Key.Key_Return, clerk.CTRL)

    # A follow-up that belongs elsewhere is taken back by Ctrl+Z, which says what it takes back.
    me.click(detail.verbs.buttons[Verb.FOLLOW_UP])
    me.type("Surat suara Tempe sudah dihitung ulang.")
    me.click(detail.verbs.done)
    assert len(issue_detail.issue(wajo, no).thread) == 4
    me.press(Key.Key_Z, clerk.CTRL)
    assert page.notices.text.startswith("Dibatalkan")
    assert len(issue_detail.issue(wajo, no).thread) == 3
    me.click(detail.verbs.buttons[Verb.FOLLOW_UP])
    me.type("KPU dan BPBD memindahkan 430 kotak suara ke aula kantor camat.")
    me.fill(detail.verbs.by, "BPBD")
    me.press(Key.Key_Return, clerk.CTRL)

    # A photo out of WhatsApp, by Ctrl+V.
    picture = QtGui.QImage(640, 480, QtGui.QImage.Format.Format_RGB32)
    picture.fill(QtCore.Qt.GlobalColor.darkCyan)
    me.paste_picture(picture)
    me.until(lambda: issue_detail.issue(wajo, no).row.attached)

    # The item is answered, the issue closed.
    me.click(detail.item_button)
    assert me.window.front == "readiness"
    assert sheet.current_row().code == DRY
    me.press(Key.Key_S)
    page = me.go("issues")
    me.click(detail.verbs.buttons[Verb.CLOSE])
    me.type("Kotak suara aman di aula kantor camat")
    me.press(Key.Key_Return, clerk.CTRL)
    assert not issue_detail.issue(wajo, no).row.open
    assert detail.outcome.text() == "Hasil: Kotak suara aman di aula kantor camat"

    # The daily report of the day tells it from end to end; it is made final.
    page = me.go("reports")
    me.type("harian")
    me.press(Key.Key_Return)
    me.until(lambda: page.prepared is not None)
    me.fill(page.options.situation, "Hujan mulai reda.")
    me.press(Key.Key_Tab)
    me.until(lambda: page.prepared is not None and "Hujan mulai reda." in page.prepared.text())
    shown = " ".join(_text_of(page._shown.pdf).split())
    for words in (
        TITLE,
        "86 TPS: kotak suara dapat basah",
        "Pindahkan kotak suara ke aula kantor camat",
        "KPU dan BPBD memindahkan 430 kotak suara",
        "Kotak suara aman di aula kantor camat",
        "Hujan mulai reda.",
    ):
        assert words in shown, words
    assert "dihitung ulang" not in shown
    me.click(page.final_button)
    me.click(page.notices._button)
    me.until(lambda: page.prepared is not None and page.prepared.issued is not None)

    # Kirim Data: the province is ticked, the folder stands for its flashdisk.
    page = me.go("exchange")
    me.click(page.ways.send)
    assert [one.place for one in page.send.offices.chosen()] == ["73"]
    monkeypatch.setattr(QtWidgets.QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    me.click(page.send.drives._button)
    me.click(page.send.button)
    me.until(lambda: page.send.is_done)
    assert page.send.large.text() == "Flashdisk boleh dicabut"
    assert page.send.large.isVisible()
    me.leave()

    files = sorted((stick / "DESK").iterdir())
    finish(receiving.receive(province, files))
    [there] = issue_register.issue_rows(province)
    assert (there.title, there.number, there.open, there.attached) == (TITLE, "WAJ-0001", False, True)


def _text_of(data: bytes) -> str:
    with contextlib.closing(pypdfium2.PdfDocument(data)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
