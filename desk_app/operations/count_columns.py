# SPDX-License-Identifier: Apache-2.0
"""Which column of a list of results is which line of the form, or says where the TPS is.

Headings stand in one, two or three rows ("Perolehan suara" over 1, 2, 3 over names). A column of codes is known by what
stands in it, all others by their words (`domain/counts/heading_words`) or as the clerk mapped them, which is remembered
by the headings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.data import place_names
from desk_app.domain import errors, places, words
from desk_app.domain.counts import lines
from desk_app.domain.counts.heading_words import HeadingWords
from desk_app.operations import candidates, elections, register_headings
from desk_app.operations.desk import Desk
from desk_app.workbooks import extent, headings
from desk_app.workbooks.headings import Column
from desk_app.workbooks.reading import Cell, Sheet

N_ = words.N_

PLACES: tuple[Column, ...] = (Column.STATION_CODE, Column.CODE, Column.DISTRICT, Column.VILLAGE, Column.NUMBER)
"""The columns that say which TPS a row is."""

_PLACE_NAMES = frozenset(one.value for one in PLACES)
_CODES = {Column.STATION_CODE: places.Kind.TPS, Column.CODE: None}
_DEEPEST = 3
_TRIED = 20
_SHORT = 6
"""Letters of a cell that counts columns, "(12)", at most."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand. `first_row`: index of the first row below the headings; `texts`: the headings, each
    different from all others; `places`, `figures`: column index by place column and by code of a line; `twice`: columns
    that mean a line which another column before them means already (their index, the line's code)."""

    places: Mapping[Column, int]
    figures: Mapping[str, int]
    first_row: int
    texts: tuple[str, ...]
    twice: tuple[tuple[int, str], ...] = ()

    @property
    def known(self) -> int:
        return len(self.places) + len(self.figures)

    @property
    def says_where(self) -> bool:
        """Whether a row says which TPS it is."""
        have = self.places.keys()
        if Column.STATION_CODE in have:
            return True
        return Column.NUMBER in have and (Column.CODE in have or {Column.DISTRICT, Column.VILLAGE} <= have)

    def described(self) -> tuple[tuple[str, str, str], ...]:
        """For showing the mapping: letter of the column, its heading, and what it was taken for ("": left out)."""
        taken = {index: column.value for column, index in self.places.items()}
        taken |= {index: code for code, index in self.figures.items()}
        return tuple(
            (extent.column_letter(index), text, taken.get(index, "")) for index, text in enumerate(self.texts) if text
        )


@dataclass(frozen=True, slots=True)
class _Heads:
    """Headings of some rows joined. `own`: what stands in the lowest filled row of each column; `filled`: how many of
    the rows have something there; `lowest`: where the lowest of several rows has something."""

    texts: tuple[str, ...]
    own: tuple[str, ...]
    first_row: int
    filled: tuple[int, ...]
    lowest: frozenset[int]


def kind(race: str) -> str:
    """Under which name a mapping of a race is remembered."""
    return f"counts {race}"


def mappable(desk: Desk, race: str) -> list[tuple[str, words.Phrase]]:
    """What a column can be taken for: the name of a place column or the code of a line, with its words."""
    found = [(column.value, words.phrase(column.value)) for column in PLACES]
    return [*found, *((line.code, line_label(line)) for line in form_here(desk, race))]


def line_label(line: lines.Line) -> words.Phrase:
    """A line in words, with its column L, P or J."""
    if line.sex is None:
        return line.label
    return words.phrase(N_("{line} · {sex}"), line=line.label, sex=line.sex.value.upper())


def form_here(desk: Desk, race: str) -> tuple[lines.Line, ...]:
    """The lines of a race for everybody who stands anywhere in the office's area. Raises Refused without any."""
    found: dict[str, lines.Line] = {}
    for district in _districts(desk):
        for line in candidates.form_of(desk, race, district):
            found.setdefault(line.code, line)
    if not any(line.block is lines.Block.VOTES for line in found.values()):
        raise errors.Refused(N_("Daftar calon belum diisi. Isi dahulu di Pengaturan > Hasil suara."))
    return tuple(found.values())


def _districts(desk: Desk) -> list[str]:
    """The kecamatan of the office's area; candidates of parties stand in some of them only."""
    own = desk.identity
    if own.level == places.Level.DISTRICT.value:
        return [own.place]
    with desk.reading() as connection:
        event = elections.working_event(desk).code
        found = [one.code for one in place_names.below(connection, event, own.place, places.Level.DISTRICT)]
    return found or [own.place]


def _standing(desk: Desk, race: str) -> list[lines.Candidate]:
    """Who stands anywhere in the area, each once."""
    found = {
        (one.code, one.name): one for district in _districts(desk) for one in candidates.of_race(desk, race, district)
    }
    return list(found.values())


def find(desk: Desk, race: str, read: Sheet, mapping: Mapping[str, str] | None) -> Columns:
    """The columns of a sheet. Raises Refused where it does not say which TPS its rows are, or no line is known.

    `mapping`: heading → name, "" leaves it out, for what the clerk maps by hand.
    """
    event = elections.working_event(desk)
    classes = {one: told.short for one, told in event.voter_classes.items()}
    said = HeadingWords(race, form_here(desk, race), _standing(desk, race), classes)
    best: Columns | None = None
    for heads in _tries(read):
        chosen = mapping if mapping is not None else register_headings.kept(desk, kind(race), heads.texts)
        found = _columns(read, heads, said, chosen)
        # Of as many columns the headings that reach furthest down, and of these the fewest rows.
        if found is not None and found.places and (
            best is None or (found.known, found.first_row) > (best.known, best.first_row)
        ):
            best = found
    if best is None or not best.says_where:
        raise errors.Refused(
            N_(
                "Di lembar “{sheet}” tidak ditemukan baris judul kolom. Perlu ada kode TPS 13 angka, atau nomor TPS "
                "dengan kode desa, atau nomor TPS dengan nama kecamatan dan desa."
            ),
            sheet=read.name,
        )
    return best


def _tries(read: Sheet) -> list[_Heads]:
    found = []
    for top in range(min(len(read.rows), headings.ROWS_TRIED)):
        if any(cell != "" for cell in read.rows[top]):
            for depth in range(1, _DEEPEST + 1):
                if top + depth <= len(read.rows):
                    found.append(_joined(read, top, depth))
    return found


def _joined(read: Sheet, top: int, depth: int) -> _Heads:
    """Some rows as one: what is merged over several columns stands before what is below it."""
    rows = [[_text(cell) for cell in row] for row in read.rows[top : top + depth]]
    width = max(len(row) for row in rows)
    joined = [""] * width
    own = [""] * width
    filled = [0] * width
    for no, row in enumerate(rows):
        over = ""
        below = rows[no + 1 :]
        for index in range(width):
            text = row[index] if index < len(row) else ""
            over = text or over
            if text:
                filled[index] += 1
                own[index] = text
            spread = text or (over if any(index < len(other) and other[index] for other in below) else "")
            joined[index] = f"{joined[index]} {spread}".strip()
    seen: dict[str, int] = {}
    for index, text in enumerate(joined):
        if text in seen and text:
            joined[index] = f"{text} ({extent.column_letter(index)})"
        seen.setdefault(text, index)
    lowest = frozenset(index for index, text in enumerate(rows[-1]) if text and depth > 1)
    return _Heads(tuple(joined), tuple(own), top + depth, tuple(filled), lowest)


def _columns(read: Sheet, heads: _Heads, said: HeadingWords, chosen: Mapping[str, str]) -> Columns | None:
    """What these headings say; None where a row of data is among them."""
    where: dict[Column, int] = {}
    figures: dict[str, int] = {}
    twice: list[tuple[int, str]] = []
    for index, text in enumerate(heads.texts):
        if not text:
            continue
        if text in chosen:
            name = chosen[text]
        else:
            place = _place(read, heads, index)
            name = place.value if place is not None else said.line(_without_letter(text, index))
        if name in _PLACE_NAMES:
            column = Column(name)
            if heads.filled[index] > 1 and headings.column_of(heads.own[index]) is not column:
                return None
            where.setdefault(column, index)
        elif name and name in figures:
            twice.append((index, name))
        elif name:
            figures[name] = index
    if heads.lowest and not heads.lowest.intersection(figures.values()):
        return None
    return Columns(where, figures, heads.first_row, heads.texts, tuple(twice))


def _place(read: Sheet, heads: _Heads, index: int) -> Column | None:
    """The place column that this is: codes by what stands below, the others by their words."""
    named = headings.column_of(heads.texts[index]) or headings.column_of(heads.own[index])
    sample = _sample(read, heads.first_row, index)
    for column, wanted in _CODES.items():
        codes = sum(_is_code(cell, wanted) for cell in sample)
        # A heading that says so may have wrong codes below it, which are told row by row.
        if sample and (codes == len(sample) or (named is column and 2 * codes >= len(sample))):
            return column
    return named if named in (Column.DISTRICT, Column.VILLAGE, Column.NUMBER) else None


def _sample(read: Sheet, first_row: int, index: int) -> list[str]:
    found = []
    for row in read.rows[first_row : first_row + 3 * _TRIED]:
        text = _text(row[index]) if index < len(row) else ""
        if text and not (len(text) < _SHORT and is_numbering(row)):
            found.append(text)
        if len(found) == _TRIED:
            break
    # The sums below a short list are no codes.
    return found[:-1] if len(found) > 1 and not found[-1][:1].isdigit() else found


def _is_code(text: str, wanted: places.Kind | None) -> bool:
    if len(text) < 10 or not text[0].isdigit():
        return False
    try:
        place = places.parse(text)
    except errors.Refused:
        return False
    if wanted is not None:
        return place.kind is wanted
    return place.kind is None and places.level_of(place.code) is places.Level.VILLAGE


def _without_letter(text: str, index: int) -> str:
    return text.removesuffix(f" ({extent.column_letter(index)})")


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def is_numbering(row: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns: 1, 2, 3 … or (1), (2), (3) …"""
    told = [_text(cell).strip("()") for cell in row if cell != ""]
    return len(told) > 3 and all(text.isdigit() for text in told) and (
        [int(text) for text in told] == list(range(int(told[0]), int(told[0]) + len(told)))
    ) and int(told[0]) < 3
