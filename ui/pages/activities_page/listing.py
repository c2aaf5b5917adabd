# SPDX-License-Identifier: Apache-2.0
"""A tab of Kegiatan that is a list: a new row by one line above it, its rows at the left, one of them at the right."""

from collections.abc import Callable, Sequence

from PySide6 import QtWidgets

from ui import theme
from ui.pages.activities_page import part
from ui.widgets import click_keys, columns, empty_state, quick_add, split_view, table_panel


class ListPart(part.Part):
    """Subclasses make `table` with `listed` and put all in place with `lay_out`."""

    table: table_panel.TablePanel
    split: split_view.SplitView
    first_field: QtWidgets.QWidget

    def line_for_new(self, name: str, words: str, button: str, limit: int = 300) -> quick_add.QuickAdd:
        """The line in which a new row is begun; what is typed in it is a draft of the tab of this name."""
        made = quick_add.QuickAdd(self.drafts, f"activities/{name}/new", words, button, limit=limit)
        made.added.connect(self.make_new)
        return made

    def make_new(self, words: str) -> None:
        """Write a new row that was begun with these words."""
        raise NotImplementedError

    def listed(
        self,
        titles: Sequence[columns.Column],
        nothing: empty_state.EmptyState,
        *,
        name: str,
        filter_words: str,
        unit: Callable[[int], str],
        identity: str = "no",
    ) -> table_panel.TablePanel:
        """The list; a row that is clicked or opened is brought into sight beside it."""
        made = table_panel.TablePanel(titles, name=name, identity=identity, filter_words=filter_words, unit=unit)
        made.set_empty(nothing)
        made.setMinimumHeight(100)
        made.opened.connect(lambda _line: self.split.show_detail())
        made.view.clicked.connect(lambda _index: self._clicked())
        made.told.connect(self.told)
        self.first_field = made.filter
        return made

    def above(self, *parts: QtWidgets.QWidget | QtWidgets.QLayout) -> QtWidgets.QWidget:
        """The left side: these from above to below, a list among them with all the room there is."""
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for one in parts:
            if isinstance(one, QtWidgets.QLayout):
                column.addLayout(one)
            else:
                column.addWidget(one, 1 if isinstance(one, table_panel.TablePanel) else 0)
        return whole

    def lay_out(self, left: QtWidgets.QWidget, right: QtWidgets.QWidget, *, name: str, share: float) -> None:
        """Put the list and what is chosen in it side by side."""
        self.split = split_view.SplitView(left, right, name=name, share=share)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def _clicked(self) -> None:
        if not click_keys.held():
            self.split.show_detail()
