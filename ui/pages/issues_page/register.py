# SPDX-License-Identifier: Apache-2.0
"""The register: counts and filters over the list at the left, one issue or a new one at the right."""

import dataclasses
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import hours, localities, places, words
from desk_app.domain import issues as rules
from desk_app.operations import areas, days, issue_counts, issue_detail, issue_register
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import saved_filters
from ui.pages.issues_page import batch, detail, new, verbs
from ui.widgets import columns, count_bar, drafts, empty_state, fields, marks, split_view, table_panel

MOST_ROWS = 5_000
"""So many issues are listed at once, newest first; a filter reaches the others."""

SEVERITY_MARKS = {
    rules.Severity.URGENT: "masalah",
    rules.Severity.HIGH: "masalah",
    rules.Severity.MEDIUM: "belum_lengkap",
    rules.Severity.LOW: "belum",
}
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
_QUICK: dict[str, dict[str, Any]] = {
    "open": {"open_only": True},
    "urgent": {"open_only": True, "severities": (rules.Severity.URGENT.value,)},
    "high": {"open_only": True, "severities": (rules.Severity.HIGH.value,)},
    "overdue": {"open_only": True, "overdue": True},
    "ours": {"open_only": True},
    "all": {},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list, in words."""

    no: int
    number: marks.Marked | str
    age: str
    severity: marks.Marked
    title: marks.Marked | str
    place: str
    state: marks.Marked
    addressee: str
    last: str
    waits: str
    category: str


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
        self._extra = issue_register.IssueFilter()
        self._order, self._descending = issue_register.Order.NEWEST, False
        self._wanted = 0
        self._widens = False
        self._brings = False
        self._begun = (0, "")
        self._is_first = True
        self._refills = False
        self.counts = count_bar.CountBar()
        self.counts.picked.connect(self._pick)
        self.counts.set_current("open")
        nouns = localities.words_for(desk.identity.place)
        self._all_areas = _("Semua {nouns}").format(nouns=nouns.district.lower())
        self.area = fields.ChoiceField([("", self._all_areas)])
        self.area.setAccessibleName(nouns.district)
        self.category = fields.ChoiceField(
            [("", _("Semua kategori")), *((code, _(words)) for code, words in rules.CATEGORIES.items())]
        )
        self.category.setAccessibleName(_("Kategori"))
        self.state = fields.ChoiceField(
            [("", _("Semua status")), *((one.value, _(words)) for one, words in rules.STATE_LABELS.items())]
        )
        self.state.setAccessibleName(_("Status"))
        self.clear_button = QtWidgets.QPushButton(_("Hapus saringan"))
        icons.put(self.clear_button, "tutup", "primary")
        theme.set_role(self.clear_button, "link")
        self.clear_button.clicked.connect(lambda _checked=False: self._narrow({"open_only": True}))
        self.clear_button.hide()
        self.saved = saved_filters.SavedFilters(
            desk, lanes, failed, "issues", self.kept_filter, self.show_kept, self
        )
        self.saved.notices.connect(self.notices)
        self.saved.told.connect(self.told)
        self.table = table_panel.TablePanel(
            self._columns(),
            name="issue list",
            identity="no",
            filter_words=_("Cari nomor, tempat, kata …"),
            unit=lambda count: ngettext("{count} permasalahan", "{count} permasalahan", count),
        )
        # The order comes from the register, which knows that a severity is no word and an age no text.
        self.table.view.sort_requested.disconnect(self.table.model.set_sort)
        self.table.view.sort_requested.connect(self._set_order)
        self.table.set_empty(self._empty_state())
        self.table.setMinimumHeight(120)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _line: self._bring_detail())
        self.table.view.clicked.connect(lambda _index: self._bring_detail())
        self.table.told.connect(self.told)
        self._drafts = held
        self._nothing = empty_state.EmptyState(
            "permasalahan", _("Pilih satu permasalahan di daftar"), _("Uraian dan tindak lanjutnya tampil di sini.")
        )
        self.right = QtWidgets.QStackedWidget()
        self.right.addWidget(self._nothing)
        self.right.setMinimumHeight(120)
        self.split = split_view.SplitView(self._left(), self.right, name="issue list", share=0.6)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self.split)
        for field in (self.area, self.category, self.state):
            field.set_value("")
            field.committed.connect(lambda _code: self.reload())
        self.area.setVisible(desk.identity.level != places.Level.DISTRICT.value)
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
        if numbers:
            self.batch.show_chosen(numbers)
            if not self._shows("new"):
                self.right.setCurrentWidget(self.batch)
        elif self._shows("batch") and self.table.view.selectionModel().hasSelection():
            self._end_batch()

    def _has_several(self) -> bool:
        return sum(last - first + 1 for first, last in self.table.view.selected_ranges()) > 1

    def _end_batch(self) -> None:
        self.batch.clear()
        if self._has_several():
            self.table.view.select_row(self.table.view.currentIndex().row())
        if self._shows("batch"):
            self.right.setCurrentWidget(self.detail if self.shown else self._nothing)
        self.split.show_list()

    def load_areas(self) -> None:
        """Read the names of the kecamatan."""

        def fill(found: list[areas.Area]) -> None:
            value = self.area.value()
            self.area.set_choices([("", self._all_areas), *((one.code, one.name) for one in found)])
            self.area.set_value(value or "")

        self._runner.read(lambda: areas.districts(self._desk), fill, key="issues areas")

    def chosen(self) -> issue_register.IssueFilter:
        """The filter as it stands."""
        chosen = replace(self._extra, **_QUICK.get(self.counts.current(), {}))
        if self.counts.current() == "ours":
            chosen = replace(chosen, hands=self._desk.identity.level)
        if self.area.value():
            chosen = replace(chosen, area=self.area.value())
        if self.category.value():
            chosen = replace(chosen, categories=(self.category.value(),))
        if self.state.value():
            # A closed state among open issues would leave nothing.
            chosen = replace(chosen, states=(self.state.value(),), open_only=False)
        return chosen

    def kept_filter(self) -> dict[str, object]:
        """The filter as it is saved under a name: what each of its parts shows."""
        extra = {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in dataclasses.fields(self._extra)
            if (value := getattr(self._extra, field.name))
        }
        parts = {"area": self.area.value(), "category": self.category.value(), "state": self.state.value()}
        shown = {"quick": self.counts.current(), "typed": self.table.filter.text().strip(), **parts, "extra": extra}
        return {name: value for name, value in shown.items() if value}

    def show_kept(self, what: Mapping[str, object]) -> None:
        """Show a filter that was saved; what only a newer version knows in it is left out."""
        known = {field.name for field in dataclasses.fields(issue_register.IssueFilter)}
        held = what.get("extra")
        extra = {name: value for name, value in held.items() if name in known} if isinstance(held, dict) else {}
        given: dict[str, Any] = {}
        given |= {name: tuple(value) if isinstance(value, list) else value for name, value in extra.items()}
        area = str(what.get("area") or "")
        if self.area.findData(area) < 0:
            given["area"] = area  # the names of the kecamatan are not read yet
        self._extra = replace(issue_register.IssueFilter(), **given)
        quick = str(what.get("quick") or "")
        self.counts.set_current(quick if quick in _QUICK else "")
        for name, field_ in (("area", self.area), ("category", self.category), ("state", self.state)):
            code = str(what.get(name) or "")
            field_.set_value(code if field_.findData(code) >= 0 else "")
        self.table.filter.setText(str(what.get("typed") or ""))
        self.reload()
        self.split.show_list()

    def show_chosen(self, chosen: Mapping[str, object]) -> None:
        """Take a filter from elsewhere, by the names of `IssueFilter`; what is shown beside the list is one of it."""
        if self._shows("detail"):
            self.detail.commit()
            self.detail.clear()
            self.right.setCurrentWidget(self._nothing)
            self._is_first = True
        self._wanted = 0
        self._narrow(chosen)

    def _narrow(self, chosen: Mapping[str, object]) -> None:
        self.saved.let_go()
        self._set_filter(chosen)
        self.split.show_list()

    def _set_filter(self, chosen: Mapping[str, object]) -> None:
        given = {name: tuple(value) if isinstance(value, list) else value for name, value in chosen.items()}
        quick = next((key for key, fields_ in _QUICK.items() if fields_ == given), "")
        if given == {"open_only": True, "hands": self._desk.identity.level}:
            quick = "ours"
        self._extra = issue_register.IssueFilter() if quick else replace(issue_register.IssueFilter(), **given)  # type: ignore[arg-type]
        self.counts.set_current(quick)
        for field in (self.area, self.category, self.state):
            field.set_value("")
        self.table.filter.clear()
        self.reload()

    def show_issue(self, no: int) -> None:
        """Show one issue; the list widens when it is not in it, also once it was read anew."""
        self.saved.let_go()
        self._wanted = no
        self._brings = True
        if not self.table.show_row(no):
            self._widens = True
            self.reload()
        self._read_issue(no)
        self.split.show_detail()

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
        desk, chosen, order, descending = self._desk, self.chosen(), self._order, self._descending
        self.saved.look()
        self.clear_button.setVisible(chosen != issue_register.IssueFilter(open_only=True))

        def read() -> tuple[list[Line], list[str]]:
            rows = issue_register.issue_rows(desk, chosen, order, descending=descending, limit=MOST_ROWS)
            lines = [_line(desk, row) for row in rows]
            return lines, self.table.model.texts_of(lines)

        self._runner.read(read, self._take, self._failed, key="issues")
        area = self.area.value() or ""
        self._runner.read(lambda: issue_counts.counts(desk, area), self._take_counts, self._failed, key="issue counts")
        if self.shown:
            self._read_issue(self.shown)

    def _left(self) -> QtWidgets.QWidget:
        left = QtWidgets.QWidget()
        filters = QtWidgets.QHBoxLayout()
        filters.setSpacing(theme.SPACE)
        for field in (self.area, self.category, self.state):
            field.setMinimumContentsLength(7)
            filters.addWidget(field, 1)
        filters.addWidget(self.saved.button)
        filters.addWidget(self.clear_button)
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.counts)
        column.addLayout(filters)
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

    def _take(self, found: tuple[list[Line], list[str]]) -> None:
        lines, texts = found
        chosen = self.batch.numbers if self._shows("batch") else ()
        self._refills = True
        self.table.set_rows(lines, texts)
        if chosen:
            self._choose_again(frozenset(chosen))
        self._refills = False
        widens, self._widens = self._widens, False
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        elif self._wanted and widens:
            self._set_filter({})
        elif self.table.current() is None and self._shows("detail") and self.shown:
            # An issue that left the list and is back in it, as after reopening.
            self.table.show_row(self.shown)
        elif self._is_first and lines and not self.split.is_narrow and self.right.currentWidget() is self._nothing:
            self.table.view.select_row(0)
        self._is_first = False

    def _take_counts(self, found: issue_counts.IssueCounts) -> None:
        self.counts.set_counts(
            [
                count_bar.Count("open", _("Terbuka"), found.open),
                count_bar.Count(
                    "urgent",
                    _("Sangat mendesak"),
                    found.by_severity.get(rules.Severity.URGENT, 0),
                    "masalah",
                    "masalah",
                ),
                count_bar.Count("high", _("Tinggi"), found.by_severity.get(rules.Severity.HIGH, 0)),
                count_bar.Count("overdue", _("Lewat waktu"), found.overdue, "jam", "belum_lengkap"),
                count_bar.Count("ours", _("Giliran kami"), found.ours),
                count_bar.Count("all", _("Semua"), found.total),
            ]
        )

    def _pick(self, _key: str) -> None:
        self._extra = issue_register.IssueFilter()
        self.state.set_value("")
        self.reload()

    def _set_order(self, key: str, ascending: bool) -> None:
        self._order = _ORDERS[key]
        self._descending = not ascending
        self.reload()

    def _choose(self, line: Line | None) -> None:
        if line is not None and line.no != self.shown:
            self._read_issue(line.no)

    def _read_issue(self, no: int) -> None:
        desk = self._desk
        self._runner.read(lambda: issue_detail.issue(desk, no), self._show, self._gone, key="issue")

    def _show(self, found: issue_detail.IssueDetail) -> None:
        # A row that becomes the current one by itself does not cover the issue which is being written.
        is_picked = found.row.no != self.shown and self.window().focusWidget() is self.table.view
        is_wanted = self._brings or is_picked
        self._brings = False
        self.detail.show_issue(found)
        if self._shows("batch") and self._has_several():
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
        if "detail" in self.__dict__:
            self.detail.clear()
        if self._shows("detail"):
            self.right.setCurrentWidget(self._nothing)
        self.split.show_list()

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


def _place(row: issue_register.IssueRow) -> str:
    if not row.further:
        return row.place_label
    more = ngettext("dan {count} tempat lain", "dan {count} tempat lain", row.further).format(count=row.further)
    return f"{row.place_label} {more}"


def _line(desk: Desk, row: issue_register.IssueRow) -> Line:
    last = ""
    if row.last_at:
        last = f"{hours.write_moment(days.local(desk, row.last_at))[:5]} {row.last_text}"
    age = _("hari ini")
    if row.age_days:
        age = ngettext("{count} hari", "{count} hari", row.age_days).format(count=row.age_days)
    state_mark = "siap" if not row.open else "masalah" if row.overdue is not None else "belum_lengkap"
    if row.state is rules.State.NEW and row.overdue is None:
        state_mark = "belum"
    return Line(
        no=row.no,
        number=marks.Marked(row.number, "lampiran") if row.attached else row.number,
        age=age,
        severity=marks.Marked(_(row.severity_label), SEVERITY_MARKS[row.severity]),
        title=marks.Marked(row.title, "rahasia") if row.confidential else row.title,
        place=_place(row),
        state=marks.Marked(_(row.state_label), state_mark),
        addressee=row.addressee,
        last=last or _("belum ada"),
        waits=words.render(row.waits.message, row.waits.params, _) if row.waits is not None else "",
        category=_(row.category_label),
    )
