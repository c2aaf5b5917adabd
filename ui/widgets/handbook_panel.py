# SPDX-License-Identifier: Apache-2.0
"""A chapter of the handbook over the right side of the window, to read beside the page it is about."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme

WIDTH = 380


class HandbookPanel(QtWidgets.QFrame):
    """Shown by `show_chapter`, taken away by Esc or its button. `chapter_wanted(name)`: a link was followed."""

    chapter_wanted = QtCore.Signal(str)

    def __init__(self, window: QtWidgets.QWidget, *, above: int = 0, below: int = 0) -> None:
        """`above` and `below`: what of the window's height is left free."""
        super().__init__(window)
        self._above, self._below = above, below
        theme.set_role(self, "popup")
        self.title = QtWidgets.QLabel(_("Bantuan"))
        theme.set_role(self.title, "heading")
        self._close = QtWidgets.QToolButton()
        self._close.setIcon(icons.icon("tutup", "muted"))
        self._close.setToolTip(_("Tutup") + "  Esc")
        self._close.setAccessibleName(_("Tutup bantuan"))
        self._close.clicked.connect(self.hide)
        self.text = QtWidgets.QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.text.setStyleSheet("QTextBrowser { border: 0; padding: 0; }")
        self.text.anchorClicked.connect(lambda url: self.chapter_wanted.emit(url.toString()))
        self.text.document().setDocumentMargin(2)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        QtGui.QShortcut(
            QtGui.QKeySequence("Esc"), self, self.hide, context=QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        window.installEventFilter(self)
        self.hide()

    def show_chapter(self, title: str, markdown: str) -> None:
        """Show a chapter from its beginning."""
        self.title.setText(title)
        now = theme.tokens()
        document = self.text.document()
        document.setDefaultFont(theme.font())
        document.setMarkdown(markdown)
        self._space(document)
        self.text.setTextColor(theme.colour(now.text))
        self._place()
        self.show()
        self.raise_()
        self.text.moveCursor(QtGui.QTextCursor.MoveOperation.Start)
        self.text.setFocus()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _space(self, document: QtGui.QTextDocument) -> None:
        """Let headings and lines stand apart as in the rest of the window."""
        block = document.begin()
        while block.isValid():
            cursor = QtGui.QTextCursor(block)
            shape = block.blockFormat()
            level = shape.headingLevel()
            shape.setTopMargin(12 if level else 4)
            shape.setBottomMargin(4)
            shape.setLineHeight(125, QtGui.QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)
            if level:
                cursor.select(QtGui.QTextCursor.SelectionType.BlockUnderCursor)
                letters = QtGui.QTextCharFormat()
                letters.setProperty(QtGui.QTextFormat.Property.FontSizeAdjustment, 0)
                letters.setFontWeight(QtGui.QFont.Weight.Bold)
                letters.setProperty(QtGui.QTextFormat.Property.FontPixelSize, theme.LARGE if level == 1 else 14)
                cursor.mergeCharFormat(letters)
            block = block.next()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            width = min(WIDTH, window.width() - 80)
            height = window.height() - self._above - self._below - 16
            self.setGeometry(window.width() - width - 8, self._above + 8, width, height)
