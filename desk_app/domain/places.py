# SPDX-License-Identifier: Apache-2.0
"""Codes of regions and of the places a desk watches: parsed, written, and related to each other.

Kemendagri codes are text with dots: `73`, `73.13`, `73.13.06`, `73.13.06.1001` (`domain.md §6.1`).
A *subject* is a place something is said about: a region itself (a recap), a TPS `73.13.06.1001-005`,
or another place `73.13/gudang`, `73.13.06/ppk`, `73.13.06.1001/pps`, `73.13/posko-2`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_

NATION = "0"
"""The code of the whole country; it has no parent and holds every other place."""


class Level(StrEnum):
    """The levels of government, widest first; the values are also the levels of offices."""

    NATION = "nasional"
    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    DISTRICT = "kecamatan"
    VILLAGE = "desa"


class Kind(StrEnum):
    """Kinds of places below a region which have checklists of their own."""

    TPS = "tps"
    GUDANG = "gudang"
    PPK = "ppk"
    PPS = "pps"
    POSKO = "posko"


@dataclass(frozen=True, slots=True)
class Place:
    """A region (`kind` is None), or a TPS or another place in the region `code`.

    `number` is the number of the TPS; for other kinds it tells several of them in one region apart
    (None or 2 and up).
    """

    level: Level
    code: str
    number: int | None = None
    kind: Kind | None = None

    @property
    def subject(self) -> str:
        """The written form, which `parse` reads back."""
        if self.kind is None:
            return self.code
        if self.kind is Kind.TPS:
            return f"{self.code}-{self.number:03d}"
        return f"{self.code}/{self.kind}" + (f"-{self.number}" if self.number else "")


_DOTTED = re.compile(r"\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?", re.ASCII)
_STATION = re.compile(r"(?P<village>.+?)\s*-\s*(?P<number>\d{1,3})", re.ASCII)
_OTHER = re.compile(r"(?P<code>[^/]+)/(?P<kind>[a-z]+)(?:-(?P<number>[1-9]\d?))?", re.ASCII)
_LEVELS = {2: Level.PROVINCE, 5: Level.REGENCY, 8: Level.DISTRICT, 13: Level.VILLAGE}
_UNDOTTED = {2, 4, 6, 10}
_BPS_DISTRICT = 7
_STATION_DIGITS = 13


def level_of(code: str) -> Level:
    """Return the level of a well-formed region code; raises `Refused` for anything else."""
    if code == NATION:
        return Level.NATION
    if _DOTTED.fullmatch(code):
        return _LEVELS[len(code)]
    raise errors.Refused(
        N_("“{text}” bukan kode wilayah Kemendagri. Tulis seperti 73.13.06.1001."), text=code
    )


def parse_code(text: str) -> str:
    """Read a region code, with or without dots, and return it with dots."""
    cleaned = text.strip()
    if cleaned.isascii() and cleaned.isdigit():
        if len(cleaned) == _BPS_DISTRICT:
            raise errors.Refused(
                N_(
                    "“{text}” tampaknya kode kecamatan BPS (7 angka). "
                    "Pakai kode Kemendagri, seperti 73.13.06 atau 731306."
                ),
                text=cleaned,
            )
        if len(cleaned) in _UNDOTTED:
            cleaned = _with_dots(cleaned)
    level_of(cleaned)
    return cleaned


def parse(text: str) -> Place:
    """Read a region code or subject; 10 digits are a village, 13 digits a TPS (`domain.md §4.1`)."""
    cleaned = text.strip()
    if cleaned.isascii() and cleaned.isdigit() and len(cleaned) == _STATION_DIGITS:
        return _station(_with_dots(cleaned[:10]), int(cleaned[10:]))
    if "/" in cleaned:
        return _other(cleaned)
    if match := _STATION.fullmatch(cleaned):
        return _station(parse_code(match["village"]), int(match["number"]))
    code = parse_code(cleaned)
    return Place(level_of(code), code)


def station_subject(village: str, number: int) -> str:
    """Return the subject of a TPS, such as `73.13.06.1001-005`."""
    return _station(parse_code(village), number).subject


def place_subject(code: str, kind: Kind, number: int | None = None) -> str:
    """Return the subject of a gudang, PPK, PPS or posko; the first of its kind carries no number."""
    return parse(f"{parse_code(code)}/{kind}" + (f"-{number}" if number and number > 1 else "")).subject


def region_of(subject: str) -> str:
    """Return the region code a subject lies in (the village of a TPS, the region itself for a region)."""
    return subject.partition("/")[0].partition("-")[0]


def kind_of(subject: str) -> Kind | None:
    """Return the kind of a subject, None for a region."""
    return parse(subject).kind


def parent(code: str) -> str | None:
    """Return the next wider region of a region or subject; None for a province and for the nation."""
    region = region_of(code)
    if region != code:
        return region
    head, dot, _tail = code.rpartition(".")
    return head if dot else None


def ancestors(code: str) -> tuple[str, ...]:
    """Return the wider regions of a region or subject, nearest first, the nation left out."""
    found: list[str] = []
    wider = parent(code)
    while wider is not None:
        found.append(wider)
        wider = parent(wider)
    return tuple(found)


def is_within(code: str, ancestor: str) -> bool:
    """Tell whether a region or subject is `ancestor` or lies in it."""
    if ancestor == NATION or code == ancestor:
        return True
    if "/" in ancestor or "-" in ancestor:
        return False
    region = region_of(code)
    return region == ancestor or region.startswith(ancestor + ".")


def district_of(subject: str) -> str | None:
    """Return the kecamatan a region or subject lies in; None for what is wider than a kecamatan."""
    return _cut(subject, 8)


def regency_of(subject: str) -> str | None:
    """Return the kabupaten/kota a region or subject lies in; None for what is wider."""
    return _cut(subject, 5)


def province_of(subject: str) -> str | None:
    """Return the province a region or subject lies in; None for the nation."""
    return _cut(subject, 2)


def is_city(code: str) -> bool:
    """Tell whether the kabupaten/kota of a code is a kota: its second part is 71 or more."""
    regency = regency_of(code)
    return regency is not None and int(regency[3:5]) > 70


def _cut(subject: str, length: int) -> str | None:
    region = region_of(subject)
    return region[:length] if len(region) >= length else None


def _with_dots(digits: str) -> str:
    return ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)


def _station(village: str, number: int) -> Place:
    if level_of(village) is not Level.VILLAGE:
        raise errors.Refused(
            N_("TPS terletak di desa/kelurahan: “{text}” bukan kode desa/kelurahan."), text=village
        )
    if not 1 <= number <= 999:
        raise errors.Refused(N_("Nomor TPS harus 1 sampai 999, bukan {number}."), number=number)
    return Place(Level.VILLAGE, village, number, Kind.TPS)


def _other(text: str) -> Place:
    match = _OTHER.fullmatch(text)
    if match is None or match["kind"] not in {kind for kind in Kind if kind is not Kind.TPS}:
        raise errors.Refused(
            N_("“{text}” bukan tempat yang dikenal. Tulis seperti 73.13/gudang atau 73.13.06/ppk."), text=text
        )
    code = parse_code(match["code"])
    number = int(match["number"]) if match["number"] else None
    return Place(level_of(code), code, None if number == 1 else number, Kind(match["kind"]))
