# SPDX-License-Identifier: Apache-2.0
"""A visit to everything that the window shows of an office, and how long each thing holds it: `-m ... OFFICE`.

Of each step the longest time between two beats of the window, by the clock and by the processor of its own thread:
the clock also counts what other programs and the worker threads took meanwhile. Prints JSON, with the memory at the
end.
"""

import itertools
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6 import QtCore, QtTest, QtWidgets

from desk_app.operations import opening, targets
from ui import errors, runner, theme
from ui.pages.settings_page import page as settings_page
from ui.start import page_list, session
from ui.widgets import big_table, fields, table_panel, table_view

PASSWORD = "demo"
DOWN = 50
_SETTLED = 0.35
_KEY_EVERY = 0.03
_LONGEST = 300.0
Step = tuple[str, Callable[[], object]]


class Visit:
    """A session in its window; `figures`: step → longest block (by the clock, by the processor), milliseconds."""

    def __init__(self, office: Path) -> None:
        self.app = QtWidgets.QApplication([])
        theme.apply(self.app, theme.Scheme.LIGHT)
        self.lanes = runner.Runner()
        self.desk = opening.open_office(office, PASSWORD)
        self.session = session.Session(self.desk, self.lanes, errors.Troubles())
        self.window = self.session.window
        self.session.show()
        self.window.showNormal()
        self.window.resize(1366, 700)
        self.figures: dict[str, tuple[float, float]] = {}
        self._last = self._now()
        self._longest = (0.0, 0.0)
        self._wait(session.AHEAD_MS / 1000 + 1.5)
        self._timer = QtCore.QTimer()
        self._timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def measure(self) -> None:
        """Go everywhere, and do there what is done with lists."""
        for name, do in self._everywhere():
            self._step(name, do)
            for what, then in self._in_list():
                self._step(f"{name}: {what}", then)
        self._step("undo", self._undo)

    def _everywhere(self) -> Iterator[Step]:
        go = self.window.go
        for key, *_rest in page_list.PAGES:
            yield key, lambda key=key: go(key)
            page = self.window.page(key)
            if key == "settings":
                for part, *_more in settings_page.SECTIONS[1:]:
                    yield f"settings {part}", lambda part=part: go("settings", part)
                continue
            for bar in self._bars(page):
                for at in range(bar.count()):
                    if at != bar.currentIndex():
                        yield f"{key} {bar.tabText(at)}", lambda bar=bar, at=at: bar.setCurrentIndex(at)
                        for inner in self._bars(page):
                            if inner is not bar:
                                for below in range(1, inner.count()):
                                    words = f"{key} {bar.tabText(at)}, {inner.tabText(below)}"
                                    yield words, lambda inner=inner, below=below: inner.setCurrentIndex(below)
        yield "a kecamatan in Data TPS", lambda: go(
            "stations", targets.Target(targets.Page.STATIONS, chosen={"area": f"{self.desk.identity.place}.01"})
        )
        yield "search TPS", lambda: self.window.head.search.searched.emit("tem 5")
        yield "search words", lambda: self.window.head.search.searched.emit("kotak basah")
        yield "home again", lambda: go("home")

    def _bars(self, page: QtWidgets.QWidget) -> list[QtWidgets.QTabBar]:
        """The rows of tabs that are seen, outer ones first."""
        return [one for one in page.findChildren(QtWidgets.QTabBar) if one.isVisible() and one.count() > 1]

    def _in_list(self) -> Iterator[Step]:
        """What is done with the longest list that is seen."""
        lists = [
            one
            for kind in (big_table.BigTable, table_panel.TablePanel)
            for one in self.window.page(self.window.front).findChildren(kind)
            if one.view.isVisible() and one.model.rowCount() > DOWN
        ]
        if not lists:
            return
        chosen = max(lists, key=lambda one: one.model.rowCount())
        view: table_view.TableView = chosen.view
        sortable = [at for at, one in enumerate(view.columns) if one.sortable and not view.isColumnHidden(at)]
        for at in sortable[:3]:
            yield f"sort by {view.columns[at].title}", lambda at=at: view.horizontalHeader().sectionClicked.emit(at)
        if chosen.filter.isVisible():
            yield "search", lambda: QtTest.QTest.keyClicks(chosen.filter, "a 1")
            yield "search taken away", chosen.filter.clear
        yield "scroll to the end", view.scrollToBottom
        yield "scroll back", view.scrollToTop
        yield "select all", view.selectAll
        yield "first row", lambda: view.select_row(0)
        yield "opened", lambda: QtTest.QTest.keyClick(view, QtCore.Qt.Key.Key_Return)
        yield f"{DOWN} rows down", lambda: self._down(view)
        for field in self.window.page(self.window.front).findChildren(fields.ChoiceField):
            if field.isVisible() and field.count() > 2 and field.currentIndex() == 0 and _is_above(field, view):
                yield f"filter {field.itemText(0)}", lambda field=field: _pick(field, 1)
                yield f"filter {field.itemText(0)} taken away", lambda field=field: _pick(field, 0)

    def _down(self, view: table_view.TableView) -> None:
        view.setFocus()
        for _row in range(DOWN):
            QtTest.QTest.keyClick(view, QtCore.Qt.Key.Key_Down)
            self._wait(_KEY_EVERY, whole=False)

    def _undo(self) -> None:
        self.window.undo_wanted.emit()

    def _step(self, name: str, do: Callable[[], object]) -> None:
        self._wait(0.05)
        self._beat()
        self._longest = (0.0, 0.0)
        do()
        self._wait(_SETTLED)
        self._beat()
        clock, processor = self._longest
        for again in itertools.chain([""], map(str, itertools.count(2))):
            if f"{name} {again}".strip() not in self.figures:
                self.figures[f"{name} {again}".strip()] = (clock * 1000, processor * 1000)
                break
        print(f"{clock * 1000:7.1f} {processor * 1000:7.1f}  {name}", file=sys.stderr, flush=True)

    def _wait(self, seconds: float, *, whole: bool = True) -> None:
        """Let the window live until nothing is under way and so many seconds are over."""
        begun = time.perf_counter()
        while (whole and self.lanes.pending) or time.perf_counter() - begun < seconds:
            self.app.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if time.perf_counter() - begun > _LONGEST:
                raise RuntimeError("this does not come to an end")

    def _beat(self) -> None:
        clock, processor = self._now()
        before = self._last
        self._longest = (max(self._longest[0], clock - before[0]), max(self._longest[1], processor - before[1]))
        self._last = clock, processor

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()


def memory() -> dict[str, float]:
    """What the process holds now and held at most, MiB; where the system tells it."""
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        return {}
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    return {name: int(told[key].split()[0]) / 1024 for name, key in (("now", "VmRSS"), ("most", "VmHWM"))}


def _is_above(field: QtWidgets.QWidget, view: QtWidgets.QWidget) -> bool:
    """Whether a field stands over a list, as its filters do."""
    point = QtCore.QPoint(0, 0)
    field_at, view_at = field.mapToGlobal(point), view.mapToGlobal(point)
    return field_at.y() < view_at.y() and field_at.x() < view_at.x() + view.width()


def _pick(field: fields.ChoiceField, at: int) -> None:
    field.setCurrentIndex(at)
    field.activated.emit(at)


def main(arguments: list[str]) -> int:
    visit = Visit(Path(arguments[0]))
    before = memory()
    visit.measure()
    print(json.dumps({"steps": visit.figures, "memory": {"first page": before, "all visited": memory()}}))
    sys.stdout.flush()
    os._exit(0)  # the office is a copy: no backup is made of it


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
