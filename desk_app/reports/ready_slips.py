# SPDX-License-Identifier: Apache-2.0
"""Slip kata sandi paket siap: for each office the one-time secret of its ready file, four slips a sheet to cut.

They carry secrets: no check code is reckoned from them and no text for WhatsApp is made of them.
"""

from dataclasses import dataclass, field
from datetime import date

from desk_app.reports import daily_report, document, form_parts, pages, words

TITLE = "Slip Kata Sandi Paket Siap"

STEPS = (
    "Pasang flashdisk, buka program Desk, lalu pilih berkas yang namanya tertulis di atas.",
    "Ketik kata sandi ini ketika diminta, blok demi blok.",
    "Buat kata sandi kantor sendiri; sesudah itu kata sandi ini tidak dipakai lagi.",
)

WARNING = (
    "Bawa slip ini terpisah dari flashdisk. Jangan difoto dan jangan dikirim lewat WhatsApp. Musnahkan sesudah dipakai."
)


@dataclass(frozen=True, slots=True)
class ReadySlip:
    """One office: its name, the name of its ready file, and the secret that opens it once."""

    office: str
    file: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadySlips:
    """The slips of one morning, in the order given. `phone`: whom to call when it does not work.

    They have no kop, whatever the office uses: each slip names the desk that made it.
    """

    office: daily_report.Office
    day: date
    slips: tuple[ReadySlip, ...]
    page: pages.PageSetup
    phone: str = ""
    steps: tuple[str, str, str] = STEPS


def build(slips: ReadySlips) -> document.Document:
    """The document; with no slip at all, a page that says so."""
    issuer = f"{slips.office.desk} · {words.long_date(slips.day)}"
    warning = f"{WARNING} Bila gagal, hubungi {slips.phone}." if slips.phone else WARNING
    blocks: tuple[document.Block, ...] = tuple(
        form_parts.slip(
            "KATA SANDI PAKET SIAP",
            issuer,
            (document.Fact("Untuk", one.office), document.Fact("Berkas", one.file)),
            form_parts.numbered_code("Kata sandi", one.secret, secret=True),
            slips.steps,
            warning,
        )
        for one in slips.slips
    )
    if not blocks:
        blocks = (document.Paragraph("Tidak ada paket siap yang perlu slip kata sandi."),)
    title = f"{TITLE} {slips.office.desk} {words.long_date(slips.day)}"
    return document.Document(
        title, slips.office.desk, slips.page, blocks, None, document.Footer(f"{TITLE} – rahasia, untuk digunting")
    )
