# SPDX-License-Identifier: Apache-2.0
"""What hangs on one issue: where else it is, which others it has to do with, and who is concerned by name."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import duplicates, issue_detail, issue_identities, issue_links, issue_places, issue_register
from desk_app.operations.desk import Desk
from ui import actions, errors, icons, runner, theme
from ui.widgets import fields, flow_row, form

_GAP = 3
"""Between the lines of a list of places, so that each can be hit with the mouse."""


def several_places() -> str:
    """How many places are typed in one line."""
    return _("mis. 1-10 sukamaju; 5 mekarsari; 73.13.06.1003-007")


class PartsCard(QtWidgets.QWidget):
    """`told(words)`; `issue_wanted(no)`: a linked one was clicked."""

    told = QtCore.Signal(str)
    issue_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self.places = PlacesCard(desk, lanes, failed)
        self.links = LinksCard(desk, lanes, failed)
        self.identity = IdentityCard(desk, lanes, failed)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for part in (self.places, self.links, self.identity):
            part.told.connect(self.told)
            column.addWidget(part)
        self.links.issue_wanted.connect(self.issue_wanted)

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        """Show what hangs on an issue as it was just read."""
        for part in (self.places, self.links, self.identity):
            part.show_issue(found)
        for part in (self.places, self.links):
            part.setVisible(not found.hidden)


class _Card(QtWidgets.QFrame):
    """A card about one issue; what is refused stands under the field."""

    told = QtCore.Signal(str)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], title: str) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._no = 0
        self.column = QtWidgets.QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(theme.SPACE)
        self.column.addWidget(form.label(title, "heading"))
        self.refusal = form.label("", "error", wraps=True)
        self.refusal.hide()

    def _take_issue(self, found: issue_detail.IssueDetail) -> bool:
        """Whether another issue is shown now."""
        is_other = found.row.no != self._no
        self._no = found.row.no
        if is_other:
            self.refusal.hide()
        return is_other

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            self._failed(error)
            return
        self._say_no(errors.words(error))

    def _say_no(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _write(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._say_no("")
        self._runner.write(work, done, self._refuse)

    def _button(self, words: str, slot: Callable[[], object], role: str = "") -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        if role:
            theme.set_role(button, role)
        button.clicked.connect(lambda _checked=False: slot())
        return button


class PlacesCard(_Card):
    """Further places: a list, and a line in which many are typed at once."""

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed, _("Tempat lain"))
        self.count = form.label("", "muted")
        self.list = QtWidgets.QListWidget()
        self.list.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(_("Tempat lain"))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(_GAP)
        self.typed = fields.LineField(several_places(), limit=400)
        self.typed.setAccessibleName(_("Tambah tempat"))
        self.add_button = self._button(_("Tambah tempat"), self.add)
        self.all_button = self._button(_("Tambah semua TPS-nya"), self.add_all)
        self.all_button.setToolTip(_("Semua TPS di desa/kelurahan atau kecamatan yang diketik"))
        self.remove_button = self._button(_("Hapus dari daftar"), self.remove, "link")
        row = flow_row.FlowRow()
        row.addWidget(self.add_button)
        row.addWidget(self.all_button)
        for part in (self.count, self.list):
            self.column.addWidget(part)
        self.column.addWidget(self.remove_button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.typed)
        self.column.addLayout(row)
        self.column.addWidget(self.refusal)
        self.typed.returnPressed.connect(self.add)
        actions.add(self.list, "", "Del", slot=self.remove, window_wide=False)

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        if self._take_issue(found):
            self.typed.setText("")
        chosen = {item.data(QtCore.Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()}
        self.list.clear()
        for one in found.places:
            item = QtWidgets.QListWidgetItem(one.label)
            item.setData(QtCore.Qt.ItemDataRole.UserRole, one.no)
            self.list.addItem(item)
            item.setSelected(one.no in chosen)
        many = len(found.places)
        self.count.setText(ngettext("{count} tempat lain", "{count} tempat lain", many).format(count=many))
        row = self.list.sizeHintForRow(0) + 2 * _GAP if many else 0
        height = min(many, 6) * row + 2 * self.list.frameWidth() + 4
        self.list.setFixedHeight(max(height, 0))
        for part in (self.count, self.list, self.remove_button):
            part.setVisible(many > 0)

    def add(self) -> None:
        """Add what is typed; what names no place, or several, stays in the line."""
        self._add(lambda subjects: subjects)

    def add_all(self) -> None:
        """Add every TPS of the regions that are typed."""
        desk = self._desk
        self._add(lambda subjects: [one for area in subjects for one in issue_places.stations_of(desk, area)])

    def remove(self) -> None:
        """Take the selected places off."""
        desk = self._desk
        numbers = [int(item.data(QtCore.Qt.ItemDataRole.UserRole)) for item in self.list.selectedItems()]
        if numbers:
            self._write(
                lambda: issue_places.remove_all(desk, numbers),
                lambda _n: self.told.emit(_("Tempat dihapus dari daftar.")),
            )

    def _add(self, spread: Callable[[list[str]], Sequence[str]]) -> None:
        desk, no, typed = self._desk, self._no, self.typed.value()
        if not typed:
            self._say_no(_("Ketik nomor TPS dan nama desa, pisahkan dengan titik koma."))
            return

        def work() -> tuple[int, tuple[str, ...]]:
            read = issue_places.read(desk, typed)
            subjects = spread([hit.subject for hit in read.places])
            return (issue_places.add(desk, no, subjects) if subjects else 0), read.unknown

        def done(result: tuple[int, tuple[str, ...]]) -> None:
            added, unknown = result
            self.typed.setText("; ".join(unknown))
            if unknown:
                self._say_no(_(
                    "Tidak ditemukan, atau dapat berarti beberapa tempat: {names}. Sebut nomor TPS dan nama "
                    "desa/kelurahannya."
                ).format(names="; ".join(unknown)))
            self.told.emit(ngettext("{count} tempat ditambahkan.", "{count} tempat ditambahkan.", added).format(
                count=added
            ))

        self._write(work, done)


class Elided(QtWidgets.QPushButton):
    """A button that cuts its words with an ellipsis where there is no room; all of them stand in its tooltip."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * theme.SPACE
        shown = self.fontMetrics().elidedText(self._words, QtCore.Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class LinksCard(_Card):
    """Links to other issues, each a way to it; a new one by number, or the other one merged into this."""

    issue_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed, _("Tautan"))
        self._rows: list[QtWidgets.QWidget] = []
        self._inside = QtWidgets.QVBoxLayout()
        self._inside.setSpacing(0)
        self.kind = fields.ChoiceField([(code, _(words)) for code, words in issue_links.KINDS.items()])
        self.kind.setAccessibleName(_("Hubungan"))
        self.kind.set_value("terkait")
        self.number = fields.LineField(_("nomor, mis. WAJ-0003"), limit=30)
        self.number.setAccessibleName(_("Nomor permasalahan"))
        self.link_button = self._button(_("Tautkan"), self.link)
        self.merge_button = self._button(_("Gabungkan ke sini"), self.merge)
        self.merge_button.setToolTip(_("Permasalahan bernomor itu sama dengan yang ini; dapat dipisahkan lagi"))
        self.kind.setMinimumContentsLength(10)
        named = QtWidgets.QHBoxLayout()
        named.addWidget(self.kind)
        named.addWidget(self.number, 1)
        row = flow_row.FlowRow()
        row.addWidget(self.link_button)
        row.addWidget(self.merge_button)
        self.column.addLayout(self._inside)
        self.column.addLayout(named)
        self.column.addLayout(row)
        self.column.addWidget(self.refusal)
        self.number.returnPressed.connect(self.link)

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        if self._take_issue(found):
            self.number.setText("")
        for old in self._rows:
            self._inside.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._rows = []
        for one in found.links:
            name = " · ".join(part for part in (one.number, one.title, _(one.state_label)) if part)
            said = f"{_(one.label)} {name or _('(belum diterima)')}"
            button = Elided(said)
            theme.set_role(button, "link")
            button.clicked.connect(lambda _checked=False, no=one.other: self.issue_wanted.emit(no))
            button.setEnabled(bool(one.number))
            away = QtWidgets.QToolButton()
            away.setIcon(icons.icon("hapus"))
            away.setToolTip(_("Hapus tautan"))
            away.setAccessibleName(_("Hapus tautan"))
            away.clicked.connect(lambda _checked=False, no=one.no: self.unlink(no))
            line = QtWidgets.QWidget()
            row = QtWidgets.QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(button, 1)
            row.addWidget(away)
            self._inside.addWidget(line)
            self._rows.append(line)

    def link(self) -> None:
        """Link the issue whose number is typed."""
        desk, no, number, kind = self._desk, self._no, self.number.value(), str(self.kind.value())
        self._write(
            lambda: issue_links.link(desk, no, issue_register.issue_number(desk, number), kind),
            lambda _n: self._done(_("Ditautkan dengan {number}.").format(number=number)),
        )

    def merge(self) -> None:
        """Merge the issue whose number is typed into the one that is shown."""
        desk, no, number = self._desk, self._no, self.number.value()
        self._write(
            lambda: duplicates.merge(desk, no, [issue_register.issue_number(desk, number)]),
            lambda _n: self._done(_("{number} digabung ke permasalahan ini.").format(number=number)),
        )

    def unlink(self, record: int) -> None:
        """Take a link away."""
        desk = self._desk
        self._write(
            lambda: issue_links.unlink(desk, record), lambda _n: self.told.emit(_("Tautan dihapus."))
        )

    def _done(self, words: str) -> None:
        self.number.setText("")
        self.told.emit(words)


