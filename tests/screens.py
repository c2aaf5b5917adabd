# SPDX-License-Identifier: Apache-2.0
"""Every page, dialog and report as PNG, to be looked at: `python -m tests.screens DIR`.

The demonstration office is made anew in a temporary folder, on the evening of voting day; each scheme and scale is
drawn by a process of its own:
`light/` and `dark/` at 1366×768, `light-150/` and `dark-150/` at 150 % (911 logical pixels wide, less a task bar).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desk_app.operations import opening

VARIANTS = {
    "light": ("light", "1", (1366, 768)),
    "dark": ("dark", "1", (1366, 768)),
    "light-150": ("light", "1.5", (911, 470)),
    "dark-150": ("dark", "1.5", (911, 470)),
}
"""Folder → scheme, scale, size of the window in logical pixels."""


def main(arguments: list[str]) -> int:
    """Draw everything into a folder; returns the exit status."""
    if len(arguments) == 3 and arguments[0] == "--draw":
        return Drawer(arguments[1], Path(arguments[2])).draw()
    folder = Path(arguments[0] if arguments else "build/screens").absolute()
    with tempfile.TemporaryDirectory(prefix="desk-screens-") as scratch:
        demo = Path(scratch) / "demo"
        made = [sys.executable, "-m", "desk_app", "demo", str(demo), "--evening"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        draw_papers(demo / "papers", folder / "papers")
        status = 0
        for variant, (_scheme, scale, _size) in VARIANTS.items():
            shutil.rmtree(folder / variant, ignore_errors=True)
            (folder / variant).mkdir(parents=True)
            own = Path(scratch) / variant
            shutil.copytree(demo, own)
            settings = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "DESK_HOME": str(own / "home"),
                "DESK_SCREENS_OFFICE": str(own),
            }
            drawn = subprocess.run(
                [sys.executable, "-m", "tests.screens", "--draw", variant, str(folder / variant)], env=settings
            )
            status = status or drawn.returncode
    print(f"{sum(1 for _ in folder.rglob('*.png'))} pictures in {folder}")
    return status


def draw_papers(papers: Path, folder: Path) -> None:
    """Each page of each PDF as PNG."""
    import pypdfium2

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted(papers.glob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for number, page in enumerate(document, 1):
            page.render(scale=1.5).to_pil().save(folder / f"{path.stem}-{number}.png")
        document.close()


class Drawer:
    """Draws one variant in this process."""

    def __init__(self, variant: str, folder: Path) -> None:
        from PySide6 import QtWidgets

        from desk_app.operations import change_settings
        from ui import errors, theme
        from ui.start import known_offices, program, session

        scheme, _scale, self.size = VARIANTS[variant]
        self.folder = folder
        self.failed = 0
        self.app = QtWidgets.QApplication(["desk"])
        theme.apply(self.app, theme.Scheme(scheme))
        troubles = errors.Troubles()
        troubles.crashed.connect(self._crashed)
        self.program = program.Program(troubles)
        self.lanes = self.program.lanes
        self.office = Path(os.environ["DESK_SCREENS_OFFICE"]) / "kabupaten"
        self.desk = opening.open_office(self.office, "demo")
        change_settings.set_many(self.desk, {"theme": scheme})
        known_offices.keep(self.office, self.desk.identity.name, self.desk.operator.name)
        self.session = session.Session(self.desk, self.lanes, troubles, first_page="settings")
        self.window = self.session.window
        self.session.show()
        # Where there is no display the screen is small, and the window would fill it.
        self.window.showNormal()
        self.window.resize(*self.size)

    def draw(self) -> int:
        """Draw all scenes, one after the other; a scene that fails does not stop the others."""
        for scene in (*self.pages(), *self.dialogs()):
            try:
                scene()
            except Exception as error:  # noqa: BLE001 - told, and the next scene is drawn
                self.failed += 1
                print(f"{self.folder.name}: {error!r}", file=sys.stderr)
        self.lanes.wait_idle()
        self.desk.close()
        return 1 if self.failed else 0

    def pages(self) -> Iterator[Callable[[], None]]:
        """Every page as it opens, and with what its targets open."""
        from desk_app.operations import stations, targets
        from ui.pages.settings_page import page as settings_page
        from ui.start import page_list

        numbers = stations.station_ids(self.desk)
        rows = [row for row in stations.station_rows(self.desk, list(numbers[300:301])) if row is not None]
        subject = rows[0].subject if rows else ""
        opened = {
            "stations": targets.Target(targets.Page.STATIONS, subject=subject),
            "readiness": targets.Target(targets.Page.CHECKLIST, subject=subject),
            "counts": targets.Target(targets.Page.COUNTS, subject=subject),
            "issues": targets.Target(targets.Page.ISSUES, record=self._first_issue()),
        }
        for part in ("duties", "figures", "people", "stages"):
            shown = targets.Target(targets.Page.ACTIVITIES, chosen={"show": part, "code": "tps-terbentuk"})
            yield lambda part=part, shown=shown: self._page(f"activities-{part}", "activities", shown)
        for key, _title, _icon, _where in page_list.PAGES:
            yield lambda key=key: self._page(key, key)
            if key in opened:
                yield lambda key=key: self._page(f"{key}-opened", key, opened[key])
        yield lambda: self._page("issues-logbook", "logbook", targets.Target(targets.Page.LOGBOOK))
        for show in ("matrix", "roster", "decrees", "team"):
            record = self._first_team() if show == "team" else 0
            asked = targets.Target(targets.Page.TEAMS, record=record, chosen={"show": show})
            yield lambda show=show, asked=asked: self._page(f"teams-{show}", "teams", asked)
        for part in ("recap", "watch"):
            target = targets.Target(targets.Page.CHECKLIST, chosen={part: True})
            yield lambda part=part, target=target: self._page(f"readiness-{part}", "readiness", target)
        for part, chosen in (("shipments", {"stage": "ppk"}), ("shortages", {"show": "shortages"})):
            target = targets.Target(targets.Page.LOGISTICS, chosen=chosen)
            yield lambda part=part, target=target: self._page(f"logistics-{part}", "logistics", target)
        for show in ("checking", "board", "missing", "noted"):
            asked = targets.Target(targets.Page.COUNTS, chosen={"show": show})
            yield lambda show=show, asked=asked: self._page(f"counts-{show}", "counts", asked)
        risk = targets.Target(targets.Page.STATIONS, chosen={"show": "risk"})
        for part in range(6):
            yield lambda part=part: self._risk(part, risk)
        yield self._wall
        for key, *_rest in settings_page.SECTIONS:
            yield lambda key=key: self._page(f"settings-{key}", "settings", key)
        yield self._help
        yield self._search

    def dialogs(self) -> Iterator[Callable[[], None]]:
        """Every dialog, on its own."""
        from desk_app.operations import backups, issue_register
        from ui.dialogs import history_dialog, login_dialog, password_dialog, recovery_dialog, restore_dialog

        def shown(name: str, make: Callable[[], object]) -> Callable[[], None]:
            return lambda: self._dialog(name, make())

        yield shown("login", lambda: login_dialog.LoginDialog(self.office, self.lanes, office=self.desk.identity.name))
        yield shown("recovery", lambda: recovery_dialog.RecoveryDialog(self.office, self.lanes))
        yield shown("password", lambda: password_dialog.PasswordDialog(self.desk, self.lanes))
        made = backups.Backup(self.office, 1, self.desk.now(), "asked", self.desk.identity.place, 9_000_000, 1, True)
        yield shown("restore", lambda: restore_dialog.RestoreDialog(self.desk, self.lanes, made))
        rows = issue_register.issue_rows(self.desk)[:1]
        if rows:
            title, record = f"{rows[0].number} · {rows[0].title}", rows[0].no
            yield shown("history", lambda: history_dialog.HistoryDialog(self.desk, self.lanes, record, title))
        yield self._wizard
        yield self._lock

    def _page(self, name: str, key: str, target: object = None) -> None:
        self.window.go(key, target)
        self._settle()
        self._save(self.window, f"page-{name}")

    def _risk(self, part: int, target: object) -> None:
        """One view of the tab Kerawanan."""
        self.window.go("stations", target)
        self._settle()
        tab = self.window.page("stations").risk  # type: ignore[attr-defined]
        tab.tabs.setCurrentIndex(part)
        self._settle()
        self._save(self.window, f"page-stations-risk-{part}")

    def _wall(self) -> None:
        self.session.wall.show()
        self._settle()
        window = self.session.wall.window
        assert window is not None
        window.showNormal()
        window.setGeometry(0, 0, *self.size)
        self._settle()
        self._save(window, "posko-wall")
        self.session.wall.close()

    def _help(self) -> None:
        self.window.go("home")
        self.window.help_wanted.emit("home")
        self._settle()
        self._save(self.window, "handbook")
        self.session.handbook.hide()

    def _search(self) -> None:
        self.window.head.search.setText("tem 5")
        self.window.head.search.searched.emit("tem 5")
        self._settle()
        self._save(self.window, "search")
        self.window.head.search.clear()

    def _lock(self) -> None:
        self.session.lock.lock()
        self._settle()
        self._save(self.window, "lock")

    def _wizard(self) -> None:
        from ui.dialogs import wizard_dialog

        wizard = wizard_dialog.WizardDialog(self.lanes)
        wizard.show()
        wizard.place.typed.setText("wajo")
        self._settle()
        self._save(wizard, "dialog-wizard-1")
        wizard.next.click()
        self._save(wizard, "dialog-wizard-2")
        wizard.next.click()
        self._save(wizard, "dialog-wizard-3")
        wizard.sheet.set_secret(wizard.desk.name.text(), "ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-3")
        wizard._show_step(3)
        self._save(wizard, "dialog-wizard-4")
        wizard.hide()
        wizard.deleteLater()

    def _dialog(self, name: str, dialog: object) -> None:
        from PySide6 import QtWidgets

        assert isinstance(dialog, QtWidgets.QDialog)
        dialog.show()
        self._settle()
        self._save(dialog, f"dialog-{name}")
        dialog.hide()
        dialog.deleteLater()

    def _first_team(self) -> int:
        from desk_app.operations import teams

        found = teams.teams(self.desk)
        return found[0].no if found else 0

    def _first_issue(self) -> int:
        from desk_app.operations import issue_register

        rows = issue_register.issue_rows(self.desk)
        return rows[0].no if rows else 0

    def _settle(self) -> None:
        """Let everything be read and drawn: timers of a pause, then all lanes, then the picture."""
        from PySide6 import QtCore

        for milliseconds in (250, 250):
            loop = QtCore.QEventLoop()
            QtCore.QTimer.singleShot(milliseconds, loop, loop.quit)
            loop.exec()
            self.lanes.wait_idle()

    def _save(self, widget: object, name: str) -> None:
        from PySide6 import QtWidgets

        assert isinstance(widget, QtWidgets.QWidget)
        widget.grab().save(str(self.folder / f"{name}.png"))

    def _crashed(self, text: str) -> None:
        self.failed += 1
        print(f"{self.folder.name}: {text}", file=sys.stderr)
        self.window.crash.hide()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
