# SPDX-License-Identifier: Apache-2.0
"""What a PDF says about itself, and what makes it one to be kept (PDF/A-2b): description, colours, language.

It tells title, office and the moment of the data; neither a person nor the hour of printing nor a machine.
"""

import functools
import zlib
from typing import Any, Final
from xml.sax import saxutils

from reportlab.pdfbase import pdfdoc

from desk_app.base import paths

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
{told}
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
{kept}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_KEPT: Final = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The root of a file, which also knows the colours that are meant."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
    __Refs__ = pdfdoc.PDFCatalog.__Refs__
    OutputIntents: Any = None


class _Info(pdfdoc.PDFObject):  # type: ignore[misc]
    """The old description, which says the same as the new one."""

    __RefOnly__ = 1

    def __init__(self, told: dict[str, str]) -> None:
        self._told = told

    def format(self, document: Any) -> Any:
        words = {key: pdfdoc.PDFString(value) for key, value in self._told.items() if value}
        return pdfdoc.PDFDictionary(words).format(document)


class _Metadata(pdfdoc.PDFObject):  # type: ignore[misc]
    """The description as XMP, as plain bytes: no reader has to unpack anything to find it."""

    __RefOnly__ = 1

    def __init__(self, told: bytes) -> None:
        self._told = told

    def format(self, _document: Any) -> bytes:
        size = len(self._told)
        return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream\n" % (size, self._told)


def describe(document: Any) -> None:
    """Give a reportlab document its description and its colours, just before it is written."""
    info, old = document.info, document.Catalog
    told = {
        "Title": info.title,
        "Author": info.author,
        "Subject": info.subject or "",
        "Creator": info.creator,
        "Producer": info.producer,
    }
    document.info = _Info(told)
    catalog = _Catalog()
    catalog.__dict__.update(old.__dict__)
    kept = not _has_process_colours(document)
    catalog.Metadata = document.Reference(_Metadata(description(told, kept).encode()))
    if kept:
        catalog.OutputIntents = pdfdoc.PDFArray([_intent(document)])
    _replace(document, old, catalog)
    document.Catalog = catalog
    document.Reference(catalog)
    document.Reference(document.info)


def _replace(document: Any, old: Any, new: Any) -> None:
    """Let the new root stand where the old one was registered, if it was."""
    name = getattr(old, "__InternalName__", None)
    if name is not None:
        document.idToObject[name] = new


def _has_process_colours(document: Any) -> bool:
    """Whether a picture is in the colours of printers, which have no place beside sRGB."""
    return any(getattr(one, "colorSpace", "") == "DeviceCMYK" for one in document.idToObject.values())


def description(told: dict[str, str], kept: bool) -> str:
    """A file's description as XMP, by the keys of the old one; `kept`: it says that it is made to be kept."""

    def words(key: str) -> str:
        return saxutils.escape(told[key])

    parts = [f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{words("Title")}</rdf:li></rdf:Alt></dc:title>']
    if told["Author"]:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{words('Author')}</rdf:li></rdf:Seq></dc:creator>")
    if told["Subject"]:
        said = f'<rdf:li xml:lang="x-default">{words("Subject")}</rdf:li>'
        parts.append(f"<dc:description><rdf:Alt>{said}</rdf:Alt></dc:description>")
    return _XMP.format(
        told="\n".join(parts), creator=words("Creator"), producer=words("Producer"), kept=_KEPT if kept else ""
    )


def _intent(document: Any) -> Any:
    stream = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 3, "Filter": pdfdoc.PDFName("FlateDecode")}), profile(), []
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(stream),
        }
    )


@functools.cache
def profile() -> bytes:
    """The colours that are meant (sRGB), made smaller."""
    return zlib.compress((paths.resources() / "colour" / "sRGB.icc").read_bytes())
