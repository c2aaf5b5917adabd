# SPDX-License-Identifier: Apache-2.0
"""The risk of one TPS: its class by a key, its indicators ticked by keyboard, a pattern of guards of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import guarding as guard_rules
from desk_app.domain import risk as rules
from desk_app.operations import guarding, risk, stations, targets
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import answer_buttons, fields, form, tick_list

KEYS = {"kurang_rawan": "K1", "rawan": "R2", "sangat_rawan": "S3", "khusus": "H4"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one TPS."""

    detail: stations.StationDetail
    offered: list[rules.Indicator]
    own: guarding.Guarded | None
    pattern: guard_rules.Pattern | None


class RiskTicks(QtWidgets.QWidget):
    """`next_wanted(step)`: the next or former TPS. `left()`: Esc, back to the list."""

    next_wanted = QtCore.Signal(int)
    left = QtCore.Signal()
    navigate = QtCore.Signal(str, object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._shown: Shown | None = None
        self._wanted = ""
        self._writing = 0
        self.title = form.label("", "heading", wraps=True)
        self.count = form.label("", "muted", wraps=True)
        options = [
            answer_buttons.Option(one.value, rules.CLASS_LABELS[one], "", KEYS[one.value]) for one in rules.RiskClass
        ]
        self.classes = answer_buttons.AnswerButtons(options)
        self.classes.setAccessibleName(_("Kelas kerawanan (Polri)"))
        self.classes.setToolTip(_("K kurang rawan · R rawan · S sangat rawan · H khusus; yang sama lagi menghapus"))
        self.classes.picked.connect(self._set_class)
        self.list = tick_list.TickList()
        self.list.setMinimumHeight(144)
        self.list.ticked.connect(self._tick)
        self.list.next_wanted.connect(self.next_wanted)
        self.hint = form.label(
            _("Angka: ke nomor · S ada, B tidak, Spasi ganti · Ctrl+↓ TPS berikutnya · Esc ke daftar"),
            "small",
            wraps=True,
        )
        self.pattern = fields.LineField(_("seperti 2-4-6"), limit=20)
        self.source = fields.LineField(_("mis. surat Polres"), limit=200)
        self.guard = form.Form(2)
        self.guard.add("pattern", _("Pola pengamanan TPS ini (Polri-TPS-Linmas)"), self.pattern)
        self.guard.add("source", _("Sumber pola"), self.source)
        self.pattern.committed.connect(lambda _text: self._save_guard())
        self.source.committed.connect(lambda _text: self._save_guard())
        link = QtWidgets.QPushButton(_("Buka di Data TPS"))
        theme.set_role(link, "link")
        link.clicked.connect(lambda _checked=False: self._open_station())
        below = QtWidgets.QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(link)
        inner = QtWidgets.QWidget()
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(form.scrolled(inner))  # a long name over three lines must not make the window higher
        column = QtWidgets.QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addWidget(self.classes)
        column.addLayout(below)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(self.guard)

    @property
    def subject(self) -> str:
        """The TPS that is shown, empty without one."""
        return self._wanted

    def show_subject(self, subject: str) -> None:
        """Read and show one TPS; what is typed about the one before is told first."""
        if subject != self._wanted:
            self.commit()
            self.guard.accept_all()
        self._wanted = subject
        desk = self._desk

        def read() -> Shown:
            detail = stations.station(desk, subject)
            own = guarding.of_station(desk, subject)
            pattern = {one.value: made for one, made in guarding.patterns(desk).items()}.get(detail.row.risk or "")
            return Shown(detail, list(detail.offered), own, pattern)

        self._lanes.read(read, self._show, self._gone, key="risk ticks")

    def begin(self) -> None:
        """Let the keyboard tick."""
        self.list.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        self.guard.commit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Shown) -> None:
        if found.detail.row.subject != self._wanted:
            return
        other = self._shown is None or self._shown.detail.row.subject != self._wanted
        self._shown = found
        self.title.setText(found.detail.title)
        lines = [tick_list.Line(one.code, _(one.label), _(one.variable) if one.variable else "", one.code)
                 for one in found.offered]
        offered = {one.code for one in found.offered}
        lines += [
            tick_list.Line(one.code, _(one.label), _("Tidak dipakai lagi"), one.code)
            for one in found.detail.indicators
            if one.code not in offered
        ]
        self.list.set_lines(lines)
        if not self._writing:  # what was just ticked is newer than what was read
            self.list.set_ticked({one.code for one in found.detail.indicators})
            self.classes.set_value(found.detail.row.risk or "")
        if other:
            self.list.begin()
        self._count()
        own = found.own
        made = f"{own.police or 0}-{own.stations}-{own.linmas or 0}" if own is not None and own.stations else ""
        self.guard.rows["pattern"].show_value(made, found.detail.seen)
        self.guard.rows["source"].show_value(own.source if own is not None else "", found.detail.seen)
        self.pattern.setPlaceholderText(
            _("menurut kelas: {pattern}").format(pattern=found.pattern) if found.pattern else _("seperti 2-4-6")
        )

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, known.NotFound):
            self._failed(error)

    def _count(self) -> None:
        self.count.setText(_("Indikator Bawaslu yang ada: {count}").format(count=len(self.list.ticks())))

    def _tick(self, code: str, on: bool) -> None:
        subject, seen = self._wanted, self._seen()
        self._count()
        self._write(lambda: risk.tick(self._desk, subject, {code: on}, seen=seen))

    def _set_class(self, code: str) -> None:
        subject, seen = self._wanted, self._seen()
        self._write(lambda: stations.edit_station(self._desk, subject, {"risk": code or None}, seen=seen))

    def _write(self, work: Callable[[], object]) -> None:
        self._writing += 1

        def done(_result: object = None) -> None:
            self._writing -= 1
            if not self._writing and self._wanted:
                self.show_subject(self._wanted)

        def failed(error: Exception) -> None:
            done()
            self._failed(error)

        self._lanes.write(work, done, failed)

    def _save_guard(self) -> None:
        subject, typed, source = self._wanted, self.pattern.value(), self.source.value()
        row = self.guard.rows["pattern"]
        if not subject or (source and not typed and (self._shown is None or self._shown.own is None)):
            return  # a source alone waits for its pattern
        row.accept()
        seen = row.seen

        def refused(error: Exception) -> None:
            if isinstance(error, known.Refused) and subject == self._wanted:
                row.refuse(errors.words(error))
            else:
                self._failed(error)

        self._lanes.write(
            lambda: guarding.set_station(self._desk, subject, typed, source, seen=seen), failed=refused
        )

    def _seen(self) -> int | None:
        return self._shown.detail.seen if self._shown is not None else None

    def _open_station(self) -> None:
        self.navigate.emit("stations", targets.Target(targets.Page.STATIONS, subject=self._wanted))
