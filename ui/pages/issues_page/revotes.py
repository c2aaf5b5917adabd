# SPDX-License-Identifier: Apache-2.0
"""PSU, PSSU, PSL, PSS on a tab of their own: the list with its days, one record beside it, and noting new ones."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import revotes as rules
from desk_app.domain import words
from desk_app.operations import elections, revote_register, revote_text, revotes, targets, workbook_export
from desk_app.operations.desk import Desk
from ui import actions, icons, runner, theme
from ui.dialogs import undo_notice
from ui.pages.issues_page import revote_detail, revote_limits, revote_new
from ui.widgets import click_keys, columns, day_field, drafts, empty_state, form, marks, split_view, table_panel

MARKS = {
    rules.State.RECOMMENDED.value: "belum",
    rules.State.ORDERED.value: "belum_lengkap",
    rules.State.HELD.value: "siap",
    rules.State.NOT_HELD.value: "tutup",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list, in words."""

    no: int
    kind: str
    place: str
    state: marks.Marked
    days: marks.Marked | str
    planned: str
    held: str
    cause: str
    basis: str
    issue: str
    found: revote_register.RevoteRow


class RevotePanel(QtWidgets.QWidget):
    """`told(words)`, `notices(Notice)`; `navigate(key, target)`: the issue that a record came from."""

    told = QtCore.Signal(str)
    notices = QtCore.Signal(object)
    navigate = QtCore.Signal(str, object)

    def _clicked(self) -> None:
        # Who chooses several, with Ctrl or Shift held, wants to stay in the list.
        if not click_keys.held():
            self.split.show_detail()

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._wanted = 0
        self._due = revote_register.Due.NONE
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.tally = form.label("", "strong", wraps=True)
        self.all_button = QtWidgets.QPushButton(_("Tampilkan semua"))
        icons.put(self.all_button, "buka", "primary")
        theme.set_role(self.all_button, "link")
        self.all_button.clicked.connect(lambda _checked=False: self.show_due(""))
        self.all_button.hide()
        self.table = table_panel.TablePanel(
            [
                columns.Column("kind", _("Jenis"), 64),
                columns.Column("place", _("TPS"), 200, stretches=True, below="cause"),
                columns.Column("state", _("Keadaan"), 200, below="days"),
                columns.Column("planned", _("Rencana"), 96),
                columns.Column("held", _("Dilaksanakan"), 104),
                columns.Column("basis", _("Dasar"), 180),
                columns.Column("issue", _("Permasalahan"), 104),
                columns.Column("cause", _("Sebab"), 180),
                columns.Column("days", _("Hari"), 190),
            ],
            name="revotes",
            identity="no",
            filter_words=_("Cari TPS, sebab, nomor surat …"),
            unit=lambda count: ngettext("{count} TPS", "{count} TPS", count),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "ulangi",
                _("Belum ada PSU, PSSU, PSL, atau PSS"),
                _("Rekomendasi Bawaslu, keputusan KPU, dan putusan MK dicatat di sini per TPS, sampai dilaksanakan."),
                _("Catat PSU/PSSU/PSL/PSS"),
                self.begin,
            )
        )
        self.table.setMinimumHeight(120)
        self.table.chosen.connect(self._choose)
        self.table.told.connect(self.told)
        self.detail = revote_detail.RevoteDetail(desk, lanes, failed)
        self.detail.told.connect(self.told)
        self.detail.notices.connect(self.notices)
        self.detail.issue_wanted.connect(self._open_issue)
        self.detail.selected = self._selected
        self.new = revote_new.NewRevotePanel(desk, lanes, held)
        self.new.made.connect(self._made)
        self.new.closed.connect(self._end_new)
        self._nothing = empty_state.EmptyState(
            "ulangi", _("Pilih satu baris di daftar"), _("Dasar, rencana, dan pelaksanaannya tampil di sini.")
        )
        self.limits = revote_limits.RevoteLimits(desk, lanes, failed)
        self.right = QtWidgets.QStackedWidget()
        whole = QtWidgets.QWidget()
        room = QtWidgets.QVBoxLayout(whole)
        room.setContentsMargins(0, 0, 8, 0)
        room.addWidget(self.limits.card)
        room.addStretch(1)
        self._limits_area = form.scrolled(whole)
        self.limits.wanted.connect(self._show_limits)
        for widget in (self._nothing, self.detail, self.new, self._limits_area):
            self.right.addWidget(widget)
        self.right.setMinimumHeight(120)
        left = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.tally, 1)
        top.addWidget(self.all_button)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.limits)
        self.new_button = self._tool(_("Catat baru"), "tambah", self.begin)
        # The table T9 has a text of its own.
        self.table.chat_button.hide()
        self.table.view.chat_requested.disconnect(self.table.copy_for_chat)
        self.table.view.chat_requested.connect(self.copy_text)
        self.copy_button = self._tool(_("Salin untuk WA"), "wa", self.copy_text)
        self.excel_button = self._tool(_("Simpan Excel …"), "excel", self.ask_file)
        self.split = split_view.SplitView(left, self.right, name="revotes", share=0.62)
        self.table.opened.connect(self.split.show_detail)
        self.table.view.clicked.connect(lambda _index: self._clicked())
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACE, 0, 0)
        outer.addWidget(self.split)
        actions.add(self.table.view, "", "N", slot=self.begin, window_wide=False)
        actions.add(self.table.view, "", "Del", slot=self.delete, window_wide=False)

    def reload(self) -> None:
        """Read the list and the limits again."""
        desk, due = self._desk, self._due

        def read() -> tuple[list[Line], list[tuple[str, str]]]:
            return _lines(desk, due), [(one.code, one.label) for one in elections.working_event(desk).races]

        self._lanes.read(read, self._take, self._failed, key="revotes")
        self.limits.reload()

    def show_due(self, due: str) -> None:
        """Show only those whose limit is over, or close (a code of `revote_register.Due`); all of them without."""
        self._due = revote_register.Due(due)
        self.all_button.setVisible(bool(self._due))
        self.table.filter.clear()
        self.reload()

    def show_record(self, no: int) -> None:
        """Bring one record into sight."""
        self._wanted = no
        self._due = revote_register.Due.NONE
        self.all_button.hide()
        if self.table.show_row(no):
            self._wanted = 0
        else:
            self.table.filter.clear()
            self.reload()
        self.right.setCurrentWidget(self.detail)
        self.split.show_detail()

    def begin(self, issue: int = 0) -> None:
        """Begin to note one, of an issue or of none."""
        self.detail.commit()
        self.right.setCurrentWidget(self.new)
        self.split.show_detail()
        self.new.begin(issue)

    def open_draft(self, _key: str) -> None:
        """Go on with what was begun."""
        self.right.setCurrentWidget(self.new)
        self.split.show_detail()
        self.new.go_on()

    def delete(self) -> None:
        """Strike out what is chosen; the notice brings it back."""
        numbers = self._selected()
        if numbers:
            desk = self._desk
            said = ngettext("{count} catatan dihapus.", "{count} catatan dihapus.", len(numbers))
            words_ = said.format(count=len(numbers))
            self._undo.take_out(lambda: revotes.delete(desk, numbers), words_, self._failed)

    def copy_text(self) -> None:
        """Put table T9 on the clipboard as text for WhatsApp: what is chosen where several are, else all."""
        desk = self._desk
        chosen = self.table.selected()
        found = [line.found for line in (chosen if len(chosen) > 1 else self.table.model.shown())]
        self._lanes.read(lambda: revote_text.whatsapp_text(desk, found), self._to_clipboard, self._failed)

    def ask_file(self) -> None:
        """Let the user say where the workbook goes."""
        home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(home) / "PSU-PSSU-PSL-PSS.xlsx")
        chosen, _filter = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan Excel"), name, "Excel (*.xlsx)")
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, path: Path) -> None:
        """Write table T9 as a workbook."""
        found = [line.found for line in self.table.model.shown()]
        said = _("Tersimpan: {path}").format(path=path)
        self._lanes.read(
            lambda: workbook_export.export_table(
                path, "PSU PSSU PSL PSS", revote_text.HEADINGS, revote_text.table(found)
            ),
            lambda _nothing: self.told.emit(said),
            self._failed,
        )

    def _tool(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        self.table.top.addWidget(button)
        return button

    def _to_clipboard(self, text: str) -> None:
        QtGui.QGuiApplication.clipboard().setText(text)
        self.told.emit(_("Disalin; tempel di WhatsApp."))

    def _selected(self) -> list[int]:
        return [line.no for line in self.table.selected()]

    def _take(self, read: tuple[list[Line], list[tuple[str, str]]]) -> None:
        found, races = read
        self.new.set_races(races)
        self.detail.set_races(races)
        self.table.set_rows(found)
        parts = []
        for kind, tally in revote_register.summary([line.found for line in found]):
            told = ", ".join(f"{_(rules.STATE_LABELS[state]).lower()} {many}" for state, many in tally.items() if many)
            parts.append(f"{kind} {sum(tally.values())} ({told})")
        if self._due:
            late = self._due is revote_register.Due.LATE
            parts.insert(0, _("Hanya yang lewat batas harinya") if late else _("Hanya yang hampir sampai batasnya"))
        self.tally.setText(" · ".join(parts))
        self.tally.setVisible(bool(parts))
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        self._choose(self.table.current())
        if not found and self.right.currentWidget() is self.detail:
            self.right.setCurrentWidget(self._nothing)

    def _choose(self, line: Line | None) -> None:
        if line is None:
            return
        self.detail.show_row(line.found)
        # A row that becomes the current one by itself does not cover what is being noted.
        is_picked = self.window().focusWidget() is self.table.view and not self.new.is_begun
        if is_picked or self.right.currentWidget() not in (self.new, self._limits_area):
            self.limits.change.setChecked(False)
            self.right.setCurrentWidget(self.detail)

    def _made(self, numbers: list[int]) -> None:
        self._wanted = numbers[0] if numbers else 0
        self.right.setCurrentWidget(self.detail)
        self.told.emit(
            ngettext("{count} TPS dicatat.", "{count} TPS dicatat.", len(numbers)).format(count=len(numbers))
        )
        self.reload()
        self.table.view.setFocus()

    def _show_limits(self, on: bool) -> None:
        if on:
            self.right.setCurrentWidget(self._limits_area)
            self.split.show_detail()
        elif self.right.currentWidget() is self._limits_area:
            self._end_new()

    def _end_new(self) -> None:
        self.right.setCurrentWidget(self.detail if self.table.current() is not None else self._nothing)
        self.split.show_list()

    def _open_issue(self, no: int) -> None:
        self.navigate.emit("issues", targets.Target(targets.Page.ISSUES, record=no))


def _lines(desk: Desk, due: revote_register.Due) -> list[Line]:
    return [
        Line(
            no=row.no,
            kind=row.what_label,
            place=row.place_label,
            state=marks.Marked(_(row.state_label), MARKS.get(row.state, "belum")),
            days=_days(row),
            planned=day_field.words(row.planned_on),
            held=day_field.words(row.held_on),
            cause=row.cause,
            basis=" ".join(part for part in (_(row.basis_label) if row.basis_label else "", row.basis) if part),
            issue=row.issue_number,
            found=row,
        )
        for row in revote_register.rows(desk)
        if not due or row.due is due
    ]


def _days(row: revote_register.RevoteRow) -> marks.Marked | str:
    """The days that are left; nothing for what is dropped."""
    if row.state == rules.State.NOT_HELD.value:
        return ""
    said: words.Phrase = row.count.words
    text = words.render(said.message, said.params, _)
    return marks.Marked(text, "masalah") if row.count.late else text
