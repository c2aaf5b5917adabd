# SPDX-License-Identifier: Apache-2.0
"""One cell of a list, read as what its column holds; what can be read in two ways is asked, never guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from desk_app.domain import errors, words
from desk_app.workbooks.reading import Cell

N_ = words.N_

Reader = Callable[[Cell], object]
"""From a cell that is not empty to its value; raises Refused with words that say what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell: sheet, row as Excel counts it, letter and heading of the column, what stood there
    (`said`), and in words what is wrong and what to do."""

    sheet: str
    row: int
    column: str
    heading: str
    said: str
    what: words.Phrase


def text(cell: Cell) -> str:
    """What stands in a cell, as text; a whole number without its decimal point."""
    if isinstance(cell, str):
        return cell if cell.isalnum() else " ".join(cell.split())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def lines(cell: Cell) -> str:
    """The same with its lines kept, for long text."""
    if not isinstance(cell, str):
        return text(cell)
    return "\n".join(" ".join(line.split()) for line in cell.strip().splitlines())


def whole(cell: Cell, example: str = "287") -> str:
    """A cell as digits, or Refused: dates, yes/no, and points or commas are asked, not guessed."""
    if isinstance(cell, bool) or not isinstance(cell, (str, float, int)):
        raise errors.Refused(
            N_("Isi “{text}” bukan angka. Ubah format selnya menjadi Umum atau Teks, lalu tulis seperti {example}."),
            text=text(cell),
            example=example,
        )
    written = text(cell)
    if any(mark in written for mark in ".,") and written.replace(".", "").replace(",", "").isdigit():
        raise errors.Refused(
            N_("“{text}” dapat dibaca dua cara. Tulis angka saja tanpa titik dan koma, misalnya {example}."),
            text=written,
            example=written.replace(".", "").replace(",", ""),
        )
    return written


def number(cell: Cell) -> int:
    """A whole number."""
    written = whole(cell)
    if re.fullmatch(r"-?[0-9]{1,15}", written) is None:
        raise errors.Refused(N_("“{text}” bukan angka. Tulis angka saja, seperti 287."), text=written)
    return int(written)


def decimal(digits: int) -> Reader:
    """A reader of numbers with a fraction, as a whole number of units of the last digit: 83,82 with 3 is 83820."""

    def read(cell: Cell) -> int:
        if isinstance(cell, (float, int)) and not isinstance(cell, bool):
            found = Decimal(repr(cell))
        else:
            written = text(cell).replace("−", "-") if isinstance(cell, str) else whole(cell, "83,82")
            if "." in written or re.fullmatch(r"-?[1-9][0-9]{0,2},[0-9]{3}", written):
                raise errors.Refused(
                    N_("“{text}” dapat dibaca dua cara. Tulis tanpa titik ribuan, dengan koma untuk pecahan, misalnya "
                       "{example}."),
                    text=written,
                    example="83,82",
                )
            if re.fullmatch(r"-?[0-9]{1,15}(,[0-9]{1,9})?", written) is None:
                raise errors.Refused(N_("“{text}” bukan angka. Tulis misalnya 83,82 atau 1250."), text=written)
            found = Decimal(written.replace(",", "."))
        scaled = found.scaleb(digits) if found.is_finite() and abs(found) < 10**15 else None
        if scaled is None or scaled != scaled.to_integral_value():
            raise errors.Refused(
                N_("“{text}”: paling banyak {digits} angka di belakang koma."), text=text(cell), digits=digits
            )
        return int(scaled)

    return read


def day(cell: Cell) -> str:
    """A day as ISO text; a number is never taken for one, nor two figures for a year."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    written = text(cell)
    found = _DAY.fullmatch(written) or _ISO.fullmatch(written)
    try:
        if found is not None:
            return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        pass
    raise errors.Refused(N_("“{text}” bukan tanggal. Tulis seperti 14-02-2024."), text=written)


def moment(cell: Cell) -> datetime:
    """A day with its hour, in the time of the office; without an hour it is refused."""
    if isinstance(cell, datetime):
        return cell
    written = text(cell)
    parts = written.replace(" pukul ", " ").split(" ")
    found = _HOUR.fullmatch(parts[1]) if len(parts) == 2 else None
    if found is not None:
        try:
            return datetime.combine(date.fromisoformat(day(parts[0])), time(int(found[1]), int(found[2])))
        except ValueError:
            pass
    raise errors.Refused(N_("“{text}” bukan tanggal dengan jam. Tulis seperti 14-02-2024 07.30."), text=written)


def yes(cell: Cell) -> bool:
    """Ya or tidak, as people write them."""
    if isinstance(cell, bool):
        return cell
    said = _YES.get(text(cell).casefold())
    if said is None:
        raise errors.Refused(N_("“{text}” bukan Ya atau Tidak."), text=text(cell))
    return said


def choice(labels: Mapping[str, str]) -> Reader:
    """A reader of one of the choices, by its code or its label; `labels`: code → label."""
    known = {written.casefold(): code for code, label in labels.items() for written in (code, label)}

    def read(cell: Cell) -> str:
        found = known.get(text(cell).casefold())
        if found is None:
            raise errors.Refused(
                N_("“{text}” bukan pilihan yang ada. Pilihannya: {choices}."),
                text=text(cell),
                choices=", ".join(labels.values()),
            )
        return found

    return read


_DAY = re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_HOUR = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?::00)?")
_YES = {"ya": True, "y": True, "yes": True, "x": True, "✓": True, "1": True, "tidak": False, "t": False, "no": False}
_YES |= {"-": False, "0": False}
