# SPDX-License-Identifier: Apache-2.0
"""One activity: the chain of its steps, and below it the card of the step that is open; photos for all of them."""

import functools
from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import activities as rules
from desk_app.domain import words
from desk_app.operations import activities, activity_register, activity_text, targets
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.dialogs import attached_card
from ui.pages.activities_page import cards, decisions, paper_links, part, persons, points, reporting, visited
from ui.widgets import drafts, flow_row, form, marks, step_chain

_ICONS = {
    rules.Passed.DONE: ("siap", "siap"),
    rules.Passed.NEXT: ("buka", "primary"),
    rules.Passed.AHEAD: ("belum", "muted"),
    rules.Passed.NOT_NEEDED: ("tutup", "muted"),
}
_PASSED = {
    rules.Passed.DONE: words.N_("sudah"),
    rules.Passed.NEXT: words.N_("berikutnya"),
    rules.Passed.AHEAD: words.N_("nanti"),
    rules.Passed.NOT_NEEDED: words.N_("tidak diperlukan"),
}
_CARDS: dict[str, tuple[Callable[..., part.Part], tuple[Any, ...]]] = {
    "schedule": (cards.ScheduleCard, ()),
    "letter": (cards.LetterCard, ()),
    "officers": (persons.PersonsCard, (rules.Part.OFFICER,)),
    "invitation": (cards.InvitationCard, ()),
    "guests": (persons.PersonsCard, (rules.Part.GUEST,)),
    "points": (points.PointsCard, ()),
    "visits": (visited.VisitsCard, ()),
    "result": (cards.ResultCard, ()),
    "minutes": (cards.MinutesCard, ()),
    "decisions": (decisions.DecisionsCard, ()),
    "report": (reporting.ReportCard, ()),
}
"""The cards, from above to below."""

_OF_STEP: dict[rules.Step, tuple[str, ...]] = {
    rules.Step.SCHEDULE: ("schedule",),
    rules.Step.LETTER: ("letter", "officers"),
    rules.Step.INVITATION: ("invitation", "guests"),
    rules.Step.SHEET: ("points",),
    rules.Step.ATTENDANCE: ("guests",),
    rules.Step.VISITS: ("visits",),
    rules.Step.RESULT: ("result",),
    rules.Step.MINUTES: ("minutes", "decisions"),
    rules.Step.REPORT: ("report",),
}


