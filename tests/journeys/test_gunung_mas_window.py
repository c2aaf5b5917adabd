# SPDX-License-Identifier: Apache-2.0
"""Gunung Mas: the late and short shipment through the windows of kabupaten and kecamatan, followed to its TPS."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.issues import Verb
from tests.journeys import clerk
from tests.journeys import test_gunung_mas as journey
from ui import runner

held = journey.held
BUPATI, BOX = journey.BUPATI, "log.kotak.bupati"
Key = clerk.Key


@pytest.fixture
def clerks(
    held: journey.Offices, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[clerk.Clerk, clerk.Clerk]]:
    """Who sits at the kabupaten, and who at Sepang; the stick is a folder that is chosen."""
    monkeypatch.setattr(QtWidgets.QFileDialog, "getExistingDirectory", lambda *_: str(held.stick))
    others = runner.Runner()
    kabupaten, sepang = clerk.Clerk(held.kabupaten, lanes, qtbot), clerk.Clerk(held.sepang, others, qtbot)
    yield kabupaten, sepang
    for one in (sepang, kabupaten):
        one.turn()
        one.leave()
    others.close()


def carry(source: clerk.Clerk, target: clerk.Clerk, stick: Path) -> None:
    """Kirim Data at one office, Terima Data at the other."""
    source.turn()
    page = source.go("exchange")
    source.click(page.ways.send)
    source.click(page.send.drives._button)
    source.click(page.send.button)
    source.until(lambda: page.send.is_done)
    source.click(page.send._finish)
    target.turn()
    page = target.go("exchange")
    target.click(page.ways.receive)
    target.click(page.receive.drives._button)
    target.until(lambda: bool(page.receive.cards))
    target.click(page.receive.button)
    target.until(lambda: page.receive.result.large.isVisible())
    assert page.receive.result.large.text() == "Data sudah masuk"
    target.click(page.back)
    for path in (stick / "DESK").iterdir():
        path.unlink()


def new_to(me: clerk.Clerk, words: str) -> None:
    """Kiriman baru to a place that is typed."""
    page = me.go("logistics")
    me.tab(page.tabs, "Pengiriman")
    me.click(page.new_button)
    me.type(words)
    me.until(lambda: bool(page.shipments.new.place.offers))
    me.press(Key.Key_Return)
    me.press(Key.Key_Return, clerk.CTRL)


def all_arrive(me: clerk.Clerk) -> None:
    """The shipments of the list leave and come, those that were just made."""
    part = me.window.page("logistics").shipments
    me.click_row(part.table.view, 0)
    if part.table.model.rowCount() > 1:
        me.press(Key.Key_A, clerk.CTRL)
        me.click(part.several.send)
        me.click_row(part.table.view, 0)
        me.press(Key.Key_A, clerk.CTRL)
        me.click(part.several.receive)
    else:
        me.click(part.sheet.buttons["send"])
        me.click(part.sheet.buttons["receive"])


def lacking(me: clerk.Clerk) -> list[tuple[str, str]]:
    """What the tab Kekurangan lists: goods, and how many."""
    page = me.go("logistics")
    me.tab(page.tabs, "Kekurangan")
    return [(row.goods, row.short.text) for row in page.shortages.table.model.shown()]


def test_what_is_short_is_followed_to_its_tps_through_the_windows(
    held: journey.Offices, clerks: tuple[clerk.Clerk, clerk.Clerk]
) -> None:
    kabupaten, sepang = clerks

    # H-5: a shipment to PPK Sepang, with what its TPS need; it leaves with its papers and its deadline.
    kabupaten.turn()
    new_to(kabupaten, "ppk sepang")
    sheet = kabupaten.window.page("logistics").shipments.sheet
    assert sheet.title.text() == "PPK · Kecamatan Sepang"
    want = sheet.goods.fields[BUPATI, "planned"].value()
    boxes = sheet.goods.fields[BOX, "planned"].value()
    assert want == journey.needed(held, BUPATI)
    kabupaten.click(sheet.buttons["send"])
    kabupaten.fill(sheet.form.field("waybill"), "SJ/08/KPU-GM/XI/2024")
    kabupaten.fill(sheet.form.field("deadline"), "23-11-2024 18.00")
    kabupaten.press(Key.Key_Tab)
    carry(kabupaten, sepang, held.stick)

    # H-3: it comes a day late, with 40 ballots and one box too few.
    held.clock.at = journey.moment(24, 9, 30)
    page = sepang.go("logistics")
    sepang.tab(page.tabs, "Pengiriman")
    sepang.click_row(page.shipments.table.view, 0)
    sheet = page.shipments.sheet
    sepang.fill(sheet.goods.fields[BUPATI, "received"], str(want - 40))
    sepang.fill(sheet.goods.fields[BOX, "received"], str(boxes - 1))
    sepang.click(sheet.buttons["receive"])
    sepang.fill(sheet.ticks.reasons["time"], "Jalan Sepang terputus karena hujan")
    sepang.tab_to(sheet.ticks.buttons["time"])
    sepang.press(Key.Key_T)
    sepang.click(sheet.take)
    said = {code: buttons.value() for code, buttons in sheet.ticks.buttons.items()}
    assert (said["time"], said["quantity"], said["target"]) == ("no", "no", "yes")

    # The issue out of the ticks that failed, already filled in.
    sepang.click(sheet.buttons["issue"])
    sepang.click(page.notices._button)
    detail = sepang.window.page("issues").register.detail
    assert sepang.window.front == "issues"
    title = detail.sheet.form.rows["title"].field.value()
    assert "tidak tepat jumlah, tidak tepat waktu" in title
    assert "Jalan Sepang terputus karena hujan" in detail.sheet.form.rows["description"].field.value()

    # What came goes on to the TPS; the list says which of them lack it.
    sepang.go("logistics")
    sepang.click(sheet.buttons["onward"])
    onward = page.shipments.onward
    sepang.choose(onward.stage, "TPS")
    sepang.click(onward.button)
    all_arrive(sepang)
    short = lacking(sepang)
    assert ("Kotak suara Pilbup", "1 buah") in short
    assert [count for goods, count in short if goods == "Surat suara Pilbup"] == ["40 lembar"]
    assert len(short) == 2
    sepang.click(page.shortages.wa_button)
    assert "Surat suara Pilbup kurang 40 lembar" in QtGui.QGuiApplication.clipboard().text()
    carry(sepang, kabupaten, held.stick)

    # The kabupaten reads the same, conveys it to KPU, and sends what was missing.
    assert lacking(kabupaten) == short
    above = kabupaten.go("issues").register.detail
    assert above.sheet.form.rows["title"].field.value() == title
    kabupaten.click(above.verbs.buttons[Verb.CONVEY])
    kabupaten.fill(above.verbs.addressee, "KPU")
    kabupaten.fill(above.verbs.means, "surat")
    kabupaten.fill(above.verbs.letter_number, "270/21/DESK")
    kabupaten.press(Key.Key_Return, clerk.CTRL)
    held.clock.at = journey.moment(25, 14)
    new_to(kabupaten, "ppk sepang")
    rest = kabupaten.window.page("logistics").shipments.sheet
    assert {key[0]: rest.goods.fields[key].value() for key in rest.goods.fields if key[1] == "planned"} == {
        BUPATI: 40, BOX: 1
    }
    kabupaten.click(rest.buttons["send"])
    carry(kabupaten, sepang, held.stick)

    # H-1: it comes in full and in time; all six are right, and it goes to the TPS that lacked it.
    held.clock.at = journey.moment(26, 8)
    page = sepang.go("logistics")
    sepang.tab(page.tabs, "Pengiriman")
    sepang.click(page.shipments.clear_button)
    sepang.choose(page.shipments.state, "Di", back=True)
    sepang.click_row(page.shipments.table.view, 0)
    sepang.click(sheet.buttons["receive"])
    sepang.click(sheet.take)
    for code in ("kind", "quality", "cost"):
        sepang.tab_to(sheet.ticks.buttons[code])
        sepang.press(Key.Key_Y)
    assert {buttons.value() for buttons in sheet.ticks.buttons.values()} == {"yes"}
    sepang.click(sheet.buttons["onward"])
    sepang.choose(onward.stage, "TPS")
    sepang.click(onward.button)
    all_arrive(sepang)
    assert lacking(sepang) == []

    # The issue is closed, and the kabupaten sees that nothing is lacking any more.
    sepang.go("issues")
    sepang.click(detail.verbs.buttons[Verb.CLOSE])
    sepang.type("Kekurangan diterima, lengkap pada H-1.")
    sepang.press(Key.Key_Return, clerk.CTRL)
    carry(sepang, kabupaten, held.stick)
    assert lacking(kabupaten) == []
    page = kabupaten.go("logistics")
    kabupaten.tab(page.tabs, "Pengiriman")
    assert rest.no
    assert {buttons.value() for buttons in rest.ticks.buttons.values()} == {"yes"}
    kabupaten.go("issues")
    assert above.outcome.text() == "Hasil: Kekurangan diterima, lengkap pada H-1."
