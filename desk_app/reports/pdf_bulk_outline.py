# SPDX-License-Identifier: Apache-2.0
"""The list of contents of a file that is written as it goes: headings below each other, each with its page."""

from dataclasses import dataclass, field

from desk_app.reports import pdf_bulk_file


@dataclass(slots=True)
class _Entry:
    words: str
    page: int
    below: list["_Entry"] = field(default_factory=list)


class Outline:
    """Collects headings in order of the pages."""

    def __init__(self) -> None:
        self._top = _Entry("", 0)

    def add(self, headings: tuple[str, ...], page: int) -> None:
        """A page under its headings, the widest first; what the page before stood under is not repeated."""
        here = self._top
        for words in headings:
            if not here.below or here.below[-1].words != words:
                here.below.append(_Entry(words, page))
            here = here.below[-1]

    def put(self, file: pdf_bulk_file.PdfFile) -> bytes:
        """Write the list; returns what the file's catalogue says of it, nothing where there are no headings."""
        if not self._top.below:
            return b""
        root = file.reserve()
        first, last, count = self._put_below(file, self._top, root)
        file.put(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, count), root)
        return b"/Outlines %d 0 R/PageMode/UseOutlines" % root

    def _put_below(self, file: pdf_bulk_file.PdfFile, entry: _Entry, number: int) -> tuple[int, int, int]:
        """The first and the last below an entry, and how many there are."""
        numbers = [file.reserve() for _ in entry.below]
        for place, one in enumerate(entry.below):
            parts = [b"/Title%b/Parent %d 0 R/Dest[%d 0 R/Fit]" % (pdf_bulk_file.text(one.words), number, one.page)]
            if place:
                parts.append(b"/Prev %d 0 R" % numbers[place - 1])
            if place + 1 < len(numbers):
                parts.append(b"/Next %d 0 R" % numbers[place + 1])
            if one.below:
                first, last, count = self._put_below(file, one, numbers[place])
                # Closed: what lies below is seen when it is opened.
                parts.append(b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, -count))
            file.put(b"<<%b>>" % b"".join(parts), numbers[place])
        return numbers[0], numbers[-1], len(numbers)
