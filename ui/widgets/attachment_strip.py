# SPDX-License-Identifier: Apache-2.0
"""The photos and documents of one record as small pictures; files are added by button, by dragging, or pasted."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import attachment_tile, flow_row, form

FIRST, MORE = 6, 18
"""So many are shown at first, and so many more each time they are asked for: the window never waits for them."""

Shown = attachment_tile.Shown


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gave: files, or one picture without a name."""

    paths: tuple[Path, ...] = ()
    picture: QtGui.QImage | None = None


class AttachmentStrip(QtWidgets.QWidget):
    """The small pictures. `given(Given)`: to be attached; `opened(no)`, `saved(no)`, `removed(no)`: one of them;
    `pictures_wanted(list of no)`: small pictures that are in sight and not there yet."""

    given = QtCore.Signal(object)
    opened = QtCore.Signal(object)
    saved = QtCore.Signal(object)
    removed = QtCore.Signal(object)
    pictures_wanted = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._shown: tuple[Shown, ...] = ()
        self._most = FIRST
        self.tiles: dict[int, attachment_tile.AttachmentTile] = {}
        self.words = form.label("", "muted", wraps=True)
        self.add_button = QtWidgets.QPushButton(_("Tambah foto/dokumen …"))
        self.add_button.setToolTip(_("Foto (JPEG, PNG) atau dokumen (PDF); juga dengan menyeret berkas atau Ctrl+V"))
        icons.put(self.add_button, "lampiran")
        self.add_button.clicked.connect(lambda _checked=False: self.ask())
        self.more = QtWidgets.QPushButton()
        theme.set_role(self.more, "link")
        self.more.clicked.connect(lambda _checked=False: self._show_more())
        self._grid = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._grid.setSizePolicy(policy)
        self._row = flow_row.FlowRow(4)
        self._grid.setLayout(self._row)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self.more)
        foot.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.words)
        column.addWidget(self._grid)
        column.addLayout(foot)
        self.set_shown(())

    def set_shown(self, shown: Sequence[Shown], *, anew: bool = False) -> None:
        """Show these; the pictures of those that stay, stay. `anew`: of another record, so only the first again."""
        if anew:
            self._most = FIRST
        self._shown = tuple(shown)
        visible = self._shown[: self._most]
        kept = {one.no: self.tiles[one.no] for one in visible if one.no in self.tiles}
        for no, tile in list(self.tiles.items()):
            if no not in kept:
                self._row.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
        while self._row.takeAt(0) is not None:
            pass
        self.tiles = {}
        self._grid.hide()  # what is added to it is then laid out once
        for one in visible:
            tile = kept.get(one.no) or self._tile(one)
            tile.set_shown(one)
            self.tiles[one.no] = tile
            self._row.addWidget(tile)
            tile.show()
        self._grid.setVisible(bool(visible))
        hidden = len(self._shown) - len(visible)
        self.more.setText(_("Tampilkan yang lain ({count})").format(count=hidden))
        self.more.setVisible(hidden > 0)
        self._say()
        self._grid.updateGeometry()
        self._want()

    def set_picture(self, no: int, picture: QtGui.QImage | None) -> None:
        """Show a small picture; None: it cannot be drawn."""
        if no in self.tiles:
            self.tiles[no].set_picture(picture)

    def set_busy(self, words: str) -> None:
        """Say that files are being prepared; "" when they are done."""
        self.add_button.setEnabled(not words)
        if words:
            self.words.setText(words)
            self.words.show()
        else:
            self._say()

    def ask(self) -> None:
        """Let the user choose files."""
        self.give(ask_files(self))

    def give(self, paths: Sequence[Path]) -> None:
        """Hand over files that were chosen."""
        if paths:
            self.given.emit(Given(tuple(paths)))

    def paste(self, *, unless_text: bool = False) -> bool:
        """Attach what is on the clipboard; False where that is neither picture nor file.

        `unless_text`: a picture beside text, as a spreadsheet copies its cells, is left to who takes text.
        """
        data = QtGui.QGuiApplication.clipboard().mimeData()
        found = from_mime(data)
        if found is None or (unless_text and not found.paths and data.hasText()):
            return False
        self.given.emit(found)
        return True

    def watch(self, widget: QtWidgets.QWidget) -> None:
        """Take a picture or files that are pasted anywhere in a widget, also into a field that takes only text."""
        for part in (widget, *widget.findChildren(QtWidgets.QWidget)):
            if isinstance(part, (QtWidgets.QLineEdit, QtWidgets.QPlainTextEdit)) or part is widget:
                part.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if (
            isinstance(event, QtGui.QKeyEvent)
            and event.type() is QtCore.QEvent.Type.KeyPress
            and event.matches(QtGui.QKeySequence.StandardKey.Paste)
            and self.isEnabled()
            and self.paste(unless_text=isinstance(watched, (QtWidgets.QLineEdit, QtWidgets.QPlainTextEdit)))
        ):
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if from_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        found = from_mime(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.given.emit(found)

    def _tile(self, one: Shown) -> attachment_tile.AttachmentTile:
        tile = attachment_tile.AttachmentTile(one)
        tile.opened.connect(self.opened)
        tile.removed.connect(self.removed)
        tile.menu_wanted.connect(self._show_menu)
        return tile

    def _say(self) -> None:
        empty = _("Belum ada. Seret foto atau PDF ke sini, tempel dengan Ctrl+V, atau tekan tombol di bawah.")
        self.words.setText("" if self._shown else empty)
        self.words.setVisible(not self._shown)

    def _show_more(self) -> None:
        self._most += MORE
        self.set_shown(self._shown)

    def _want(self) -> None:
        wanted = [
            no
            for no, tile in self.tiles.items()
            if tile.picture is None and tile.shown.is_picture and not tile.shown.waits_for
        ]
        if wanted:
            self.pictures_wanted.emit(wanted)

    def _show_menu(self, no: int, place: QtCore.QPoint) -> None:
        self.menu(no).popup(place)

    def menu(self, no: int) -> QtWidgets.QMenu:
        """What can be done with one of them."""
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        here = not self.tiles[no].shown.waits_for
        for icon, words, signal, possible in (
            ("lihat", _("Lihat"), self.opened, True),
            ("unduh", _("Simpan sebagai …"), self.saved, here),
            ("hapus", _("Hapus"), self.removed, True),
        ):
            action = menu.addAction(icons.icon(icon), words)
            action.setEnabled(possible)
            action.triggered.connect(lambda _checked=False, signal=signal: signal.emit(no))
        return menu


def ask_files(over: QtWidgets.QWidget) -> list[Path]:
    """Let the user choose photos and documents."""
    home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.PicturesLocation)
    ours, every = _("Foto dan dokumen"), _("Semua berkas")
    kinds = f"{ours} (*.jpg *.jpeg *.png *.pdf);;{every} (*)"
    chosen, _filter = QtWidgets.QFileDialog.getOpenFileNames(over, _("Pilih foto atau dokumen"), home, kinds)
    return [Path(name) for name in chosen]


def from_mime(data: QtCore.QMimeData) -> Given | None:
    """The files or the picture in what was dropped or pasted; None for text and the like."""
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Given(paths)
    if data.hasImage():
        picture = data.imageData()
        if isinstance(picture, QtGui.QPixmap):
            picture = picture.toImage()
        if isinstance(picture, QtGui.QImage) and not picture.isNull():
            return Given(picture=picture)
    return None
