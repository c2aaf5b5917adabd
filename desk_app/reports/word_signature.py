# SPDX-License-Identifier: Apache-2.0
"""Who signs, in Word: at the right and never parted, beside each other where several do; initials on a draft."""

from collections.abc import Sequence

from desk_app.reports import document, form_parts, pages
from desk_app.reports import word_xml as xml

_MM = 72 / 25.4
_WIDEST = 90 * _MM
_FRAME, _FRAME_GAP = 60 * _MM, 4.0
_INITIALS_HIGH = 9 * _MM
_INITIALS = (("Paraf hierarki", 0.5), ("Paraf", 0.22), ("Tanggal", 0.28))


def of(
    block: document.SignatureBlock,
    width: float,
    manner: pages.Manner,
    initials: Sequence[str] = (),
    *,
    copied: bool = False,
) -> list[str]:
    """A signature, all of it on one page; `copied`: with the copies below. `initials`: offices that see it first."""
    room = min(width * 0.52, _WIDEST)
    if not initials:
        lines = _lines(block, room, width - room, manner, last=not copied)
        return [xml.gap(14, keep=True), *lines, xml.gap(8, keep=copied)]
    before = _table_of_initials(initials[: pages.MOST_INITIALS], width - room - 6 * _MM) + xml.gap(1, keep=True)
    cells = [xml.cell(before, width - room), xml.cell("".join(_lines(block, room, 0.0, manner)), room)]
    beside = xml.table([width - room, room], [xml.row(cells)], ruled=False)
    return [xml.gap(14, keep=True), beside, xml.gap(8, keep=copied)]


def beside_each_other(block: form_parts.Signatures, width: float) -> list[str]:
    """Who signs beside each other; names on one line."""
    wide = width / len(block.sides)
    room = max((side.room for side in block.sides), default=0.0) * _MM

    def row(lines: Sequence[Sequence[str]], *, bold: bool = False, least: float = 0.0, last: bool = False) -> str:
        look = xml.Look(10.5, bold, right=12, keep=not last)
        inside = ["".join(xml.paragraph(line, look) for line in said or ("",)) for said in lines]
        return xml.row([xml.cell(one, wide) for one in inside], least=least)

    made = [
        row([side.place_and_date for side in block.sides]),
        row([side.office for side in block.sides]),
        row([() for _ in block.sides], least=room),
        row([(side.name,) for side in block.sides], bold=True),
        row([side.below for side in block.sides], last=True),
    ]
    return [xml.gap(12, keep=True), xml.table([wide] * len(block.sides), made, ruled=False), xml.gap(8)]


def _lines(
    block: document.SignatureBlock, room: float, left: float, manner: pages.Manner, *, last: bool = False
) -> list[str]:
    """The lines from a place on; `last`: nothing has to follow them on their page."""
    look = xml.Look(left=left, keep=True, whole=True)
    made = [xml.paragraph(line, look) for line in block.place_and_date]
    if block.place_and_date:
        made.append(xml.gap(4, keep=True))
    made += [xml.paragraph(line, look) for line in block.office]
    high = block.room * _MM
    made += _frame(min(_FRAME, room), high, left) if manner.electronic else [xml.gap(high, keep=True)]
    texts = [(block.name, True), *((line, False) for line in block.below)]
    for place, (text, bold) in enumerate(texts, start=1):
        keep = not last or place < len(texts)
        made.append(xml.paragraph(text, xml.Look(bold=bold, left=left, keep=keep, whole=True)))
    return made


def _frame(width: float, high: float, left: float) -> list[str]:
    """An empty frame in which the office's own system puts its electronic signature."""
    cell = xml.cell(xml.paragraph("", xml.Look(keep=True)), width)
    frame = xml.table([width], [xml.row([cell], least=high - 2 * _FRAME_GAP)], indent=left)
    return [xml.gap(_FRAME_GAP, keep=True), frame, xml.gap(_FRAME_GAP, keep=True)]


def _table_of_initials(offices: Sequence[str], width: float) -> str:
    small, centred = xml.Look(8.0, keep=True), xml.Look(8.0, align=document.Align.CENTER, keep=True)
    widths = [width * share for _, share in _INITIALS]
    looks = (small, centred, centred)
    heading = [
        xml.cell(xml.paragraph(title, look), wide, shade=xml.SHADE)
        for (title, _), look, wide in zip(_INITIALS, looks, widths, strict=True)
    ]
    rows = [xml.row(heading)]
    for office in offices:
        texts = zip((office, "", ""), widths, strict=True)
        rows.append(xml.row([xml.cell(xml.paragraph(text, small), wide) for text, wide in texts], least=_INITIALS_HIGH))
    return xml.table(widths, rows)
