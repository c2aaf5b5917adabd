# SPDX-License-Identifier: Apache-2.0
"""A new issue: one line is enough. Those that may be the same are shown while it is typed."""

import json
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import issues as rules
from desk_app.domain.words import N_
from desk_app.operations import issue_look_alikes, issue_places, issue_register, issues, places
from desk_app.operations.desk import Desk
from ui import actions, errors, icons, runner, theme
from ui.dialogs import place_finding
from ui.pages.issues_page import parts
from ui.widgets import drafts, fields, form, place_box

KEY = "issues/new"
"""With what the keys of drafts of new issues begin."""

_NAMED = 3
"""Of the further places so many are named."""

_KEPT = ("description", "impact", "advice", "addressee", "stage", "item", "source", "reporter")


class _UnknownPlaces(known.Refused):
    """Words among the further places that name none, or several."""


class NewIssuePanel(QtWidgets.QWidget):
    """`made(no)`: it is written. `closed()`: nothing is to be written. `issue_wanted(no)`: a look-alike was taken."""

    made = QtCore.Signal(object)
    closed = QtCore.Signal()
    issue_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, held: drafts.Drafts) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._drafts = held
        self._writes = False
        self._kept: dict[str, Any] = {}
        self._like: list[QtWidgets.QWidget] = []
        self.title = fields.NoteField(_("Satu kalimat cukup, mis. “Surat suara PPWP kurang 8 lembar”"), lines=2)
        self.place = place_box.PlaceBox()
        place_finding.connect(self.place, desk, lanes, "new issue place")
        self.further = fields.NoteField(parts.several_places(), lines=1)
        self.severity = fields.ChoiceField([(one.value, _(words)) for one, words in rules.SEVERITY_LABELS.items()])
        self.category = fields.ChoiceField([(code, _(words)) for code, words in rules.CATEGORIES.items()])
        self.source = fields.ChoiceField([(code, _(words)) for code, words in rules.SOURCES.items()])
        self.reporter = fields.LineField(_("unsur, mis. KPPS, camat"), limit=120)
        self.confidential = QtWidgets.QCheckBox(_("Identitas pelapor dirahasiakan"))
        self.confidential.setIcon(icons.icon("rahasia"))
        self.form = form.Form(2)
        self.form.add("title", _("Permasalahan"), self.title, wide=True)
        self.form.add("place", _("Tempat"), self.place, wide=True)
        self.form.add("further", _("Tempat lain (bila lebih dari satu)"), self.further, wide=True)
        self.form.add("severity", _("Tingkat"), self.severity)
        self.form.add("category", _("Kategori"), self.category)
        self.form.add("source", _("Sumber"), self.source)
        self.form.add("reporter", _("Pelapor (unsur)"), self.reporter)
        self.drafted = form.label("", "muted", wraps=True)
        self.hint = form.label("", "strong", wraps=True)
        self.add_button = QtWidgets.QPushButton(_("Catat permasalahan"))
        theme.set_role(self.add_button, "primary")
        self.add_button.clicked.connect(lambda _checked=False: self.write())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.give_up())
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(cancel)
        buttons.addWidget(form.label("Ctrl+Enter", "small"))
        buttons.addStretch(1)
        line = drafts.DraftLine()
        shown = (self.form, self.drafted, self.confidential, self.hint)
        card = form.card(*shown, title=_("Permasalahan baru"))
        inside = card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(buttons)
        inside.addWidget(line)
        self.likes = form.card(title=_("Mungkin sudah dicatat"))
        self.likes.hide()
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(card)
        column.addWidget(self.likes)
        column.addStretch(1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(whole))
        self._look = QtCore.QTimer(self, singleShot=True, interval=300)
        self._look.timeout.connect(self._look_for)
        self.title.textChanged.connect(self._look.start)
        self._read = QtCore.QTimer(self, singleShot=True, interval=300)
        self._read.timeout.connect(self._read_further)
        self.further.textChanged.connect(self._read.start)
        self.place.committed.connect(lambda _subject: self._look_for())
        self.category.committed.connect(lambda _code: self._category_chosen())
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            actions.add(self, "", key, slot=self.write, window_wide=False)
        place_finding.explain(self.form.rows["place"])
        self.place.settled.connect(self._place_settled)
        typed: dict[str, QtWidgets.QWidget] = {name: row.field for name, row in self.form.rows.items()}
        self.draft = drafts.DraftedForm(held, typed | {"confidential": self.confidential}, line, self)

    @property
    def is_begun(self) -> bool:
        """Whether something stands here that is not written yet."""
        return bool(self.title.value()) or self._drafts.get(self.draft.key) is not None

    def begin(self, subject: str, values: dict[str, Any]) -> None:
        """Start empty at a place, or filled in from an item of its checklist (`values["item"]`).

        What was being written here stays a draft, and so does what was begun about that item before.
        """
        self.form.accept_all()
        desk = self._desk

        def read() -> tuple[dict[str, Any], str]:
            drafted: dict[str, Any] = {"place": subject or desk.identity.place}
            if subject and values.get("item"):
                drafted = issues.draft_from_answer(desk, subject, str(values["item"]))
            drafted |= values
            return drafted, places.place_hit(desk, str(drafted["place"])).label

        self._reset()
        self.draft.begin(_key(subject, values), _("Permasalahan baru"))
        self._runner.read(read, lambda found: self._fill(*found), self._refused, key="new issue")
        self.title.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def open_draft(self, key: str) -> None:
        """Go on with a draft."""
        subject, values = json.loads(key.removeprefix(KEY))
        self.begin(str(subject), dict(values))

    def give_up(self) -> None:
        """Write nothing, and throw away what was begun."""
        self.draft.throw_away()
        self._reset()
        self.closed.emit()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        self._look.stop()
        self._read.stop()
        super().hideEvent(event)

    def write(self) -> None:
        """Write what is entered into the register."""
        self.form.accept_all()
        self.hint.hide()
        self.place.commit()
        self._writes = self.place.is_waiting
        if self._writes or self.place.insist():
            return
        values = {
            **self._kept,
            "severity": self.severity.value(),
            "category": self.category.value(),
            "source": self.source.value() or "",
            "reporter": self.reporter.value(),
            "confidential": True if self.confidential.isChecked() else None,
        }
        desk, title, place = self._desk, self.title.value(), self.place.value()
        item, key, typed = str(values.get("item") or ""), self.draft.key, self.further.value()

        def work() -> int:
            if typed:
                values["further"] = _places(desk, typed)
            if item and place:
                return issues.issue_from_answer(desk, place, **(values | {"title": title}))
            return issues.new_issue(desk, title, place, **values)

        def written(no: int) -> None:
            self._drafts.drop(key)
            if self.draft.key == key:
                self._reset()
            self.made.emit(no)

        self._runner.write(work, written, self._refused)

    def _place_settled(self) -> None:
        if self._writes:
            self.write()

    def _reset(self) -> None:
        self.draft.end()
        self._writes = False
        self.place.forget()
        for field in (self.title, self.reporter, self.further):
            field.commit()
            field.set_value("")
        self.place.set_value("")
        self.severity.set_value(rules.Severity.MEDIUM.value)
        self.category.set_value("LAI")
        self.source.set_value(None)
        self.confidential.setChecked(False)
        self._kept = {}
        self.drafted.hide()
        self.hint.hide()
        self.form.rows["further"].set_hint("")
        self._show_likes([])

    def _fill(self, values: dict[str, Any], label: str) -> None:
        """What is known beforehand; what is typed meanwhile, or was before, stays."""
        if not self.draft.key:
            return
        place = str(values["place"])
        self.draft.fill("place", [place, label, label])
        if values.get("title"):
            was_empty = not self.title.value()
            self.draft.fill("title", str(values["title"]))
            if was_empty:
                self.title.selectAll()
            self._look.start()
        for name in ("reporter", "severity", "category", "source"):
            if values.get(name):
                self.draft.fill(name, values[name])
        self._kept = {name: values[name] for name in _KEPT if values.get(name)}
        self.drafted.setText(str(self._kept.get("description") or ""))
        self.drafted.setVisible(bool(self.drafted.text()))

    def _category_chosen(self) -> None:
        # People who can be named are concerned: say "dugaan", keep who told it to the desk.
        accusing = self.category.value() in rules.ACCUSING
        if accusing:
            self.confidential.setChecked(True)
        self.hint.setVisible(accusing)
        self.hint.setText(_("Menyangkut orang: tulis “dugaan”, dan rahasiakan pelapornya.") if accusing else "")
        self._look_for()

    def _read_further(self) -> None:
        desk, typed = self._desk, self.further.value()
        self.form.rows["further"].accept()
        if not typed:
            self.form.rows["further"].set_hint("")
            return
        self._runner.read(lambda: issue_places.read(desk, typed), self._show_further, key="further places")

    def _show_further(self, found: issue_places.Read) -> None:
        """Say what is understood while it is typed."""
        if not self.further.value():
            return
        many = len(found.places)
        named = ", ".join(hit.label for hit in found.places[:_NAMED])
        more = ngettext(", dan {count} lagi", ", dan {count} lagi", many - _NAMED).format(count=many - _NAMED)
        said = ngettext("{count} tempat lain: {names}", "{count} tempat lain: {names}", many)
        words = said.format(count=many, names=named + (more if many > _NAMED else "")) if many else ""
        if found.unknown:
            lacking = _("Belum dikenali: {names}").format(names="; ".join(found.unknown))
            words = f"{words}. {lacking}" if words else lacking
        self.form.rows["further"].set_hint(words)

    def _look_for(self) -> None:
        desk, title, place, category = self._desk, self.title.value(), self.place.value(), self.category.value()
        if not title:
            self._show_likes([])
            return
        self._runner.read(
            lambda: issue_look_alikes.look_alikes(desk, title, place, category or ""),
            self._show_likes,
            key="look alikes",
        )

    def _show_likes(self, rows: list[issue_register.IssueRow]) -> None:
        column = self.likes.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        for old in self._like:
            column.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._like = []
        for row in rows:
            button = parts.Elided(f"{row.number} · {row.title}")
            theme.set_role(button, "link")
            button.clicked.connect(lambda _checked=False, no=row.no: self.issue_wanted.emit(no))
            where = form.label(f"{row.place_label} · {_(row.severity_label)} · {_(row.state_label)}", "small")
            where.setContentsMargins(8, 0, 0, 0)
            where.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)
            column.addWidget(button)
            column.addWidget(where)
            self._like += [button, where]
        self.likes.setVisible(bool(rows))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        words = errors.words(error)
        row = "place" if isinstance(error, known.NotPermitted | known.NotFound) else "title"
        if isinstance(error, _UnknownPlaces):
            row = "further"
        self.form.rows[row].refuse(words)


def _places(desk: Desk, typed: str) -> list[str]:
    """The further places that are typed. Raises Refused for what names none, or several."""
    found = issue_places.read(desk, typed)
    if found.unknown:
        raise _UnknownPlaces(
            N_(
                "Tidak ditemukan, atau dapat berarti beberapa tempat: {names}. Sebut nomor TPS dan nama "
                "desa/kelurahannya."
            ),
            names="; ".join(found.unknown),
        )
    return [hit.subject for hit in found.places]


def _key(subject: str, values: dict[str, Any]) -> str:
    """The key of the draft: one for each place and item from which a new issue is begun, and one for none."""
    return KEY + json.dumps([subject, values], sort_keys=True)
