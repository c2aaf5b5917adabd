# SPDX-License-Identifier: Apache-2.0
"""Second and third step of a new office: the election and the name of the desk; the first operator."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import places
from desk_app.operations import elections, region_search
from ui import icons, theme
from ui.widgets import fields, form, new_password


class DeskStep(QtWidgets.QWidget):
    """Election, name, folder. `changed()`: something was typed."""

    changed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested = ""
        self.election = fields.ChoiceField()
        events = [elections.template(code) for code in elections.TEMPLATES]
        self.election.set_choices([(one.code, f"{one.name} · {one.voting_day:%d-%m-%Y}") for one in events])
        self.election.set_value(events[0].code)
        self.name = QtWidgets.QLineEdit(maxLength=160)
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self.folder = QtWidgets.QLineEdit()
        self.folder.textChanged.connect(lambda _text: self.changed.emit())
        browse = QtWidgets.QPushButton(_("Ubah …"))
        icons.put(browse, "pilih_folder")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._ask_folder)
        place = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        place.setFocusProxy(self.folder)
        self.receives = QtWidgets.QCheckBox(
            _("Daftar wilayah dan TPS diterima dari kabupaten/kota lewat Terima Data")
        )
        self.rows = form.Form()
        self.rows.add("event", _("Pemilihan"), self.election)
        self.rows.add("name", _("Nama desk"), self.name, _("Nama ini tampil di layar dan pada kiriman data."))
        hint = _("Data di dalamnya terkunci dengan kata sandi.")
        self.rows.add("folder", _("Folder data di komputer ini"), place, hint)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.rows)
        column.addWidget(self.receives)
        column.addStretch(1)

    def set_place(self, found: region_search.Found) -> None:
        """Suggest name and folder for a place, unless they were typed by hand."""
        name = _("Desk Pemilu {place}").format(place=found.label)
        if self.name.text() in ("", self._suggested):
            self.name.setText(name)
        self._suggested = name
        self.folder.setText(str(free_folder(f"{found.code} {found.label}")))
        district = found.level is places.Level.DISTRICT
        self.receives.setVisible(district)
        self.receives.setChecked(district)

    def is_ready(self) -> bool:
        return bool(self.name.text().strip() and self.folder.text().strip())

    def _ask_folder(self) -> None:
        start = str(Path(self.folder.text()).parent)
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Pilih folder data"), start)
        if chosen:
            self.folder.setText(chosen)


class OperatorStep(QtWidgets.QWidget):
    """The first operator, who is admin. `changed()`: something was typed."""

    changed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QtWidgets.QLineEdit(_("Operator 1"), maxLength=160)
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self.rows = form.Form()
        hint = _("Operator lain ditambahkan kemudian di Pengaturan.")
        self.rows.add("name", _("Nama operator pertama (admin)"), self.name, hint)
        self.passwords = new_password.NewPassword()
        self.passwords.changed.connect(self.changed)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            form.label(
                _("Setiap isian tercatat atas nama operator. Data hanya terbuka dengan kata sandi ini."), wraps=True
            )
        )
        column.addWidget(self.rows)
        column.addWidget(self.passwords)
        column.addStretch(1)

    def is_ready(self) -> bool:
        return bool(self.name.text().strip()) and self.passwords.value() is not None


def free_folder(name: str) -> Path:
    """A folder for an office in the user's documents that is not there yet."""
    kind = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
    home = Path(QtCore.QStandardPaths.writableLocation(kind) or Path.home()) / "Desk Pemilu"
    plain = "".join(letter for letter in name if letter.isalnum() or letter in " .-")
    folder, number = home / plain, 2
    while folder.exists() and any(folder.iterdir()):
        folder = home / f"{plain} ({number})"
        number += 1
    return folder


def steps_line(names: list[str]) -> tuple[QtWidgets.QWidget, list[QtWidgets.QLabel]]:
    """The names of the steps in a row: "1 Tempat › 2 Desk › …"."""
    line = QtWidgets.QWidget()
    row = QtWidgets.QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE)
    labels = []
    for number, name in enumerate(names, 1):
        if number > 1:
            row.addWidget(form.label("›", "muted"))
        label = form.label(f"{number}  {name}", "muted")
        row.addWidget(label)
        labels.append(label)
    row.addStretch(1)
    return line, labels
