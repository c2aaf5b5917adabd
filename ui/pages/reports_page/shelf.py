# SPDX-License-Identifier: Apache-2.0
"""All papers to choose from: those used last first, with small pictures made when they come into sight; or several."""

from collections import deque
from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import paper_options, papers, printing
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.widgets import form, paper_gallery, remembered

_RECENT = 6
_KEPT = "papers/recent"


class PaperShelf(QtWidgets.QWidget):
    """`chosen(key)`: one paper. `bundle_wanted(keys, endings)`: several papers, to be saved in these faces."""

    chosen = QtCore.Signal(str)
    bundle_wanted = QtCore.Signal(object, object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner_
        self._waiting: deque[str] = deque()
        self._drawing = False
        cards = [
            paper_gallery.Card(one.key, _(one.title), paper_options.card_words(one), _(paper_options.heading(one)))
            for one in paper_options.kinds(desk)
        ]
        self.gallery = paper_gallery.PaperGallery(cards)
        self.gallery.chosen.connect(self._choose)
        self.gallery.ticked.connect(self._show_ticks)
        self.gallery.pictures_wanted.connect(self._want)
        self.gallery.set_recent(self._recent())
        self.several = QtWidgets.QPushButton(_("Simpan beberapa …"))
        icons.put(self.several, "unduh")
        self.several.setCheckable(True)
        self.several.toggled.connect(self._set_ticking)
        self.gallery.top.addWidget(self.several)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.gallery, 1)
        column.addWidget(self._bar())
        self.setFocusProxy(self.gallery)

    def use(self, key: str) -> None:
        """Note that a paper is used now."""
        self.gallery.choose(key)
        recent = [key, *(one for one in self._recent() if one != key)][:_RECENT]
        remembered.keep(_KEPT, recent)
        self.gallery.set_recent(recent)

    def set_picture(self, key: str, data: bytes) -> None:
        """The first page of a paper that was just made; none of votes, which everybody sees who opens the page."""
        if printing.kind(key).needs:
            return
        self._runner.draw(
            lambda: paper_gallery.first_page(data),
            lambda picture: self.gallery.set_picture(key, picture),
            key=f"card {key}",
        )

    def _recent(self) -> list[str]:
        kept = remembered.get(_KEPT)
        return [str(one) for one in kept] if isinstance(kept, list) else []

    def _bar(self) -> QtWidgets.QWidget:
        """What stands below while several are ticked."""
        self.bar = QtWidgets.QFrame()
        theme.set_role(self.bar, "card")
        self.ticks = form.label("", "strong")
        self.faces = {
            ".pdf": QtWidgets.QCheckBox("PDF"),
            ".docx": QtWidgets.QCheckBox("Word"),
            ".xlsx": QtWidgets.QCheckBox("Excel"),
            ".txt": QtWidgets.QCheckBox(_("Teks WA")),
        }
        self.faces[".pdf"].setChecked(True)
        self.save = QtWidgets.QPushButton(_("Simpan ke folder …"))
        icons.put(self.save, "pilih_folder", "on_primary")
        theme.set_role(self.save, "primary")
        self.save.clicked.connect(lambda _checked=False: self._tell())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.several.setChecked(False))
        row = QtWidgets.QHBoxLayout(self.bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.ticks, 1)
        for box in self.faces.values():
            box.toggled.connect(lambda _on: self._show_ticks())
            row.addWidget(box)
        row.addWidget(self.save)
        row.addWidget(cancel)
        self.bar.hide()
        return self.bar

    def _set_ticking(self, ticking: bool) -> None:
        self.gallery.set_ticking(ticking)
        self.bar.setVisible(ticking)
        self._show_ticks()

    def _show_ticks(self) -> None:
        count = len(self.gallery.ticks)
        told = ngettext("{count} naskah ditandai", "{count} naskah ditandai", count).format(count=count)
        self.ticks.setText(told if count else _("Klik naskah yang akan disimpan"))
        self.save.setEnabled(bool(count) and any(box.isChecked() for box in self.faces.values()))

    def _tell(self) -> None:
        endings = [ending for ending, box in self.faces.items() if box.isChecked()]
        self.bundle_wanted.emit(self.gallery.ticks, endings)

    def _choose(self, key: str) -> None:
        self.chosen.emit(key)

    def _want(self, keys: Sequence[str]) -> None:
        self._waiting = deque(key for key in keys if not printing.kind(key).needs)
        self._draw_next()

    def _draw_next(self) -> None:
        """One after the other, and only while the papers are in sight: what the clerk does goes first."""
        if self._drawing or not self._waiting:
            return
        if not self.isVisible():
            self.gallery.forget(self._waiting)
            self._waiting.clear()
            return
        key, desk = self._waiting.popleft(), self._desk
        self._drawing = True

        def make() -> bytes:
            return printing.make(desk, paper_options.settled(desk, papers.Asked(report=key))).preview()

        def draw(data: bytes) -> None:
            self._runner.draw(lambda: paper_gallery.first_page(data), lambda picture: show(picture))

        def show(picture: QtGui.QImage) -> None:
            self.gallery.set_picture(key, picture)
            self._go_on()

        def failed(error: Exception) -> None:
            # A paper that cannot be made yet keeps its plain card; the reason is told when it is chosen.
            self._go_on()
            if not isinstance(error, known.Refused):
                raise error

        self._runner.read(make, draw, failed)

    def _go_on(self) -> None:
        self._drawing = False
        self._draw_next()
