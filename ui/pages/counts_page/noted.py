# SPDX-License-Identifier: Apache-2.0
"""Catatan: how many TPS break which rule, which they are, and the TPS in clarification; each leads to its TPS."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import places, words
from desk_app.domain.counts import rules
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys, count_notes, targets
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.dialogs import count_recap_dialog
from ui.pages.counts_page import part, races, weighing
from ui.widgets import columns, count_lines, empty_state, form, marks, notice, split_view, table_panel

DISPUTED, EVERY = "disputed", ""
MOST = 3_000
"""Rows of the list; who looks for one of more chooses a rule, a region or a TPS."""
_TYPING = (places.Level.REGENCY, places.Level.DISTRICT)
_RIGHTS = frozenset((Right.VERIFY, Right.TOTALS))
_MARKS = {rules.Level.ERROR: "masalah", rules.Level.WARNING: "belum_lengkap", rules.Level.NOTICE: "belum"}


@dataclass(frozen=True, slots=True)
class Read:
    """What stands: the rules that are broken, and the rows of the one that is chosen."""

    notes: count_notes.Notes
    rules: tuple[SimpleNamespace, ...]
    rows: tuple[SimpleNamespace, ...]


class NotedPart(part.Part):
    """The tab."""

    listens = frozenset("count_form count_result count_rules count_wrap count_key count_recap candidate".split())

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self.region = ""
        self.rule = EVERY
        self.rounds = weighing.Weighing(
            self, "counts/notes", _RIGHTS, look=self._look, take=self._take, failed=self._failed
        )
        self.rounds.ended.connect(self._tell_dialog)
        self.dialog: count_recap_dialog.CountRecapDialog | None = None
        self.races = races.RaceButtons(desk)
        self.races.chosen.connect(self.reload)
        self.accepted = QtWidgets.QCheckBox(_("Juga yang sudah diterima"))
        self.accepted.toggled.connect(lambda _on: self.rounds.read())
        self.everywhere = QtWidgets.QPushButton()
        theme.set_role(self.everywhere, "link")
        self.everywhere.clicked.connect(lambda _checked=False: self._narrow(""))
        self.weighing = QtWidgets.QLabel()
        theme.set_role(self.weighing, "muted")
        self.rounds.stepped.connect(self.weighing.setText)
        self.rules = table_panel.TablePanel(
            [
                columns.Column("number", _("Aturan"), 92),
                columns.Column("label", _("Yang diperiksa"), 160, stretches=True),
                columns.Column("stations", _("TPS"), 70, "right"),
            ],
            name="count rules broken",
            identity="code",
            has_filter=False,
        )
        self.rules.chosen.connect(self._choose)
        self.table = count_lines.NotesTable(
            [
                columns.Column("label", _("TPS"), 76),
                columns.Column("where", _("Desa/kelurahan"), 126),
                columns.Column("rule", _("Aturan"), 96),
                columns.Column("words", _("Catatan"), 278, stretches=True),
                columns.Column("gap", _("Selisih"), 60, "right"),
                columns.Column("accepted", _("Diterima"), 70),
            ],
            name="count notes",
            identity="key",
            filter_words=_("Cari: desa, nomor, kata …"),
            unit=lambda count: ngettext("{count} catatan", "{count} catatan", count),
        )
        self.table.set_empty(
            empty_state.EmptyState("siap", _("Tidak ada catatan"), _("Semua salinan yang masuk cocok hitungannya."))
        )
        self.table.opened.connect(self._open)
        self.table.told.connect(lambda said: self.say(said, notice.Tone.DONE))
        self.shut = empty_state.EmptyState(
            "rahasia",
            _("Catatan dibuka oleh pemeriksa"),
            _("Angka yang tidak cocok dilihat oleh akun yang boleh memeriksa atau melihat jumlah suara."),
        )
        self.recap = form.button("hasil", _("Rekap D.HASIL …"), self.open_recap)
        self.recap.setToolTip(_("Ketik D.HASIL dan bandingkan dengan jumlah TPS yang disalin"))
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.races)
        head.addWidget(self.everywhere)
        head.addStretch(1)
        head.addWidget(self.weighing)
        head.addWidget(self.recap)
        head.addWidget(self.accepted)
        self.left_out = QtWidgets.QLabel()
        theme.set_role(self.left_out, "muted")
        right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.left_out)
        self.left_out.hide()
        self.split = split_view.SplitView(self.rules, right, name="count notes", share=0.3)
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.shut)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SPACE, 0, 0)
        whole.setSpacing(theme.SPACE)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)
        self.everywhere.hide()
        self.first_field = self.rules.view

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        """Weigh what came in, then read; for who may."""
        if not flags or flags & {"election", "setting", "count_rules"}:
            self.races.load()
        rights = count_keys.rights(self.desk)
        may = bool(rights & _RIGHTS)
        self.recap.setVisible(Right.ENTER in rights and places.level_of(self.desk.identity.place) in _TYPING)
        self.accepted.setVisible(may)
        if may:
            self.stack.setCurrentWidget(self.split)
        else:
            self._shut()
        self.rounds.weigh()

    def open_target(self, target: targets.Target) -> None:
        """Show a race, a region and a rule ("disputed" are those in clarification)."""
        race = str(target.chosen.get("race") or "")
        if race:
            self.races.load()
            self.races.set_value(race)
        self.rule = str(target.chosen.get("rule") or EVERY)
        self._narrow(places.region_of(target.subject) if target.subject else "")

    def open_recap(self, place: str = "", line: str = "") -> None:
        """Type a D.HASIL, of a region that is given (`line`: the one to begin in) or to be chosen."""
        made = count_recap_dialog.open_over(
            self.window(),
            self.desk,
            self.lanes,
            lambda said: self.say(said, notice.Tone.DONE),
            race=self.races.value(),
            place=place,
            line=line,
        )
        made.finished.connect(lambda _result: self._forget_dialog())
        self.dialog = made

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _tell_dialog(self) -> None:
        """It stands over this tab and shows the same: what came in is weighed by now."""
        if self.dialog is not None:
            self.dialog.follow()

    def _narrow(self, region: str) -> None:
        self.region = "" if region == self.desk.identity.place else region
        self.reload()

    def _shut(self) -> None:
        """Nothing that tells a figure stays, not even out of sight."""
        self.rules.set_rows([])
        self.table.set_rows([])
        self.stack.setCurrentWidget(self.shut)

    def _look(self) -> Callable[[], Read] | None:
        desk, race, region, rule = self.desk, self.races.value(), self.region, self.rule
        with_accepted = self.accepted.isChecked()
        if not race or not _RIGHTS & count_keys.rights(desk):
            return None
        return lambda: _read(desk, race, region, rule, with_accepted=with_accepted)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, known.NotPermitted):
            self._shut()
        else:
            self.failed(error)

    def _take(self, read: Read) -> None:
        if not _RIGHTS & count_keys.rights(self.desk):  # the key was put away while it was read
            self._shut()
            return
        self.everywhere.setVisible(bool(self.region))
        self.everywhere.setText(_("Hanya {name}: tampilkan semua").format(name=read.notes.area.name))
        self.rules.set_rows(read.rules)
        if self.rules.current() is None:
            self.rules.view.blockSignals(True)
            self.rules.show_row(self.rule)
            self.rules.view.blockSignals(False)
        self.table.set_rows(read.rows)
        left = read.notes.left_out
        self.left_out.setVisible(bool(left) and self.rule != DISPUTED)
        said = ngettext(
            "{count} catatan lagi tidak ditampilkan: pilih satu aturan.",
            "{count} catatan lagi tidak ditampilkan: pilih satu aturan.",
            left,
        )
        self.left_out.setText(said.format(count=words.dotted(left)))

    def _choose(self, line: SimpleNamespace | None) -> None:
        if line is not None and line.code != self.rule:
            self.rule = line.code
            self.rounds.read()
            if self.split.is_narrow:
                self.split.show_detail()

    def _open(self, line: SimpleNamespace) -> None:
        if "-" not in line.subject:
            if not self.recap.isHidden():
                self.open_recap(line.subject, line.line)
            return
        may = Right.VERIFY in count_keys.rights(self.desk)
        show = "checking" if may else "entry"
        chosen: dict[str, object] = {"show": show, "race": self.races.value()}
        self.navigate.emit("counts", targets.Target(targets.Page.COUNTS, line.subject, chosen=chosen))


def _read(desk: Desk, race: str, region: str, rule: str, *, with_accepted: bool) -> Read:
    asked = "" if rule == DISPUTED else rule
    notes = count_notes.notes(desk, race, region, asked, with_accepted=with_accepted, most=MOST)
    disputed = tuple(count_notes.disputed(desk, race, region))
    lines = [SimpleNamespace(code=EVERY, number=_("semua"), label=_("Semua catatan"), stations=notes.stations)]
    if disputed or rule == DISPUTED:
        in_words = _("TPS dalam klarifikasi: salinan berbeda")
        number = marks.Marked(_("berbeda"), "berbeda")
        lines.append(SimpleNamespace(code=DISPUTED, number=number, label=in_words, stations=len(disputed)))
    for one in notes.counts:
        number = marks.Marked(one.rule.number, _MARKS[one.rule.level])
        lines.append(
            SimpleNamespace(code=one.rule.value, number=number, label=_(one.rule.label), stations=one.stations)
        )
    if rule == DISPUTED:
        rows = [_dispute(one) for one in disputed]
    else:
        rows = [_note(one) for one in notes.rows]
    return Read(notes, tuple(lines), tuple(rows))


def _note(one: count_notes.Note) -> SimpleNamespace:
    return SimpleNamespace(
        key=f"{one.subject} {one.rule.value} {' '.join(one.lines)}",
        subject=one.subject,
        line=next(iter(one.lines), ""),
        label=one.label,
        where=one.where,
        rule=marks.Marked(one.rule.number, _MARKS[one.level]),
        words=words.render(one.words.message, one.words.params, _),
        gap=one.gap or None,
        accepted=_("ya") if one.accepted else "",
    )


def _dispute(one: count_notes.Dispute) -> SimpleNamespace:
    told = []
    for line in one.lines:
        name = words.render(line.label.message, line.label.params, _)
        values = " / ".join(words.dotted(value) for value in line.values)
        told.append(f"{name}: {values}" if values else name)
    return SimpleNamespace(
        key=one.subject,
        subject=one.subject,
        label=one.label,
        where=one.where,
        rule=marks.Marked(_("berbeda"), "berbeda"),
        words="; ".join(told),
        gap=None,
        accepted="",
    )
