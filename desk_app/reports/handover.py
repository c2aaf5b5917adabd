# SPDX-License-Identifier: Apache-2.0
"""Berita Acara Serah Terima Data: what one package holds, its code in blocks, and who gave it to whom.

The receiver types single blocks of the code from the signed paper; so code and signatures stand on one page.
It tells what was handed over and claims nothing beyond that.
"""

import itertools
from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import check_code, daily_report, document, form_parts, letterhead, pages, parcel_words, words

TITLE = "Berita Acara Serah Terima Data"


@dataclass(frozen=True, slots=True)
class File:
    """One file of the package: bagian `volume` of `of`, `size` in bytes (None: it is not here any more)."""

    name: str
    volume: int
    of: int
    size: int | None
    photos: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """How many records of a kind the package brings: `kind` "Isian kesiapan"; None is not known."""

    kind: str
    new: int | None
    changed: int | None


@dataclass(frozen=True, slots=True)
class Controls:
    """Figures that the receiver finds again after the import; None is not printed.

    `stations`: TPS that the package touches; `male`, `female`: sum of the DPT of the TPS that are sent whole;
    `entries`: isian, as the window of the receiver counts them.
    """

    stations: int | None = None
    male: int | None = None
    female: int | None = None
    entries: int | None = None
    photos: int | None = None
    others: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Handover:
    """All that the paper says. `at` is already in the zone of the office; `package` its running number.

    `office` is that of the sender; `place` the town for the date line; `way` None leaves boxes for the pen;
    `carrier` who carries the stick; `number` None leaves a line for the agenda.
    """

    office: daily_report.Office
    package: int
    sender: parcel_words.Party
    receiver: parcel_words.Party
    at: datetime
    code: str
    files: tuple[File, ...]
    contents: tuple[Content, ...]
    controls: Controls
    page: pages.PageSetup
    way: parcel_words.Way | None = None
    carrier: str = ""
    place: str = ""
    number: str | None = None
    head: letterhead.Letterhead | None = None


def build(handover: Handover) -> document.Document:
    """The document, with its check code."""
    moment = words.moment(handover.at, handover.office.zone)
    title = f"{TITLE} kiriman ke-{handover.package} {handover.sender.office}"
    number = words.BLANK_NUMBER if handover.number is None else handover.number
    blocks: list[document.Block] = [
        document.Title(("BERITA ACARA SERAH TERIMA DATA",), number),
        document.Paragraph(_opening(handover)),
        document.Facts(tuple(document.Fact(label, value) for label, value in _facts(handover) if value)),
        document.Heading("ISI KIRIMAN"),
        _contents(handover),
        *_listed(handover.files),
        _code(handover),
        _signatures(handover),
    ]
    foot = document.Footer(title, f"dibuat {moment}")
    paper = document.Document(title, handover.office.desk, handover.page, tuple(blocks), handover.head, foot)
    return check_code.sealed(paper)


def _opening(handover: Handover) -> str:
    where = f", bertempat di {handover.place}" if handover.place else ""
    return (
        f"Pada hari {words.full_date(handover.at)}, {words.clock(handover.at, handover.office.zone)}{where}, "
        f"telah diserahkan satu kiriman data dalam rangka {handover.office.event} sebagai berikut."
    )


def _facts(handover: Handover) -> list[tuple[str, str]]:
    return [
        ("Dari", _called(handover.sender)),
        ("Kepada", _called(handover.receiver)),
        ("Nomor kiriman", f"ke-{handover.package}"),
        ("Berkas", _only(handover.files)),
        ("Dibawa lewat", parcel_words.ways(handover.way)),
        ("Dibawa oleh", handover.carrier),
    ]


def _called(party: parcel_words.Party) -> str:
    who = ", ".join(part for part in (party.person, party.function) if part)
    return f"{party.office}\n{who}" if who else party.office


