# SPDX-License-Identifier: Apache-2.0
"""A form of the office's own (.docx, .xlsx), looked at before it is kept: what it is, and what must not be in it.

Looked at by its content, never by its name. Refused are programs in it (macros, controls, embedded objects), parts that
lie somewhere else (a template, a picture, another workbook), commands that fetch something, and a zip that would swell.
"""

import io
import re
import zipfile
import zlib
from enum import StrEnum
from typing import Final

from desk_app.domain import errors, media
from desk_app.domain.words import N_

LARGEST: Final = 5 << 20
_LARGEST_INSIDE: Final = 40 << 20
_LARGEST_TEXT: Final = 8 << 20
"""Of one part of XML, which is gone through many times."""
_MOST_PARTS: Final = 600


class Kind(StrEnum):
    WORD = "docx"
    SHEET = "xlsx"


_MAIN = {
    Kind.WORD: ("word/document.xml", b"wordprocessingml.document.main+xml"),
    Kind.SHEET: ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
}
_PROGRAMS = re.compile(r"(?i)vbaProject|vbaData|activeX|/embeddings/|macrosheets|/ctrlProps/|customUI|\.bin$")
_PRINTERS = re.compile(r"(?i)^xl/printerSettings/|^word/printerSettings")
_ELSEWHERE = re.compile(r"(?i)^xl/(externalLinks|connections|queryTables)|^word/(afchunk|subdocs)")
_OUTSIDE = re.compile(rb"<[^>]*?\bRelationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_HARMLESS = re.compile(rb"(?i)Target\s*=\s*[\"'](?:https?://|mailto:)")
_FETCHING = re.compile(rb"(?i)\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MACROBUTTON|DATABASE)\b")
_PIECED = re.compile(rb"(?i)DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON")
_INSTRUCTION = re.compile(rb"(?s)<w:instrText[^>]*>(.*?)</w:instrText>|w:instr\s*=\s*\"([^\"]*)\"")
_FORMULA = re.compile(rb"(?s)<f[ >][^<]*?(?:WEBSERVICE|FILTERXML|CALL|REGISTER|RTD|IMAGE)\s*\(|<f[^>]*>[^<]*\|")


def require_sound(data: bytes, name: str) -> Kind:
    """What kind of form it is. Raises Refused with what to do, Damaged for what cannot be read."""
    if len(data) > LARGEST:
        raise _refused(N_("{file} terlalu besar; paling besar {most}."), name, most=media.size_words(LARGEST))
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _refused(
            N_("{file} berformat lama atau berkata sandi. Buka di Word atau Excel, simpan sebagai .docx atau .xlsx."),
            name,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _look(packed, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError) as fault:
        raise errors.Damaged(N_("{file} bukan berkas .docx atau .xlsx yang utuh."), file=name) from fault


def _look(packed: zipfile.ZipFile, name: str) -> Kind:
    entries = packed.infolist()
    names = [entry.filename for entry in entries]
    swollen = any(entry.file_size > _LARGEST_TEXT and _is_text(entry.filename) for entry in entries)
    if swollen or len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_INSIDE:
        raise _refused(N_("{file} terlalu besar isinya. Salin isinya ke berkas baru, lalu coba lagi."), name)
    if len({one.casefold() for one in names}) != len(names) or any(".." in one or one.startswith("/") for one in names):
        raise errors.Damaged(N_("{file} bukan berkas .docx atau .xlsx yang utuh."), file=name)
    types = _part(packed, "[Content_Types].xml", names)
    if b"macroenabled" in types.lower() or any(_is_program(one) for one in names):
        raise _refused(
            N_("{file} berisi makro atau objek program. Simpan tanpa makro (.docx atau .xlsx), lalu coba lagi."), name
        )
    kind = next((kind for kind, (main, said) in _MAIN.items() if main in names and said in types), None)
    if kind is None:
        raise _refused(N_("{file} bukan berkas Word (.docx) atau Excel (.xlsx)."), name)
    if any(_ELSEWHERE.match(one) for one in names):
        raise _linked(name)
    for one in names:
        if _is_text(one):
            _require_plain(packed.read(one), one, name)
    return kind


def _require_plain(data: bytes, part: str, name: str) -> None:
    """One part of XML: nothing that stands for something else, nothing from elsewhere, no commands that fetch."""
    if b"\0" in data[:200] or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise errors.Damaged(N_("{file} bukan berkas .docx atau .xlsx yang utuh."), file=name)
    if part.casefold().endswith(".rels"):
        for outside in _OUTSIDE.findall(data):
            if not (_LINK.search(outside) and _HARMLESS.search(outside)):
                raise _linked(name)
        return
    told = [b"".join(found) for found in _INSTRUCTION.findall(data)]
    # A command may be cut into pieces, each in a run of its own.
    if _FETCHING.search(b" ".join(told)) or _PIECED.search(b"".join(told).replace(b" ", b"")):
        raise _linked(name)
    if b"<f" in data and _FORMULA.search(data):
        raise _linked(name)


def _part(packed: zipfile.ZipFile, part: str, names: list[str]) -> bytes:
    if part not in names:
        raise zipfile.BadZipFile(part)
    return packed.read(part)


def _is_text(part: str) -> bool:
    return part.casefold().endswith((".xml", ".rels", ".vml"))


def _is_program(part: str) -> bool:
    return bool(_PROGRAMS.search(part)) and not _PRINTERS.match(part)


def _linked(name: str) -> errors.Refused:
    return _refused(
        N_(
            "{file} mengambil isi dari tempat lain (templat, gambar, atau berkas yang ditautkan). Putuskan tautannya "
            "di Word atau Excel, lalu coba lagi."
        ),
        name,
    )


def _refused(message: str, name: str, **told: object) -> errors.Refused:
    return errors.Refused(message, file=name, **told)
