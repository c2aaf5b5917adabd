# SPDX-License-Identifier: Apache-2.0
"""Belum masuk: the TPS without a whole copy, whom to call about each, and the list as a message."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import places, words
from desk_app.operations import count_area, count_board, count_text, targets
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.pages.counts_page import part, races
from ui.widgets import columns, empty_state, form, marks, notice, split_view, table_panel

MOST, CALLED = 3000, 6
"""TPS that are listed, and people that are named of one; an office has fewer, a province is narrowed to a region."""

_PROGRESS = frozenset("count_form count_rules contact team member candidate".split())


@dataclass(frozen=True, slots=True)
class Read:
    """The TPS, their lines, what of these is searched, and the region alone that is shown ("" all of them)."""

    found: list[count_board.MissingTps]
    lines: list[SimpleNamespace]
    texts: list[str]
    name: str


class MissingPart(part.Part):
    """The tab."""

    listens = _PROGRESS

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self.found: list[count_board.MissingTps] = []
        self.region = ""
        self.races = races.RaceButtons(desk)
        self.races.chosen.connect(self._read)
        self.everywhere = QtWidgets.QPushButton()
        theme.set_role(self.everywhere, "link")
        self.everywhere.clicked.connect(lambda _checked=False: self._narrow(""))
        self.more = form.label("", "muted")
        self.more.hide()
        self.copy_button = QtWidgets.QPushButton(_("Salin untuk WA"))
        icons.put(self.copy_button, "wa", "primary")
        theme.set_role(self.copy_button, "link")
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_message())
        self.table = table_panel.TablePanel(
            [
                columns.Column("district", _("Kecamatan"), 120),
                columns.Column("where", _("Desa/kelurahan"), 130, stretches=True),
                columns.Column("label", _("TPS"), 72),
                columns.Column("voters", _("DPT"), 52, "right"),
                columns.Column("state", _("Keadaan"), 116),
                columns.Column("person", _("Hubungi"), 150),
                columns.Column("phone", _("Telepon"), 118, private=True),
            ],
            name="count missing",
            identity="subject",
            filter_words=_("Cari: kecamatan, desa, nomor …"),
            unit=lambda count: ngettext("{count} TPS belum masuk", "{count} TPS belum masuk", count),
        )
        nobody = _("Tidak ada yang ditunggu untuk pemilihan ini.")
        self.table.set_empty(empty_state.EmptyState("siap", _("Semua TPS sudah masuk"), nobody))
        self.table.chat_button.hide()
        self.table.view.chat_requested.disconnect(self.table.copy_for_chat)
        self.table.view.chat_requested.connect(self.copy_message)
        self.table.told.connect(lambda said: self.say(said, notice.Tone.DONE))
        self.table.chosen.connect(self._show_people)
        self.table.opened.connect(self._open)
        self.title = form.label("", "heading", wraps=True)
        self.hint = form.label("", "muted", wraps=True)
        self.people = QtWidgets.QVBoxLayout()
        self.people.setSpacing(theme.SPACE)
        self.enter = form.button("ubah", _("Salin hasil TPS ini"), lambda: self._open(self.table.current()))
        self._lay_out()
        self.first_field = self.table.filter

    def reload(self, flags: frozenset[str] = frozenset()) -> None:
        if not flags or flags & {"election", "setting", "count_rules"}:
            self.races.load()
        self._read()

    def open_target(self, target: targets.Target) -> None:
        """Show a race, and one region alone."""
        race = str(target.chosen.get("race") or "")
        if race:
            self.races.load()
            self.races.set_value(race)
        self._narrow(places.region_of(target.subject) if target.subject else "")

    def copy_message(self) -> None:
        """Put the TPS that are waited for on the clipboard as text for WhatsApp."""
        if self.found:
            text = count_text.missing_text(self.desk, self.races.label(), self.found)
            QtGui.QGuiApplication.clipboard().setText(text)
            self.say(_("Disalin. Tempelkan di WhatsApp dengan Ctrl+V."), notice.Tone.DONE)

    def _lay_out(self) -> None:
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.races)
        head.addWidget(self.everywhere)
        head.addWidget(self.more)
        head.addStretch(1)
        head.addWidget(self.copy_button)
        self.card = form.card(self.title, self.hint)
        inner = self.card.layout()
        assert isinstance(inner, QtWidgets.QVBoxLayout)
        inner.addLayout(self.people)
        inner.addWidget(self.enter)
        inside = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.split = split_view.SplitView(self.table, form.scrolled(inside), name="count missing", share=0.72)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SPACE, 0, 0)
        whole.setSpacing(theme.SPACE)
        whole.addLayout(head)
        whole.addWidget(self.split, 1)
        self.everywhere.hide()
        self._show_people(None)

    def _narrow(self, region: str) -> None:
        self.region = "" if region == self.desk.identity.place else region
        self._read()

    def _read(self) -> None:
        desk, race, region = self.desk, self.races.value(), self.region
        if not race:
            return

        def work() -> Read:
            found = count_board.missing(desk, race, region)
            lines = [_line(one) for one in found[:MOST]]
            name = count_area.trail(desk, region)[-1][1] if region else ""
            return Read(found, lines, self.table.model.texts_of(lines), name)

        self.lanes.read(work, self._take, self.failed, key="counts/missing")

    def _take(self, read: Read) -> None:
        self.found = read.found
        self.everywhere.setVisible(bool(read.name))
        self.everywhere.setText(_("Hanya {name}: tampilkan semua").format(name=read.name))
        self.copy_button.setEnabled(bool(read.found))
        left = len(read.found) - len(read.lines)
        self.more.setVisible(left > 0)
        words_ = _("{shown} TPS pertama dari {count}; persempit lewat Rekap").format(
            shown=words.dotted(len(read.lines)), count=words.dotted(len(read.found))
        )
        self.more.setText(words_)
        self.table.set_rows(read.lines, read.texts)
        if self.table.current() is None:
            self._show_people(None)

    def _show_people(self, line: SimpleNamespace | None) -> None:
        form.empty(self.people)
        self.enter.setVisible(line is not None)
        if line is None:
            self.title.setText(_("Siapa yang dihubungi"))
            self.hint.setText(_("Pilih satu TPS di daftar."))
            return
        self.title.setText(f"{line.label} · {line.where}")
        self.hint.setText(_("Kecamatan {name}").format(name=line.district))
        for one in line.people[:CALLED]:
            phone = one.phone or _("tanpa nomor telepon")
            label = form.label(f"{one.name}\n{one.role}\n{phone}", wraps=True)
            label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            self.people.addWidget(label)
        others = len(line.people) - CALLED
        if others > 0:
            said = ngettext("dan {count} orang lagi di Tim", "dan {count} orang lagi di Tim", others)
            self.people.addWidget(form.label(said.format(count=others), "muted", wraps=True))
        if not line.people:
            words_ = _("Belum ada yang tercatat untuk wilayah ini. Isi Kontak di halaman Kegiatan.")
            self.people.addWidget(form.label(words_, "muted", wraps=True))

    def _open(self, line: SimpleNamespace | None) -> None:
        if line is not None:
            chosen: dict[str, object] = {"show": "entry", "race": self.races.value()}
            self.navigate.emit("counts", targets.Target(targets.Page.COUNTS, line.subject, chosen=chosen))


def _line(one: count_board.MissingTps) -> SimpleNamespace:
    first = one.people[0] if one.people else None
    state = marks.Marked(_("sebagian"), "belum_lengkap") if one.part else marks.Marked(_("belum masuk"), "belum")
    return SimpleNamespace(
        subject=one.subject,
        district=one.district,
        where=one.where,
        label=one.label,
        voters=one.voters or None,
        state=state,
        person=first.name if first else "",
        phone=first.phone if first else "",
        people=one.people,
    )
