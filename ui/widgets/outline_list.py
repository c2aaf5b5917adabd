# SPDX-License-Identifier: Apache-2.0
"""A template as a list: its sections, the questions below each, and its numbered checks."""

from collections.abc import Collection

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base import text
from desk_app.base.text import _
from desk_app.domain.checklists import ItemKind, Outline
from ui import icons, theme

_KIND_ICONS = {
    ItemKind.YES_NO: "berhasil",
    ItemKind.NUMBER: "matriks",
    ItemKind.CHOICE: "urutkan",
    ItemKind.TEXT: "catatan",
    ItemKind.MOMENT: "jam",
    ItemKind.PHOTO: "gambar",
}
_ROLE = QtCore.Qt.ItemDataRole.UserRole
CHAPTER, QUESTION, RULE = "bagian", "butir", "aturan"


class OutlineList(QtWidgets.QListWidget):
    """`chosen(what, code)`: a section, a question or a check. `moved(by)`: Alt+up, Alt+down; `removed()`: Delete."""

    chosen = QtCore.Signal(str, str)
    moved = QtCore.Signal(int)
    removed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Susunan ceklis"))
        self.setIconSize(QtCore.QSize(16, 16))
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(QtCore.Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._changed)

    @property
    def current(self) -> tuple[str, str]:
        """What is chosen: which of the three, and its code; empty where nothing is."""
        item = self.currentItem()
        return _held(item) if item is not None else ("", "")

    def set_outline(self, outline: Outline, faulty: Collection[str] = ()) -> None:
        """Show a template; those with faults are marked. What was chosen stays so if it is still there."""
        before, place = self.current, self.currentRow()
        blocked = self.blockSignals(True)
        self.clear()
        for chapter in outline.chapters:
            self._add(CHAPTER, chapter.code, _worded(chapter.label, chapter.label_en), "folder", chapter.code in faulty)
            for one in chapter.questions:
                words = _worded(one.label, one.label_en)
                self._add(QUESTION, one.code, words, _KIND_ICONS[one.kind], one.code in faulty, bold=one.required)
        if outline.rules:
            self._add("", "", _("Pemeriksaan"), "saring", False)
        for rule in outline.rules:
            words = f"{rule.code}  {_worded(rule.label, rule.label_en)}"
            self._add(RULE, rule.code, words, "peringatan", rule.code in faulty)
        is_there = self.choose(*before)
        self.blockSignals(blocked)
        if not is_there and self.count():
            near = range(min(max(place, 0), self.count() - 1), -1, -1)
            self.setCurrentRow(next((row for row in near if _held(self.item(row))[1]), 0))

    def choose(self, what: str, code: str) -> bool:
        """Bring one to the front; says whether it is there."""
        for row in range(self.count()):
            if code and _held(self.item(row)) == (what, code):
                self.setCurrentRow(row)
                return True
        return False

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.modifiers() == QtCore.Qt.KeyboardModifier.AltModifier and event.key() in (keys.Key_Up, keys.Key_Down):
            self.moved.emit(-1 if event.key() == keys.Key_Up else 1)
            return
        if event.key() == keys.Key_Delete:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _add(self, what: str, code: str, words: str, icon: str, faulty: bool, *, bold: bool = False) -> None:
        indent = "      " if what in (QUESTION, RULE) else ""
        item = QtWidgets.QListWidgetItem(indent + words)
        item.setIcon(icons.icon("masalah" if faulty else icon, "masalah" if faulty else "muted"))
        item.setData(_ROLE, (what, code))
        item.setToolTip(words)
        item.setFont(theme.font(bold=bold or not indent))
        item.setSizeHint(QtCore.QSize(80, 28))
        if not what:
            item.setFlags(QtCore.Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)

    def _changed(self) -> None:
        self.chosen.emit(*self.current)


def _held(item: QtWidgets.QListWidgetItem) -> tuple[str, str]:
    what, code = item.data(_ROLE)
    return str(what), str(code)


def _worded(label: str, label_en: str) -> str:
    return (label_en if text.language() == "en" else label) or _("(belum ditulis)")
