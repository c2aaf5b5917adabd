# SPDX-License-Identifier: Apache-2.0
"""One paper: its settings at the left, what to look at first and its picture at the right; all letters at once."""

from collections.abc import Mapping

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import paper_batch, paper_options
from ui import icons, runner, theme
from ui.pages.reports_page import options
from ui.widgets import empty_state, fields, form, pdf_preview, remark_list, split_view


class PaperView(QtWidgets.QWidget):
    """`all_wanted()`: back to all papers."""

    all_wanted = QtCore.Signal()

    def __init__(self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = options.PaperOptions()
        self.several = SeveralLetters()
        self.remarks = remark_list.RemarkList()
        self.preview = pdf_preview.PdfPreview(runner_)
        self.refusal = empty_state.EmptyState("laporan", _("Naskah sedang disusun …"))
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.refusal)
        self.stack.addWidget(self.preview)
        self.back = QtWidgets.QPushButton(_("Semua naskah"))
        self.back.setToolTip(_("Memilih naskah lain (Alt+Panah kiri)"))
        icons.put(self.back, "kembali", "primary")
        theme.set_role(self.back, "link")
        self.back.clicked.connect(lambda _checked=False: self.all_wanted.emit())
        keys = QtGui.QShortcut(QtGui.QKeySequence("Alt+Left"), self)
        keys.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.all_wanted)
        self.split = split_view.SplitView(
            self._left(), self._right(), name="reports", share=0.36, back=_("Pengaturan naskah")
        )
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def show_pdf(self, data: bytes, *, more: bool = False) -> None:
        """Show a paper; `more`: these are its first pages."""
        self.preview.show_pdf(data, more=more)
        self.stack.setCurrentWidget(self.preview)

    def wait(self, words: str = "") -> None:
        """A paper is being made: the one before must not be taken for it."""
        self._say(_("Naskah sedang disusun …"), words)

    def refuse(self, words: str) -> None:
        """There is no paper, and why."""
        self._say(_("Naskah belum dapat disusun"), words)

    def _say(self, title: str, words: str) -> None:
        self.refusal.set_words(title, words)
        self.stack.setCurrentWidget(self.refusal)

    def _left(self) -> QtWidgets.QWidget:
        inner = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(inner)
        column.setContentsMargins(0, theme.SPACE, theme.SPACE, 0)
        column.setSpacing(theme.SPACE)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        self.look = QtWidgets.QPushButton(_("Lihat naskah"))
        icons.put(self.look, "lihat")
        self.look.clicked.connect(lambda _checked=False: self.split.show_detail())
        head.addWidget(self.look)
        column.addLayout(head)
        column.addWidget(form.card(self.options))
        column.addWidget(self.several)
        column.addStretch(1)
        return form.scrolled(inner)

    def _right(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.remarks)
        column.addWidget(self.stack, 1)
        return side

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        QtCore.QTimer.singleShot(0, self, lambda: self.look.setVisible(self.split.is_narrow))


class SeveralLetters(QtWidgets.QFrame):
    """All letters of a kind at once: `print_wanted(each, final)`, `save_wanted(each, final)`."""

    print_wanted = QtCore.Signal(object, bool)
    save_wanted = QtCore.Signal(object, bool)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.each = fields.ChoiceField([(one, _(words)) for one, words in paper_batch.EACH_LABELS.items()])
        self.each.set_value(paper_batch.Each.TEAM)
        self.each.setAccessibleName(_("Satu surat untuk siapa"))
        self.each.committed.connect(lambda _each: self._say_how_many())
        self._letters: Mapping[paper_batch.Each, int] = {}
        self.final = QtWidgets.QCheckBox(_("Jadikan final dan catat dalam daftar"))
        self.final.setChecked(True)
        self.print_all = QtWidgets.QPushButton(_("Cetak semua …"))
        icons.put(self.print_all, "cetak")
        self.save_all = QtWidgets.QPushButton(_("Simpan semua …"))
        icons.put(self.save_all, "pilih_folder")
        self.print_all.clicked.connect(
            lambda _checked=False: self.print_wanted.emit(self.each.value(), self.final.isChecked())
        )
        self.save_all.clicked.connect(
            lambda _checked=False: self.save_wanted.emit(self.each.value(), self.final.isChecked())
        )
        self.words = form.label("", "muted", wraps=True)
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.print_all)
        buttons.addWidget(self.save_all)
        buttons.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(_("Semua surat sekaligus"), "heading"))
        column.addWidget(self.words)
        column.addWidget(self.each)
        column.addWidget(self.final)
        column.addLayout(buttons)
        self.hide()

    def set_offered(self, found: paper_options.Offered) -> None:
        """Shown only where one paper may stand for several."""
        self._letters = found.letters
        self.setVisible(bool(found.letters))
        self.each.setVisible(found.signs_by_rule)
        self._say_how_many()

    def _say_how_many(self) -> None:
        count = self._letters.get(self.each.value(), 0)
        told = ngettext(
            "Yang dipilih pada “Tentang” menjadi {count} surat.",
            "Yang dipilih pada “Tentang” menjadi {count} surat.",
            count,
        )
        self.words.setText(told.format(count=count) if count else _("Tidak ada surat yang perlu dicetak."))
        for button in (self.print_all, self.save_all):
            button.setEnabled(count > 0)
