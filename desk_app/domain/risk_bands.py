# SPDX-License-Identifier: Apache-2.0
"""Bawaslu's three bands of indicators by how many TPS have them, and categories of regions.

The words of the bands are Bawaslu's; from which share of the TPS they begin was not found and is asked of the office.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_


class Band(StrEnum):
    """How common an indicator is."""

    MOST = "paling_banyak"
    MANY = "banyak"
    FEW = "tidak_banyak"


BAND_LABELS: dict[Band, str] = {
    Band.MOST: N_("Paling banyak terjadi"),
    Band.MANY: N_("Banyak terjadi"),
    Band.FEW: N_("Tidak banyak terjadi, tetap perlu diantisipasi"),
}

SCHEMES: dict[str, str] = {
    "bawaslu": N_("Bawaslu (IKP)"),
    "polri": N_("Polri"),
    "desk": N_("Desk"),
    "lain": N_("Lainnya"),
}
"""Who gives regions a category; a newer version may know more."""

USUAL_CATEGORIES: dict[str, tuple[str, ...]] = {
    "bawaslu": ("Rendah", "Sedang", "Tinggi"),
    "polri": ("Kurang rawan", "Rawan", "Sangat rawan"),
}
"""Proposed while one types; what the source says is written as it says it ("rawan sedang")."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From how many TPS in a thousand an indicator is in the first and in the second band."""

    most: int
    many: int

    def __str__(self) -> str:
        return f"{_percent(self.most)} {_percent(self.many)}"


def parse_bounds(text: str) -> Bounds | None:
    """Read two shares in percent, "25 10" or "12,5% 5%"; empty is None (no bands). Raises Refused."""
    parts = [part for part in re.split(r"[;\s/]+", text.replace("%", " ")) if part]
    if not parts:
        return None
    try:
        found = [round(float(part.replace(",", ".")) * 10) for part in parts]
    except (ValueError, OverflowError):
        found = []
    if len(found) != 2 or not 0 < found[1] < found[0] <= 1000:
        raise errors.Refused(
            N_("“{text}” bukan batas golongan. Tulis dua persen, yang besar dahulu, seperti 25 10."), text=text.strip()
        )
    return Bounds(*found)


def band(count: int, stations: int, bounds: Bounds | None) -> Band | None:
    """The band of an indicator that `count` of `stations` TPS have; None without bounds, and where none has it."""
    if bounds is None or not count or not stations:
        return None
    share = count * 1000
    if share >= bounds.most * stations:
        return Band.MOST
    return Band.MANY if share >= bounds.many * stations else Band.FEW


def check_scheme(code: str) -> str:
    """The code of who gave a category. Raises Refused."""
    if code not in SCHEMES:
        raise errors.Refused(N_("“{text}” bukan asal kategori yang dikenal."), text=code)
    return code


def _percent(per_mille: int) -> str:
    whole, part = divmod(per_mille, 10)
    return f"{whole},{part}" if part else str(whole)