def _contents(handover: Handover) -> document.Table:
    """What is in the package on the left, the figures to be found again on the right."""
    right = document.Align.RIGHT
    columns = (
        document.Column("Jenis data", share=1.0),
        document.Column("Baru", align=right),
        document.Column("Berubah", align=right),
        document.Column("Angka kontrol", share=1.2),
        document.Column("Jumlah", align=right),
    )
    kinds = [(one.kind, _count(one.new) or "–", _count(one.changed) or "–") for one in handover.contents]
    none = words.NO_BREAK
    rows = itertools.zip_longest(kinds or [("Tidak ada yang baru", "0", "0")], _controls(handover))
    return document.Table(
        columns,
        tuple(document.Row((*(kind or (none, none, none)), *(control or (none, none)))) for kind, control in rows),
    )


def _controls(handover: Handover) -> list[tuple[str, str]]:
    controls = handover.controls
    known = all(one.new is not None and one.changed is not None for one in handover.contents)
    sums = sum((one.new or 0) + (one.changed or 0) for one in handover.contents)
    told = (
        ("Data baru dan berubah", _count(sums if known else None)),
        ("TPS dalam kiriman", _count(controls.stations)),
        ("DPT TPS yang dikirim (L / P)", _voters(controls)),
        ("Isian", _count(controls.entries if controls.entries != sums else None)),
        ("Foto", _count(controls.photos)),
        *((label, _count(count)) for label, count in controls.others),
    )
    return [(label, count) for label, count in told if count]


def _count(count: int | None) -> str:
    return "" if count is None else words.number(count)


def _voters(controls: Controls) -> str:
    if controls.male is None or controls.female is None:
        return ""
    return f"{words.number(controls.male)} / {words.number(controls.female)}".replace(" ", words.NO_BREAK)


def _only(files: tuple[File, ...]) -> str:
    """The one file in a line: with a table of its own the signatures would stand on a second page."""
    if len(files) != 1:
        return ""
    [file] = files
    size = "" if file.size is None else f" ({parcel_words.size(file.size)})"
    part = "" if file.of < 2 else f", bagian {file.volume} dari {file.of}"
    return f"{file.name}{size}{part}"


def _listed(files: tuple[File, ...]) -> tuple[document.Block, ...]:
    return () if len(files) == 1 else (document.Heading(_files_heading(files)), _files(files))


def _files_heading(files: tuple[File, ...]) -> str:
    if len(files) < 2:
        return "BERKAS"
    sizes = [file.size for file in files if file.size is not None]
    whole = f", seluruhnya {parcel_words.size(sum(sizes))}" if len(sizes) == len(files) else ""
    return f"BERKAS ({words.number(len(files))} berkas{whole})"


def _files(files: tuple[File, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Nama berkas", share=1.0),
        document.Column("Bagian", align=document.Align.CENTER),
        document.Column("Isi"),
        document.Column("Ukuran", align=document.Align.RIGHT),
    )
    rows = tuple(
        document.Row(
            (
                str(place),
                file.name,
                f"{file.volume} dari {file.of}",
                "foto" if file.photos else "data",
                "–" if file.size is None else parcel_words.size(file.size),
            )
        )
        for place, file in enumerate(files, start=1)
    )
    return document.Table(columns, rows)


def _code(handover: Handover) -> document.Block:
    return form_parts.numbered_code(
        "KODE KIRIMAN",
        handover.code,
        "Cocokkan kode ini dengan kode pada layar Terima Data; bila diminta, ketik isi blok yang nomornya disebut. "
        f"{parcel_words.UNOFFICIAL}",
    )


def _signatures(handover: Handover) -> document.Block:
    where = f"{handover.place}, " if handover.place else ""
    return form_parts.signatures(
        parcel_words.side(handover.sender, "Yang menyerahkan,", (f"{where}{words.long_date(handover.at)}",)),
        parcel_words.side(
            handover.receiver, "Yang menerima,", (f"Diterima {'.' * 18} pukul {'.' * 8} {handover.office.zone}",)
        ),
    )
