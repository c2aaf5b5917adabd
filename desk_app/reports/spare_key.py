# SPDX-License-Identifier: Apache-2.0
"""Lembar kunci cadangan: the spare key of an office on paper, for a sealed envelope in the Sekda's safe.

It carries a secret: no check code is reckoned from it and its secret never enters a text for WhatsApp.
"""

from dataclasses import dataclass, field
from datetime import date

from desk_app.reports import daily_report, document, form_parts, letterhead, pages, parcel_words, words

TITLE = "Lembar Kunci Cadangan"


@dataclass(frozen=True, slots=True)
class SpareKey:
    """The sheet. `holder` is who keeps it ("Sekretaris Daerah Kabupaten Wajo"), `maker` who printed it.

    `sheet`: its running number; a sheet made later replaces those before it. `place`: the town for the date line.
    """

    office: daily_report.Office
    secret: str = field(repr=False)
    day: date
    holder: parcel_words.Party
    maker: parcel_words.Party
    page: pages.PageSetup
    sheet: int = 1
    place: str = ""
    head: letterhead.Letterhead | None = None


def build(key: SpareKey) -> document.Document:
    """The document of one page."""
    office = key.office
    title = f"{TITLE} {office.desk}"
    blocks: tuple[document.Block, ...] = (
        document.Title(("LEMBAR KUNCI CADANGAN", office.desk.upper())),
        document.Paragraph("RAHASIA", document.Align.CENTER, document.Emphasis.BOLD),
        document.Facts(
            (
                document.Fact("Kunci milik", office.desk),
                document.Fact("Disimpan oleh", key.holder.function or key.holder.office),
                document.Fact("Dibuat", words.full_date(key.day)),
                document.Fact("Lembar ke-", f"{key.sheet} (lembar yang lebih lama tidak berlaku lagi)"),
            )
        ),
        document.Paragraph(
            f"Kunci ini dipakai hanya bila komputer {office.desk} hilang, rusak, atau kuncinya jatuh ke tangan orang "
            f"lain. Dengan kunci ini {office.desk} membuat kunci baru, dan semua kantor yang bertukar data dengannya "
            "tetap dapat mengenalinya tanpa didaftarkan ulang."
        ),
        form_parts.numbered_code("Kunci cadangan", key.secret, secret=True),
        document.Space(2),
        document.Heading("CARA MENYIMPAN"),
        document.Clause("1.", "Simpan dalam amplop tersegel di brankas Sekda."),
        document.Clause("2.", "Jangan difoto, disalin, atau dikirim lewat WhatsApp atau e-mail."),
        document.Clause("3.", "Jangan disimpan bersama komputer, flashdisk, atau backup kantor."),
        document.Clause("4.", "Catat pada amplop siapa yang membuka, kapan, dan untuk apa."),
        form_parts.signatures(
            parcel_words.side(key.maker, "Yang membuat,", (_where(key),)),
            parcel_words.side(key.holder, "Yang menyimpan,", (f"Diterima {'.' * 30}",)),
        ),
    )
    foot = document.Footer(f"{title} – rahasia")
    return document.Document(title, office.desk, key.page, blocks, key.head, foot)


def _where(key: SpareKey) -> str:
    return f"{key.place}, {words.long_date(key.day)}" if key.place else words.long_date(key.day)
