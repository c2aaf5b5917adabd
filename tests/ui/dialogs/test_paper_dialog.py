# SPDX-License-Identifier: Apache-2.0
"""A paper of the exchange, looked at and given out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui, QtPrintSupport
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import enrolment, papers, parcel_register, printing
from desk_app.operations.desk import Desk
from tests import two_offices
from ui import runner
from ui.dialogs import paper_dialog


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot, **asked: str) -> paper_dialog.PaperDialog:
    dialog = paper_dialog.PaperDialog(desk, lanes, papers.Asked(**asked))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.print.isEnabled() or bool(dialog.notices.text), timeout=20_000)
    return dialog


def package(desk: Desk, *, sent: bool) -> str:
    return next(one.package for one in parcel_register.entries(desk) if one.sent is sent)


def test_a_handover_is_saved_and_noted_once(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(two.tempe, lanes, qtbot, report=printing.HANDOVER, package=package(two.tempe, sent=True))
    assert "Serah Terima" in dialog.title.text()
    for name in ("satu.pdf", "dua.pdf"):
        with qtbot.waitSignal(dialog.given, timeout=20_000):
            dialog.save_to(tmp_path / name)
    assert (tmp_path / "satu.pdf").read_bytes().startswith(b"%PDF")
    assert len(printing.printed(two.tempe)) == 1
    dialog.copy.click()
    assert "SERAH TERIMA" in QtGui.QGuiApplication.clipboard().text()


def test_a_receipt_goes_to_the_printer(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(two.kabupaten, lanes, qtbot, report=printing.RECEIPT, package=package(two.kabupaten, sent=False))
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(dialog.given, timeout=20_000):
        dialog.print_on(printer)
    assert (tmp_path / "out.pdf").stat().st_size > 1000
    assert [one.kind for one in printing.printed(two.kabupaten)] == [printing.RECEIPT]


def test_slips_are_secret_and_leave_no_trace(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
    dialog = shown(two.kabupaten, lanes, qtbot, report=printing.SLIPS)
    assert dialog.copy.isHidden()
    with qtbot.waitSignal(dialog.given, timeout=20_000):
        dialog.save_to(tmp_path / "slip.pdf")
    assert printing.printed(two.kabupaten) == []


def test_what_cannot_be_made_is_said_and_what_cannot_be_written_too(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(two.tempe, lanes, qtbot, report=printing.SPARE_KEY)
    assert "Kunci cadangan" in dialog.notices.text
    assert not dialog.print.isEnabled()
    dialog = shown(two.tempe, lanes, qtbot, report=printing.HANDOVER)
    dialog.save_to(tmp_path / "tidak ada" / "x.pdf")
    qtbot.waitUntil(lambda: "tidak dapat ditulis" in dialog.notices.text, timeout=20_000)
