# SPDX-License-Identifier: Apache-2.0
"""One file on the stick: what it is, from whom, what it would change, what waits, and what there is to be done."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import intake
from ui import icons, theme
from ui.widgets import form, icon_line, paper_blocks

State, Standing = intake.State, intake.Standing


class ParcelCard(QtWidgets.QFrame):
    """A card, with a box to tick where something can be put in. `changed()`: ticked, compared or typed;
    `opened(Offered)`: show what is in it. `compared_code(code, bool)`: the code of a new office was compared."""

    changed = QtCore.Signal()
    compared_code = QtCore.Signal(str, bool)
    opened = QtCore.Signal(object)

    def __init__(self, offered: intake.Offered, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered = offered
        self.compared: QtWidgets.QCheckBox | None = None
        self.paper: paper_blocks.PaperBlocks | None = None
        theme.set_role(self, "card")
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self.box = QtWidgets.QCheckBox()
        self._add_head()
        match offered.state:
            case State.USABLE:
                self._add_sender()
                self._add_contents()
            case State.REQUEST if offered.usable:
                self._add_sender()
            case State.CARRIED:
                self._add_carried()
            case State.BROKEN | State.NEWER:
                self._column.addWidget(icon_line.IconLine("ditolak", "masalah", offered.trouble))
                if offered.sender != offered.path.name:
                    self._column.addWidget(form.label(offered.path.name, "small", wraps=True))
            case _:
                self._column.addWidget(icon_line.IconLine("info", "primary", offered.trouble))

    @property
    def is_chosen(self) -> bool:
        """Whether it is to be put in."""
        return self.box.isChecked()

    @property
    def accepted_code(self) -> str:
        """The code of a new office that the user has compared, "" without one."""
        return self.offered.sender_code if self.compared is not None and self.compared.isChecked() else ""

    @property
    def typed(self) -> dict[int, str]:
        """The blocks that were typed from the paper."""
        return self.paper.typed if self.paper is not None else {}

    @property
    def lacks_paper(self) -> bool:
        """Whether blocks of the paper are asked for and not (rightly) typed."""
        return self.paper is not None and not self.paper.is_right

    def _add_head(self) -> None:
        words = title(self.offered)
        label = form.label(words, "strong" if self.offered.usable else "muted", wraps=True)
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        if self.offered.usable:
            self.box.setAccessibleName(words)
            self.box.setChecked(self.offered.known and not self.offered.blocks)
            label.setBuddy(self.box)
            head.addWidget(self.box, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        else:
            self.box.hide()
        head.addWidget(label, 1)
        self.box.toggled.connect(self._tick)
        self._column.addLayout(head)

    def _add_sender(self) -> None:
        one = self.offered
        match one.standing:
            case Standing.NEW:
                self._add_comparing()
            case Standing.JOINING:
                words = _("Kantor ini baru bergabung dengan berkas siap yang dibuat di sini.")
                self._column.addWidget(icon_line.IconLine("siap", "siap", words))
            case Standing.STRANGE:
                words = _("Kantor ini belum terdaftar di sini. Isiannya sendiri disisihkan sampai kantornya terdaftar.")
                self._column.addWidget(icon_line.IconLine("peringatan", "belum_lengkap", words))
            case Standing.WITHDRAWN:
                words = _("Pendaftaran {sender} sudah dicabut.").format(sender=one.sender)
                self._column.addWidget(icon_line.IconLine("peringatan", "belum_lengkap", words))
        if one.blocks:
            self.paper = paper_blocks.PaperBlocks(one.paper_code, one.blocks)
            self.paper.changed.connect(self._look)
            self._column.addWidget(self.paper)
        elif one.standing is Standing.KNOWN and one.state is State.USABLE and not one.is_photo:
            words = _("Kode cocok: {code}").format(code=one.code)
            self._column.addWidget(icon_line.IconLine("siap", "siap", words))

    def _add_comparing(self) -> None:
        words = _("Kantor ini baru. Telepon {sender} dan minta dibacakan kode kantornya. Harus sama dengan:")
        line = icon_line.IconLine("telepon", "belum_lengkap", words.format(sender=self.offered.sender))
        self._column.addWidget(line)
        code = form.label(self.offered.sender_code, "heading")
        code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        code.setIndent(26)
        self._column.addWidget(code)
        self.compared = QtWidgets.QCheckBox(_("Kode cocok; daftarkan kantor ini"))
        self.compared.toggled.connect(self._look)
        self.compared.toggled.connect(lambda on: self.compared_code.emit(self.offered.sender_code, on))
        self._column.addWidget(self.compared)

    def _add_contents(self) -> None:
        for told in self.offered.told:
            self._column.addWidget(icon_line.of(told))
        if self.offered.lines:
            link = QtWidgets.QPushButton(_("Lihat isinya"))
            icons.put(link, "lihat", "primary")
            theme.set_role(link, "link")
            link.clicked.connect(lambda _checked=False: self.opened.emit(self.offered))
            self._column.addWidget(link, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    def _add_carried(self) -> None:
        if self.offered.taken:
            words = _("Sudah dibawa; ikut dengan kiriman berikutnya ke arah {to}.")
        else:
            words = _("Dibawa untuk {to}; ikut dengan kiriman berikutnya ke arah sana. Isinya tidak dibuka.")
        self._column.addWidget(icon_line.IconLine("teruskan", "primary", words.format(to=self.offered.to)))

    def _look(self) -> None:
        """Ticked by itself once code and paper are in order, and only then."""
        ready = self._is_ready()
        if self.box.isChecked() != ready:
            self.box.setChecked(ready)
        else:
            self.changed.emit()

    def _is_ready(self) -> bool:
        compared = self.compared is None or self.compared.isChecked()
        return self.offered.usable and compared and not self.lacks_paper

    def _tick(self, on: bool) -> None:
        if on and not self._is_ready():
            self.box.setChecked(False)
            if self.compared is not None and not self.compared.isChecked():
                self.compared.setFocus()
            elif self.paper is not None:
                self.paper.setFocus()
        self.changed.emit()


class QuietCard(QtWidgets.QFrame):
    """Files that nothing is to be done with, in one line that opens: put in before, or made here."""

    def __init__(
        self, words: str, offered: list[intake.Offered], parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "sunken")
        self.head = QtWidgets.QPushButton(words)
        theme.set_role(self.head, "link")
        icons.put(self.head, "buka", "primary")
        self.head.setCheckable(True)
        self.list = form.label("\n".join(_quiet(one) for one in offered), "small", wraps=True)
        self.list.setIndent(26)
        self.list.hide()
        self.head.toggled.connect(self._open)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 4)
        column.setSpacing(2)
        column.addWidget(self.head, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)

    def _open(self, on: bool) -> None:
        self.list.setVisible(on)
        icons.put(self.head, "turun" if on else "buka", "primary")


def title(offered: intake.Offered) -> str:
    """What a file is, in a line."""
    match offered.state:
        case State.BROKEN | State.NEWER if not offered.number:
            return offered.sender
        case State.REQUEST:
            return _("Permintaan bergabung dari {sender}").format(sender=offered.sender)
        case State.READY:
            return _("Berkas siap untuk {to}").format(to=offered.to)
    words = _("Kiriman ke-{number} dari {sender}").format(number=offered.number, sender=offered.sender)
    if offered.is_photo:
        words = _("Foto dan dokumen dari {sender}").format(sender=offered.sender)
    if offered.state is State.CARRIED:
        words = _("Titipan: {parcel} untuk {to}").format(parcel=words[:1].lower() + words[1:], to=offered.to)
    if offered.of > 1:
        words += " · " + _("bagian {part} dari {count}").format(part=offered.volume, count=offered.of)
    return words


def _quiet(offered: intake.Offered) -> str:
    return offered.trouble or title(offered)
