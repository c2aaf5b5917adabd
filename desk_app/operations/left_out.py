# SPDX-License-Identifier: Apache-2.0
"""How a table says that some values stand in none of its sums, since offices differ about them."""

from desk_app.base.text import ngettext
from desk_app.domain.words import dotted


def words(count: int) -> str:
    """One sentence, "" where nothing is left out."""
    if not count:
        return ""
    return ngettext(
        "{count} data berbeda belum ikut dijumlahkan; lihat Data berbeda pada Kirim & Terima.",
        "{count} data berbeda belum ikut dijumlahkan; lihat Data berbeda pada Kirim & Terima.",
        count,
    ).format(count=dotted(count))


def paper(count: int) -> list[str]:
    """The line of a message, Indonesian always; none where nothing is left out."""
    return [f"Tidak ikut dijumlahkan: {dotted(count)} data berbeda antarkantor."] if count else []
