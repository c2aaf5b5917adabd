# SPDX-License-Identifier: Apache-2.0
"""The list of papers that can be printed: key, title, what each is for, and where it is offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desk_app.domain import errors
from desk_app.domain.words import N_


class Group(StrEnum):
    """Under which heading a paper is offered; the labels are msgids."""

    REPORT = "report"
    TABLE = "table"
    PEOPLE = "people"
    LETTER = "letter"
    FORM = "form"
    RECORD = "record"


GROUPS: Final[Mapping[Group, str]] = {
    Group.REPORT: N_("Laporan"),
    Group.TABLE: N_("Tabel dan daftar"),
    Group.PEOPLE: N_("Tim dan penugasan"),
    Group.LETTER: N_("Surat"),
    Group.FORM: N_("Formulir lapangan"),
    Group.RECORD: N_("Berita acara dan tanda terima"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """`key` is typed on the command line; `title` and `description` are msgids.

    `asks`: what may be settled beside sheet and signatory, by the names of `operations.paper_kinds.asking.Asked`: day,
    until, hour, area, phase, number, addressed_to, date_open, record, issue, package. `signed`: it has a signature.
    `in_gallery`: a paper about a day or the office, offered on the page of papers; the others belong to one record, to
    one package or to one act. `secret`: it is handed over and not registered. `of_package`: about a package that is
    named.
    """

    key: str
    title: str
    description: str
    group: Group = Group.REPORT
    asks: frozenset[str] = frozenset()
    signed: bool = True
    in_gallery: bool = True
    secret: bool = False
    of_package: bool = False


DAILY = Report(
    "laporan-harian",
    N_("Laporan harian"),
    N_("Kesiapan TPS per wilayah, permasalahan dan tindak lanjut, rekap laporan masuk; juga laporan NIHIL."),
    asks=frozenset({"day", "area", "phase", "number", "addressed_to", "date_open"}),
)
TEAM_STRUCTURE = Report(
    "susunan-tim",
    N_("Susunan tim dan pembagian wilayah"),
    N_("Lampiran keputusan: susunan keanggotaan Desk, tim beserta kecamatannya, dan matriks kecamatan."),
    Group.PEOPLE,
)
CLARIFICATION = Report(
    "clarification",
    N_("Berita Acara Klarifikasi Data"),
    N_("Data berbeda yang diklarifikasi pada satu hari: nilai semula, nilai yang dipakai, oleh siapa, dan dasarnya."),
    Group.RECORD,
    asks=frozenset({"day", "number", "date_open"}),
)
CALL_LIST = Report(
    "call-list",
    N_("Daftar kantor yang belum mengirim"),
    N_("Kantor yang perlu dihubungi: kiriman terakhirnya, operatornya, dan tempat mencatat jawabannya."),
    Group.TABLE,
    signed=False,
)
BOOK = Report(
    "buku-posko",
    N_("Buku Posko"),
    N_("Satu hari Buku Posko: petugas piket, berita yang masuk, tindakannya, dan yang menjadi permasalahan."),
    asks=frozenset({"day", "date_open"}),
)
SPECIAL = Report(
    "laporan-khusus",
    N_("Laporan Khusus"),
    N_("Satu permasalahan: uraian, kronologi, dampak, saran, tindak lanjut, dan foto."),
    asks=frozenset({"issue", "number", "addressed_to", "date_open"}),
    in_gallery=False,
)
HANDOVER = Report(
    "handover",
    N_("Berita Acara Serah Terima Data"),
    N_("Surat yang menyertai satu kiriman: isinya, angka kontrol, dan kodenya dalam delapan blok."),
    Group.RECORD,
    asks=frozenset({"package", "number", "date_open"}),
    in_gallery=False,
    of_package=True,
)
RECEIPT = Report(
    "receipt",
    N_("Tanda Terima Data"),
    N_("Apa yang masuk dari satu kiriman, dan apa yang ditahan beserta sebabnya."),
    Group.RECORD,
    asks=frozenset({"package"}),
    in_gallery=False,
    of_package=True,
)
SLIPS = Report(
    "slips",
    N_("Slip kode pembuka berkas siap"),
    N_("Kata sandi setiap berkas siap yang belum dibuka, untuk digunting dan dibawa terpisah. Rahasia."),
    Group.FORM,
    signed=False,
    in_gallery=False,
    secret=True,
)
SPARE_KEY = Report(
    "spare-key",
    N_("Lembar kunci cadangan"),
    N_("Kunci cadangan kantor untuk amplop di brankas Sekda. Rahasia."),
    Group.FORM,
    signed=False,
    in_gallery=False,
    secret=True,
)

REPORTS = (DAILY, TEAM_STRUCTURE, CLARIFICATION, CALL_LIST, BOOK, SPECIAL, HANDOVER, RECEIPT, SLIPS, SPARE_KEY)


def find(key: str) -> Report:
    """The report of that key; raises NotFound with the known keys."""
    for report in REPORTS:
        if report.key == key.strip().lower():
            return report
    raise errors.NotFound(
        N_("Laporan {key} tidak ada. Yang ada: {known}."),
        key=key,
        known=", ".join(each.key for each in REPORTS),
    )
