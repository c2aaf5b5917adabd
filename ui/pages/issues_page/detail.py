# SPDX-License-Identifier: Apache-2.0
"""One issue at the right of the list: what it is, what the desk advises, and its dated thread of follow-ups."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import hours, issue_rights, words, zones
from desk_app.domain import issues as rules
from desk_app.operations import (
    days,
    duplicates,
    issue_detail,
    issue_edits,
    issue_register,
    issue_text,
    issues,
    papers,
    printing,
    receipts,
    settings,
    targets,
)
from desk_app.operations import drafts as kept
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import attached_card, place_finding, undo_notice
from ui.pages.issues_page import parts, verbs
from ui.widgets import drafts, fields, flow_row, form, marks, merged_list, place_box, receipt_mark, time_line

_TONES = {
    rules.Verb.CLOSE: "siap",
    rules.Verb.TELL_SUPERVISOR: "siap",
    rules.Verb.REOPEN: "masalah",
    rules.Verb.POSTPONE: "belum_lengkap",
}
_SEVERITY_MARKS = {"sangat_mendesak": "masalah", "tinggi": "masalah", "sedang": "belum_lengkap", "rendah": "belum"}


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
        self._drafts = held
        self._found: issue_detail.IssueDetail | None = None
        self._edits: tuple[issue_edits.Edit, ...] = ()
        self._edited = 0
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.verbs = verbs.VerbPanel(desk, lanes, failed, held)
        self.verbs.acted.connect(lambda verb: self.told.emit(_(_WRITTEN[verb])))
        self.form = form.Form(2)
        self._make_form()
        self.thread_ = time_line.TimeLine()
        self._no_thread = form.label(_("Belum ada tindak lanjut."), "muted")
        self._thread_card = form.card(self._no_thread, self.thread_, title=_("Tindak lanjut"))
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
        column.addWidget(form.card(self.form))
        self.attached = attached_card.AttachedCard(desk, lanes, failed)
        self.attached.notices.connect(self.notices)
        column.addWidget(self.attached)
        self.parts = parts.PartsCard(desk, lanes, failed)
        self.parts.told.connect(self.told)
        self.parts.issue_wanted.connect(self.issue_wanted)
        column.addWidget(self.parts)
        column.addWidget(self._merged_card)
        column.addWidget(self._thread_card)
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
            self._leave_place()
            self.form.accept_all()
            self._area.verticalScrollBar().setValue(0)
        self._found = found
        row = found.row
        self.number.setText(row.number)
        self.lock.setVisible(row.confidential)
        self.severity.set_value(marks.Marked(_(row.severity_label), _SEVERITY_MARKS[row.severity.value]))
        self.state.set_value(marks.Marked(_(row.state_label), "siap" if not row.open else "belum_lengkap"))
        self.meta.setText(self._meta(found))
        waits = words.render(row.waits.message, row.waits.params, _) if row.waits is not None else ""
        self.overdue.setText(waits[:1].upper() + waits[1:])
        theme.set_role(self.overdue, "error" if row.overdue is not None else "muted")
        self.overdue.setVisible(bool(waits))
        self.hands.setText(_hands(row))
        self.hands.setVisible(bool(self.hands.text()))
        self.veil.setVisible(found.hidden)
        self.form.setEnabled(not found.hidden)
        self.item_button.setVisible(bool(found.item))
        self.item_button.setText(_("Butir ceklis: {item}").format(item=found.item_label or found.item))
        self.outcome.setText(_("Hasil: {text}").format(text=found.outcome))
        self.outcome.setVisible(bool(found.outcome) and not row.open)
        self._runner.read(
            lambda: receipts.of_issue(self._desk, row.no), self.receipt.set_receipt, self._failed, key="issue receipt"
        )
        self.verbs.show_issue(found)
        self._show_fields(found)
        if is_other:
            self._return_place()
        self._show_thread(found)
        self._show_merged(found)
        self.attached.show_record(row.no)
        self.parts.show_issue(found)
        if is_other:
            self._read_members(row)

    def _read_members(self, row: issue_register.IssueRow) -> None:
        """Who can be made responsible; one who is no member any more stays named."""

        def fill(found: list[tuple[int, str]]) -> None:
            known_ = dict(found)
            choices = [(0, _("Belum ditunjuk")), *found]
            if row.pic and row.pic not in known_:
                choices.append((row.pic, row.pic_label or _("(belum diterima)")))
            if row.no == self.no:
                self.pic.set_choices(choices)
                self.pic.set_value(row.pic)

        self._runner.read(lambda: issues.members(self._desk), fill, self._failed, key="issue members")

    def clear(self) -> None:
        """Show nothing: the issue is gone."""
        self._leave_place()
        self._found = None

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        self.form.commit()

    def focus_first(self) -> None:
        """Begin to type at the description."""
        self._of("description").setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def go_on(self, verb: str) -> None:
        """Go on with what was begun: the form of a verb by its code, or without one the place."""
        if verb in set(rules.Verb):
            self.verbs.pick(rules.Verb(verb))
        else:
            self.place.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

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

    def _make_form(self) -> None:
        self.place = place_box.PlaceBox()
        place_finding.connect(self.place, self._desk, self._runner, "issue place")
        self.pic = fields.ChoiceField([(0, _("Belum ditunjuk"))])
        self.pic.setMinimumContentsLength(8)
        self.pic.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made: tuple[tuple[str, str, QtWidgets.QWidget, bool], ...] = (
            ("title", _("Permasalahan"), fields.NoteField(lines=2), True),
            ("place", _("Tempat"), self.place, True),
            ("severity", _("Tingkat"), _choice(rules.SEVERITY_LABELS), False),
            ("category", _("Kategori"), _choice(rules.CATEGORIES), False),
            ("description", _("Uraian"), fields.NoteField(lines=3), True),
            ("impact", _("Dampak"), fields.NoteField(lines=2), True),
            ("advice", _("Saran penyelesaian"), fields.NoteField(lines=3), True),
            ("addressee", _("Ditujukan kepada"), verbs.addressee_field(), False),
            ("pic", _("Penanggung jawab"), self.pic, False),
            ("happened_at", _("Waktu kejadian"), fields.LineField("13-02-2024 07.30", limit=20), False),
            ("reporter", _("Pelapor (unsur)"), fields.LineField(limit=120), False),
            ("source", _("Sumber"), _choice(rules.SOURCES), False),
        )
        for name, label, field, wide in made:
            self.form.add(name, label, field, wide=wide)
            if name != "happened_at":
                self._of(name).committed.connect(lambda value, name=name: self._save(name, value))
        self._of("happened_at").committed.connect(self._save_moment)
        place_finding.explain(self.form.rows["place"])
        self.place.unknown.connect(lambda _text: self._keep_place())
        self.place.settled.connect(self._keep_place)
        self.place.committed.connect(lambda _subject: self._keep_place())
        self.confidential = QtWidgets.QCheckBox(_("Identitas pelapor dirahasiakan"))
        self.confidential.setIcon(icons.icon("rahasia"))
        self.confidential.clicked.connect(lambda on: self._save("confidential", True if on else None))
        self.form.add("confidential", "", self.confidential, wide=True)

    def _place_key(self) -> str:
        return f"issues/place/{self.no}"

    def _keep_place(self) -> None:
        """Words that are no place wait with their issue until they are one, or are taken out."""
        words = self.place.text().strip() if self.place.unknown_words or self.place.is_waiting else ""
        if words and self.no:
            said = f"{_('Tempat')} · {self.number.text()}"
            self._drafts.keep(kept.Draft(self._place_key(), said, {"place": words}))
        else:
            self._drafts.drop(self._place_key())

    def _leave_place(self) -> None:
        if self.no:
            if self.place.is_waiting:
                self._keep_place()
            self._drafts.set_in_sight(self._place_key(), False)
        self.place.forget()

    def _return_place(self) -> None:
        draft = self._drafts.get(self._place_key())
        self._drafts.set_in_sight(self._place_key(), True)
        if draft is not None:
            value, label, _text = self.place.state()
            self.place.set_state([value, label, str(draft.values.get("place", ""))])

    def _of(self, name: str) -> Any:
        return self.form.rows[name].field

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

    def _show_fields(self, found: issue_detail.IssueDetail) -> None:
        row = found.row
        values: dict[str, Any] = {
            "title": found.title,
            "severity": row.severity.value,
            "category": row.category,
            "description": found.description,
            "impact": found.impact,
            "advice": found.advice,
            "addressee": row.addressee,
            "pic": row.pic,
            "happened_at": self._when(found.happened_at) if found.happened_at else "",
            "reporter": found.reporter,
            "source": found.source or None,
        }
        for name, value in values.items():
            if not self.form.rows[name].refusal:
                self.form.rows[name].show_value(value, found.seen)
        for name in ("place", "confidential"):
            self.form.rows[name].look(found.seen)
        self.place.set_value(row.place, row.place_label)
        self.confidential.setChecked(row.confidential)

    def _show_thread(self, found: issue_detail.IssueDetail) -> None:
        desk, no = self._desk, found.row.no
        if no != self._edited:
            self._edits = ()
        self._edited = no
        self._put_thread(found)

        def take(edits: tuple[issue_edits.Edit, ...]) -> None:
            if no == self.no and edits != self._edits and self._found is not None:
                self._edits = edits
                self._put_thread(self._found)

        self._runner.read(lambda: issue_edits.of_issue(desk, no), take, self._failed, key="issue edits")

    def _put_thread(self, found: issue_detail.IssueDetail) -> None:
        """Follow-ups and what was altered beside them, the newest first."""
        told: list[tuple[int, time_line.Entry]] = []
        for one in found.thread:
            verb = rules.Verb(one.verb) if one.verb in set(rules.Verb) else None
            who = one.by
            if one.office and one.office != self._desk.identity.name:
                who = f"{who} ({one.office})"
            made = time_line.Entry(
                when=self._when(one.at),
                who=" · ".join(part for part in (who, _done(one, verb)) if part),
                text=one.text,
                icon=verbs.ICONS.get(verb, "belum") if verb is not None else "belum",
                tone=_TONES.get(verb, "primary") if verb is not None else "muted",
            )
            told.append((one.at, made))
        for edit in self._edits:
            who = edit.by
            if edit.office and edit.office != self._desk.identity.name:
                who = f"{who} ({edit.office})"
            told.append((edit.at, time_line.Entry(self._when(edit.at), f"{who} · {_('diubah')}", edit.text, "ubah")))
        told.reverse()
        entries = [one for _at, one in sorted(told, key=lambda one: one[0], reverse=True)]
        self.thread_.set_entries(entries)
        self.thread_.setVisible(bool(entries))
        self._no_thread.setVisible(not entries)

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

    def _save(self, name: str, value: Any) -> None:
        no = self.no
        if not no:
            return
        self.form.rows[name].accept()
        desk, seen = self._desk, self.form.rows[name].seen
        self._runner.write(
            lambda: issues.edit_issue(desk, no, seen=seen, **{name: value}),
            failed=lambda error: self._refuse(no, name, error),
        )

    def _save_moment(self, text: str) -> None:
        try:
            moment = hours.parse_moment(text, days.today(self._desk))
        except known.Refused as refusal:
            self.form.rows["happened_at"].refuse(errors.words(refusal))
            return
        zone = settings.zone(self._desk)
        self._save("happened_at", None if moment is None else zones.moment(moment, zone))

    def _refuse(self, no: int, name: str, error: Exception) -> None:
        if isinstance(error, known.Refused) and no == self.no:
            self.form.rows[name].refuse(errors.words(error))
        else:
            self._failed(error)

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


def _choice(labels: Any) -> fields.ChoiceField:
    return fields.ChoiceField([(str(getattr(code, "value", code)), _(said)) for code, said in labels.items()])


def _done(entry: issue_detail.ThreadEntry, verb: rules.Verb | None) -> str:
    """What was done, to whom and how, and the state after it where the deed does not say it."""
    if verb is None:
        return " · ".join(part for part in (_(entry.verb_label), _(entry.state_label)) if part)
    if verb in (rules.Verb.FOLLOW_UP, rules.Verb.CLOSE):
        return f"{_(_DEEDS[verb])} · {_(entry.state_label)}"
    done = _(_DEEDS[verb])
    means = rules.means_in_words(entry.means, entry.letter_number, entry.letter_date)
    if verb is rules.Verb.CONVEY and entry.addressee:
        done = _("disampaikan kepada {whom}").format(whom=entry.addressee)
    return f"{done} ({means})" if means else done


N_ = words.N_
_DEEDS = {
    rules.Verb.VERIFY: N_("diverifikasi"),
    rules.Verb.ADVISE: N_("saran"),
    rules.Verb.CONVEY: N_("disampaikan"),
    rules.Verb.FOLLOW_UP: N_("tindak lanjut"),
    rules.Verb.TO_REGENCY: N_("diteruskan ke kabupaten/kota"),
    rules.Verb.FORWARD: N_("diteruskan ke provinsi"),
    rules.Verb.ANSWER: N_("jawaban"),
    rules.Verb.TELL_SUPERVISOR: N_("diteruskan ke Bawaslu"),
    rules.Verb.POSTPONE: N_("ditunda"),
    rules.Verb.CLOSE: N_("ditutup"),
    rules.Verb.REOPEN: N_("dibuka kembali"),
}
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
