# SPDX-License-Identifier: Apache-2.0
"""Slip kode pembuka berkas siap: for each office the one-time secret of its ready file, four slips a sheet to cut.

They carry secrets: no check code is reckoned from them and no text for WhatsApp is made of them.
"""

from dataclasses import dataclass, field
from datetime import date

from desk_app.reports import daily_report, document, form_parts, pages, words

TITLE = "Slip Kode Pembuka Berkas Siap"

STEPS = (
    "Colokkan flashdisk, buka program Desk, tekan “Buka berkas siap”, lalu pilih berkas yang tertulis di atas.",
    "Ketik kode pembuka ini blok demi blok, lalu buat kata sandi kantor sendiri. Kode ini tidak dipakai lagi.",
    "Kirim Data sekali ke kantor pembuat slip ini; sejak itu kantor Saudara terdaftar di sana.",
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
            "KODE PEMBUKA BERKAS SIAP",
            issuer,
            (document.Fact("Untuk", one.office), document.Fact("Berkas", one.file)),
            form_parts.numbered_code("Kode pembuka", one.secret, secret=True),
            slips.steps,
            warning,
        )
        for one in slips.slips
    )
    if not blocks:
        blocks = (document.Paragraph("Tidak ada berkas siap yang menunggu dibuka; slip tidak diperlukan."),)
    title = f"{TITLE} {slips.office.desk} {words.long_date(slips.day)}"
    return document.Document(
        title, slips.office.desk, slips.page, blocks, None, document.Footer(f"{TITLE} – rahasia, untuk digunting")
    )
