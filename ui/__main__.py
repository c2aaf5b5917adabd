# SPDX-License-Identifier: Apache-2.0
"""The window: `python -m ui [--office DIR] [--demo]`. It begins at the door of the office last opened."""

import argparse
import sys
from pathlib import Path

import desk_app
from desk_app.base.text import _


def main(arguments: list[str] | None = None) -> int:
    """Run the program until its last window is closed; returns the exit status."""
    options = parser().parse_args(arguments)

    from PySide6 import QtCore, QtWidgets

    from ui import errors, theme
    from ui.start import program, qt_words
    from ui.widgets import pdf_pages, remembered

    app = QtWidgets.QApplication(sys.argv[:1])
    app.setApplicationName("desk")
    app.setApplicationVersion(desk_app.__version__)
    # Between the door and the window there is a moment without any window.
    app.setQuitOnLastWindowClosed(False)
    own_words = qt_words.QtWords()
    app.installTranslator(own_words)
    kept = remembered.get("scheme", theme.Scheme.SYSTEM.value)
    theme.apply(app, theme.Scheme(kept) if kept in set(theme.Scheme) else theme.Scheme.SYSTEM)
    troubles = errors.Troubles()
    give_back = troubles.install()
    whole = program.Program(troubles)
    whole.over.connect(app.quit, QtCore.Qt.ConnectionType.QueuedConnection)
    whole.begin(options.office, is_demo=options.demo)
    status: int = app.exec()
    pdf_pages.close_all()
    give_back()
    return status


def parser() -> argparse.ArgumentParser:
    """What can be said when the program is started."""
    made = argparse.ArgumentParser(prog="python -m ui", description=_("Desk Pemilu: jendela program"))
    made.add_argument("--office", type=Path, metavar="DIR", help=_("folder kantor yang dibuka"))
    made.add_argument("--demo", action="store_true", help=_("buka kantor contoh, tanpa bertanya"))
    made.add_argument("--version", action="version", version=f"desk {desk_app.__version__}")
    return made


if __name__ == "__main__":
    sys.exit(main())
