# SPDX-License-Identifier: Apache-2.0
"""Teams of a desk: Roman numbers, positions in protocol order, and the bodies members come from.

Annexes of a decree follow protocol order, never the alphabet (`domain.md §1.2`, §11); the order here is the
one a list starts with, and the office drags rows from there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_

POSITIONS: tuple[str, ...] = (
    N_("Pelindung"),
    N_("Pembina"),
    N_("Pengarah"),
    N_("Penanggung jawab"),
    N_("Ketua"),
    N_("Wakil Ketua"),
    N_("Wakil Ketua I"),
    N_("Wakil Ketua II"),
    N_("Wakil Ketua III"),
    N_("Sekretaris"),
    N_("Wakil Sekretaris"),
    N_("Koordinator Bidang"),
    N_("Ketua Tim"),
    N_("Koordinator"),
    N_("Anggota"),
    N_("Kepala Sekretariat"),
    N_("Anggota Sekretariat"),
    N_("Operator Kabupaten/Kota"),
    N_("Operator Kecamatan"),
    N_("Tim Pelapor"),
)
"""Positions in a team, in protocol order. Free text is allowed: decrees differ."""

BODIES: tuple[str, ...] = (
    N_("Pemerintah Daerah"),
    N_("Sekretariat Daerah"),
    N_("Badan Kesatuan Bangsa dan Politik"),
    N_("Bagian Pemerintahan"),
    N_("Polres"),
    N_("Kejaksaan Negeri"),
    N_("Kodim"),
    N_("Pengadilan Negeri"),
    N_("KPU"),
    N_("Bawaslu"),
    N_("Inspektorat"),
    N_("Satpol PP"),
    N_("BPBD"),
    N_("Dinas Perhubungan"),
    N_("Dinas Komunikasi dan Informatika"),
    N_("Dinas Kesehatan"),
    N_("Dinas Kependudukan dan Pencatatan Sipil"),
    N_("Dinas Pemberdayaan Masyarakat dan Desa"),
    N_("BKPSDM"),
    N_("Kecamatan"),
    N_("Kelurahan"),
    N_("Desa"),
    N_("Unsur lain"),
)
"""Bodies (unsur/instansi) members are drawn from; proposals, free text is allowed."""

SECTIONS: tuple[str, ...] = (
    N_("Bidang Data dan Kependudukan"),
    N_("Bidang Sosialisasi, Pemantauan, dan Fasilitasi"),
    N_("Bidang Politik, Keamanan, dan Ketertiban Masyarakat"),
    N_("Bidang Advokasi"),
    N_("Sekretariat"),
)
"""Sections of a desk as one decree of 2024 has them (`domain.md §11`); an ordered list the office changes."""


class Part(StrEnum):
    """What a section of a desk is."""

    SECTION = "bidang"
    GROUP = "pokja"
    SECRETARIAT = "sekretariat"
    OPERATORS = "operator"
    POST = "posko"


PART_LABELS: dict[Part, str] = {
    Part.SECTION: N_("Bidang"),
    Part.GROUP: N_("Pokja"),
    Part.SECRETARIAT: N_("Sekretariat"),
    Part.OPERATORS: N_("Operator"),
    Part.POST: N_("Posko"),
}

FUNCTIONS: tuple[str, ...] = (
    N_("Melakukan koordinasi untuk mendukung persiapan"),
    N_("Memantau pelaksanaan"),
    N_("Menginventarisasi dan mengantisipasi permasalahan"),
    N_("Memberikan saran penyelesaian permasalahan"),
    N_("Melaporkan informasi kepada Pemerintah"),
)
"""The five functions of a desk (`domain.md §1.3`), offered as the duty of a team."""

_NUMERALS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_HIGHEST = 3999
_RANK = {position.casefold(): place for place, position in enumerate(POSITIONS)}


def leads(role: str) -> bool:
    """Whether a position is that of who heads a desk, a section or a team; a Pembina stands above and heads none."""
    word = role.casefold().split()
    return bool(word) and word[0] in ("ketua", "koordinator")


def roman(number: int) -> str:
    """Write 1 to 3999 as a Roman number."""
    if not 1 <= number <= _HIGHEST:
        raise errors.Refused(
            N_("Nomor tim harus 1 sampai {highest}, bukan {number}."), highest=_HIGHEST, number=number
        )
    written = ""
    for value, letters in _NUMERALS:
        count, number = divmod(number, value)
        written += letters * count
    return written


def parse_number(text: str) -> int:
    """Read the number of a team: "VIII", "viii", "8", "Tim VIII"; IIII and the like are refused."""
    cleaned = text.strip().upper().removeprefix("TIM").strip(" .")
    if re.fullmatch(r"\d{1,4}", cleaned, re.ASCII) and 1 <= int(cleaned) <= _HIGHEST:
        return int(cleaned)
    number, rest = 0, cleaned
    for value, letters in _NUMERALS:
        while rest.startswith(letters):
            number += value
            rest = rest[len(letters) :]
    if rest or not 1 <= number <= _HIGHEST or roman(number) != cleaned:
        raise errors.Refused(N_("“{text}” bukan nomor tim. Tulis seperti VIII atau 8."), text=text.strip())
    return number


def position_rank(position: str) -> int:
    """Return where a position stands in protocol order; unknown ones stand with the members."""
    cleaned = " ".join(position.casefold().split())
    if cleaned in _RANK:
        return _RANK[cleaned]
    beginnings = [known for known in _RANK if cleaned.startswith(known + " ")]
    return _RANK[max(beginnings, key=len, default="anggota")]


def part_of(kind: str, name: str) -> Part:
    """What a section is: as it was chosen, else as its name begins."""
    if kind in set(Part):
        return Part(kind)
    first = (name.casefold().split() or [""])[0]
    return {"pokja": Part.GROUP, "kelompok": Part.GROUP, "sekretariat": Part.SECRETARIAT, "operator": Part.OPERATORS,
            "posko": Part.POST, "piket": Part.POST}.get(first, Part.SECTION)


def purposes(duty: str) -> tuple[str, ...]:
    """The lines of a duty, without the numbers that were typed before them."""
    lines = (re.sub(r"^\s*(?:\d{1,2}[.)]|[-–•*])\s*", "", line).strip() for line in duty.splitlines())
    return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the districts are covered: by no team, and by more than one."""

    holes: tuple[str, ...]
    doubles: tuple[str, ...]


def coverage(districts: Sequence[str], covered: Mapping[int, Iterable[str]]) -> Coverage:
    """Compare the districts of a regency with the districts each team covers (team number to codes)."""
    times = dict.fromkeys(districts, 0)
    for codes in covered.values():
        for code in set(codes):
            if code in times:
                times[code] += 1
    return Coverage(
        tuple(code for code, count in times.items() if count == 0),
        tuple(code for code, count in times.items() if count > 1),
    )
