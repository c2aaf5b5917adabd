# SPDX-License-Identifier: Apache-2.0
"""An indicator and its regions in words: rows of the lists, the sentence over one, and what it rests on."""

from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.domain import indicators as rules
from desk_app.operations import indicator_board
from ui.widgets import day_field, marks

MARKS = {
    rules.Standing.MET: "siap",
    rules.Standing.SHORT: "belum_lengkap",
    rules.Standing.UNMEASURED: "belum",
    rules.Standing.UNAIMED: "",
    rules.Standing.DISPUTED: "berbeda",
}


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in the list, or a region of one, in words."""

    code: str
    label: str
    heading: str
    value: marks.Marked
    target: str
    difference: str
    change: str
    day: str
    source: str


def summary(one: indicator_board.Summary) -> Line:
    """An indicator in the list, as it stands as a whole."""
    line = region(one.line, one.definition)
    return Line(
        one.definition.code,
        one.definition.label,
        one.definition.heading,
        line.value,
        line.target,
        line.difference,
        line.change,
        line.day,
        line.source,
    )


def region(row: indicator_board.Line, told: rules.Definition) -> Line:
    """A region of an indicator."""
    said = rules.brief(row.figure.value, told)
    if row.figure.partial and row.figure.value is not None:
        said = _("{value} ({parts}/{of})").format(value=said, parts=row.figure.parts, of=row.figure.of)
    if row.standing is rules.Standing.DISPUTED:
        said = _("data berbeda")
    return Line(
        code=row.code,
        label=row.name,
        heading="",
        value=marks.Marked(said, MARKS[row.standing]),
        target="" if row.target is None else rules.brief(row.target, told),
        difference=signed(row.difference, told),
        change=signed(row.change, told),
        day=row.figure.day,
        source=row.figure.source,
    )


def signed(value: int | None, told: rules.Definition) -> str:
    """A difference with its sign; "" where there is none."""
    if value is None:
        return ""
    said = rules.brief(value, told) if rules.is_money(told) else rules.write(value, told.decimals)
    return ("+" if value > 0 else "") + said


def standing_words(board: indicator_board.Board) -> str:
    """The whole against its target, in one sentence."""
    told, whole = board.definition, board.whole
    if whole.figure.value is None:
        return _("Belum ada nilai. Isi kolom di bawah.")
    said = rules.written(whole.figure.value, told)
    if whole.target is not None:
        said = _("{value} dari target {target}, selisih {difference}").format(
            value=said, target=rules.written(whole.target, told), difference=signed(whole.difference, told)
        )
    if whole.change:
        said += ". " + _("Berubah {change} sejak nilai sebelumnya").format(change=signed(whole.change, told))
    return said + "."


def hints(board: indicator_board.Board) -> str:
    """When and by whom, what is not in it, and the targets of the levels above."""
    told, figure = board.definition, board.whole.figure
    parts = []
    if figure.day:
        parts.append(_("Keadaan {day}").format(day=day_field.words(figure.day)))
    if figure.source:
        parts.append(_("sumber {source}").format(source=figure.source))
    if figure.partial:
        parts.append(_("baru {parts} dari {of} wilayah").format(parts=figure.parts, of=figure.of))
    if figure.gap:
        parts.append(
            _("yang diisi untuk seluruhnya berbeda {gap} dari jumlah wilayahnya").format(gap=signed(figure.gap, told))
        )
    if figure.disputed:
        parts.append(
            ngettext(
                "{count} data berbeda belum dihitung", "{count} data berbeda belum dihitung", figure.disputed
            ).format(count=figure.disputed)
        )
    parts += [
        _("target {place} {target}").format(place=place, target=rules.written(target, told))
        for place, target in board.above
    ]
    return " · ".join(parts)
