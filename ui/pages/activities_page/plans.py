# SPDX-License-Identifier: Apache-2.0
"""Tab Kegiatan: the list of activities with its filters at the left, one activity at the right."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import activities as rules
from desk_app.domain import errors as known
from desk_app.operations import activities, activity_register, activity_text, targets
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.pages.activities_page import detail, listing, part
from ui.widgets import columns, day_field, drafts, empty_state, fields, marks


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list, in words."""

    no: int
    when: str
    title: str
    where: str
    kind: str
    stage: marks.Marked
    step: str


class PlansPart(listing.ListPart):
    """The tab; `Part` says what it tells."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._rows: list[activity_register.ActivityRow] = []
        self._wanted = 0
        self._asked = 0
        """The activity that was read last, or is being read."""
        self.kind = fields.ChoiceField(
            [("", _("Semua jenis")), *((one.value, _(words)) for one, words in _kinds())]
        )
        self.kind.setAccessibleName(_("Jenis kegiatan"))
        self.stage = fields.ChoiceField(
            [("", _("Semua status")), *((one.value, _(rules.STAGE_LABELS[one])) for one in rules.Stage)]
        )
        self.stage.setAccessibleName(_("Status"))
        for field in (self.kind, self.stage):
            field.set_value("")
            field.committed.connect(lambda _code: self.reload())
        self.new_kind = fields.ChoiceField([(one.value, _(words)) for one, words in _kinds()])
        self.new_kind.setMinimumContentsLength(13)
        self.new_kind.set_value(rules.Kind.VISIT.value)
        self.new_kind.setAccessibleName(_("Jenis kegiatan baru"))
        self.add = self.line_for_new("plans", _("Kegiatan baru: satu kalimat"), _("Tambah kegiatan"))
        self.table = self.listed(
            [
                columns.Column("when", _("Waktu"), 130, below="kind"),
                columns.Column("title", _("Kegiatan"), 180, stretches=True, below="where"),
                columns.Column("stage", _("Status"), 130, below="step"),
                columns.Column("where", _("Tempat"), 120),
                columns.Column("kind", _("Jenis kegiatan"), 120),
                columns.Column("step", _("Langkah berikutnya"), 120),
            ],
            empty_state.EmptyState(
                "tanggal",
                _("Belum ada kegiatan"),
                _("Rapat koordinasi, sosialisasi, kampanye dan kunjungan monitoring dicatat di sini, "
                  "dari jadwal sampai laporan. Tulis satu kalimat di atas."),
            ),
            name="activities",
            filter_words=_("Cari kegiatan, tempat, tokoh …"),
            unit=lambda count: ngettext("{count} kegiatan", "{count} kegiatan", count),
        )
        self.table.chosen.connect(self._choose)
        part.take_over_copy(self.table, self.copy_list)
        self.detail = detail.ActivityPanel(desk, lanes, failed, held)
        self.pass_on(self.detail)
        self.detail.deleted.connect(self._forget)
        self._nothing = empty_state.EmptyState(
            "tanggal", _("Pilih satu kegiatan di daftar"), _("Langkah-langkahnya tampil di sini.")
        )
        self.right = QtWidgets.QStackedWidget()
        self.right.addWidget(self._nothing)
        self.right.addWidget(self.detail)
        self.right.setMinimumHeight(100)
        self.lay_out(self._left(), self.right, name="activities", share=0.48)

    def reload(self) -> None:
        """Read the list and the activity that is shown again."""
        desk, kind, stage = self.desk, self.kind.value(), self.stage.value()

        def read() -> tuple[list[activity_register.ActivityRow], list[Line]]:
            chosen = activity_register.ActivityFilter(kinds=(kind,) if kind else ())
            rows = activity_register.rows(desk, chosen, (rules.Stage(stage),) if stage else ())
            return rows, [_line(row) for row in rows]

        self.lanes.read(read, self._take, self.failed, key="activities")
        if self._asked:
            self._read_one(self._asked)

    def show_activity(self, no: int) -> None:
        """Show one activity; the filters make room for it."""
        self._wanted = no
        self._read_one(no)
        self.split.show_detail()
        if self.table.show_row(no):
            self._wanted = 0
        else:
            for field in (self.kind, self.stage):
                field.set_value("")
            self.table.filter.clear()
            self.reload()

    def open_target(self, target: targets.Target) -> None:
        """Show an activity, or a list by `kind` and `stage`."""
        if target.record:
            self.show_activity(target.record)
            return
        self.kind.set_value(str(target.chosen.get("kind") or ""))
        self.stage.set_value(str(target.chosen.get("stage") or ""))
        self.table.filter.clear()
        self.split.show_list()
        self.reload()

    def open_draft(self, key: str) -> None:
        """Go on with a new activity, or with what was begun about one."""
        if key == "new":
            self.split.show_list()
            self.add.begin()
            return
        kind, _slash, no = key.partition("/")
        self.show_activity(int(no))
        self.detail.open_draft(kind)

    def commit(self) -> None:
        self.detail.commit()

    def copy_list(self) -> None:
        """Put what is listed on the clipboard for WhatsApp: the campaign as its form has it, else one line each."""
        shown = {line.no for line in self.table.model.shown()}
        rows = [row for row in self._rows if row.no in shown]
        desk, is_campaign = self.desk, self.kind.value() == rules.Kind.CAMPAIGN.value
        self.copy_text(
            lambda: activity_text.campaign_text(desk, rows) if is_campaign else activity_text.list_text(desk, rows)
        )

    def copy_form(self) -> None:
        """Put the campaign's table of the day's report on the clipboard, with its headings, for a spreadsheet."""
        shown = {line.no for line in self.table.model.shown()}
        rows = [row for row in self._rows if row.no in shown and row.kind == rules.Kind.CAMPAIGN]
        if not rows:
            self.say(_("Tidak ada kampanye di daftar ini. Pilih jenis kegiatan Kampanye."))
            return
        lines = [activity_text.CAMPAIGN_HEADINGS, *activity_text.campaign_table(rows)]
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines) + "\n"
        QtGui.QGuiApplication.clipboard().setText(text)
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", len(rows))
        self.told.emit(said.format(count=len(rows)))

    def _left(self) -> QtWidgets.QWidget:
        new = QtWidgets.QHBoxLayout()
        new.setSpacing(theme.SPACE)
        new.addWidget(self.new_kind)
        new.addWidget(self.add, 1)
        choose = QtWidgets.QHBoxLayout()
        choose.setSpacing(theme.SPACE)
        choose.addWidget(self.kind, 1)
        choose.addWidget(self.stage, 1)
        links = QtWidgets.QHBoxLayout()
        links.setSpacing(0)
        self.copy_button = part.link(_("Salin untuk WA"), "wa", self.copy_list)
        self.form_button = part.link(_("Salin tabel kampanye"), "tabel", self.copy_form)
        self.form_button.setToolTip(_("Tabel laporan harian kampanye, untuk ditempel di Excel atau Word"))
        links.addWidget(self.copy_button)
        links.addWidget(self.form_button)
        links.addStretch(1)
        return self.above(new, choose, self.table, links)

    def make_new(self, title: str) -> None:
        desk, kind = self.desk, str(self.new_kind.value() or rules.Kind.OTHER.value)

        def made(no: int) -> None:
            self.add.written()
            self.detail.await_schedule(no)
            self.show_activity(no)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.add.refuse(errors.words(error))

        self.lanes.write(lambda: activities.new_activity(desk, title, kind), made, refused)

    def _take(self, read: tuple[list[activity_register.ActivityRow], list[Line]]) -> None:
        self._rows, lines = read
        self.table.set_rows(lines)
        if self._wanted:
            self.table.show_row(self._wanted)
            self._wanted = 0

    def _choose(self, line: Line | None) -> None:
        if line is None or (self._wanted and line.no != self._wanted):
            return  # the row before, which stays the current one until the wanted one is
        if line.no != self._asked:
            self._read_one(line.no)

    def _read_one(self, no: int) -> None:
        desk, self._asked = self.desk, no

        def missing(error: Exception) -> None:
            if isinstance(error, known.NotFound):
                self._forget()
            else:
                self.failed(error)

        self.lanes.read(lambda: activity_register.activity(desk, no), self._show, missing, key="activity")

    def _show(self, found: activity_register.Activity) -> None:
        self.detail.show_activity(found)
        self.right.setCurrentWidget(self.detail)

    def _forget(self) -> None:
        self._asked = 0
        self.detail.clear()
        self.right.setCurrentWidget(self._nothing)
        self.split.show_list()


def _kinds() -> list[tuple[rules.Kind, str]]:
    return [(one, rules.KIND_LABELS[one]) for one in rules.Kind]


def _line(row: activity_register.ActivityRow) -> Line:
    return Line(
        no=row.no,
        when=_when(row),
        title=row.title,
        where=", ".join(one for one in (row.site, row.place_label) if one),
        kind=_(row.kind_label),
        stage=marks.Marked(_(rules.STAGE_LABELS[row.stage]), part.STAGE_MARKS[row.stage]),
        step="" if row.open_step is None else _(rules.STEP_LABELS[row.open_step]),
    )


def _when(row: activity_register.ActivityRow) -> str:
    """The day and when it begins, of several the first and the last without hours: the column is narrow."""
    if row.to_day and row.to_day != row.from_day:
        first, last = day_field.words(row.from_day), day_field.words(row.to_day)
        return f"{first[:2]}–{last}" if first[2:] == last[2:] else f"{first[:5]}–{last}"
    begins = activity_register.when_words(row.from_day, "", row.from_minute, None)
    return begins or _("tanpa tanggal")
