# SPDX-License-Identifier: Apache-2.0
"""What a file is by its content, never by its name; what is taken as an attachment, and what to do about the rest."""

import re
import unicodedata
from enum import StrEnum

from desk_app.domain import errors, words

N_ = words.N_

LARGEST = 20 << 20
"""Bytes of one attachment as it is kept and sent."""

LARGEST_SOURCE = 64 << 20
"""Bytes of a file that is looked at, before a picture is made smaller."""

LONGEST_NAME = 120
FRONT = 4096
"""Bytes from the beginning that tell what a file is."""


class Media(StrEnum):
    """What an attachment is."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"


LABELS: dict[Media, str] = {
    Media.JPEG: N_("Foto"),
    Media.PNG: N_("Gambar"),
    Media.PDF: N_("Dokumen PDF"),
}

ENDINGS: dict[Media, str] = {Media.JPEG: ".jpg", Media.PNG: ".png", Media.PDF: ".pdf"}

_SIGNS: tuple[tuple[bytes, Media], ...] = (
    (b"\xff\xd8\xff", Media.JPEG),
    (b"\x89PNG\r\n\x1a\n", Media.PNG),
    (b"%PDF-", Media.PDF),
)
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$")
_RESERVED = re.compile(r'[<>:"/\\|?*]')


def recognise(front: bytes, name: str) -> Media:
    """What a file is by its first bytes. Raises Refused, with what to do, for what is not taken."""
    for sign, media in _SIGNS:
        if front.startswith(sign):
            return media
    raise errors.Refused(_why_not(front), file=name)


def is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


def _why_not(front: bytes) -> str:
    if not front:
        return N_("{file} kosong. Salin sekali lagi dari HP atau kamera.")
    if front[4:8] == b"ftyp":
        if front[8:12] in _HEIC:
            return N_(
                "{file} adalah foto HEIC (iPhone). Kirim foto itu lewat WhatsApp lalu simpan dari sana, atau di iPhone "
                "pilih Pengaturan › Kamera › Format › Paling Kompatibel."
            )
        return N_("{file} adalah video. Video tidak dapat dilampirkan; ambil fotonya.")
    if front.startswith(b"RIFF") and front[8:12] == b"WEBP":
        return N_("{file} adalah gambar WEBP. Buka dengan Paint, simpan sebagai JPEG, lalu lampirkan berkas itu.")
    if front.startswith((b"GIF8", b"BM", b"II*\0", b"MM\0*")):
        return N_("{file} bukan JPEG atau PNG. Buka dengan Paint, simpan sebagai JPEG, lalu lampirkan berkas itu.")
    if front.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return N_("{file} adalah dokumen Office atau arsip. Simpan dahulu sebagai PDF, lalu lampirkan PDF-nya.")
    return N_("{file} bukan foto (JPEG, PNG) dan bukan PDF. Program tidak menyimpan atau membukanya.")


def require_whole_pdf(data: bytes, name: str) -> None:
    """Refuse a PDF without its end: it was cut on the way."""
    if b"%%EOF" not in data[-2048:] or b"startxref" not in data[-4096:]:
        raise errors.Damaged(N_("{file} terpotong: akhir dokumen tidak ada. Salin sekali lagi."), file=name)


def plain_name(name: str) -> str:
    """A file's name as it is kept and shown: one line, no folder, nothing that turns the writing round."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    shown = " ".join(shown.split())
    if len(shown) <= LONGEST_NAME:
        return shown
    stem, dot, ending = shown.rpartition(".")
    if not dot or len(ending) > 8:
        return shown[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def file_name(name: str, media: Media, instead: str = "lampiran") -> str:
    """A name under which any system saves it, with the ending of what it *is*; `instead` where nothing is left."""
    shown = plain_name(name)
    stem, dot, ending = shown.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,5}", ending):
        stem = shown
    stem = _RESERVED.sub("_", stem).strip(" .")[:80].strip(" .")
    if _DEVICES.match(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    return f"{stem or instead}{ENDINGS[media]}"


def size_words(size: int) -> str:
    """How large something is, as offices say it: "2,1 MB", "640 KB"."""
    if size >= 100_000_000:
        return f"{size / 1_000_000:,.0f} MB".replace(",", ".")
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1000))} KB"
