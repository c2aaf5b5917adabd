# SPDX-License-Identifier: Apache-2.0
"""The C.HASIL of one TPS and race to be copied: its head, the form, the photo beside it, a reason where it is odd."""

from collections.abc import Collection, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain.counts import rules
from desk_app.domain.words import dotted
from desk_app.operations import count_entry
from ui import icons, theme
from ui.widgets import answer_buttons, count_fields, count_form, count_photo, form, icon_line

_PHOTO_SHARE = 0.42
_ROOM = 700
"""From this width form and photo stand beside each other without being asked."""

_LOW = 380
"""Below this height the lines of the form need the room more than their head."""


class ReasonField(QtWidgets.QLineEdit):
    """Why a form is as it is. `left()`: it is left, or the window closes; nothing is told while one types."""

    left = QtCore.Signal()

    def __init__(self, words: str, limit: int) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setMaxLength(limit)
        self.editingFinished.connect(self.commit)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self.setText(value)

    @QtCore.Slot()
    def commit(self) -> None:
        self.left.emit()


class CountSheet(QtWidgets.QFrame):
    """`raced(code)`: another race is wanted; `stepped(by)`: Ctrl+up, Ctrl+down; `left()`: Esc.

    `edited()`, `finished()`, `committed()` are those of the form, and of the reason.
    """

    raced = QtCore.Signal(str)
    stepped = QtCore.Signal(int)
    left = QtCore.Signal()
    edited = QtCore.Signal()
    finished = QtCore.Signal()
    committed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.sheet: count_entry.Sheet | None = None
        self._races: tuple[str, ...] = ()
        self._asked = self._is_low = False
        self._top, self._second = QtWidgets.QHBoxLayout(), QtWidgets.QHBoxLayout()
        self.title = form.label("", "heading", wraps=True)
        self.facts = form.label("", "muted")
        self.saved = form.label("", "muted")
        self.races = answer_buttons.AnswerButtons([])
        self.races.setAccessibleName(_("Jenis pemilihan"))
        self.races.setToolTip(_("Pindah dengan Ctrl+Page Up dan Ctrl+Page Down"))
        self.races.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.notes = [icon_line.IconLine("info", "primary", "") for _place in range(3)]
        self.form = count_form.CountForm()
        self.photo = count_photo.CountPhoto()
        self.photo_button = QtWidgets.QPushButton(_("Foto"))
        icons.put(self.photo_button, "gambar")
        self.photo_button.setCheckable(True)
        self.photo_button.setToolTip(_("Foto C.HASIL di samping isian (Ctrl+P)"))
        self.photo_button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.reason = ReasonField(_("mis. tidak ada pemilih yang hadir, sudah ditanyakan ke PPS"), 400)
        self.reason_row = form.FormRow(_("Alasan: semua perolehan nol atau sama"), self.reason)
        self.words = form.label("", "small", wraps=True)
        self.count = form.label("", "small")
        self.splitter = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(560, 200)

    def set_races(self, races: Sequence[tuple[str, str]], ready: Collection[str]) -> None:
        """Offer these races: code and short name. `ready`: those that have candidates, among which the keys step."""
        self._races = tuple(code for code, _short in races if code in ready)
        self.races.set_options([answer_buttons.Option(code, short) for code, short in races])
        self.races.setVisible(len(races) > 1)

    def show_sheet(self, sheet: count_entry.Sheet, title: str) -> None:
        """Show another TPS or race, the keys in the first field that is empty."""
        self.sheet = sheet
        self._asked = False
        self.races.set_value(sheet.key.race)
        self.title.setText(title)
        self.facts.setText(_facts(sheet.facts))
        self.saved.setText("✓ " + _("tersimpan") if sheet.record is not None else "")
        self.reason.set_value(sheet.reason)
        self._tell(sheet)
        closed = sheet.closed is not None
        self.reason.setReadOnly(closed)
        self.form.set_form(sheet.form, sheet.figures, read_only=closed)
        self.look()

    def renew(self, sheet: count_entry.Sheet) -> None:
        """The same TPS and race, read again; what is being typed stays."""
        is_typed = self.is_altered
        same = self.sheet is not None and self.sheet.form == sheet.form
        self.sheet = sheet
        self._tell(sheet)
        closed = sheet.closed is not None
        self.form.set_read_only(closed)
        self.reason.setReadOnly(closed)
        if not same:
            figures = self.form.figures() if is_typed else sheet.figures
            self.form.set_form(sheet.form, figures, read_only=closed, at=self.form.fields.at)
        elif not is_typed and self.form.figures() != dict(sheet.figures):
            self.form.set_figures(sheet.figures)
        if not is_typed:
            self.reason.set_value(sheet.reason)
        self.look()

    def show_base(self, sheet: count_entry.Sheet) -> None:
        """What has just been saved is what stands now; the fields are left alone."""
        self.sheet = sheet
        self._tell(sheet)

    def put_draft(self, figures: dict[str, int], reason: str) -> None:
        """Put in what was typed before and not saved."""
        assert self.sheet is not None
        self.form.set_form(self.sheet.form, figures, read_only=self.form.is_read_only)
        self.reason.set_value(reason)
        self.saved.setText(_("dilanjutkan dari yang belum tersimpan"))
        self.look()

    @property
    def is_altered(self) -> bool:
        """Whether there is something that was not saved."""
        one = self.sheet
        return one is not None and (self.form.figures() != dict(one.figures) or self.reason.value() != one.reason)

    @property
    def wants_reason(self) -> bool:
        """Whether all votes are nothing or the same, and nobody has said why; asked once for each form."""
        if self._asked or self.reason.value() or not self._is_odd():
            return False
        self._asked = True
        return True

    def has_keys(self) -> bool:
        """Whether the keyboard is in the form or its reason."""
        return self.form.hasFocus() or self.reason.hasFocus()

    @QtCore.Slot()
    def look(self) -> None:
        """Reckon the sums anew, and say what does not hold."""
        if self.sheet is None:
            return
        figures = self.form.figures()
        self.form.set_findings(rules.live(self.sheet.form, figures, self.sheet.facts))
        self.reason_row.setVisible(self._is_odd() or bool(self.reason.value()))
        read, needed = len(figures), len(self.sheet.form)
        self.count.setText(_("{read} dari {needed} terbaca").format(read=read, needed=needed))
        self._say()

    def say_saving(self) -> None:
        self.saved.setText(_("menyimpan …"))

    def say_saved(self) -> None:
        """It is committed."""
        whole = self.sheet is not None and self.sheet.whole
        self.saved.setText("✓ " + (_("tersimpan") if whole else _("tersimpan sebagian")))

    def say_before(self, name: str, done: count_entry.Saved) -> None:
        """Another form is shown already: say how the one before it was saved."""
        noted = len(rules.open_findings(done.findings))
        if not done.whole:
            self.saved.setText("◐ " + _("{station} tersimpan sebagian").format(station=name))
        elif noted:
            words = ngettext(
                "{station} tersimpan, {count} catatan", "{station} tersimpan, {count} catatan", noted
            )
            self.saved.setText("✓ " + words.format(station=name, count=noted))
        else:
            self.saved.setText("✓ " + _("{station} tersimpan").format(station=name))

    def say_unsaved(self) -> None:
        self.saved.setText(_("belum tersimpan"))

    def show_photo(self, shown: bool) -> None:
        """Show the photo beside the form, or give the form all the room."""
        self.photo_button.setChecked(shown)
        self.photo.setVisible(shown)
        if shown:
            whole = max(self.splitter.width(), 1)
            self.splitter.setSizes([round(whole * (1 - _PHOTO_SHARE)), round(whole * _PHOTO_SHARE)])

    @property
    def has_room(self) -> bool:
        """Whether form and photo fit beside each other."""
        return self.width() >= _ROOM

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW
        if is_low != self._is_low:
            # One line of head instead of two, one of words instead of two: two more lines of the form.
            self._is_low = is_low
            self._second.removeWidget(self.races)
            self._top.removeWidget(self.races)
            (self._top if is_low else self._second).insertWidget(1 if is_low else 0, self.races)
            self.facts.setVisible(not is_low)
            self._set_words_height(1 if is_low else 2)

    def _set_words_height(self, count: int) -> None:
        self.words.setFixedHeight(count * QtGui.QFontMetrics(theme.font(theme.SMALL)).lineSpacing() + 2)

    def step_race(self, by: int) -> None:
        """Ask for the race before or after this one."""
        if self.sheet is not None and len(self._races) > 1 and self.sheet.key.race in self._races:
            self.raced.emit(self._races[(self._races.index(self.sheet.key.race) + by) % len(self._races)])

    def _lay_out(self) -> None:
        top = self._top
        top.setSpacing(theme.SPACE)
        top.addWidget(self.title, 1)
        top.addWidget(self.saved, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.photo_button)
        second = self._second
        second.setSpacing(2 * theme.SPACE)
        second.addWidget(self.races)
        second.addWidget(self.facts, 1)
        head = QtWidgets.QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 4)
        head.setSpacing(4)
        head.addLayout(top)
        head.addLayout(second)
        for note in self.notes:
            head.addWidget(note)
            note.hide()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.form)
        self.splitter.addWidget(self.photo)
        self.photo.hide()
        foot = QtWidgets.QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 4)
        foot.setSpacing(2 * theme.SPACE)
        self.words.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
        self._set_words_height(2)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.count)
        self.reason_row.setContentsMargins(12, 4, 12, 0)
        self.reason_row.hide()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(form.line())
        column.addWidget(self.splitter, 1)
        column.addWidget(self.reason_row)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.races.picked.connect(self._picked)
        self.form.edited.connect(self._edited)
        self.form.settled.connect(self.look)
        self.form.moved.connect(self.look)
        self.form.left.connect(self.left)
        self.form.finished.connect(self.finished)
        self.form.committed.connect(self.committed)
        self.reason.textEdited.connect(lambda _text: self._edited())
        self.reason.left.connect(self.committed)
        self.reason.returnPressed.connect(self.finished)
        self.photo_button.clicked.connect(self.show_photo)
        view = self.photo.view
        for keys, slot in (
            ("Ctrl+Down", lambda: self.stepped.emit(1)),
            ("Ctrl+Up", lambda: self.stepped.emit(-1)),
            ("Ctrl+PgDown", lambda: self.step_race(1)),
            ("Ctrl+PgUp", lambda: self.step_race(-1)),
            ("Ctrl+P", lambda: self.show_photo(not self.photo_button.isChecked())),
            ("Ctrl++", lambda: view.zoom(1)),
            ("Ctrl+=", lambda: view.zoom(1)),
            ("Ctrl+-", lambda: view.zoom(-1)),
            ("Alt+Left", lambda: view.pan(-1, 0)),
            ("Alt+Right", lambda: view.pan(1, 0)),
            ("Alt+Up", lambda: view.pan(0, -1)),
            ("Alt+Down", lambda: view.pan(0, 1)),
        ):
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(keys), self)
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _picked(self, code: str) -> None:
        now = self.sheet.key.race if self.sheet is not None else ""
        self.races.set_value(now)
        if code and code != now:
            self.raced.emit(code)

    def _edited(self) -> None:
        self.say_unsaved()
        self.edited.emit()

    def _is_odd(self) -> bool:
        if self.sheet is None:
            return False
        found = rules.check(self.sheet.form, self.form.figures(), self.sheet.facts)
        return any(one.rule is rules.Rule.V17 for one in found)

    def _tell(self, sheet: count_entry.Sheet) -> None:
        """What is to be known of this TPS before it is copied."""
        told = []
        if sheet.closed is not None:
            told.append(("terkunci", "belum_lengkap", count_fields.said(sheet.closed)))
        if sheet.kind:
            words = _("{kind} – hasil yang lama tetap disimpan").format(kind=sheet.kind.upper())
            told.append(("riwayat", "primary", words))
        if sheet.others and sheet.closed is None:
            words = ngettext(
                "Sudah disalin {count} orang lain – entri kedua Anda tanpa melihatnya",
                "Sudah disalin {count} orang lain – entri kedua Anda tanpa melihatnya",
                sheet.others,
            )
            told.append(("orang", "primary", words.format(count=sheet.others)))
        for place, note in enumerate(self.notes):
            note.setVisible(place < len(told))
            if place < len(told):
                note.tell(*told[place])

    def _say(self) -> None:
        """At the foot: what does not hold where the keys work, or what the keys do."""
        one = self.form.finding()
        tone = "small"
        if self.form.refusal:
            words, tone = self.form.refusal, "error"
        elif one is not None:
            words = f"{_(rules.LEVEL_LABELS[one.level])} {one.rule.number}: {count_fields.said(one.words)}"
            tone = "error" if one.level is rules.Level.ERROR else "small"
        else:
            words = _("Enter atau + berikutnya · – atau ↑ kembali · kosong = tidak terbaca · Esc ke daftar TPS")
        theme.set_role(self.words, tone)
        self.words.setText(words)
        self.words.setToolTip(words)


def _facts(facts: rules.Facts) -> str:
    men, women = facts.men, facts.women
    if men is None or women is None:
        return ""
    told = {"both": dotted(men + women), "men": dotted(men), "women": dotted(women)}
    return _("DPT {both} (L {men}, P {women})").format(**told)
