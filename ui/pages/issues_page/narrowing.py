# SPDX-License-Identifier: Apache-2.0
"""What narrows the register of issues: the counts, kecamatan, category and state, and filters kept under a name."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import issues as rules
from desk_app.domain import localities, places
from desk_app.operations import areas, issue_counts, issue_register
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import saved_filters
from ui.widgets import count_bar, fields

_QUICK: dict[str, dict[str, Any]] = {
    "open": {"open_only": True},
    "urgent": {"open_only": True, "severities": (rules.Severity.URGENT.value,)},
    "high": {"open_only": True, "severities": (rules.Severity.HIGH.value,)},
    "overdue": {"open_only": True, "overdue": True},
    "ours": {"open_only": True},
    "all": {},
}


class Narrowing(QtWidgets.QWidget):
    """`changed()`: another list is asked for. `brought()`: it is to be seen, whatever stood before it.

    `typed` is the line in which words are looked for; it is part of a filter that is kept."""

    changed = QtCore.Signal()
    brought = QtCore.Signal()
    notices = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        failed: Callable[[Exception], None],
        typed: QtWidgets.QLineEdit,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._typed = typed
        self._extra = issue_register.IssueFilter()
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
        self.clear_button.clicked.connect(lambda _checked=False: self.narrow({"open_only": True}))
        self.clear_button.hide()
        self.saved = saved_filters.SavedFilters(desk, lanes, failed, "issues", self.kept_filter, self.show_kept, self)
        self.saved.notices.connect(self.notices)
        self.saved.told.connect(self.told)
        choices = QtWidgets.QHBoxLayout()
        choices.setSpacing(theme.SPACE)
        for field in (self.area, self.category, self.state):
            field.set_value("")
            field.committed.connect(lambda _code: self.changed.emit())
            field.setMinimumContentsLength(7)
            choices.addWidget(field, 1)
        choices.addWidget(self.saved.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.counts)
        column.addLayout(choices)
        self.area.setVisible(desk.identity.level != places.Level.DISTRICT.value)

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

    def read(self) -> None:
        """Read the counts again, and show whether anything is narrowed."""
        self.saved.look()
        self.clear_button.setVisible(self.chosen() != issue_register.IssueFilter(open_only=True))
        desk, area = self._desk, self.area.value() or ""
        self._runner.read(lambda: issue_counts.counts(desk, area), self._take_counts, self._failed, key="issue counts")

    def kept_filter(self) -> dict[str, object]:
        """The filter as it is saved under a name: what each of its parts shows."""
        extra = {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in dataclasses.fields(self._extra)
            if (value := getattr(self._extra, field.name))
        }
        parts = {"area": self.area.value(), "category": self.category.value(), "state": self.state.value()}
        shown = {"quick": self.counts.current(), "typed": self._typed.text().strip(), **parts, "extra": extra}
        return {name: value for name, value in shown.items() if value}

    def show_kept(self, what: Mapping[str, object]) -> None:
        """Show a filter that was saved; what only a newer version knows in it is left out."""
        known = {field.name for field in dataclasses.fields(issue_register.IssueFilter)}
        held = what.get("extra")
        extra = {name: value for name, value in held.items() if name in known} if isinstance(held, dict) else {}
        given: dict[str, Any] = {}
        given |= {name: tuple(value) if isinstance(value, list) else value for name, value in extra.items()}
        area = str(what.get("area") or "")
        if area and not self.area.offers(area):
            given["area"] = area  # the names of the kecamatan are not read yet
        self._extra = replace(issue_register.IssueFilter(), **given)
        quick = str(what.get("quick") or "")
        self.counts.set_current(quick if quick in _QUICK else "")
        for name, field in (("area", self.area), ("category", self.category), ("state", self.state)):
            code = str(what.get(name) or "")
            field.set_value(code if field.offers(code) else "")
        self._typed.setText(str(what.get("typed") or ""))
        self.brought.emit()

    def narrow(self, chosen: Mapping[str, object]) -> None:
        """Show what is asked for elsewhere, by the names of `IssueFilter`."""
        self.saved.let_go()
        self.set_filter(chosen)
        self.brought.emit()

    def set_filter(self, chosen: Mapping[str, object]) -> None:
        """Take a filter by the names of `IssueFilter`; nothing else narrows the list then."""
        given = {name: tuple(value) if isinstance(value, list) else value for name, value in chosen.items()}
        quick = next((key for key, fields_ in _QUICK.items() if fields_ == given), "")
        if given == {"open_only": True, "hands": self._desk.identity.level}:
            quick = "ours"
        self._extra = issue_register.IssueFilter() if quick else replace(issue_register.IssueFilter(), **given)  # type: ignore[arg-type]
        self.counts.set_current(quick)
        for field in (self.area, self.category, self.state):
            field.set_value("")
        self._typed.clear()

    def _pick(self, _key: str) -> None:
        self._extra = issue_register.IssueFilter()
        self.state.set_value("")
        self.changed.emit()

    def _take_counts(self, found: issue_counts.IssueCounts) -> None:
        urgent = found.by_severity.get(rules.Severity.URGENT, 0)
        self.counts.set_counts(
            [
                count_bar.Count("open", _("Terbuka"), found.open),
                count_bar.Count("urgent", _("Sangat mendesak"), urgent, "masalah", "masalah"),
                count_bar.Count("high", _("Tinggi"), found.by_severity.get(rules.Severity.HIGH, 0)),
                count_bar.Count("overdue", _("Lewat waktu"), found.overdue, "jam", "belum_lengkap"),
                count_bar.Count("ours", _("Giliran kami"), found.ours),
                count_bar.Count("all", _("Semua"), found.total),
            ]
        )
