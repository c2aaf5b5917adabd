# SPDX-License-Identifier: Apache-2.0
"""One issue at the right of the list: what can be done with it, what it is, what hangs on it, and its thread."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import hours, issue_rights, words
from desk_app.domain import issues as rules
from desk_app.operations import (
    days,
    duplicates,
    issue_detail,
    issue_register,
    issue_text,
    issues,
    papers,
    printing,
    receipts,
    targets,
)
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import attached_card, undo_notice
from ui.pages.issues_page import issue_sheet, parts, register_lines, thread, verbs
from ui.widgets import drafts, flow_row, form, marks, merged_list, receipt_mark


class IssuePanel(QtWidgets.QWidget):
    """`navigate(key, target)`; `told(words)`; `notices(Notice)`; `deleted()`; `issue_wanted(no)`: a linked one."""

    navigate = QtCore.Signal(str, object)
    told = QtCore.Signal(str)
    notices = QtCore.Signal(object)
    deleted = QtCore.Signal()
    issue_wanted = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._found: issue_detail.IssueDetail | None = None
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.verbs = verbs.VerbPanel(desk, lanes, failed, held)
        self.verbs.acted.connect(lambda verb: self.told.emit(_(_WRITTEN[verb])))
        self.sheet = issue_sheet.IssueSheet(desk, lanes, failed, held)
        self.thread_card = thread.ThreadCard(desk, lanes, failed)
        self.merged = merged_list.MergedList()
        self.merged.separated.connect(self._separate)
        self.merged.history.connect(self._show_history)
        self._merged_card = form.card(self.merged, title=_("Digabung ke permasalahan ini"))
        self._merged_card.hide()
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._head())
        column.addWidget(self.sheet)
        self.attached = attached_card.AttachedCard(desk, lanes, failed)
        self.attached.notices.connect(self.notices)
        column.addWidget(self.attached)
        self.parts = parts.PartsCard(desk, lanes, failed)
        self.parts.told.connect(self.told)
        self.parts.issue_wanted.connect(self.issue_wanted)
        column.addWidget(self.parts)
        column.addWidget(self._merged_card)
        column.addWidget(self.thread_card)
        column.addStretch(1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = form.scrolled(whole)
        outer.addWidget(self._area)
        self.attached.strip.watch(self)

    @property
    def no(self) -> int:
        """The record that is shown, 0 without one."""
        return self._found.row.no if self._found is not None else 0

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        """Show an issue as it was just read; what is being typed about the one before is told first."""
        is_other = found.row.no != self.no
        if is_other:
            self.commit()
            self._area.verticalScrollBar().setValue(0)
        self._found = found
        row = found.row
        self.number.setText(row.number)
        self.lock.setVisible(row.confidential)
        self.severity.set_value(marks.Marked(_(row.severity_label), register_lines.SEVERITY_MARKS[row.severity]))
        self.state.set_value(marks.Marked(_(row.state_label), register_lines.state_mark(row)))
        self.meta.setText(self._meta(found))
        waits = words.render(row.waits.message, row.waits.params, _) if row.waits is not None else ""
        self.overdue.setText(waits[:1].upper() + waits[1:])
        theme.set_role(self.overdue, "error" if row.overdue is not None else "muted")
        self.overdue.setVisible(bool(waits))
        self.hands.setText(_hands(row))
        self.hands.setVisible(bool(self.hands.text()))
        self.veil.setVisible(found.hidden)
        self.delete_button.setVisible(found.may_delete)
        self.item_button.setVisible(bool(found.item))
        self.item_button.setText(_("Butir ceklis: {item}").format(item=found.item_label or found.item))
        self.outcome.setText(_("Hasil: {text}").format(text=found.outcome))
        self.outcome.setVisible(bool(found.outcome) and not row.open)
        self._runner.read(
            lambda: receipts.of_issue(self._desk, row.no), self.receipt.set_receipt, self._failed, key="issue receipt"
        )
        self.verbs.show_issue(found)
        self.sheet.show_issue(found)
        self.thread_card.show_issue(found)
        self._show_merged(found)
        self.attached.show_record(row.no)
        self.parts.show_issue(found)

    def clear(self) -> None:
        """Show nothing: the issue is gone."""
        self.sheet.leave()
        self._found = None

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        self.sheet.commit()

    def focus_first(self) -> None:
        """Begin to type at the description."""
        self.sheet.begin("description")

    def go_on(self, verb: str) -> None:
        """Go on with what was begun: the form of a verb by its code, or without one the place."""
        if verb in set(rules.Verb):
            self.verbs.pick(rules.Verb(verb))
        else:
            self.sheet.begin("place")

    def _head(self) -> QtWidgets.QWidget:
        self.number = form.label("", "heading")
        self.lock = QtWidgets.QLabel()
        self.lock.setPixmap(icons.icon("rahasia", "berbeda").pixmap(20, 20))
        self.lock.setToolTip(_("Identitas pelapor dirahasiakan"))
        self.lock.setAccessibleName(_("Identitas pelapor dirahasiakan"))
        self.severity = marks.Chip()
        self.state = marks.Chip()
        self.receipt = receipt_mark.ReceiptMark()
        self.meta = form.label("", "muted", wraps=True)
        self.overdue = form.label("", "error", wraps=True)
        self.hands = form.label("", "strong", wraps=True)
        self.veil = form.label(
            _("Permasalahan ini dirahasiakan: hanya verifikator, pimpinan, admin, dan pencatatnya yang membukanya."),
            "strong",
            wraps=True,
        )
        self.outcome = form.label("", "strong", wraps=True)
        self.item_button = self._link("", "kesiapan", self._open_item)
        self.item_button.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.number)
        top.addWidget(self.lock)
        top.addStretch(1)
        top.addWidget(self.receipt)
        top.addWidget(self.severity)
        top.addWidget(self.state)
        links = flow_row.FlowRow(0)
        links.setContentsMargins(-8, 0, 0, 0)
        self.copy_button = self._link(_("Salin untuk WA"), "wa", self.copy_text)
        self.report_button = self._link(_("Laporan Khusus"), "laporan", self.open_report)
        self.history_button = self._link(_("Riwayat"), "riwayat", self._open_history)
        self.delete_button = self._link(_("Hapus"), "hapus", self.delete)
        self.revote_button = self._link(_("Catat PSU/PSL …"), "ulangi", self._note_revote)
        self.revote_button.setToolTip(_("Catat PSU, PSSU, PSL, atau PSS yang berasal dari permasalahan ini"))
        links_ = (self.copy_button, self.report_button, self.revote_button, self.history_button, self.delete_button)
        for button in links_:
            links.addWidget(button)
        frame = form.card(self.verbs)
        column = frame.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(6)
        column.insertLayout(0, top)
        told = (self.meta, self.overdue, self.hands, self.veil, self.outcome, self.item_button)
        for place, widget in enumerate(told, 1):
            column.insertWidget(place, widget)
        column.addWidget(form.line())
        column.addLayout(links)
        return frame

    def _link(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _meta(self, found: issue_detail.IssueDetail) -> str:
        row = found.row
        parts = []
        if found.former_numbers:
            parts.append(_("dahulu {numbers}").format(numbers=", ".join(found.former_numbers)))
        if found.merged:
            parts.append(_("termasuk {numbers}").format(numbers=", ".join(one.number for one in found.merged)))
        if row.reported_at:
            parts.append(_("Dilaporkan {when}").format(when=self._when(row.reported_at)))
        days_old = ngettext("{count} hari", "{count} hari", row.age_days).format(count=row.age_days)
        parts.append(days_old if row.age_days else _("hari ini"))
        if found.written_by:
            parts.append(_("dicatat {who}").format(who=found.written_by))
        if found.conveyed_at:
            parts.append(
                _("disampaikan kepada {whom} {when}").format(whom=row.addressee, when=self._when(found.conveyed_at))
            )
        if found.stage:
            parts.append(found.stage)
        return " · ".join(parts)

    def _when(self, moment: int) -> str:
        return hours.write_moment(days.local(self._desk, moment))

    def _show_merged(self, found: issue_detail.IssueDetail) -> None:
        self.merged.set_lines(
            [
                merged_list.Line(
                    one.no,
                    " · ".join(part for part in (one.number, one.title) if part),
                    " · ".join(part for part in (one.recorded_by, one.office) if part),
                    tuple(
                        f"{words}: {text}"
                        for words, text in (
                            (_("Uraian"), one.description),
                            (_("Dampak"), one.impact),
                            (_("Saran penyelesaian"), one.advice),
                        )
                        if text
                    ),
                )
                for one in found.merged
            ]
        )
        self._merged_card.setVisible(bool(found.merged))

    def _separate(self, no: int) -> None:
        desk = self._desk
        words = _("Dipisahkan lagi; kini tampil sendiri di daftar.")
        self._runner.write(
            lambda: duplicates.separate(desk, no), lambda _none: self.told.emit(words), self._failed
        )

    def copy_text(self) -> None:
        """Put the issue on the clipboard, as WhatsApp wants it."""
        if self._found is None:
            return
        self.commit()
        desk, no = self._desk, self.no

        def put(text: str) -> None:
            QtGui.QGuiApplication.clipboard().setText(text)
            self.told.emit(_("Disalin. Tempelkan di WhatsApp dengan Ctrl+V."))

        self._runner.write(lambda: issue_text.whatsapp_text(desk, issue_detail.issue(desk, no)), put, self._failed)

    def open_report(self) -> None:
        """Show the Laporan Khusus of the issue as it will be printed."""
        if self._found is None:
            return
        from ui.dialogs import paper_dialog

        self.commit()
        asked = papers.Asked(printing.SPECIAL, issue=self.no)
        paper_dialog.PaperDialog(self._desk, self._runner, asked, self.window()).open()

    def delete(self) -> None:
        """Take the issue out of the register; Ctrl+Z brings it back."""
        if self._found is None:
            return
        desk, no, number = self._desk, self.no, self._found.row.number
        words = _("Permasalahan {number} dihapus dari daftar.").format(number=number)
        self._undo.take_out(lambda: issues.delete_issue(desk, no), words, self._failed, self.deleted.emit)

    def _open_item(self) -> None:
        if self._found is not None:
            target = targets.Target(
                targets.Page.CHECKLIST,
                subject=self._found.row.place,
                chosen={"item": self._found.item},
                phase=self._found.item_phase,
            )
            self.navigate.emit("readiness", target)

    def _note_revote(self) -> None:
        if self.no:
            self.navigate.emit("issues", targets.Target(targets.Page.ISSUES, chosen={"revote": self.no}))

    def _open_history(self) -> None:
        self._show_history(self.no, self.number.text())

    def _show_history(self, no: int, name: str) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self._desk, self._runner, no, name, self.window()).open()


def _hands(row: issue_register.IssueRow) -> str:
    """Who has it to do, where that is another level than this one."""
    if row.ours or not row.open or row.handled_by not in issue_rights.HANDS_LABELS:
        return ""
    return _("Sedang ditangani: {level}").format(level=_(issue_rights.HANDS_LABELS[row.handled_by]))


N_ = words.N_
_WRITTEN = {
    rules.Verb.VERIFY: N_("Permasalahan dicatat sudah diverifikasi."),
    rules.Verb.ADVISE: N_("Saran tersimpan."),
    rules.Verb.CONVEY: N_("Penyampaian tercatat."),
    rules.Verb.FOLLOW_UP: N_("Tindak lanjut tercatat."),
    rules.Verb.TO_REGENCY: N_("Tercatat diteruskan ke kabupaten/kota."),
    rules.Verb.FORWARD: N_("Tercatat diteruskan ke provinsi."),
    rules.Verb.ANSWER: N_("Jawaban tercatat; permasalahan kembali ke yang meneruskannya."),
    rules.Verb.TELL_SUPERVISOR: N_("Tercatat diteruskan ke Bawaslu."),
    rules.Verb.POSTPONE: N_("Permasalahan ditunda."),
    rules.Verb.CLOSE: N_("Permasalahan ditutup."),
    rules.Verb.REOPEN: N_("Permasalahan dibuka kembali."),
}