class ActivityPanel(part.Part):
    """The panel; `deleted()`: the activity is gone."""

    deleted = QtCore.Signal()

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._found: activity_register.Activity | None = None
        self._awaited = 0
        self.title = form.label("", "heading", wraps=True)
        self.meta = form.label("", "muted", wraps=True)
        self.stage = marks.Chip()
        self.chain = step_chain.StepChain()
        self.chain.picked.connect(self.show_step)
        self.next_button = part.push("", "buka", self.open_next)
        self.papers = paper_links.PaperLinks(self)
        self.papers.wanted.connect(self._open_paper)
        self.skip = QtWidgets.QCheckBox(_("Langkah ini tidak diperlukan"))
        self.skip.clicked.connect(self._pass_over)
        self._made: dict[str, Any] = {}
        self.attached = attached_card.AttachedCard(desk, lanes, failed)
        self.attached.notices.connect(self.notices)
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._head())
        column.addWidget(self.attached)
        column.addStretch(1)
        self._column = column
        self.area = form.scrolled(whole)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.attached.strip.watch(self)

    @property
    def no(self) -> int:
        """The record that is shown, 0 without one."""
        return self._found.row.no if self._found is not None else 0

    def show_activity(self, found: activity_register.Activity) -> None:
        """Show an activity as it was just read; of another one the next step is open."""
        is_other = found.row.no != self.no
        if is_other:
            self.commit()
            self.area.verticalScrollBar().setValue(0)
        self._found = found
        row = found.row
        self.title.setText(row.title)
        where = ", ".join(one for one in (row.site, row.place_label) if one)
        self.meta.setText(" · ".join(one for one in (_(row.kind_label), row.when, where, row.team_label) if one))
        self.stage.set_value(marks.Marked(_(rules.STAGE_LABELS[row.stage]), part.STAGE_MARKS[row.stage]))
        self.cancel_button.setText(_("Jadi diadakan") if found.cancelled else _("Batalkan kegiatan"))
        self.papers.show_activity(found)
        self._show_chain(found, is_other=is_other)
        for card in self._all():
            card.show_activity(found)
        self.attached.show_record(row.no)
        if self._awaited == row.no:
            self._awaited = 0
            self.show_step(rules.Step.SCHEDULE.value)
            self.card("schedule").form.field("from_day").setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def show_step(self, code: str) -> None:
        """Open the card of a step."""
        self.commit()
        self.chain.set_current(code)
        self._show_cards(code)

    def open_next(self) -> None:
        """Open the card of the step that comes next."""
        if self._found is not None and self._found.row.open_step is not None:
            self.show_step(self._found.row.open_step.value)

    def clear(self) -> None:
        """Show nothing: the activity is gone."""
        self._found = None

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        for card in self._all():
            card.commit()

    def await_schedule(self, no: int) -> None:
        """Begin to type at the day of this activity as soon as it is shown."""
        self._awaited = no

    def open_draft(self, kind: str) -> None:
        """Go on with what was begun: a decision, a person."""
        steps = {"decision": rules.Step.MINUTES, "petugas": rules.Step.LETTER, "undangan": rules.Step.INVITATION}
        if kind in steps and self._found is not None and steps[kind] in rules.steps(self._found.row.kind):
            self.show_step(steps[kind].value)

    def copy(self) -> None:
        """Put the activity on the clipboard for WhatsApp."""
        desk, no = self.desk, self.no
        self.commit()
        self.copy_text(lambda: activity_text.text(desk, activity_register.activity(desk, no)))

    def delete(self) -> None:
        """Take the activity out of the list; Ctrl+Z brings it back."""
        if self._found is None:
            return
        desk, no = self.desk, self.no
        said = _("Kegiatan “{title}” dihapus dari daftar.").format(title=self._found.row.title)
        self.undo.take_out(lambda: activities.delete_activity(desk, no), said, self.failed, self.deleted.emit)

    def cancel(self) -> None:
        """Say that the activity does not take place, or does after all."""
        if self._found is not None:
            desk, no, wanted = self.desk, self.no, not self._found.cancelled
            self.write(lambda: activities.cancel(desk, no, cancelled=wanted))

    def _head(self) -> QtWidgets.QWidget:
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.title, 1)
        top.addWidget(self.stage, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        links = flow_row.FlowRow(4)
        links.setContentsMargins(-8, 0, 0, 0)
        self.copy_button = part.link(_("Salin untuk WA"), "wa", self.copy)
        self.cancel_button = part.link(_("Batalkan kegiatan"), "tutup", self.cancel)
        self.history_button = part.link(_("Riwayat"), "riwayat", self._open_history)
        self.delete_button = part.link(_("Hapus"), "hapus", self.delete)
        tools = (self.copy_button, self.papers.others, self.cancel_button, self.history_button, self.delete_button)
        for button in tools:
            links.addWidget(button)
        frame = form.card(self.meta, self.chain, self.skip)
        column = frame.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(6)
        column.insertLayout(0, top)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.next_button)
        foot.addWidget(self.papers.step)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(form.line())
        column.addLayout(links)
        return frame

    def card(self, name: str) -> Any:
        """A card by its name, made when its step is first opened."""
        if name not in self._made:
            made: Any = self._makers()[name]()
            self._made[name] = made
            self.pass_on(made)
            order = list(_CARDS)
            behind = [self._made[one] for one in order[order.index(name) + 1 :] if one in self._made]
            self._column.insertWidget(self._column.indexOf((behind or [self.attached])[0]), made)
            self.attached.strip.watch(made)
            if self._found is not None:
                made.show_activity(self._found)
        return self._made[name]

    def _makers(self) -> dict[str, Callable[[], part.Part]]:
        with_ = (self.desk, self.lanes, self.failed, self.drafts)
        return {name: functools.partial(make, *with_, *more) for name, (make, more) in _CARDS.items()}

    def _all(self) -> list[Any]:
        """The cards that were made."""
        return list(self._made.values())

    def _show_chain(self, found: activity_register.Activity, *, is_other: bool) -> None:
        self.chain.set_steps(
            [
                step_chain.ChainStep(
                    step.value,
                    _(rules.STEP_LABELS[step]),
                    *_ICONS[passed],
                    _(_PASSED[passed]),
                    passed is rules.Passed.NEXT,
                )
                for step, passed in found.chain
            ]
        )
        step = found.row.open_step
        if step is not None:
            said = _("Berikutnya: {step}").format(step=_(rules.STEP_LABELS[step]))
        else:
            said = _("Kegiatan ini batal") if found.cancelled else _("Semua langkah selesai")
        self.next_button.setText(said)
        self.next_button.setEnabled(step is not None)
        if is_other or not self.chain.current():
            first = step.value if step is not None else found.chain[-1][0].value
            self.chain.set_current(first)
        self._show_cards(self.chain.current())

    def _show_cards(self, code: str) -> None:
        if self._found is None:
            return
        step = rules.Step(code)
        shown = [self.card(name) for name in _OF_STEP[step]]
        for card in self._all():
            card.setVisible(card in shown)
        if "guests" in self._made:
            self.card("guests").set_marking(step is rules.Step.ATTENDANCE)
        self.papers.show_step(step)
        passed = dict(self._found.chain).get(step)
        self.skip.setVisible(step in rules.OPTIONAL and passed is not rules.Passed.DONE)
        self.skip.setChecked(code in self._found.not_needed)

    def _pass_over(self, on: bool) -> None:
        desk, no, step = self.desk, self.no, rules.Step(self.chain.current())
        self.write(lambda: activities.pass_over(desk, no, step, passed=on))

    def _open_paper(self, key: str) -> None:
        self.commit()
        target = targets.Target(targets.Page.REPORTS, record=self.no, chosen={"report": key})
        self.navigate.emit(target.page.value, target)

    def _open_history(self) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self.desk, self.lanes, self.no, self.title.text(), self.window()).open()
