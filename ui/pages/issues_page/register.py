# SPDX-License-Identifier: Apache-2.0
"""The register: counts and filters over the list at the left, one issue or a new one at the right."""

import functools
from collections.abc import Callable, Mapping

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import issue_detail, issue_register
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.issues_page import batch, detail, narrowing, new, register_lines, verbs
from ui.widgets import click_keys, columns, drafts, empty_state, split_view, table_panel

MOST_ROWS = 5_000
"""So many issues are listed at once, newest first; a filter reaches the others."""

_ORDERS = {
    "number": issue_register.Order.NUMBER,
    "title": issue_register.Order.PLACE,
    "category": issue_register.Order.CATEGORY,
    "severity": issue_register.Order.SEVERITY,
    "addressee": issue_register.Order.ADDRESSEE,
    "state": issue_register.Order.STATE,
    "last": issue_register.Order.DUE,
}
_BELOW = {"number": "age", "title": "place", "last": "waits"}


class IssueRegister(QtWidgets.QWidget):
    """`navigate(key, target)`; `told(words)`; `notices(Notice)`. `failed` takes failures of the runner."""

    navigate = QtCore.Signal(str, object)
    told = QtCore.Signal(str)
    notices = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._order, self._descending = issue_register.Order.NEWEST, False
        self._asked = 0
        """The issue that was read last, or is being read."""
        self._wanted = 0
        self._widens = False
        self._brings = False
        self._begun = (0, "")
        self._is_first = True
        self._refills = False
        self.table = table_panel.TablePanel(
            self._columns(),
            name="issue list",
            identity="no",
            filter_words=_("Cari nomor, tempat, kata …"),
            unit=lambda count: ngettext("{count} permasalahan", "{count} permasalahan", count),
        )
        self.narrowing = narrowing.Narrowing(desk, lanes, failed, self.table.filter)
        self.narrowing.changed.connect(self.reload)
        self.narrowing.brought.connect(self._bring_list)
        self.narrowing.notices.connect(self.notices)
        self.narrowing.told.connect(self.told)
        self.table.top.insertWidget(1, self.narrowing.clear_button)
        self.together_button = QtWidgets.QPushButton()
        theme.set_role(self.together_button, "primary")
        self.together_button.clicked.connect(lambda _checked=False: self._work_together())
        self.together_button.hide()
        self.table.top.insertWidget(2, self.together_button)
        # The order comes from the register, which knows that a severity is no word and an age no text.
        self.table.view.sort_requested.disconnect(self.table.model.set_sort)
        self.table.view.sort_requested.connect(self._set_order)
        self.table.set_empty(self._empty_state())
        self.table.setMinimumHeight(120)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _line: self._bring_detail())
        self.table.view.clicked.connect(lambda _index: self._clicked())
        self.table.told.connect(self.told)
        self._drafts = held
        self._nothing = empty_state.EmptyState(
            "permasalahan", _("Pilih satu permasalahan di daftar"), _("Uraian dan tindak lanjutnya tampil di sini.")
        )
        self.right = QtWidgets.QStackedWidget()
        self.right.addWidget(self._nothing)
        self.right.setMinimumHeight(120)
        self.split: split_view.SplitView
        self.split = split_view.SplitView(self._left(), self.right, name="issue list", share=0.6)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self.split)
        self.table.view.installEventFilter(self)
        self.table.view.selectionModel().selectionChanged.connect(lambda _now, _before: self._look_at_chosen())

    @functools.cached_property
    def detail(self) -> detail.IssuePanel:
        """Made when the first issue is shown: the list is there before."""
        made = detail.IssuePanel(self._desk, self._runner, self._failed, self._drafts)
        made.navigate.connect(self.navigate)
        made.told.connect(self.told)
        made.notices.connect(self.notices)
        made.deleted.connect(self._forget)
        made.issue_wanted.connect(self.show_issue)
        self.right.addWidget(made)
        return made

    @functools.cached_property
    def new(self) -> new.NewIssuePanel:
        """Made when the first new issue is begun."""
        made = new.NewIssuePanel(self._desk, self._runner, self._drafts)
        made.made.connect(self._made)
        made.closed.connect(self._end_new)
        made.issue_wanted.connect(self.show_issue)
        self.right.addWidget(made)
        return made

    @functools.cached_property
    def batch(self) -> batch.BatchPanel:
        """Made when several issues are first chosen together."""
        made = batch.BatchPanel(self._desk, self._runner, self._failed)
        made.done.connect(self.told)
        made.closed.connect(self._end_batch)
        self.right.addWidget(made)
        return made

    @property
    def shown(self) -> int:
        """The issue at the right, 0 where none was shown yet."""
        return self.detail.no if "detail" in self.__dict__ else 0

    def _shows(self, part: str) -> bool:
        """Whether the part of this name was made and stands at the right."""
        return part in self.__dict__ and self.right.currentWidget() is self.__dict__[part]

    def _commit(self) -> None:
        if "detail" in self.__dict__:
            self.detail.commit()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """A letter while the list has the focus begins a new issue, or a verb of the one that is shown."""
        if watched is self.table.view and isinstance(event, QtGui.QKeyEvent):
            is_plain = event.modifiers() == QtCore.Qt.KeyboardModifier.NoModifier
            if event.type() is QtCore.QEvent.Type.KeyPress and is_plain and self._press(event.text().upper()):
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: str) -> bool:
        if key == "N":
            self.begin_new()
            return True
        if key not in verbs.KEYS or not self.shown or not self._shows("detail"):
            return False
        self.split.show_detail()
        return self.detail.verbs.press(key)

    def _choose_again(self, numbers: frozenset[int]) -> None:
        """Many that were chosen stay so when the list was read anew, as far as they are still in it."""
        model, flag = self.table.model, QtCore.QItemSelectionModel.SelectionFlag
        found = QtCore.QItemSelection()
        last = model.columnCount() - 1
        begun = -1
        for place, line in enumerate([*model.shown(), None]):
            is_chosen = line is not None and line.no in numbers
            if is_chosen and begun < 0:
                begun = place
            elif not is_chosen and begun >= 0:
                found.select(model.index(begun, 0), model.index(place - 1, last))
                begun = -1
        self.table.view.selectionModel().select(found, flag.ClearAndSelect)

    def _look_at_chosen(self) -> None:
        """Several rows are chosen: what can be done with all of them stands at the right."""
        if self._refills:
            return
        numbers = [line.no for line in self.table.selected()] if self._has_several() else []
        said = ngettext("Kerjakan {count} …", "Kerjakan {count} …", len(numbers)).format(count=len(numbers))
        self.together_button.setText(said)
        # Side by side what can be done with them stands there already.
        self.together_button.setVisible(bool(numbers) and self.split.is_narrow)
        if numbers:
            self.batch.show_chosen(numbers)
            if not self._shows("new"):
                self.right.setCurrentWidget(self.batch)
        elif self._shows("batch") and self.table.view.selectionModel().hasSelection():
            self._end_batch()

    def _work_together(self) -> None:
        self.split.show_detail()
        self.batch.step.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _has_several(self) -> bool:
        return sum(last - first + 1 for first, last in self.table.view.selected_ranges()) > 1

    def _leave_batch(self) -> None:
        """Those that were chosen together left the list; the keyboard goes where they were."""
        focus = QtWidgets.QApplication.focusWidget()
        had_keys = focus is not None and self.batch.isAncestorOf(focus)
        self.batch.clear()
        self.right.setCurrentWidget(self.detail if self.shown else self._nothing)
        if had_keys:
            self.take_keys()

    def _end_batch(self) -> None:
        self.batch.clear()
        if self._has_several():
            self.table.view.select_row(self.table.view.currentIndex().row())
        if self._shows("batch"):
            self.right.setCurrentWidget(self.detail if self.shown else self._nothing)
        self.split.show_list()

    def show_chosen(self, chosen: Mapping[str, object]) -> None:
        """Take a filter from elsewhere, by the names of `IssueFilter`; what is shown beside the list is one of it."""
        if self._shows("detail"):
            self.detail.commit()
            self.detail.clear()
            self._asked = 0
            self.right.setCurrentWidget(self._nothing)
            self._is_first = True
        self._wanted = 0
        self.narrowing.narrow(chosen)

    def _bring_list(self) -> None:
        self.reload()
        self.split.show_list()

    def show_issue(self, no: int) -> None:
        """Show one issue; the list widens when it is not in it, also once it was read anew."""
        self.narrowing.saved.let_go()
        self._wanted = no
        self._brings = True
        if not self.table.show_row(no):
            self._widens = True
            self.reload()
        self._read_issue(no)
        self.split.show_detail()

    def take_keys(self) -> None:
        """The keyboard goes to the list, where letters do what the buttons of the issue do."""
        if self.split.is_narrow:
            self.detail.verbs.rest()
        else:
            self.table.view.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def begin_new(self, subject: str = "", values: Mapping[str, str] | None = None) -> None:
        """Begin a new issue, about a place, pre-filled from an item of its checklist or with values by name."""
        self._commit()
        self.right.setCurrentWidget(self.new)
        self.split.show_detail()
        if subject or values or not self.new.is_begun:
            self.new.begin(subject, dict(values or {}))
        else:
            # A line that was begun and left for a look at another issue is still there.
            self.new.title.setFocus()

    def open_draft(self, key: str) -> None:
        """Go on with a draft: a new issue, or what was begun about one (`issues/verb/5/tutup`, `issues/place/5`)."""
        if key.startswith(new.KEY):
            self._commit()
            self.right.setCurrentWidget(self.new)
            self.split.show_detail()
            self.new.open_draft(key)
            return
        _page, kind, no, *verb = key.split("/")
        self._begun = (int(no), verb[0] if kind == "verb" else "")
        if int(no) == self.shown:
            self.right.setCurrentWidget(self.detail)
            self.split.show_detail()
            self._go_on()
        else:
            self.show_issue(int(no))

    def _go_on(self) -> None:
        no, verb = self._begun
        if no == self.shown:
            self._begun = (0, "")
            self.detail.go_on(verb)

    def reload(self) -> None:
        """Read the list, the counts and the issue that is shown again."""
        desk, chosen, order, descending = self._desk, self.narrowing.chosen(), self._order, self._descending
        self.narrowing.read()

        def read() -> tuple[list[register_lines.Line], list[str]]:
            rows = issue_register.issue_rows(desk, chosen, order, descending=descending, limit=MOST_ROWS)
            lines = [register_lines.line(desk, row) for row in rows]
            return lines, self.table.model.texts_of(lines)

        self._runner.read(read, self._take, self._failed, key="issues")
        if self._asked:
            self._read_issue(self._asked)

    def _left(self) -> QtWidgets.QWidget:
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.narrowing)
        column.addWidget(self.table, 1)
        left.setFocusProxy(self.table.view)
        return left

    def _columns(self) -> list[columns.Column]:
        # What is asked of every issue fits beside the issue itself on a screen of 1366; the rest stands further right.
        titles = {
            "number": (_("Nomor"), 100),
            "age": (_("Umur"), 60),
            "title": (_("Permasalahan"), 180),
            "place": (_("Tempat"), 170),
            "severity": (_("Tingkat"), 104),
            "state": (_("Status"), 124),
            "last": (_("Tindak lanjut"), 166),
            "waits": (_("Batas waktu"), 166),
            "addressee": (_("Ditujukan kepada"), 150),
            "category": (_("Kategori"), 190),
        }
        return [
            columns.Column(
                key, *titles[key], sortable=key in _ORDERS, stretches=key == "title", below=_BELOW.get(key, "")
            )
            for key in titles
        ]

    def _empty_state(self) -> QtWidgets.QWidget:
        return empty_state.EmptyState(
            "permasalahan",
            _("Tidak ada permasalahan di sini"),
            _("Laporan dari TPS, kecamatan dan warga dicatat di sini; satu kalimat cukup untuk memulai."),
            _("Catat permasalahan"),
            self.begin_new,
        )

    def _take(self, found: tuple[list[register_lines.Line], list[str]]) -> None:
        lines, texts = found
        chosen = self.batch.numbers if self._shows("batch") else ()
        self._refills = True
        self.table.set_rows(lines, texts)
        if chosen:
            self._choose_again(frozenset(chosen))
        self._refills = False
        if chosen and not self._has_several():
            self._leave_batch()
        widens, self._widens = self._widens, False
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        elif self._wanted and widens:
            self.narrowing.set_filter({})
            self.reload()
        elif self.table.current() is None and self._shows("detail") and self.shown:
            # An issue that left the list and is back in it, as after reopening.
            self.table.show_row(self.shown)
        elif self._is_first and lines and not self.split.is_narrow and self.right.currentWidget() is self._nothing:
            self.table.view.select_row(0)
        self._is_first = False

    def _set_order(self, key: str, ascending: bool) -> None:
        self._order = _ORDERS[key]
        self._descending = not ascending
        self.reload()

    def _choose(self, line: register_lines.Line | None) -> None:
        if line is not None and line.no != self._asked:
            self._read_issue(line.no)

    def _read_issue(self, no: int) -> None:
        desk, self._asked = self._desk, no
        self._runner.read(lambda: issue_detail.issue(desk, no), self._show, self._gone, key="issue")

    def _show(self, found: issue_detail.IssueDetail) -> None:
        # A row that becomes the current one by itself does not cover the issue which is being written.
        is_picked = found.row.no != self.shown and self.window().focusWidget() is self.table.view
        is_wanted = self._brings or is_picked
        self._brings = False
        self.detail.show_issue(found)
        if self._shows("batch"):
            return  # the current one of many that are chosen
        if is_wanted or not self._shows("new"):
            self.right.setCurrentWidget(self.detail)
        if self._begun[0]:
            self._go_on()

    def _gone(self, error: Exception) -> None:
        if isinstance(error, known.NotFound):
            self._forget()
        else:
            self._failed(error)

    def _forget(self) -> None:
        self._asked = 0
        if "detail" in self.__dict__:
            self.detail.clear()
        if self._shows("detail"):
            self.right.setCurrentWidget(self._nothing)
        self.split.show_list()

    def _clicked(self) -> None:
        # Who chooses several, with Ctrl or Shift held, wants to stay in the list.
        if not click_keys.held() and not self._has_several():
            self._bring_detail()

    def _bring_detail(self) -> None:
        line = self.table.current()
        if line is not None and self._shows("new"):  # what was begun there stays, and comes back with its button
            self._read_issue(line.no)
            self.right.setCurrentWidget(self.detail)
        self.split.show_detail()

    def _made(self, no: int) -> None:
        self.right.setCurrentWidget(self.detail)
        self._wanted = no
        self.show_issue(no)
        self.detail.focus_first()

    def _end_new(self) -> None:
        self.right.setCurrentWidget(self.detail if self.shown else self._nothing)
        self.split.show_list()
