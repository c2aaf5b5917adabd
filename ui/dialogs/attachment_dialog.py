# SPDX-License-Identifier: Apache-2.0
"""One attachment large: picture or pages of a document, with caption, saving as a file, taking off, its neighbours.

It is shown inside the program; nothing readable is written to the disk, and no other program is started.
"""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import hours
from desk_app.operations import attachments, days
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import attachment_view, fields, form, notice, pdf_preview

_SIZE = (900, 660)
_EDGE = 2600
_NOTHING, _PICTURE, _PAGES = range(3)


class AttachmentDialog(QtWidgets.QDialog):
    """Shows one of some attachments. `removed(no)`: it shall be taken off."""

    removed = QtCore.Signal(object)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        shown: Sequence[attachments.Attachment],
        no: int,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._shown = list(shown)
        self._place = next((place for place, one in enumerate(shown) if one.no == no), 0)
        self.setWindowTitle(_("Foto dan dokumen"))
        self.name = form.label("", "heading", wraps=True)
        self.detail = form.label("", "muted", wraps=True)
        self.caption = fields.LineField(_("apa yang terlihat, di mana"), limit=500)
        self.caption.committed.connect(self._keep_caption)
        self.notices = notice.NoticeBar()
        self.words = form.label("", "muted", wraps=True)
        self.words.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.picture = attachment_view.AttachmentView()
        self.pages = pdf_preview.PdfPreview(lanes)
        self.stack = QtWidgets.QStackedWidget()
        for widget in (self.words, self.picture, self.pages):
            self.stack.addWidget(widget)
        self.back = self._button("mundur", _("Sebelumnya"), lambda: self.step(-1))
        self.next = self._button("buka", _("Berikutnya"), lambda: self.step(1))
        self.count = form.label("", "muted")
        self.save = self._button("unduh", _("Simpan sebagai …"), self._ask_file)
        self.remove = self._button("hapus", _("Hapus"), self._remove)
        close = self._button("tutup", _("Tutup"), self.reject)
        foot = QtWidgets.QHBoxLayout()
        for part in (self.back, self.next, self.count):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self.save, self.remove, close):
            foot.addWidget(part)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.name)
        column.addWidget(self.detail)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)
        column.addWidget(form.FormRow(_("Keterangan"), self.caption))
        column.addLayout(foot)
        theme.dress(self)
        room = self.screen().availableGeometry().size()
        self.resize(QtCore.QSize(*_SIZE).boundedTo(room - QtCore.QSize(16, 48)))
        for keys, steps in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(keys), self)
            shortcut.activated.connect(lambda steps=steps: self.step(steps))
        self._show()

    @property
    def current(self) -> attachments.Attachment:
        return self._shown[self._place]

    def step(self, steps: int) -> None:
        """Show one of its neighbours."""
        place = self._place + steps
        if 0 <= place < len(self._shown):
            self.caption.commit()
            self._place = place
            self._show()

    def save_to(self, path: Path) -> None:
        """Write it as a file."""
        desk, no = self._desk, self.current.no
        self._lanes.read(lambda: attachments.save_as(desk, no, path), self._saved, self._refuse)

    def done(self, result: int) -> None:
        self.caption.commit()
        super().done(result)

    def _show(self) -> None:
        one = self.current
        self.name.setText(one.name)
        parts = [_(one.label), one.size_words]
        if one.taken_at:
            parts.append(_("diambil {when}").format(when=self._when(one.taken_at)))
        who = " · ".join(part for part in (one.by, one.office) if part)
        parts.append(_("dilampirkan {when} oleh {who}").format(when=self._when(one.added_at), who=who))
        self.detail.setText(" · ".join(parts))
        self.caption.set_value(one.caption)
        self.count.setText(_("{place} dari {count}").format(place=self._place + 1, count=len(self._shown)))
        self.count.setVisible(len(self._shown) > 1)
        for button, possible in ((self.back, self._place > 0), (self.next, self._place + 1 < len(self._shown))):
            button.setVisible(len(self._shown) > 1)
            button.setEnabled(possible)
        self.save.setEnabled(one.here and not one.closed)
        self.remove.setEnabled(not one.closed)
        self.caption.setEnabled(not one.closed)
        self.stack.setCurrentIndex(_NOTHING)
        if not one.here:
            words = _("Belum diterima – menunggu dari {office}. Isinya diminta sendiri dengan kiriman berikutnya.")
            self.words.setText(words.format(office=one.office or "–"))
            return
        self.words.setText(_("Membuka …"))
        desk, no = self._desk, one.no
        if one.is_picture:
            self._lanes.read(lambda: (no, drawn(desk, no, _EDGE)), self._take_picture, self._fail, key="attachment")
        else:
            self._lanes.read(
                lambda: (no, attachments.content(desk, no)), self._take_pages, self._fail, key="attachment"
            )

    def _take_picture(self, found: tuple[int, QtGui.QImage]) -> None:
        if found[0] == self.current.no:
            self.picture.set_picture(found[1])
            self.stack.setCurrentIndex(_PICTURE)

    def _take_pages(self, found: tuple[int, bytes]) -> None:
        if found[0] == self.current.no:
            self.pages.show_pdf(found[1])
            self.stack.setCurrentIndex(_PAGES)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.words.setText(errors.words(error))
        self.stack.setCurrentIndex(_NOTHING)

    def _keep_caption(self, caption: str) -> None:
        desk, no = self._desk, self.current.no
        self._shown[self._place] = dataclasses.replace(self.current, caption=caption)
        self._lanes.write(lambda: attachments.set_caption(desk, no, caption), failed=self._refuse)

    def _ask_file(self) -> None:
        desk, no = self._desk, self.current.no
        self._lanes.read(lambda: attachments.suggested_name(desk, no), self._ask_where, self._refuse)

    def _ask_where(self, name: str) -> None:
        chosen = ask_where(self, name)
        if chosen is not None:
            self.save_to(chosen)

    def _saved(self, path: Path) -> None:
        self.notices.tell(notice.Notice(_("Tersimpan: {path}").format(path=path), notice.Tone.DONE))

    def _remove(self) -> None:
        self.removed.emit(self.current.no)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _when(self, moment: int) -> str:
        return hours.write_moment(days.local(self._desk, moment))

    def _button(self, icon: str, words: str, slot: object) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        button.setAutoDefault(False)
        icons.put(button, icon)
        button.clicked.connect(slot)
        return button


def drawn(desk: Desk, no: int, edge: int) -> QtGui.QImage:
    """The picture of an attachment, for a worker. Raises Refused."""
    found = attachments.picture(desk, no, edge)
    stride = 3 * found.width
    return QtGui.QImage(found.points, found.width, found.height, stride, QtGui.QImage.Format.Format_RGB888).copy()


def ask_where(over: QtWidgets.QWidget, name: str) -> Path | None:
    """Let the user say where a file of this name goes."""
    home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _filter = QtWidgets.QFileDialog.getSaveFileName(over, _("Simpan sebagai"), str(Path(home) / name))
    return Path(chosen) if chosen else None
