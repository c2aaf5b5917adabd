# SPDX-License-Identifier: Apache-2.0
"""Papers by the thousand: what sheets share is drawn once, each sheet adds only its own words.

The file is written as it goes, in memory that does not grow with the number of sheets. Equal papers give equal bytes.
"""

import io
import itertools
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Final

from desk_app.base.progress import Progress, Steps, finish
from desk_app.domain.words import N_
from desk_app.reports import (
    pages,
    pdf_archive,
    pdf_bulk_file,
    pdf_bulk_fonts,
    pdf_bulk_outline,
    pdf_bulk_pen,
    pdf_bulk_pictures,
)

_PER_NODE: Final = 250
_PER_STEP: Final = 100
_POINTS: Final = 72 / 25.4
_PRODUCER: Final = "Desk"

Draw = Callable[[pdf_bulk_pen.Pen], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. Sheets of the same `key` share what `common` draws (None: it is its own alone); `own` draws the rest.

    `headings`: where it stands in the list of contents, the widest first; a heading of the sheet before is not
    repeated.
    """

    key: Hashable | None
    common: Draw
    own: Draw
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulk:
    """A file of sheets of one size. `parts`: the sheets of each of `count` papers, made when they are wanted."""

    title: str
    author: str
    subject: str
    page: pages.PageSetup
    count: int
    parts: Callable[[], Iterator[tuple[Sheet, ...]]]
    pictures: tuple[bytes, ...] = ()


def write(bulk: Bulk, sink: pdf_bulk_file.Sink) -> Steps[int]:
    """Write all sheets; returns how many. Closed before its end, it leaves off."""
    printing = _Printing(bulk, sink)
    done = 0
    for sheets in bulk.parts():
        if done % _PER_STEP == 0:
            yield Progress(done, bulk.count, N_("Menyusun formulir"))
        for sheet in sheets:
            printing.add(sheet)
        done += 1
    yield Progress(done, bulk.count, N_("Menyusun formulir"))
    return printing.close()


def whole(bulk: Bulk) -> bytes:
    """All sheets as the bytes of a file."""
    target = io.BytesIO()
    finish(write(bulk, target))
    return target.getvalue()


def first(bulk: Bulk, most: int) -> bytes:
    """The sheets of the first papers, as many as `most`, and a file of their own."""
    target = io.BytesIO()
    printing = _Printing(bulk, target)
    for sheet in itertools.islice(itertools.chain.from_iterable(bulk.parts()), most):
        printing.add(sheet)
    printing.close()
    return target.getvalue()


class _Printing:
    """A file that is being written."""

    def __init__(self, bulk: Bulk, sink: pdf_bulk_file.Sink) -> None:
        self._bulk = bulk
        self._file = pdf_bulk_file.PdfFile(sink)
        self._faces = pdf_bulk_fonts.Faces()
        self._outline = pdf_bulk_outline.Outline()
        self._root, self._pages, self._words = (self._file.reserve() for _ in range(3))
        self._size = bulk.page.width * _POINTS, bulk.page.height * _POINTS
        self._forms: dict[Hashable, tuple[str, int]] = {}
        self._pictures = [pdf_bulk_pictures.put(self._file, data) for data in bulk.pictures]
        self._nodes: list[tuple[int, int]] = []
        self._node, self._leaves = 0, list[int]()
        self._count = 0

    def add(self, sheet: Sheet) -> None:
        """One page more."""
        if not self._leaves:
            self._node = self._file.reserve()
        pen = pdf_bulk_pen.Pen(self._faces, self._size[1])
        if sheet.key is None:
            sheet.common(pen)
        else:
            pen.form((self._forms.get(sheet.key) or self._draw_common(sheet))[0])
        sheet.own(pen)
        content = self._file.put_stream(pen.content)
        page = self._file.put(b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (self._node, content))
        self._leaves.append(page)
        self._count += 1
        if sheet.headings:
            self._outline.add(sheet.headings, page)
        if len(self._leaves) == _PER_NODE:
            self._end_node()

    def close(self) -> int:
        """Write what follows the pages; returns their number."""
        if not self._count:
            raise ValueError("a file has at least one page")
        if self._leaves:
            self._end_node()
        file = self._file
        forms = b"".join(b"/%b %d 0 R" % (name.encode(), number) for name, number in self._forms.values())
        images = b"".join(b"/I%d %d 0 R" % one for one in enumerate(self._pictures))
        fonts = self._faces.put(file)
        file.put(b"<</Font<<%b>>/XObject<<%b%b>>>>" % (fonts, forms, images), self._words)
        kids = b" ".join(b"%d 0 R" % node for node, _ in self._nodes)
        file.put(
            b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 %.2f %.2f]/Resources %d 0 R>>"
            % (self._count, kids, *self._size, self._words),
            self._pages,
        )
        told = {
            "Title": self._bulk.title,
            "Author": self._bulk.author,
            "Subject": self._bulk.subject,
            "Creator": _PRODUCER,
            "Producer": _PRODUCER,
        }
        entries = self._outline.put(file) + self._put_archive(told)
        file.put(
            b"<</Type/Catalog/Pages %d 0 R/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>%b>>"
            % (self._pages, entries),
            self._root,
        )
        words = [b"/%b%b" % (key.encode(), pdf_bulk_file.text(value)) for key, value in told.items() if value]
        file.close(self._root, file.put(b"<<%b>>" % b"".join(words)))
        return self._count

    def _put_archive(self, told: dict[str, str]) -> bytes:
        """Write what makes the file one to be kept (PDF/A-2b): its description, and which colours are meant."""
        said = pdf_archive.description(told, True).encode()
        metadata = self._file.put(
            b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(said), said)
        )
        colours = pdf_archive.profile()
        profile = self._file.put(
            b"<</N 3/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(colours), colours)
        )
        return (
            b"/Metadata %d 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]" % (metadata, profile)
        )

    def _draw_common(self, sheet: Sheet) -> tuple[str, int]:
        pen = pdf_bulk_pen.Pen(self._faces, self._size[1])
        sheet.common(pen)
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources %d 0 R" % (*self._size, self._words)
        number = self._file.put_stream(pen.content, entries)
        found = self._forms[sheet.key] = f"S{len(self._forms)}", number
        return found

    def _end_node(self) -> None:
        kids = b" ".join(b"%d 0 R" % page for page in self._leaves)
        self._file.put(
            b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>" % (self._pages, len(self._leaves), kids), self._node
        )
        self._nodes.append((self._node, len(self._leaves)))
        self._leaves = []
