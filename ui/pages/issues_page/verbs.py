# SPDX-License-Identifier: Apache-2.0
"""What a desk does with an issue: the verbs its state allows as buttons, and the few words each of them wants."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import hours, words, zones
from desk_app.domain import issues as rules
from desk_app.operations import days, issue_deeds, issue_detail, settings
from desk_app.operations.desk import Desk
from ui import actions, errors, icons, runner, theme
from ui.widgets import drafts, escape, fields, flow_row, form, proposal_field

Verb = rules.Verb

ICONS = {
    Verb.VERIFY: "berhasil",
    Verb.ADVISE: "saran",
    Verb.CONVEY: "sampaikan",
    Verb.FOLLOW_UP: "catatan",
    Verb.TO_REGENCY: "teruskan",
    Verb.FORWARD: "teruskan",
    Verb.ANSWER: "terima",
    Verb.TELL_SUPERVISOR: "teruskan",
    Verb.POSTPONE: "jam",
    Verb.CLOSE: "kunci",
    Verb.REOPEN: "ulangi",
}
_IN_ROW = (Verb.ADVISE, Verb.CONVEY, Verb.FOLLOW_UP, Verb.ANSWER, Verb.CLOSE, Verb.REOPEN)
_ADDRESSED = (Verb.CONVEY, Verb.TO_REGENCY, Verb.FORWARD, Verb.TELL_SUPERVISOR)

KEYS = {
    "S": Verb.ADVISE,
    "K": Verb.CONVEY,
    "T": Verb.FOLLOW_UP,
    "J": Verb.ANSWER,
    "V": Verb.VERIFY,
    "U": Verb.CLOSE,
    "B": Verb.REOPEN,
}
"""What a key opens while the list has the focus."""


def addressee_field() -> proposal_field.ProposalField:
    """A line that proposes those whom a desk usually asks; any other may be typed."""
    proposals = list(rules.ADDRESSEES.values())  # kept as typed, printed in Indonesian
    return proposal_field.ProposalField(proposals, _("mis. KPU, BPBD, PLN"), limit=120)


class VerbPanel(QtWidgets.QWidget):
    """Buttons, and under them the form of the verb that was picked. `acted(verb)`: it is written."""

    acted = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._drafts = held
        self._no = 0
        self._number = ""
        self._verb: rules.Verb | None = None
        self._verbs: tuple[rules.Verb, ...] | None = None
        self._addressee = ""
        self._seen: int | None = None
        self.buttons: dict[rules.Verb, QtWidgets.QPushButton] = {}
        row = flow_row.FlowRow()
        for verb in _IN_ROW:
            button = self.buttons[verb] = QtWidgets.QPushButton(_(rules.VERB_LABELS[verb]))
            button.clicked.connect(lambda _checked=False, verb=verb: self.pick(verb))
            button.setToolTip(_("Tombol {key} pada daftar").format(key=_KEY_OF[verb]))
            row.addWidget(button)
        self.more = QtWidgets.QToolButton()
        self.more.setText(_("Lainnya"))
        self.more.setIcon(icons.icon("lainnya", "primary"))
        self.more.setToolTip(_("Tindakan lainnya"))
        self.more.setAccessibleName(_("Tindakan lainnya"))
        self.more.setPopupMode(QtWidgets.QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QtWidgets.QMenu(self.more)
        self.more.setMenu(self.menu)
        row.addWidget(self.more)
        self.said = fields.NoteField(lines=2)
        self.addressee = addressee_field()
        self.means = fields.LineField(_("surat, WA, rapat …"), limit=120)
        self.letter_number = fields.LineField(limit=120)
        self.letter_date = fields.LineField("13-02-2024", limit=10)
        self.by = fields.LineField(limit=160)
        self.at = fields.LineField(limit=20)
        self.ending = fields.ChoiceField(
            [
                (one.value, _(rules.STATE_LABELS[one]))
                for one in (rules.State.DONE, rules.State.UNFOUNDED, rules.State.OUT_OF_SCOPE)
            ]
        )
        self.form = form.Form(2)
        self.form.add("addressee", _("Kepada"), self.addressee)
        self.form.add("means", _("Cara"), self.means)
        self.form.add("letter_number", _("Nomor surat"), self.letter_number)
        self.form.add("letter_date", _("Tanggal surat"), self.letter_date)
        self.form.add("ending", _("Berakhir sebagai"), self.ending, wide=True)
        self.form.add("said", "", self.said, wide=True)
        self.form.add("by", _("Oleh"), self.by)
        self.form.add("at", _("Waktu"), self.at)
        self.done = QtWidgets.QPushButton()
        theme.set_role(self.done, "primary")
        self.done.clicked.connect(lambda _checked=False: self.write())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.give_up())
        line = drafts.DraftLine()
        end = QtWidgets.QHBoxLayout()
        end.addWidget(self.done)
        end.addWidget(cancel)
        end.addWidget(form.label("Ctrl+Enter", "small"))
        end.addStretch(1)
        self.sheet = QtWidgets.QFrame()
        theme.set_role(self.sheet, "sunken")
        inside = QtWidgets.QVBoxLayout(self.sheet)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self.form)
        inside.addLayout(end)
        inside.addWidget(line)
        self.sheet.hide()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(row)
        column.addWidget(self.sheet)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            actions.add(self.sheet, "", key, slot=self.write, window_wide=False)
        escape.Escape(self.sheet, self.give_up)
        typed = ("said", "addressee", "means", "letter_number", "letter_date", "by", "at", "ending")
        self.draft = drafts.DraftedForm(
            held, {name: self.form.rows[name].field for name in typed}, line, self.sheet
        )

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        """Show what can be done with an issue now; what is being written about it stays, and comes back with it."""
        is_other = found.row.no != self._no
        if is_other:
            self.fold()
        self._no = found.row.no
        self._number = found.row.number
        self._addressee = found.row.addressee
        self._seen = found.seen
        self.draft.look(found.seen)
        self._show_verbs(found)
        if is_other:
            begun = next((verb for verb in found.verbs if self._drafts.get(self._key(verb)) is not None), None)
            if begun is not None:
                self._open(begun)

    def _show_verbs(self, found: issue_detail.IssueDetail) -> None:
        if found.verbs == self._verbs:
            return
        had_focus = any(button.hasFocus() for button in self.buttons.values())
        self._verbs = found.verbs
        for verb, button in self.buttons.items():
            button.setVisible(verb in found.verbs)
            theme.set_role(button, "primary" if verb is Verb.FOLLOW_UP else "")
        self.menu.clear()
        for verb in found.verbs:
            if verb not in _IN_ROW:
                words = _(rules.VERB_LABELS[verb])
                action = self.menu.addAction(icons.icon(ICONS[verb], "primary"), words)
                action.triggered.connect(lambda _checked=False, verb=verb: self.pick(verb))
        self.more.setVisible(not self.menu.isEmpty())
        if self._verb is not None and self._verb not in found.verbs:
            self.fold()
        if had_focus:
            self.rest()

    def pick(self, verb: rules.Verb) -> None:
        """Open the form of a verb, with what was begun in it."""
        self._open(verb)
        first: QtWidgets.QWidget = self.addressee if verb is Verb.CONVEY and not self._addressee else self.said
        first.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _key(self, verb: rules.Verb) -> str:
        return f"issues/verb/{self._no}/{verb.value}"

    def _open(self, verb: rules.Verb) -> None:
        self.draft.end()
        self._verb = verb
        self.form.accept_all()
        rows = self.form.rows
        rows["said"].label.setText(_(_ASKED[verb]))
        rows["addressee"].setVisible(verb is Verb.CONVEY)
        for name in ("means", "letter_number", "letter_date"):
            rows[name].setVisible(verb in _ADDRESSED)
        rows["ending"].setVisible(verb is Verb.CLOSE)
        self._empty()
        self.addressee.set_value(self._addressee)
        self.by.set_value(self._desk.operator.name)
        self.at.set_value(hours.write_moment(days.local(self._desk, self._desk.now())))
        self.ending.set_value(rules.State.DONE.value)
        self.done.setText(_(_DONE.get(verb, rules.VERB_LABELS[verb])))
        self.sheet.show()
        label = _(rules.VERB_LABELS[verb]).removesuffix(" …")
        self.draft.begin(self._key(verb), f"{label} · {self._number}", self._seen)

    def press(self, key: str) -> bool:
        """Open the form of the verb that a key stands for; False where it cannot be done now."""
        verb = KEYS.get(key)
        if verb is None or verb not in (self._verbs or ()):
            return False
        self.pick(verb)
        return True

    def fold(self) -> None:
        """Put the form away; what was typed in it stays a draft."""
        focus = QtWidgets.QApplication.focusWidget()
        had_focus = focus is not None and self.sheet.isAncestorOf(focus)
        self.draft.end()
        self._verb = None
        self._empty()
        if had_focus:
            self.rest()
        self.sheet.hide()

    def give_up(self) -> bool:
        """Put the form away, and what was typed in it; True, there was a form."""
        self.draft.throw_away()
        self.fold()
        return True

    def rest(self) -> None:
        """The keyboard comes to rest at the verb that is wanted most."""
        # Not whatever is next in the window: Enter there could lead away.
        shown = [self.buttons[Verb.FOLLOW_UP], *self.buttons.values()]
        button = next((one for one in shown if not one.isHidden()), None)
        if button is not None:
            button.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Do the verb with what is entered."""
        verb = self._verb
        if verb is None:
            return
        self.form.accept_all()
        desk, no = self._desk, self._no
        zone = settings.zone(desk)
        try:
            moment = hours.parse_moment(self.at.value(), days.today(desk))
        except known.Refused as refusal:
            self.form.rows["at"].refuse(errors.words(refusal))
            return
        now = hours.write_moment(days.local(desk, desk.now()))
        at = zones.moment(moment, zone) if moment is not None and self.at.value() != now else None
        more: dict[str, Any] = {"by": self.by.value(), "at": at, "seen": self.draft.seen}
        if verb is Verb.CONVEY:
            more["addressee"] = self.addressee.value()
        if verb in _ADDRESSED:
            try:
                letter_date = hours.parse_moment(self.letter_date.value(), days.today(desk))
            except known.Refused as refusal:
                self.form.rows["letter_date"].refuse(errors.words(refusal))
                return
            more["means"] = self.means.value()
            more["letter_number"] = self.letter_number.value()
            more["letter_date"] = letter_date.date().isoformat() if letter_date is not None else ""
        if verb is Verb.CLOSE:
            more["ending"] = rules.State(self.ending.value())
        said, key = self.said.value(), self.draft.key

        def written(_follow_up: int) -> None:
            self._drafts.drop(key)
            if self.draft.key == key:
                self.fold()
            self.acted.emit(verb)

        self._runner.write(lambda: issue_deeds.act(desk, no, verb, said, **more), written, self._refuse)

    def _empty(self) -> None:
        for field in (
            self.said,
            self.addressee,
            self.means,
            self.letter_number,
            self.letter_date,
            self.by,
            self.at,
        ):
            field.commit()
            field.set_value("")

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            self._failed(error)
            return
        missing = self._verb is Verb.CONVEY and not self.addressee.value()
        self.form.rows["addressee" if missing else "said"].refuse(errors.words(error))


_KEY_OF = {verb: key for key, verb in KEYS.items()}

N_ = words.N_
_ASKED = {
    Verb.VERIFY: N_("Hasil pengecekan (boleh kosong)"),
    Verb.ADVISE: N_("Saran penyelesaian"),
    Verb.CONVEY: N_("Isi penyampaian (boleh kosong)"),
    Verb.FOLLOW_UP: N_("Tindak lanjut"),
    Verb.TO_REGENCY: N_("Keterangan untuk Desk Kabupaten/Kota (boleh kosong)"),
    Verb.FORWARD: N_("Keterangan untuk Desk Provinsi (boleh kosong)"),
    Verb.ANSWER: N_("Jawaban"),
    Verb.TELL_SUPERVISOR: N_("Keterangan untuk Bawaslu (boleh kosong)"),
    Verb.POSTPONE: N_("Alasan ditunda (boleh kosong)"),
    Verb.CLOSE: N_("Hasil penyelesaian"),
    Verb.REOPEN: N_("Alasan dibuka kembali"),
}
_DONE = {
    Verb.CONVEY: N_("Catat penyampaian"),
    Verb.ADVISE: N_("Simpan saran"),
    Verb.CLOSE: N_("Tutup permasalahan"),
}
