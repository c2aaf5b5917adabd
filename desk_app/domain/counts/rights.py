# SPDX-License-Identifier: Apache-2.0
"""The three permissions of the count: copying one TPS, checking it, and seeing totals (domain.md §0.4)."""

from enum import StrEnum

from desk_app.domain.words import N_


class Right(StrEnum):
    """What somebody may do with figures of votes; none of them follows from another."""

    ENTER = "entri"
    VERIFY = "verifikasi"
    TOTALS = "jumlah"


RIGHT_LABELS: dict[Right, str] = {
    Right.ENTER: N_("Menyalin hasil satu TPS"),
    Right.VERIFY: N_("Memeriksa dan menetapkan hasil TPS"),
    Right.TOTALS: N_("Melihat jumlah suara"),
}
