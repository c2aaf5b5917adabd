# SPDX-License-Identifier: Apache-2.0
"""Reading a list from a text file (.csv, .tsv) as a sheet: every cell is text, within the limits of a workbook.

What parts the cells is found in the first lines: the mark that parts most of them into equally many. Text of Excel is
UTF-8 with its mark, UTF-16 or the Windows page of the West.
"""

import csv
import io
from collections import Counter
from pathlib import Path

from desk_app.domain import errors, words
from desk_app.workbooks import extent, reading

N_ = words.N_

ENDINGS = (".csv", ".tsv")

_MARKS = ";\t,|"
_LINES_TRIED = 40


def is_text(path: Path) -> bool:
    """Whether a file is one of these, by its ending."""
    return path.suffix.lower() in ENDINGS


def read_sheet(path: Path) -> reading.Sheet:
    """The one sheet that such a file is. Raises Refused, NotFound, Damaged."""
    text = _text(path)
    named, text = _named_mark(text)
    mark = named or _mark(text)
    rows: list[list[reading.Cell]] = []
    widest = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            widest = max(widest, len(row))
            _require_bounded(path, len(rows) + 1, widest)
            rows.append(list(row))
    except csv.Error as fault:
        raise _unreadable(path) from fault
    return reading.Sheet(path.name, path.stem, rows)


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > reading.LARGEST_FILE:
            raise errors.Refused(
                N_("{file} terlalu besar: {size} MB, paling banyak {most} MB."),
                file=path.name,
                size=size >> 20,
                most=reading.LARGEST_FILE >> 20,
            )
        data = path.read_bytes()
    except OSError as fault:
        raise errors.NotFound(N_("Berkas {file} tidak ada atau tidak dapat dibuka."), file=path) from fault
    pages = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for page in pages:
        try:
            text = data.decode(page)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _unreadable(path)


def _named_mark(text: str) -> tuple[str, str]:
    """The mark that the first line names as Excel writes it ("sep=;"), and the lines after it."""
    first, _end, rest = text.partition("\n")
    told = first.strip().casefold()
    return (told[4:], rest) if told.startswith("sep=") and len(told) == 5 else ("", text)


def _mark(text: str) -> str:
    """What parts the cells: the mark by which most of the first lines have as many cells, and most of them."""
    best, found = (0, 0), _MARKS[0]
    head = "".join(text.splitlines(keepends=True)[: _LINES_TRIED])
    for mark in _MARKS:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=mark) if row)
        except csv.Error:
            continue
        width, lines = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(0, 0))
        if width > 1 and (lines, width) > best:
            best, found = (lines, width), mark
    return found


def _require_bounded(path: Path, rows: int, widest: int) -> None:
    if widest > reading.WIDEST:
        raise errors.Refused(
            N_("Lembar “{sheet}” mempunyai {count} kolom. Hapus kolom yang tidak perlu, lalu coba lagi."),
            sheet=path.stem,
            count=widest,
        )
    if rows * widest > extent.MOST_CELLS:
        raise errors.Refused(
            N_("{file} mempunyai terlalu banyak baris. Bagi daftarnya, lalu coba lagi."), file=path.name
        )


def _unreadable(path: Path) -> errors.Damaged:
    return errors.Damaged(
        N_("{file} tidak dapat dibaca sebagai daftar. Simpan dahulu sebagai .xlsx atau .csv, lalu coba lagi."),
        file=path.name,
    )
