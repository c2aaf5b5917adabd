# SPDX-License-Identifier: Apache-2.0
"""The list of papers that can be printed: key, title, what each is for, and where it is offered."""

from dataclasses import dataclass

from desk_app.domain import errors
from desk_app.domain.words import N_


@dataclass(frozen=True, slots=True)
class Report:
    """`key` is typed on the command line; `title` and `description` are msgids.

    `in_gallery`: a paper about a day or the office, offered on the page of papers; the others belong to one package or
    to one act. `secret`: it is handed over and not registered. `of_package`: about a package that is named.
    """

    key: str
    title: str
    description: str
    in_gallery: bool = True
    secret: bool = False
    of_package: bool = False


DAILY = Report(
    "laporan-harian",
    N_("Laporan harian"),
    N_("Kesiapan TPS per wilayah, permasalahan dan tindak lanjut, rekap laporan masuk; juga laporan NIHIL."),
)
TEAM_STRUCTURE = Report(
    "susunan-tim",
    N_("Susunan tim dan pembagian wilayah"),
    N_("Lampiran keputusan: susunan keanggotaan Desk, tim beserta kecamatannya, dan matriks kecamatan."),
)
CLARIFICATION = Report(
    "clarification",
    N_("Berita Acara Klarifikasi Data"),
    N_("Data berbeda yang diklarifikasi pada satu hari: nilai semula, nilai yang dipakai, oleh siapa, dan dasarnya."),
)
CALL_LIST = Report(
    "call-list",
    N_("Daftar kantor yang belum mengirim"),
    N_("Kantor yang perlu dihubungi: kiriman terakhirnya, operatornya, dan tempat mencatat jawabannya."),
)
BOOK = Report(
    "buku-posko",
    N_("Buku Posko"),
    N_("Satu hari Buku Posko: petugas piket, berita yang masuk, tindakannya, dan yang menjadi permasalahan."),
)
SPECIAL = Report(
    "laporan-khusus",
    N_("Laporan Khusus"),
    N_("Satu permasalahan: uraian, kronologi, dampak, saran, tindak lanjut, dan foto."),
    in_gallery=False,
)
HANDOVER = Report(
    "handover",
    N_("Berita Acara Serah Terima Data"),
    N_("Surat yang menyertai satu kiriman: isinya, angka kontrol, dan kodenya dalam delapan blok."),
    in_gallery=False,
    of_package=True,
)
RECEIPT = Report(
    "receipt",
    N_("Tanda Terima Data"),
    N_("Apa yang masuk dari satu kiriman, dan apa yang ditahan beserta sebabnya."),
    in_gallery=False,
    of_package=True,
)
SLIPS = Report(
    "slips",
    N_("Slip kode pembuka berkas siap"),
    N_("Kata sandi setiap berkas siap yang belum dibuka, untuk digunting dan dibawa terpisah. Rahasia."),
    in_gallery=False,
    secret=True,
)
SPARE_KEY = Report(
    "spare-key",
    N_("Lembar kunci cadangan"),
    N_("Kunci cadangan kantor untuk amplop di brankas Sekda. Rahasia."),
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
