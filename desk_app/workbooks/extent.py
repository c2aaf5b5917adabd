# SPDX-License-Identifier: Apache-2.0
"""How far the cells of a workbook reach, told from its packed parts in one pass before any of it is laid out.

The reading library lays out a sheet from its first cell to its last, empty ones too: one stray cell at the far end
would take the memory of the whole computer. What a sheet says of its own size is a claim, so its cells are looked at.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, Any
from xml.parsers import expat

from desk_app.domain import errors, words

N_ = words.N_

MOST_CELLS = 5_000_000
"""Cells of a sheet from the first to the last one that is filled; a province's list of TPS has a tenth of them."""

FAULTS = (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, RuntimeError, NotImplementedError)
"""What is raised over parts that cannot be unpacked or are no XML; also over one behind a password."""

_BLOCK = 1 << 20
_LONGEST_INDEX = 4 << 20
_CELL = re.compile(r"([A-Z]+)([0-9]{1,9})", re.IGNORECASE)
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_OPEN_DOCUMENT = "content.xml"

Start = Callable[[str, Mapping[str, str]], None]


def require_bounded(path: Path) -> None:
    """Refuse a packed workbook (.xlsx, .ods) with a cell too far out, naming sheet and cell. Raises FAULTS too."""
    with zipfile.ZipFile(path) as packed:
        parts = [part for part in packed.infolist() if part.filename.casefold().endswith(".xml")]
        names = _sheet_names(packed, parts)
        if not all(target.endswith(".xml") for target in names):
            raise zipfile.BadZipFile("a sheet that is no XML")
        for part in parts:
            name = names.get(PurePosixPath(_plain(part)).name, PurePosixPath(_plain(part)).stem)
            with packed.open(part) as source:
                if _is_plainly_near(source):
                    continue
            with packed.open(part) as source:
                if _plain(part) == _OPEN_DOCUMENT:
                    _parse(source, _OpenDocument().start)
                else:
                    _parse(source, _Worksheet(name).start)


def _is_plainly_near(source: IO[bytes]) -> bool:
    """Whether a part is a whole worksheet written as Excel does, with no cell beyond Z99999: told without parsing it.

    Every cell must say where it is in these very bytes; all else, harmless or not, is parsed.
    """
    block = source.read(_BLOCK)
    if _HEAD.match(block) is None:
        return False
    while more := source.read(_BLOCK):
        cut = block.rfind(b"<")  # a tag that is cut by the end of the block is looked at with the next one
        if cut <= 0 or not _near(block[:cut]):
            return False
        block = block[cut:] + more
    return block.rstrip().endswith(b"</worksheet>") and _near(block)


def _near(part: bytes) -> bool:
    return b"<!" not in part and _FAR.search(part) is None and _PREFIXED.search(part) is None


_HEAD = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'][Uu][Tt][Ff]-8[\"'])?"
    rb"(?: standalone=[\"'](?:yes|no)[\"'])?\s*\?>)?\s*<worksheet[\s>]"
)
_FAR = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z][0-9]{1,5}")')
"""26 columns of 99,999 rows stay below MOST_CELLS."""
_PREFIXED = re.compile(rb"<[^<>\s/]+:c[\s/>]")


def column_letter(index: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class _NoSheet(Exception):
    """The part is no worksheet."""


class _Reach:
    """The box from the first cell to the last one that is filled."""

    def __init__(self) -> None:
        self.rows = self.columns = 0

    def fill(self, sheet: str, row: int, column: int) -> None:
        """A cell that holds something; rows and columns are counted from 1. Raises Refused."""
        if row <= self.rows and column <= self.columns:
            return
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > MOST_CELLS:
            raise errors.Refused(
                N_(
                    "Lembar “{sheet}” terisi sampai sel {cell}, terlalu jauh untuk dibuka. Hapus isi sel itu dan yang "
                    "lain di luar daftar, atau bagi daftarnya, lalu coba lagi."
                ),
                sheet=sheet,
                cell=f"{column_letter(column - 1)}{row}",
            )


class _Worksheet:
    """The cells of a sheet of an .xlsx file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._reach = _Reach()
        self._row = self._column = 0
        self._begun = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not self._begun and tag != "worksheet":
            raise _NoSheet
        self._begun = True
        match tag:
            case "v" | "is":
                self._reach.fill(self._name, self._row, self._column)
            case "c":
                at = _CELL.fullmatch(attributes.get("r", ""))
                if at is None:
                    self._column += 1
                else:
                    self._row, self._column = int(at[2]), _column_number(at[1])
            case "row":
                self._row = _count(attributes.get("r"), self._row + 1)
                self._column = 0


class _OpenDocument:
    """The cells of all sheets of an .ods file, where rows and cells that are alike stand once with a number."""

    def __init__(self) -> None:
        self._name = ""
        self._reach = _Reach()
        self._row = self._column = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "table":
                self._name = attributes.get("name", "")
                self._reach = _Reach()
                self._row = 0
            case "table-row":
                self._row += _count(attributes.get("number-rows-repeated"), 1)
                self._column = 0
            case "table-cell" | "covered-table-cell":
                self._column += _count(attributes.get("number-columns-repeated"), 1)
                if "value-type" in attributes:
                    self._reach.fill(self._name, self._row, self._column)
            case "p":
                self._reach.fill(self._name, self._row, self._column)


def _parse(source: IO[bytes], start: Start) -> None:
    """Go through a part, calling `start` with the local names of each element and its attributes."""
    local: dict[str, str] = {}

    def begin(name: str, attributes: dict[str, str]) -> None:
        tag = local.get(name) or local.setdefault(name, name.rpartition(":")[2])
        if ":" in name:  # .ods has a prefix before everything, .xlsx before nothing of these
            attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        start(tag, attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.EntityDeclHandler = _no_entities
    try:
        while block := source.read(_BLOCK):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except _NoSheet:
        return


def _no_entities(*_told: Any) -> None:
    raise expat.ExpatError("a workbook declares no entities")


def _sheet_names(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> dict[str, str]:
    """file name of a part → what the sheet is called; only for words."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = PurePosixPath(attributes.get("Target", "")).name.casefold()

    def sheet(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            number = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            names[targets.get(number, "")] = attributes.get("name", "")

    for wanted, start in ((_RELATIONS, relation), (_BOOK, sheet)):
        for part in parts if wanted == _BOOK else packed.infolist():
            if _plain(part) == wanted and part.file_size <= _LONGEST_INDEX:
                with packed.open(part) as source:
                    _parse(source, start)
    return names


def _plain(part: zipfile.ZipInfo) -> str:
    return part.filename.replace("\\", "/").casefold()


def _count(told: str | None, otherwise: int) -> int:
    return int(told[:9]) if told is not None and told.isdecimal() else otherwise


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
