# SPDX-License-Identifier: Apache-2.0
"""What stands around letters in the tests of reports, and made-up officers."""

from datetime import datetime
from typing import Any

from desk_app.reports import document, letter_sheet, officers, pages
from tests.reports import samples

LONG = "Prof. Dr. Ir. H. Contoh Muhammad Syamsuddin Paturusi Daeng Mattemmui, S.Sos., M.Si., Ph.D."
"""A name of more than sixty letters."""

NIP = "NIP. 19700101 199503 1 001"
NARROW = document.SignatureBlock((), ("Pj. BUPATI WAJO,",), LONG)


def sheet(paper: str = "A4", **more: Any) -> letter_sheet.Sheet:
    told: dict[str, Any] = {
        "office": samples.OFFICE,
        "page": pages.setup(paper),
        "signature": samples.SIGNATURE,
        "as_of": datetime(2024, 2, 13, 13),
        "head": samples.setda_head(),
        "dated": "Sengkang, 13 Februari 2024",
        "copies": ("Bupati Wajo",),
    }
    return letter_sheet.Sheet(**told | more)


def officer(place: int = 1, **more: Any) -> officers.Officer:
    told: dict[str, Any] = {
        "name": f"Pegawai {place}",
        "office": "Analis Kebijakan",
        "rank": "Penata (III/c)",
        "number": NIP,
        "role": "Anggota",
    }
    return officers.Officer(**told | more)
