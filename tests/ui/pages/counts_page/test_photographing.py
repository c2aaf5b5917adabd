# SPDX-License-Identifier: Apache-2.0
"""Photos of a form: several are stepped through, one is taken off, and what is closed takes none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from desk_app.operations import attachments, count_entry, count_rules
from desk_app.operations.desk import Desk
from tests import counted_offices, counting_people, photographs, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import entering
from ui.widgets import attachment_strip

ONE, TWO = (tps(TEMPE_VILLAGE, number) for number in (1, 2))


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counted_offices.stand(made)
        yield made


def photo(folder: Path, name: str, colour: str) -> Path:
    picture = QtGui.QImage(400, 600, QtGui.QImage.Format.Format_RGB32)
    picture.fill(QtGui.QColor(colour))
    picture.save(str(folder / name))
    return folder / name


def part_of(qtbot: QtBot, desk: Desk, lanes: runner.Runner) -> entering.EntryPart:
    window = opened.show(qtbot, desk, lanes, "counts", lambda: counts_page.CountsPage(desk, lanes))
    found = window.page("counts")
    assert isinstance(found, counts_page.CountsPage)
    part = found.tab("entry")
    assert isinstance(part, entering.EntryPart)
    part.side.list.setFocus()
    qtbot.keyClick(part.side.list.table.view, QtCore.Qt.Key.Key_Return)
    opened.settle(qtbot, lanes)
    return part


def middle(part: entering.EntryPart) -> str:
    return part.sheet.photo.view._sheet.picture.pixelColor(100, 100).name()


def test_photos_are_stepped_through_and_taken_off(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    record = count_entry.save(wajo, ONE, RACE, {"v1": 3}).record
    attachments.add(wajo, record, photo(tmp_path, "a.png", "#204060"))
    part = part_of(qtbot, wajo, lanes)
    side = part.sheet.photo
    assert side.isVisible()
    assert middle(part) == "#204060"
    side.given.emit(attachment_strip.Given((photo(tmp_path, "b.png", "#806020"),)))
    opened.settle(qtbot, lanes)
    assert side.count.text() == "2 dari 2"
    assert middle(part) == "#806020"
    side.back.click()
    opened.settle(qtbot, lanes)
    assert middle(part) == "#204060"
    part.photos._remove(attachments.of_record(wajo, record)[0].no)
    opened.settle(qtbot, lanes)
    assert len(attachments.of_record(wajo, record)) == 1
    assert middle(part) == "#806020"


def test_what_is_no_photo_is_refused_in_words(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    count_entry.save(wajo, ONE, RACE, {"v1": 3})
    part = part_of(qtbot, wajo, lanes)
    told: list[str] = []
    part.notices.connect(lambda said: told.append(said.words))
    (tmp_path / "c.png").write_text("bukan gambar")
    part.sheet.photo.given.emit(attachment_strip.Given((tmp_path / "c.png",)))
    opened.settle(qtbot, lanes)
    assert "c.png" in told[0]
    assert part.sheet.photo.add_button.isEnabled()


def test_what_was_never_copied_and_is_closed_takes_none(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    count_rules.edit(wajo, closes=wajo.now() - 60)
    part = part_of(qtbot, wajo, lanes)
    part.sheet.photo.given.emit(attachment_strip.Given((photo(tmp_path, "a.png", "#204060"),)))
    opened.settle(qtbot, lanes)
    with wajo.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM attachment").scalar() == 0
    assert count_entry.sheet(wajo, ONE, RACE).record is None


def test_a_photo_that_is_sealed_for_others_says_so(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    counted_offices.hold(wajo)
    with counting_people.somebody(wajo, "Besse"):
        record = count_entry.save(wajo, ONE, RACE, {"v1": 3}).record
    attachments.add(wajo, record, photo(tmp_path, "a.png", "#204060"))
    (tmp_path / "c.pdf").write_bytes(photographs.pdf())
    attachments.add(wajo, record, tmp_path / "c.pdf")
    with counting_people.somebody(wajo, "Besse"):
        part = part_of(qtbot, wajo, lanes)
        assert not part.sheet.photo.isHidden()
        assert part.sheet.photo.stack.currentWidget() is part.sheet.photo.words
        assert "Foto C.HASIL 1.png tersegel" in part.sheet.photo.words.text()
        part.sheet.photo.next.click()
        opened.settle(qtbot, lanes)
        assert "Dokumen C.HASIL 2.pdf tersegel" in part.sheet.photo.words.text()
        part.sheet.photo.given.emit(attachment_strip.Given((photo(tmp_path, "b.png", "#806020"),)))
        opened.settle(qtbot, lanes)
        assert middle(part) == "#806020"
        listed = attachments.of_record(wajo, record)
        told = [(one.name, one.closed) for one in listed]
        assert told == [("Foto C.HASIL 1.png", True), ("Dokumen C.HASIL 2.pdf", True), ("b.png", False)]


def test_a_photo_stays_with_the_tps_that_it_was_given_at(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    part = part_of(qtbot, wajo, lanes)
    part.sheet.photo.given.emit(attachment_strip.Given((photo(tmp_path, "a.png", "#204060"),)))
    part._go(TWO)
    opened.settle(qtbot, lanes)
    assert part.sheet.sheet is not None
    assert part.sheet.sheet.key.subject == TWO
    part.sheet.photo.given.emit(attachment_strip.Given((photo(tmp_path, "b.png", "#806020"),)))
    opened.settle(qtbot, lanes)
    for subject, name in ((ONE, "a.png"), (TWO, "b.png")):
        record = count_entry.sheet(wajo, subject, RACE).record
        assert record is not None
        assert [one.name for one in attachments.of_record(wajo, record)] == [name]


def test_a_photo_of_a_form_that_was_not_saved_is_spoken_of(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    part = part_of(qtbot, wajo, lanes)
    said: list[str] = []
    part.notices.connect(lambda one: said.append(one.words))
    count_rules.edit(wajo, closes=wajo.now() - 60)  # the hour is over, and the page has not heard of it yet
    part.sheet.photo.given.emit(attachment_strip.Given((photo(tmp_path, "a.png", "#204060"),)))
    opened.settle(qtbot, lanes)
    assert any("belum tersimpan" in one and "Fotonya belum dilampirkan" in one for one in said), said