class IdentityCard(_Card):
    """Who reported and who is accused, by name: shown when it is asked for, and put away with the issue."""

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed, _("Identitas"))
        self._seen: int | None = None
        stays = _("Tersimpan di kantor ini saja: tidak dikirim, tidak dicetak, tidak disalin.")
        self.column.addWidget(form.label(stays, "muted", wraps=True))
        self.show_button = self._button(_("Tampilkan identitas"), self.reveal)
        icons.put(self.show_button, "rahasia")
        self.column.addWidget(self.show_button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.form = form.Form(2)
        self.form.add("reporter", _("Nama pelapor"), fields.LineField(limit=160))
        self.form.add("contact", _("Cara menghubungi pelapor"), fields.LineField(limit=160))
        self.form.add("accused", _("Nama terlapor (dugaan)"), fields.LineField(limit=400), wide=True)
        self.form.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        for name, row in self.form.rows.items():
            row.field.committed.connect(lambda text, name=name: self._save(name, text))
        self.form.hide()
        self.column.addWidget(self.form)
        self.column.addWidget(self.refusal)

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        if self._take_issue(found):
            self.form.commit()
            self.form.hide()
            self.show_button.show()
            self._fill(issue_identities.Identity())
        self.setVisible((found.row.confidential or found.row.alleged) and not found.hidden)

    def reveal(self) -> None:
        """Read the names and show them."""
        desk, no = self._desk, self._no

        def fill(found: issue_identities.Identity) -> None:
            if no == self._no:
                self._fill(found)
                self.form.show()
                self.show_button.hide()
                self.form.rows["reporter"].field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

        self._runner.read(lambda: issue_identities.identity(desk, no), fill, self._refuse, key="issue identity")

    def _fill(self, found: issue_identities.Identity) -> None:
        for name, row in self.form.rows.items():
            row.show_value(getattr(found, name), found.seen)

    def _save(self, name: str, text: str) -> None:
        desk, no, seen = self._desk, self._no, self.form.rows[name].seen
        self._write(
            lambda: issue_identities.write(desk, no, seen=seen, **{name: text}),
            lambda _n: self.told.emit(_("Identitas tersimpan di kantor ini.")),
        )
