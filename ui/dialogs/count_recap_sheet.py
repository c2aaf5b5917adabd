# SPDX-License-Identifier: Apache-2.0
"""One D.HASIL as it is typed: its source, its lines with the sum of the TPS beside each, and how far it is saved."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.counts import rules
from desk_app.operations import count_recaps
from ui import theme
from ui.dialogs import count_recap_news, count_recap_reading
from ui.widgets import count_fields, count_form, count_sheet, form, icon_line

_NARROW = 684
"""Beside the list of a dialog of less than 1000 points."""


class RecapSheet(QtWidgets.QWidget):
    """The right side. `edited()`; `finished()`: Enter in the last line, or Ctrl+S in one; `left()`: Esc."""

    edited = QtCore.Signal()
    finished = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: count_recap_reading.Read | None = None
        self._base: count_recap_news.Typed = ({}, "")
        self._sent: count_recap_news.Typed | None = None
        self._rivals: dict[str, int] = {}
        """What others kept of lines that are typed differently here and not saved."""
        self.title = form.label("", "heading", wraps=True)
        self.saved = form.label("", "muted")
        self.note = count_sheet.ReasonField(_("mis. salinan D.HASIL dari PPK, diterima 20.15"), count_recaps.MOST_NOTE)
        self.told = icon_line.IconLine("info", "belum_lengkap", "")
        self.form = count_form.CountForm(most=count_recaps.MOST)
        self.form.setAccessibleName(_("Rekap D.HASIL"))
        self.words = form.label("", "small", wraps=True)
        self.words.setFixedHeight(2 * QtGui.QFontMetrics(theme.font(theme.SMALL)).lineSpacing() + 2)
        self.count = form.label("", "small")
        self._lay_out()
        self.form.edited.connect(self._edited)
        self.form.settled.connect(self.look)
        self.form.moved.connect(self.look)
        self.form.finished.connect(self.finished)
        self.form.left.connect(self.left)
        self.note.textEdited.connect(lambda _text: self._edited())
        self.note.returnPressed.connect(self.form.setFocus)

    @property
    def is_altered(self) -> bool:
        """Whether something is typed that was not saved."""
        return self.shown is not None and self.typed() != (self._sent or self._base)

    def typed(self) -> count_recap_news.Typed:
        """The figures and the source that stand in the fields."""
        return self.form.figures(), self.note.value()

    def take(self, found: count_recap_reading.Read, *, at: str = "", is_writing: bool = False) -> str:
        """Show what was read; of the same region and race what is typed stays, and what changed is returned in words.

        `at`: the line in which the keys begin.
        """
        before, typed, base = self.shown, self.typed(), self._base
        is_same = before is not None and before.key == found.key
        if not (is_same and is_writing):
            self._sent = None
        self.shown = found
        self._base = count_recap_news.kept_of(found.recap)
        self.title.setText(found.title)
        said = count_recap_reading.said_of(found.recap)
        self.told.tell("info", "belum_lengkap", said)
        self.told.setVisible(bool(said))
        changed = ""
        if before is None or not is_same:
            self._show_other(found, at)
        else:
            now = count_recap_news.renewed(base, typed, found.recap)
            changed = now.words
            self._renew(before, found, now)
            if not is_writing:
                self.say_kept(is_kept=found.recap is not None)
        self.look()
        return changed

    def forget(self) -> None:
        """What was shown is gone; the next that is taken is another one."""
        self.shown = None

    def send(self) -> count_recap_news.Typed:
        """Hand over what is typed, to be saved."""
        self._sent = typed = self.typed()
        self.saved.setText(_("menyimpan …"))
        return typed

    def keep(self, typed: count_recap_news.Typed) -> None:
        """It was saved."""
        self._base, self._sent = typed, None
        self._rivals.clear()
        self.say_kept(is_kept=True)

    def take_back(self) -> None:
        """It was not saved; what is typed stays."""
        self._sent = None
        if self.is_altered:
            self.say_kept(is_kept=True)

    def say_kept(self, *, is_kept: bool) -> None:
        """Say whether all that is typed is saved. `is_kept`: something of it is."""
        unsaved, saved = _("belum tersimpan"), "✓ " + _("tersimpan") if is_kept else ""
        self.saved.setText(unsaved if self.is_altered else saved)

    def look(self) -> None:
        """Say beside each line what the TPS add up to."""
        found = self.shown
        if found is None:
            return
        figures = self.form.figures()
        differing = dict(found.recap.differing) if found.recap is not None else {}
        differing |= {code: (value,) for code, value in self._rivals.items() if figures.get(code) != value}
        told = count_recap_reading.beside_words(found.form, figures, found.beside, differing)
        self.form.set_findings(told)
        read = _("{read} dari {needed} terbaca").format(read=len(figures), needed=len(found.form))
        self.count.setText(read)
        one = self.form.finding()
        if self.form.refusal:
            self.words.setText(self.form.refusal)
        elif one is not None and (one.level is rules.Level.WARNING or self.width() < _NARROW):
            self.words.setText(count_fields.said(one.words))
        else:
            self.words.setText(_("Enter ke baris berikutnya; yang tidak terbaca dibiarkan kosong."))
        theme.set_role(self.words, "error" if self.form.refusal else "small")

    def _lay_out(self) -> None:
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.saved)
        held = QtWidgets.QFrame()
        theme.set_role(held, "card")
        inner = QtWidgets.QVBoxLayout(held)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.form)
        self.foot = QtWidgets.QHBoxLayout()
        self.foot.setSpacing(2 * theme.SPACE)
        self.foot.addWidget(self.words, 1)
        self.foot.addWidget(self.count)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(form.FormRow(_("Sumber"), self.note))
        column.addWidget(self.told)
        column.addWidget(held, 1)
        column.addLayout(self.foot)

    def _show_other(self, found: count_recap_reading.Read, at: str) -> None:
        """Another region or race, with what was typed of it and not saved."""
        figures, said = self._base
        self._rivals.clear()
        self.saved.setText("✓ " + _("tersimpan") if found.recap is not None else "")
        if found.draft is not None:
            figures, said = dict(found.draft.figures), found.draft.reason
            self.saved.setText(_("dilanjutkan dari yang belum tersimpan"))
        self.form.set_form(found.form, figures, at=at)
        self.note.set_value(said)

    def _renew(
        self, before: count_recap_reading.Read, found: count_recap_reading.Read, now: count_recap_news.Renewed
    ) -> None:
        """The same region and race, read again."""
        if found.form == before.form:
            self.form.renew(now.typed[0])
        else:
            self.form.set_form(found.form, now.typed[0], at=self.form.fields.at)
        self.note.set_value(now.typed[1])
        self._rivals |= now.rivals

    def _edited(self) -> None:
        self.saved.setText(_("belum tersimpan"))
        self.edited.emit()
