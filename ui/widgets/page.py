# SPDX-License-Identifier: Apache-2.0
"""What every page is: a heading with its buttons, a place for notices, a body; it listens to what changed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import drafts as kept
from ui import errors, icons, theme
from ui.widgets import drafts, form, notice, title_words


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window: made by `factory` at the first visit. `title` stands in the rail too."""

    key: str
    title: str
    icon: str
    factory: Callable[[], "Page"]


class Page(QtWidgets.QWidget):
    """A screen. Subclasses fill `body`, name the flags they listen to, and override `refresh` and `open`.

    `navigate(key, target)` asks for another page; `told(Notice)` shows a notice on whatever page is in front.
    `first_field` gets the focus when the page is shown. No page may have a larger minimum size than 911×470.
    """

    navigate = QtCore.Signal(str, object)
    told = QtCore.Signal(object)

    listens: frozenset[str] = frozenset()
    """Names of the flags after which `refresh` is called; on a hidden page when it is shown again."""

    help_topic: str = ""
    """The chapter of the handbook which F1 opens."""

    drafts_name: str = ""
    """With what the keys of its drafts begin, and a slash; empty for a page that has none."""

    def __init__(self, title: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QtWidgets.QLabel(title)
        theme.set_role(self.title, "title")
        self.drafts = drafts.Drafts(self)
        self.drafts.thrown.connect(self._tell_thrown)
        self.drafts_button = drafts.DraftButton(self.drafts)
        self.drafts_button.wanted.connect(self.open_draft)
        self.subtitle = title_words.TitleWords()
        theme.set_role(self.subtitle, "muted")
        self.buttons = QtWidgets.QHBoxLayout()
        self.buttons.setSpacing(theme.SPACE)
        self.head = QtWidgets.QHBoxLayout()
        head = self.head
        head.setSpacing(12)
        head.addWidget(self.title)
        self.title.setMinimumHeight(theme.ROW_HEIGHT)
        head.addWidget(self.subtitle, 1, QtCore.Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.drafts_button)
        head.addLayout(self.buttons)
        self.subtitle.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
        self.standing = notice.NoticeBar()
        self.notices = notice.FloatingBar(self)
        self.first_field: QtWidgets.QWidget | None = None
        self.inner = QtWidgets.QWidget()
        self.body = QtWidgets.QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.SPACE)
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(theme.SPACE)
        self._column.addLayout(head)
        self._column.addWidget(self.standing)
        self._column.addWidget(self.inner, 1)

    def refresh(self, flags: frozenset[str]) -> None:
        """Show anew what has changed; called with an empty set when the page is shown for the first time."""

    def open(self, target: object) -> None:
        """Follow a number to its list: show what `target` names (a filter, a record; the page's own word)."""

    def open_draft(self, key: str) -> None:
        """Open the form of a draft of this page, with what was typed in it."""

    def add_button(self, words: str, icon: str, slot: Callable[[], object], *, role: str = "") -> QtWidgets.QPushButton:
        """Add a button at the right of the heading; `role="primary"` for the one main thing to do here."""
        button = QtWidgets.QPushButton(words)
        icons.put(button, icon, "on_primary" if role == "primary" else "text")
        if role:
            theme.set_role(button, role)
        button.clicked.connect(lambda _checked=False: slot())
        self.buttons.addWidget(button)
        return button

    def make_scrollable(self) -> None:
        """Put the body into a scroll area, for pages that are longer than the screen."""
        self.body.setContentsMargins(0, 0, 8, 0)
        place = self._column.indexOf(self.inner)
        self._column.removeWidget(self.inner)
        area = form.scrolled(self.inner)
        self._column.insertWidget(place, area)
        self._column.setStretchFactor(area, 1)

    def tell(
        self,
        words: str,
        tone: notice.Tone = notice.Tone.INFO,
        action_words: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice over the foot of this page."""
        self.notices.tell(notice.Notice(words, tone, action_words, action))

    def stand(self, words: str, tone: notice.Tone = notice.Tone.INFO) -> None:
        """Say at the top of this page what holds for as long as it is open, as that it can only be read."""
        self.standing.tell(notice.Notice(words, tone, stays=True))

    def failed(self, error: Exception) -> None:
        """Take a failure of the runner: a refusal is told here, a bug goes on to the crash panel."""
        if not isinstance(error, known.Refused):
            raise error
        self.tell(errors.words(error), notice.Tone.REFUSED)

    def lock(self, words: str | None) -> None:
        """Let the body only be read, and say why (an import runs; not permitted); None gives it back."""
        self.inner.setEnabled(words is None)
        if words is None:
            self.standing.clear()
        else:
            self.stand(words or _("Hanya dapat dibaca."), notice.Tone.WARNING)

    @QtCore.Slot(object)
    def _tell_thrown(self, draft: kept.Draft) -> None:
        def bring_back() -> None:
            self.drafts.keep(draft)
            self.open_draft(draft.key)

        said = _("Draf dibuang: {what}").format(what=draft.excerpt or draft.words)
        self.tell(said, notice.Tone.DONE, _("Kembalikan"), bring_back)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        # Esc that no field has used closes the notice.
        if event.key() == QtCore.Qt.Key.Key_Escape and self.notices.text:
            self.notices.clear()
        else:
            super().keyPressEvent(event)
