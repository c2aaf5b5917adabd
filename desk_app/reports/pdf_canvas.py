# SPDX-License-Identifier: Apache-2.0
"""The canvas that papers are drawn on, and how it becomes a file.

A page is packed and written as soon as it is full, so that thousands of pages take little room. The file holds
neither the hour nor the machine: equal papers give equal bytes.
"""

import hashlib
import io
import zlib
from collections.abc import Callable
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from desk_app.reports import pdf_archive

# As plain bytes: as letters (the default, made for mail) a file is a quarter larger and slower to write.
rl_config.useA85 = 0

VERSION: Final = (1, 7)
_BEFORE_ENDSTREAM: Final = len(b"endstream\n")


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """Stands for an object that is in the file already."""

    __RefOnly__ = 1


class _Later(pdfdoc.PDFObject):  # type: ignore[misc]
    """What is drawn when the whole paper is known: `drawn` gives the operators, around their own origin."""

    __RefOnly__ = 1

    def __init__(self, drawn: Callable[[], str]) -> None:
        self._drawn = drawn

    def format(self, document: Any) -> bytes:
        drawn = self._drawn().encode("latin-1") + b"\n"
        fonts = document.idToObjectNumberAndVersion["BasicFonts"][0]
        return b"<</Type/XObject/Subtype/Form/BBox[-300 -40 4 16]/Resources<</Font %d 0 R>>/Length %d>>\nstream\n%b" % (
            fonts,
            len(drawn),
            drawn + b"\nendstream\n",
        )


class PackedCanvas(canvas.Canvas):  # type: ignore[misc]
    """A canvas that writes each page into the file as soon as it is finished."""

    def __init__(self, target: io.BytesIO, *args: Any, **options: Any) -> None:
        super().__init__(target, *args, **options)
        self._target = target
        self._places: dict[int, int] = {}
        self._digest = hashlib.md5(usedforsecurity=False)
        target.write(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % VERSION)

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return len(self._doc.Pages.pages)

    def later(self, name: str, right: float, baseline: float, drawn: Callable[[], str]) -> None:
        """Leave a place on this page, up to `right`, for what `drawn` gives when the paper is written to its end."""
        self._doc.Reference(_Later(drawn), pdfdoc.xObjectName(name))
        self.saveState()
        self.translate(right, baseline)
        self.doForm(name)
        self.restoreState()

    def showPage(self) -> None:  # noqa: N802 - the name is reportlab's
        document, name = self._doc, self._doc.thisPageName()
        super().showPage()
        page: Any = document.idToObject[name]
        packed = zlib.compress(page.stream.encode("latin-1"))
        self._digest.update(packed)
        page.Contents = _Written()
        page.stream = None
        dictionary = pdfdoc.pdfdocEnc(page.format(document))
        content = b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (len(packed), packed)
        self._put(page.Contents.__InternalName__, content)
        self._put(name, dictionary)
        written = _Written()
        written.__InternalName__ = name
        document.idToObject[name] = document.Pages.pages[-1] = written

    def save(self) -> None:
        if self._code:
            self.showPage()
        document = self._doc
        for font in document.delayedFonts:
            font.addObjects(document)
        document.encrypt.prepare(document)
        pdf_archive.describe(document)
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        number = 1
        while (name := document.numberToId.get(number)) is not None:  # objects may name others that are still to come
            if number not in self._places:
                self._put(name, pdfdoc.pdfdocEnc(pdfdoc.format(document.idToObject[name], document, toplevel=1)))
            number += 1
        self._end()

    def _put(self, name: str, data: bytes) -> None:
        number = self._doc.idToObjectNumberAndVersion[name][0]
        self._places[number] = self._target.tell()
        self._target.write(b"%d 0 obj\n%bendobj\n" % (number, _ended(data)))

    def _end(self) -> None:
        document, target = self._doc, self._target
        start, count = target.tell(), len(self._places) + 1
        target.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        target.write(b"".join(b"%010d 00000 n \n" % self._places[number] for number in range(1, count)))
        root = document.Reference(document.Catalog).format(document)
        info = document.Reference(document.info).format(document)
        told = self._digest.hexdigest().encode()
        target.write(
            b"trailer\n<</Size %d/Root %b/Info %b/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, root, info, told, told, start)
        )


def _ended(data: bytes) -> bytes:
    """An object with a line of its own for its last word: so asks PDF/A."""
    if data.endswith(b"endstream\n") and data[-_BEFORE_ENDSTREAM - 1 : -_BEFORE_ENDSTREAM] != b"\n":
        return data[:-_BEFORE_ENDSTREAM] + b"\nendstream\n"
    return data if data.endswith(b"\n") else data + b"\n"
