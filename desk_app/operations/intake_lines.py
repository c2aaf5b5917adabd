# SPDX-License-Identifier: Apache-2.0
"""What a package would change, as a table that is read: the TPS or record, what of it, the value before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.base.text import _
from desk_app.domain import records, words
from desk_app.domain.records import FieldKind
from desk_app.operations import import_outcome, values

N_ = words.N_

_DOT = " · "
"""Between the parts of a title."""

_VERSUS = " ⇄ "
"""Between values that offices hold to be right."""

_LONGEST = 80
_MOST_PARTS = 5
_ANSWERS = ("answer", "recap")
_CONTEXT = frozenset(
    (
        "event",
        "version",
        "place",
        "item",
        "subject",
        "position",
        "template",
        "regions_version",
        "source",
        "owner",
        "media",
        "taken_at",
    )
)
"""Fields of a new record that its title tells already, or that are for the program only."""


class Mark(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SETTLED = "settled"
    """Offices differed on it; the package brings what was found to be right."""
    DIFFERS = "differs"


MARK_LABELS: dict[Mark, str] = {
    Mark.NEW: N_("baru"),
    Mark.CHANGED: N_("berubah"),
    Mark.SETTLED: N_("diklarifikasi"),
    Mark.DIFFERS: N_("berbeda ⇄"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A record, or one field of it. `title`: "TPS 007 · Kel. Maddukkelleng"; `field`: what of it, "Kotak suara"."""

    kind: str
    title: str
    field: str
    before: str
    after: str
    mark: Mark

    @property
    def disputed(self) -> bool:
        return self.mark is Mark.DIFFERS

    @property
    def mark_words(self) -> str:
        return _(MARK_LABELS[self.mark])


def lines(speaker: values.Speaker, found: Iterable[import_outcome.Line]) -> list[Line]:
    """A line for each answer and each new record, one for each field of what was changed; what differs first."""
    shown = [one for one in found if is_told(one)]
    speaker.learn(one.title.split(_DOT)[0] for one in shown if one.kind in _ANSWERS)
    told: list[Line] = []
    for group in _records(shown):
        told += _told(speaker, group)
    return sorted(told, key=lambda one: tuple(Mark).index(one.mark), reverse=True)


def is_told(line: import_outcome.Line) -> bool:
    """Which version of the checklist was answered is for the program, not for the reader."""
    return line.disputed or (line.kind, line.field) != ("answer", records.ANSWER.field("version").label)


def _records(found: Sequence[import_outcome.Line]) -> Iterable[list[import_outcome.Line]]:
    """The fields of each record together; they come one record after the other."""
    group: list[import_outcome.Line] = []
    for line in found:
        again = any(one.field == line.field for one in group)
        if group and (again or (line.kind, line.title) != (group[0].kind, group[0].title)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _told(speaker: values.Speaker, group: list[import_outcome.Line]) -> list[Line]:
    first = group[0]
    kind = _(import_outcome.kind_label(first.kind))
    if first.kind in _ANSWERS:
        subject, _dot, item = first.title.partition(_DOT)
        return [_answer(speaker, group, kind, speaker.place(subject), speaker.item(item) if item else kind)]
    if first.kind == "decision":
        return [_evidence(speaker, one, kind) for one in group if _name(one) == "basis" and one.after]
    whole = speaker.title(first.kind, first.title)
    if all(one.before is None and not one.disputed for one in group):
        shown = [one for one in group if _name(one) not in _CONTEXT and one.after not in (None, "", False)]
        parts = [_part(speaker, one, whole) for one in shown]
        after = _DOT.join([part for part in parts if part][:_MOST_PARTS])
        return [Line(kind, whole, _("{kind} baru").format(kind=kind), "", after, Mark.NEW)]
    return [
        Line(
            kind=kind,
            title=whole,
            field=_(one.field),
            before=_before(speaker, one),
            after=_after(speaker, one),
            mark=_mark(one),
        )
        for one in group
        if one.disputed or _name(one) not in ("event", "version")
    ]


def _answer(speaker: values.Speaker, group: list[import_outcome.Line], kind: str, place: str, item: str) -> Line:
    """One line an answer, whatever of it was typed: mark, number and remark."""
    before = [_said(one, _before(speaker, one)) for one in group if one.before is not None or one.sides]
    after = [_said(one, _after(speaker, one)) for one in group if one.after is not None or one.sides]
    marks = {_mark(one) for one in group}
    return Line(
        kind=kind,
        title=place,
        field=item,
        before=_DOT.join(before) or _(values.NOTHING),
        after=_DOT.join(after) or _(values.NOTHING),
        mark=next((one for one in (Mark.DIFFERS, Mark.SETTLED) if one in marks), Mark.CHANGED if before else Mark.NEW),
    )


def _evidence(speaker: values.Speaker, one: import_outcome.Line, kind: str) -> Line:
    """On what evidence a disagreement was settled; what it is about stands in a line of its own."""
    return Line(kind, kind, _(one.field), "", _short(speaker.value(one.kind, one.field, one.after)), Mark.NEW)


def _mark(one: import_outcome.Line) -> Mark:
    return Mark.DIFFERS if one.disputed else Mark.SETTLED if one.sides else Mark.CHANGED


def _before(speaker: values.Speaker, one: import_outcome.Line) -> str:
    """The value that stood; both of them where offices differed and the package settles it."""
    if one.sides and not one.disputed:
        return _both(speaker, one)
    return _short(speaker.value(one.kind, one.field, one.before))


def _after(speaker: values.Speaker, one: import_outcome.Line) -> str:
    """The value from now on; where offices differ, both, and the one that is shown until it is settled."""
    text = _short(speaker.value(one.kind, one.field, one.after))
    if not one.disputed:
        return text
    if len(one.sides) < 2:
        return _("sementara {value}").format(value=text)
    return _("{sides}, sementara {value}").format(sides=_both(speaker, one), value=text)


def _both(speaker: values.Speaker, one: import_outcome.Line) -> str:
    return _VERSUS.join(_short(speaker.value(one.kind, one.field, value)) for value in one.sides)


def _said(one: import_outcome.Line, text: str) -> str:
    match _name(one):
        case "choice" | "quantity" | "count":
            return text
        case "note":
            return f"“{text}”"
    return f"{_(one.field)}: {text}"


def _part(speaker: values.Speaker, one: import_outcome.Line, title: str) -> str:
    text = _short(speaker.value(one.kind, one.field, one.after))
    if text in (title, *title.split(_DOT)):
        return ""
    declared = records.NAMES.get(one.kind)
    found = next((field for field in declared.fields if field.label == one.field), None) if declared else None
    if found is not None and found.kind is FieldKind.FLAG:
        return _(one.field)
    return f"{_(one.field)} {text}" if found is not None and found.kind is FieldKind.NUMBER else text


def _name(one: import_outcome.Line) -> str:
    declared = records.NAMES.get(one.kind)
    if declared is None:
        return ""
    return next((field.name for field in declared.fields if field.label == one.field), "")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"
