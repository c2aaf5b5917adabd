# SPDX-License-Identifier: Apache-2.0
"""A final paper's file is looked at, saved byte by byte, printed; a place that refuses is told."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6 import QtPrintSupport
from pytestqt.qtbot import QtBot

from tests.ui import many_pages
from ui import runner
from ui.dialogs import kept_paper_dialog
from ui.widgets import paper_printer


@pytest.fixture
def dialog(lanes: runner.Runner, qtbot: QtBot) -> kept_paper_dialog.KeptPaperDialog:
    made = kept_paper_dialog.KeptPaperDialog(lanes, "Laporan Harian", many_pages.pdf(3))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.preview.pages == 3)
    return made


def test_saved_as_it_is(dialog: kept_paper_dialog.KeptPaperDialog, lanes: runner.Runner, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "a.pdf")
    lanes.wait_idle()
    assert (tmp_path / "a.pdf").read_bytes() == dialog._data
    assert "a.pdf" in dialog.notices.text
    dialog.save_to(tmp_path / "tidak" / "ada.pdf")
    lanes.wait_idle()
    assert "tidak dapat ditulis" in dialog.notices.text


def test_printed(
    dialog: kept_paper_dialog.KeptPaperDialog,
    lanes: runner.Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    monkeypatch.setattr(paper_printer, "ask", lambda *_args, **_named: printer)
    dialog.print.click()
    lanes.wait_idle()
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as file:
        assert len(file) == 3
    assert "3 halaman" in dialog.notices.text
    assert dialog.progress.isHidden()


def test_a_printer_thought_better_of(
    dialog: kept_paper_dialog.KeptPaperDialog, lanes: runner.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_printer, "ask", lambda *_args, **_named: None)
    dialog.print.click()
    lanes.wait_idle()
    assert dialog.notices.text == ""
