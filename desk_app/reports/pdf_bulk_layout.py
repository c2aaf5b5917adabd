# SPDX-License-Identifier: Apache-2.0
"""How the rows of a checklist form are laid on its sheets: as roomy as one page allows, else on several.

All measures are points; a row is never torn, and what is written in it is never cut off.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desk_app.domain.checklists import ItemKind
from desk_app.reports import checklist_form, pages, pdf_fonts, pdf_lines

POINTS: Final = 72 / 25.4

NUMBER: Final = 20.0
NEEDED: Final = 64.0
TICK: Final = 33.0
REMARK: Final = 96.0
"""Widths of the columns; the words of the items take what is left."""

HEAD: Final = 113.0
"""From the upper margin down to the table: kop, title, place."""
COLUMNS: Final = 20.0
LEGEND: Final = 10.5
SIGN: Final = 60.0
FOOT: Final = 18.0
NOTE: Final = 9.5
"""One line of the notes below the table."""
NOTE_SIZE: Final = 7.5
CONDITION_SIZE: Final = 6.5
REMARK_SIZE: Final = 6.3
REMARK_LEAD: Final = 7.1
PAD: Final = 3.0

_LEADING: Final = 1.14
_TALLEST: Final = 24.0
_LEAST_NOTES: Final = 3 * 16.0
_REMARK_LINES: Final = 3
"""A longer note stands below the table."""


@dataclass(frozen=True, slots=True)
class Density:
    """Size of the letters, least height of a row, side of a box for the pen."""

    size: float
    row: float
    box: float
    part: float

    @property
    def lead(self) -> float:
        return self.size * _LEADING


DENSITIES: Final = (
    Density(9.5, 20.0, 13.0, 14.0),
    Density(9.0, 18.0, 12.5, 13.0),
    Density(9.0, 16.5, 12.0, 12.5),
    Density(8.5, 15.0, 11.5, 12.0),
    Density(8.5, 14.0, 11.0, 11.5),
    Density(8.0, 13.2, 10.8, 11.0),
    Density(7.5, 12.6, 10.4, 10.5),
    Density(7.5, 11.9, 10.0, 10.0),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick with its words in lines, at its place within the row; `option` is what is ticked by it."""

    x: float
    y: float
    option: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row at `y` from the upper margin: a heading (`line` None), an item, or a line of the notes.

    `texts`: the words of the item in lines; `choices`: its boxes where it has options.
    """

    tall: float
    texts: tuple[str, ...]
    line: checklist_form.Line | None = None
    place: int = -1
    conditions: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    y: float = 0.0
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class PageOfRows:
    """The rows of one page; `end` is where the table ends, `notes` the room below it that is ruled for notes."""

    rows: tuple[Row, ...]
    end: float
    notes: float
    is_last: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of a form."""

    density: Density
    pages: tuple[PageOfRows, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin, from the left edge of the sheet."""

    left: float
    right: float

    @property
    def text(self) -> float:
        return self.left + NUMBER

    @property
    def needed(self) -> float:
        return self.done - NEEDED

    @property
    def done(self) -> float:
        return self.remark - 3 * TICK

    @property
    def remark(self) -> float:
        return self.right - REMARK

    @property
    def edges(self) -> tuple[float, ...]:
        """All of them, with the right end."""
        return (
            self.left, self.text, self.needed, self.done, self.done + TICK, self.done + 2 * TICK, self.remark,
            self.right,
        )


def columns(page: pages.PageSetup) -> Columns:
    """The columns on a sheet."""
    left = page.inner.left * POINTS
    return Columns(left, left + page.text_width * POINTS)


def lay_out(kind: checklist_form.Kind, page: pages.PageSetup, form: checklist_form.Form | None = None) -> Layout:
    """The rows of a form on its pages; of a filled `form` there is room for all that is said in it."""
    answers = form.answers if form is not None else None
    room = page.text_height * POINTS - HEAD - COLUMNS - LEGEND - FOOT
    wide = columns(page)
    notes = tuple(_notes(wide, form)) if form is not None else ()
    several: Layout | None = None
    for density in DENSITIES:
        rows = (*_rows(kind, wide, density, answers), *notes)
        used = sum(row.tall for row in rows)
        if used + SIGN <= room:
            return Layout(density, (_one_page(rows, room - SIGN - used),))
        laid = tuple(_several(rows, room))
        if several is None or len(laid) < len(several.pages):
            several = Layout(density, laid)
    if several is None:
        raise ValueError("there is no way to lay out a form")
    return several


def _rows(
    kind: checklist_form.Kind,
    wide: Columns,
    density: Density,
    answers: Sequence[checklist_form.Answer | None] | None,
) -> Iterator[Row]:
    place = 0
    for part in kind.parts:
        yield Row(density.part, (part.label,))
        for line in part.lines:
            yield _row(line, place, wide, density, answers[place] if answers else None)
            place += 1


def _row(
    line: checklist_form.Line, place: int, wide: Columns, density: Density, answer: checklist_form.Answer | None
) -> Row:
    limit = wide.needed - wide.text - 2 * PAD
    texts = broken(words_of(line), pdf_fonts.REGULAR, density.size, limit)
    only_if = f"Diisi hanya bila {line.only_if}" if line.only_if else ""
    conditions = broken(only_if, pdf_fonts.ITALIC, CONDITION_SIZE, limit)
    tall = len(texts) * density.lead + len(conditions) * CONDITION_SIZE * _LEADING + 3.6
    choices: tuple[Choice, ...] = ()
    if line.kind is ItemKind.CHOICE:
        choices = tuple(_choices(line, wide.remark - wide.needed - 2 * PAD, density))
        tall = max(tall, choices[-1].y + _height(choices[-1].texts, density) + 2.6)
    elif line.kind is ItemKind.TEXT:
        tall = max(tall, density.row * 1.25)
    if answer is not None:
        tall = max(tall, len(remarks_of(line, answer)) * REMARK_LEAD + 3.0)
    return Row(max(tall, density.row), texts, line, place, conditions, choices)


def _choices(line: checklist_form.Line, room: float, density: Density) -> Iterator[Choice]:
    """The options beside each other, in as many lines as they need; the last one says that none is needed."""
    x, y, lowest = PAD, 2.6, 0.0
    size = density.size - 1
    for place, option in enumerate((*line.options, "Tidak perlu"), start=1):
        words = f"{place if place <= len(line.options) else 0} {option}"
        texts = broken(words, pdf_fonts.REGULAR, size, room - density.box - 3)
        taken = density.box + 3 + max(pdf_fonts.width(text, pdf_fonts.REGULAR, size) for text in texts)
        if x > PAD and x + taken > room + PAD:
            x, y = PAD, lowest + 2.4
        yield Choice(x, y, option, texts)
        x += taken + 8
        lowest = max(lowest, y + _height(texts, density))


def _height(texts: tuple[str, ...], density: Density) -> float:
    """Of a box with its words."""
    return max(density.box, len(texts) * (density.size - 1) * _LEADING)


def words_of(line: checklist_form.Line) -> str:
    """The words of an item as they stand on the form."""
    marked = f"{line.text} *" if line.required else line.text
    return f"{marked} (foto)" if line.kind is ItemKind.PHOTO else marked


def remarks_of(line: checklist_form.Line, answer: checklist_form.Answer) -> tuple[str, ...]:
    """What stands beside a typed answer, in lines: what is odd, the note, who typed it and when.

    A note that is too long for its column is pointed to; it stands below the table.
    """
    limit = REMARK - 2 * PAD
    parts = [answer.remark, answer.note if not is_long(answer.note) else f"lihat catatan butir {line.no}"]
    by = " ".join(part for part in (answer.when, answer.who) if part)
    lines: list[str] = []
    for part in (*parts, by):
        if part:
            lines += broken(part, pdf_fonts.REGULAR, REMARK_SIZE, limit)
    return tuple(lines)


def is_long(note: str) -> bool:
    """Whether a note stands below the table."""
    return len(broken(note, pdf_fonts.REGULAR, REMARK_SIZE, REMARK - 2 * PAD)) > _REMARK_LINES


def is_long_text(value: str, wide: Columns) -> bool:
    """Whether an answer in words stands below the table: its room has one line."""
    return len(broken(value, pdf_fonts.REGULAR, NOTE_SIZE, wide.done + 2 * TICK - wide.needed - 2 * PAD)) > 1


def _notes(wide: Columns, form: checklist_form.Form) -> Iterator[Row]:
    """What is too long for its place, and who typed, over the whole width."""
    told = [form.typists] if form.typists else []
    for line, answer in zip(form.kind.lines, form.answers or (), strict=False):
        if answer is None:
            continue
        long = [answer.value] if line.kind is ItemKind.TEXT and is_long_text(answer.value, wide) else []
        long += [answer.note] if is_long(answer.note) else []
        told += [f"Butir {line.no}: {one}" for one in long]
    for one in told:
        for text in broken(one, pdf_fonts.REGULAR, NOTE_SIZE, wide.right - wide.left - 8):
            yield Row(NOTE, (text,), is_note=True)


def _one_page(rows: Sequence[Row], rest: float) -> PageOfRows:
    """What is left of the page goes to the items first, then to notes."""
    items = sum(row.line is not None for row in rows)
    more = max(0.0, min(rest / items if items else 0.0, _TALLEST - DENSITIES[0].row))
    if rest - more * items < _LEAST_NOTES and rest > _LEAST_NOTES:
        more = min(more, (rest - _LEAST_NOTES) / items)
    placed, end = _placed(rows, more)
    return PageOfRows(placed, end, rest - more * items, True)


def _several(rows: Sequence[Row], room: float) -> Iterator[PageOfRows]:
    """Pages filled one after the other; a heading goes with its first item, the signatures stand on the last."""
    here: list[Row] = []
    used = 0.0
    part: Row | None = None
    for place, row in enumerate(rows):
        begins_part = row.line is None and not row.is_note
        following = rows[place + 1].tall if begins_part and place + 1 < len(rows) else 0.0
        if here and used + row.tall + following > room:
            yield PageOfRows(*_placed(here, 0.0), 0.0, False)
            here = [_going_on(part)] if row.line is not None and part is not None else []
            used = sum(one.tall for one in here)
        part = row if begins_part else part
        here.append(row)
        used += row.tall
    if used + SIGN > room and len(here) > 1:
        # The last item comes along, so that nobody signs an empty table.
        cut = len(here) - 1
        while cut > 1 and here[cut - 1].line is None and not here[cut - 1].is_note:
            cut -= 1
        yield PageOfRows(*_placed(here[:cut], 0.0), 0.0, False)
        here = here[cut:]
        if here[0].line is not None and part is not None:
            here.insert(0, _going_on(part))
    placed, end = _placed(here, 0.0)
    rest = room - SIGN - sum(row.tall for row in here)
    yield PageOfRows(placed, end, max(rest, 0.0), True)


def _going_on(part: Row) -> Row:
    """The heading of a part once more, at the head of a further page."""
    return Row(part.tall, (f"{part.texts[0]} (lanjutan)",))


def _placed(rows: Sequence[Row], more: float) -> tuple[tuple[Row, ...], float]:
    """The rows at their heights, items `more` higher than they must be, and where they end."""
    y = HEAD + COLUMNS
    placed = []
    for row in rows:
        tall = row.tall + (more if row.line is not None else 0.0)
        placed.append(
            Row(tall, row.texts, row.line, row.place, row.conditions, row.choices, y, row.is_note)
        )
        y += tall
    return tuple(placed), y


def broken(text: str, font: str, size: float, limit: float) -> tuple[str, ...]:
    """A text in lines of at most `limit`; none where there is no text."""
    if not text:
        return ()
    return tuple(line.text for line in pdf_lines.ruler(font).lines(text, limit * 1000 / size))
