# SPDX-License-Identifier: Apache-2.0
"""Tanda Terima Data: what came in with one package, what was held back and why; one page, or a short message.

Long lists are cut with a count of what is left out: the whole stands in the register of packages.
"""

from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, form_parts, letterhead, pages, parcel_words, words

TITLE = "Tanda Terima Data"

_KINDS = 8
_HELD = 4
_NAMED = 3
_REASON = 90


@dataclass(frozen=True, slots=True)
class KindCount:
    """Records of one kind: `kind` "Isian kesiapan"."""

    kind: str
    new: int
    changed: int
    known: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """Isian that were not put in: `what` from whom or about what, and why in words; `count` None is not known."""

    what: str
    count: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Packages of an office that were never received though a later one was."""

    office: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DataReceipt:
    """What the receiver confirms. Times are already in the zone of `office`, that of the receiver.

    `code` is the package's, `phone_code` the short one of this receipt ("0014-ABCD-EFGH", "": none). `apart`: from
    senders that may not be taken; `waiting`: kept until something earlier comes; `disputes`: "TPS 005: DPT", of
    `disputed` in all (0: as many as are named); `lacking`: parts of the package that did not come with it.
    `signature` is that of the receiver. `number` None leaves the line out.
    """

    office: daily_report.Office
    sender: str
    package: int
    code: str
    at: datetime
    kinds: tuple[KindCount, ...]
    signature: document.SignatureBlock
    page: pages.PageSetup
    phone_code: str = ""
    way: parcel_words.Way | None = None
    files: int = 1
    apart: tuple[Held, ...] = ()
    waiting: tuple[Held, ...] = ()
    disputes: tuple[str, ...] = ()
    disputed: int = 0
    missing: tuple[Missing, ...] = ()
    lacking: tuple[int, ...] = ()
    number: str | None = None
    head: letterhead.Letterhead | None = None


def build(receipt: DataReceipt) -> document.Document:
    """The document of one page, with its check code; `text.render` makes the message of it."""
    moment = words.moment(receipt.at, receipt.office.zone)
    title = f"{TITLE} kiriman ke-{receipt.package} {receipt.sender}"
    blocks: list[document.Block] = [
        form_parts.OnePage(),
        document.Title(("TANDA TERIMA DATA",), receipt.number),
        document.Facts(tuple(document.Fact(label, value) for label, value in _facts(receipt, moment) if value)),
        document.Paragraph(_summary(receipt)),
        _kinds(receipt.kinds),
    ]
    if receipt.apart or receipt.waiting:
        blocks += [document.Paragraph("Belum dimasukkan:"), _held(receipt)]
    blocks += [document.Paragraph(text) for text in _remarks(receipt)]
    if receipt.phone_code:
        said = f"Kode tanda terima: {receipt.phone_code}"
        blocks += [document.Space(1), document.Paragraph(said, document.Align.LEFT, document.Emphasis.BOLD)]
    note = f"Rincian tersimpan dalam daftar kiriman. {parcel_words.UNOFFICIAL}"
    blocks += [document.Paragraph(note, emphasis=document.Emphasis.NOTE), receipt.signature]
    foot = document.Footer(title, f"diterima {moment}")
    paper = document.Document(title, receipt.office.desk, receipt.page, tuple(blocks), receipt.head, foot)
    return check_code.sealed(paper)


def _facts(receipt: DataReceipt, moment: str) -> list[tuple[str, str]]:
    way = f" lewat {receipt.way}" if receipt.way is not None else ""
    return [
        ("Dari", receipt.sender),
        ("Diterima oleh", receipt.office.desk),
        ("Kiriman", f"ke-{receipt.package}" + (f" ({receipt.files} berkas)" if receipt.files > 1 else "")),
        ("Diterima", f"{words.day_name(receipt.at)}, {moment}{way}"),
        ("Kode kiriman", " ".join(form_parts.split(receipt.code))),
    ]


def _summary(receipt: DataReceipt) -> str:
    new = sum(one.new for one in receipt.kinds)
    changed = sum(one.changed for one in receipt.kinds)
    known = sum(one.known for one in receipt.kinds)
    if not new and not changed and (receipt.apart or receipt.waiting):
        return "Isi kiriman ini sudah disimpan di sini, tetapi belum dapat dimasukkan."
    if not new and not changed:
        said = "Tidak ada yang baru dalam kiriman ini"
        return f"{said}: {words.number(known)} sudah ada di sini." if known else f"{said}."
    return (
        f"Kiriman ini sudah dimasukkan: {words.number(new)} baru, {words.number(changed)} berubah, "
        f"dan {words.number(known)} sudah ada di sini."
    )


def _kinds(kinds: tuple[KindCount, ...]) -> document.Table:
    right = document.Align.RIGHT
    columns = (
        document.Column("No", align=right),
        document.Column("Jenis data", share=1.0, lead=True),
        document.Column("Baru", align=right, short="baru", quiet_zero=True),
        document.Column("Berubah", align=right, short="berubah", quiet_zero=True),
        document.Column("Sudah ada", align=right, short="sudah ada", quiet_zero=True),
    )
    shown = kinds if len(kinds) <= _KINDS else kinds[: _KINDS - 1]
    rows = [_counted(str(place), one) for place, one in enumerate(shown, start=1)]
    rest = kinds[len(shown) :]
    if rest:
        rows.append(_counted("", _sum(f"{words.number(len(rest))} jenis lainnya", rest)))
    if len(kinds) > 1:
        rows.append(_counted("", _sum("Seluruhnya", kinds), document.RowKind.TOTAL))
    return document.Table(columns, tuple(rows), when_empty="Tidak ada isian dalam kiriman ini")


def _counted(place: str, one: KindCount, kind: document.RowKind = document.RowKind.BODY) -> document.Row:
    cells = (place, one.kind, words.number(one.new), words.number(one.changed), words.number(one.known))
    return document.Row(cells, kind)


def _sum(name: str, kinds: tuple[KindCount, ...]) -> KindCount:
    return KindCount(
        name, sum(one.new for one in kinds), sum(one.changed for one in kinds), sum(one.known for one in kinds)
    )


def _held(receipt: DataReceipt) -> document.Table:
    columns = (
        document.Column("Keadaan", short=""),
        document.Column("Asal", share=1.2, lead=True),
        document.Column("Isian", align=document.Align.RIGHT, short="isian"),
        document.Column("Sebab", share=1.6, short="sebab:"),
    )
    rows: list[document.Row] = []
    for state, held in (("Ditahan", receipt.apart), ("Menunggu", receipt.waiting)):
        shown = held if len(held) <= _HELD else held[: _HELD - 1]
        for one in shown:
            what, why = parcel_words.shortened(one.what, _REASON), parcel_words.shortened(one.reason, _REASON)
            rows.append(document.Row((state, what, "–" if one.count is None else words.number(one.count), why)))
        rest = held[len(shown) :]
        if rest:
            count = words.number(sum(one.count or 0 for one in rest))
            rows.append(document.Row((state, f"{words.number(len(rest))} lainnya", count, "–")))
    return document.Table(columns, tuple(rows))


def _remarks(receipt: DataReceipt) -> list[str]:
    """What the sender should know: disagreements, and packages that never came."""
    told = []
    disputed = max(receipt.disputed, len(receipt.disputes))
    if disputed:
        named = [parcel_words.shortened(text, _REASON) for text in receipt.disputes[:_NAMED]]
        rest = disputed - len(named)
        if rest and named:
            named.append(f"{words.number(rest)} lainnya")
        listed = f": {'; '.join(named)}." if named else "."
        told.append(f"Menunggu klarifikasi ({words.number(disputed)} data berbeda){listed}")
    if receipt.lacking:
        parts = words.listed([str(number) for number in receipt.lacking])
        told.append(f"Bagian {parts} dari kiriman ini belum diterima.")
    shown = receipt.missing if len(receipt.missing) <= _NAMED else receipt.missing[: _NAMED - 1]
    for one in shown:
        office = parcel_words.shortened(one.office, _REASON)
        told.append(f"Belum diterima dari {office}: kiriman {parcel_words.numbers(one.numbers)}.")
    rest = len(receipt.missing) - len(shown)
    if rest:
        told.append(f"Kiriman dari {words.number(rest)} kantor lain juga ada yang belum diterima.")
    return told
