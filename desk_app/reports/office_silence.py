# SPDX-License-Identifier: Apache-2.0
"""Daftar kantor yang belum mengirim: whom to call, since when they are silent, and room to note the answer."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, letterhead, pages, parcel_words, words

TITLE = "Daftar Kantor yang Belum Mengirim"

_PEN = "\n".join([words.NO_BREAK] * 3)
"""Room of three lines for a note by hand."""


@dataclass(frozen=True, slots=True)
class SilentOffice:
    """An office that is waited for. `last` None: nothing ever came; `contact` and `phone` as the office keeps them."""

    name: str
    number: int | None = None
    last: datetime | None = None
    contact: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class OfficeSilence:
    """The call list. Times are already in the zone of the office; rows are printed in the order given.

    `whole`: how many offices are waited for in all; `due`: the hour by which they should have sent; `since`: where no
    hour is set, the day since which nothing came.
    """

    office: daily_report.Office
    as_of: datetime
    silent: tuple[SilentOffice, ...]
    whole: int
    page: pages.PageSetup
    due: datetime | None = None
    since: datetime | None = None
    signature: document.SignatureBlock | None = None
    head: letterhead.Letterhead | None = None


def build(silence: OfficeSilence) -> document.Document:
    """The document, with its check code; `text.render` makes the message of it, without telephone numbers."""
    office = silence.office
    moment = words.moment(silence.as_of, office.zone)
    title = f"{TITLE} {office.desk} {words.long_date(silence.as_of)}"
    blocks: list[document.Block] = [
        document.Title(("DAFTAR KANTOR YANG BELUM MENGIRIM", office.desk.upper(), office.event.upper())),
        document.Paragraph(_summary(silence)),
        _table(silence),
        document.Paragraph(
            f"Lama dihitung sampai {moment} menurut jam penerimaan di kantor ini.", emphasis=document.Emphasis.NOTE
        ),
    ]
    if silence.signature is not None:
        blocks.append(silence.signature)
    foot = document.Footer(TITLE, f"data per {moment}")
    paper = document.Document(title, office.desk, silence.page, tuple(blocks), silence.head, foot)
    return check_code.sealed(paper)


def _summary(silence: OfficeSilence) -> str:
    unit = silence.office.unit.lower()
    zone = silence.office.zone
    due = ""
    if silence.due is not None:
        due = f" sampai batas {words.moment(silence.due, zone)}"
    elif silence.since is not None:
        due = f" sejak {words.long_date(silence.since)}"
    if not silence.silent:
        return f"Semua {unit} ({words.number(silence.whole)}) sudah mengirim{due}."
    never = sum(one.last is None for one in silence.silent)
    said = f"{words.number(len(silence.silent))} dari {words.number(silence.whole)} {unit} belum mengirim{due}"
    return f"{said}, {words.number(never)} di antaranya belum pernah mengirim." if never else f"{said}."


def _table(silence: OfficeSilence) -> document.Table:
    group = "Kiriman terakhir"
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column(silence.office.unit, share=1.5, lead=True),
        document.Column("Nomor", align=document.Align.CENTER, group=group, short="kiriman terakhir"),
        document.Column("Tanggal", align=document.Align.CENTER, group=group, short=""),
        document.Column("Berapa lama", share=0.95, group=group, short=""),
        document.Column("Dihubungi", share=1.1, paper_only=True),
        document.Column("Catatan hasil menghubungi", share=1.5, short=""),
    )
    rows = tuple(
        document.Row(
            (
                str(place),
                one.name,
                f"ke-{one.number}" if one.number is not None else "–",
                f"{words.short_date(one.last)}\n{words.hour(one.last)}" if one.last else "–",
                f"{parcel_words.lasting(one.last, silence.as_of)} lalu" if one.last else "belum pernah mengirim",
                "\n".join(part for part in (one.contact, one.phone) if part),
                _PEN,
            )
        )
        for place, one in enumerate(silence.silent, start=1)
    )
    return document.Table(columns, rows, when_empty=f"Semua {silence.office.unit.lower()} sudah mengirim")
