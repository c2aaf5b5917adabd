# SPDX-License-Identifier: Apache-2.0
"""A result told over the phone: the code is typed as it is heard, read back figure by figure, kept until the paper."""

import html
from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import words as domain_words
from desk_app.domain.counts import rules
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.domain.words import dotted
from desk_app.operations import count_phone
from desk_app.operations.desk import Desk
from ui import errors, runner, theme
from ui.widgets import form, notice, remark_list

_WAIT_MS = 250
_WIDTH = 560
_ROOM = 60
_LONG = 10
"""Lines of figures below each other at most."""


class CountPhoneDialog(QtWidgets.QDialog):
    """`kept(words)`: a result was kept; the dialog stays open for the next call."""

    kept = QtCore.Signal(str)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, race: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._lanes = desk, lanes
        self.found: count_phone.Preview | None = None
        self._asked = ("", False)
        self.setWindowTitle(_("Hasil lewat telepon"))
        self.code = QtWidgets.QLineEdit(maxLength=600)
        self.code.setAccessibleName(_("Kode"))
        self.code.textChanged.connect(lambda _text: self._typed())
        self.code.returnPressed.connect(self._entered)
        self.read_back = QtWidgets.QCheckBox(_("Tanpa angka pemeriksa: semua angka sudah saya bacakan ulang"))
        self.read_back.toggled.connect(lambda _on: self._typed())
        self.rows = form.Form()
        start, self._order = count_phone.example(desk, race or next(iter(count_phone.races(desk)), ""))
        hint = _("Mulai {start} lalu angka-angka di bawah ini dan angka pemeriksa. Pisahkan dengan # atau spasi.")
        self.rows.add("code", _("Kode yang dibacakan"), self.code, hint.format(start=start))
        self.place = form.label("", "heading", wraps=True)
        self.figures = form.label("", wraps=True)
        self.figures.setTextFormat(QtCore.Qt.TextFormat.RichText)
        self.check = form.label("", "muted", wraps=True)
        self.remarks = remark_list.RemarkList()
        self.notices = notice.NoticeBar()
        self.button = QtWidgets.QPushButton(_("Simpan sementara"))
        theme.set_role(self.button, "primary")
        self.button.setAutoDefault(False)
        self.button.setEnabled(False)
        self.button.clicked.connect(self._keep)
        self._soon = QtCore.QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._look)
        self._arrange()
        theme.dress(self)
        self.setMinimumWidth(_WIDTH)
        self._show(None)
        self.code.setFocus()

    def _arrange(self) -> None:
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(form.label(_("Hasil lewat telepon"), "heading"))
        said = _("Berlaku sementara, sampai formulirnya disalin atau kiriman kecamatan masuk; lalu dibandingkan.")
        column.addWidget(form.label(f"{said} {_(DISCLAIMER)}", "muted", wraps=True))
        column.addWidget(self.rows)
        column.addWidget(self.read_back)
        column.addWidget(self.place)
        column.addWidget(self.figures)
        column.addWidget(self.check)
        column.addWidget(self.remarks)
        column.addWidget(self.notices)
        column.addStretch(1)
        column.addLayout(foot)

    def _typed(self) -> None:
        self.found = None
        self.button.setEnabled(False)
        self.rows.accept_all()
        self._soon.start()

    def _entered(self) -> None:
        """Enter looks at once, and keeps what was looked at and has nothing against it."""
        if self.found is not None and self.button.isEnabled():
            self._keep()
        else:
            self._soon.stop()
            self._look()

    def _look(self) -> None:
        text, back = self.code.text(), self.read_back.isChecked()
        self._asked = (text, back)
        if not text.strip():
            self._show(None)
            return
        desk = self._desk
        self._lanes.read(
            lambda: count_phone.told(desk, text, read_back=back),
            lambda found: self._take((text, back), found),
            self._refuse,
            key="counts/phone",
        )

    def _take(self, asked: tuple[str, bool], found: count_phone.Preview) -> None:
        if asked == self._asked:
            self.rows.accept_all()
            self._show(found)

    def _show(self, found: count_phone.Preview | None) -> None:
        self.found = found
        self.button.setEnabled(found is not None and found.closed is None)
        self.place.setVisible(found is not None)
        if found is None:
            self.place.setText("")
            self.figures.setText(_table([(_said(one), "") for one in self._order]))
            self.check.setText(_("x = tidak terbaca di formulir"))
            self.remarks.set_lines([])
            self._fit()
            return
        self.notices.clear()
        self.place.setText(_said(found.place))
        self.figures.setText(_table([(_said(one.label), _figure(one.value)) for one in found.lines]))
        self.check.setText(_("Angka pemeriksa: {number}").format(number=dotted(found.check)))
        told = [
            remark_list.Line(f"{one.rule.value}: {_said(one.words)}", grave=one.level is rules.Level.ERROR)
            for one in found.findings
        ]
        if found.closed is not None:
            told.insert(0, remark_list.Line(_said(found.closed), grave=True))
        if found.own:
            said = _("{line}: telepon {told}, salinan Anda {own}")
            told += [
                remark_list.Line(said.format(line=_said(one.label), told=_figure(one.value), own=_figure(one.before)))
                for one in found.own
            ]
        if found.told_before:
            told.append(remark_list.Line(_("TPS ini sudah pernah dilaporkan lewat telepon; yang lama diganti.")))
        self.remarks.set_lines(told)
        self._fit()

    def _fit(self) -> None:
        """As high as what is said; lines that wrap tell that only for a width."""
        column = self.layout()
        if column is not None:
            column.activate()
            room = self.screen().availableSize().height() - _ROOM
            self.setMinimumHeight(min(column.totalHeightForWidth(max(self.width(), _WIDTH)), room))
            self.resize(self.width(), self.minimumHeight())

    def _keep(self) -> None:
        found, desk = self.found, self._desk
        if found is None:
            return
        text, back = self._asked
        self.button.setEnabled(False)
        self._lanes.write(
            lambda: count_phone.keep(desk, text, read_back=back), lambda kept: self._done(kept), self._refuse
        )

    def _done(self, found: count_phone.Preview) -> None:
        said = _("Tersimpan sementara: {place}").format(place=_said(found.place))
        self.kept.emit(said)
        self.code.clear()
        self.read_back.setChecked(False)
        self._soon.stop()
        self._show(None)
        self.notices.tell(notice.Notice(said, notice.Tone.DONE))
        self.code.setFocus()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._show(None)
        self.rows.rows["code"].refuse(errors.words(error))


def open_over(
    parent: QtWidgets.QWidget, desk: Desk, lanes: runner.Runner, race: str, kept: Callable[[str], object]
) -> CountPhoneDialog:
    """Open the dialog over a window; it is gone when it is closed."""
    made = CountPhoneDialog(desk, lanes, race, parent)
    made.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    made.kept.connect(kept)
    made.open()
    return made


def _table(lines: Sequence[tuple[str, str]]) -> str:
    """Lines and their figures; many of them in two columns beside each other."""
    half = len(lines) if len(lines) <= _LONG else -(-len(lines) // 2)
    rows = "".join(
        "<tr>" + "".join(_cells(*lines[at]) for at in (row, row + half) if at < len(lines)) + "</tr>"
        for row in range(half)
    )
    return f"<table cellspacing='0' cellpadding='2'>{rows}</table>"


def _cells(label: str, figure: str) -> str:
    return (
        f"<td style='padding-right:16px'>{html.escape(label)}</td>"
        f"<td align='right' style='padding-right:24px'><b>{figure}</b></td>"
    )


def _figure(value: int | None) -> str:
    return "–" if value is None else dotted(value)


def _said(one: domain_words.Phrase) -> str:
    return domain_words.render(one.message, one.params, _)
