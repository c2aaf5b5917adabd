# SPDX-License-Identifier: Apache-2.0
"""The dated thread of an issue: follow-ups, and what was altered beside them, the newest first."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import hours
from desk_app.domain import issues as rules
from desk_app.domain.words import N_
from desk_app.operations import days, issue_detail, issue_edits
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.issues_page import verbs
from ui.widgets import form, time_line

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
_TONES = {
    rules.Verb.CLOSE: "siap",
    rules.Verb.TELL_SUPERVISOR: "siap",
    rules.Verb.REOPEN: "masalah",
    rules.Verb.POSTPONE: "belum_lengkap",
}


class ThreadCard(QtWidgets.QWidget):
    """The card: `times` are its entries."""

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._edits: tuple[issue_edits.Edit, ...] = ()
        self._found: issue_detail.IssueDetail | None = None
        self.times = time_line.TimeLine()
        self._nothing = form.label(_("Belum ada tindak lanjut."), "muted")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form.card(self._nothing, self.times, title=_("Tindak lanjut")))

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        """Show the thread of an issue as it was just read; what was altered follows when it is read too."""
        desk, no = self._desk, found.row.no
        if self._found is None or no != self._found.row.no:
            self._edits = ()
        self._found = found
        self._put(found)

        def take(edits: tuple[issue_edits.Edit, ...]) -> None:
            if self._found is not None and no == self._found.row.no and edits != self._edits:
                self._edits = edits
                self._put(self._found)

        self._runner.read(lambda: issue_edits.of_issue(desk, no), take, self._failed, key="issue edits")

    def _when(self, moment: int) -> str:
        return hours.write_moment(days.local(self._desk, moment))

    def _put(self, found: issue_detail.IssueDetail) -> None:
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
        self.times.set_entries(entries)
        self.times.setVisible(bool(entries))
        self._nothing.setVisible(not entries)


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
