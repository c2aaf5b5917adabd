# SPDX-License-Identifier: Apache-2.0
"""The list of papers that can be printed: key, title, what each is for, and where it is offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.domain.words import N_


class Group(StrEnum):
    """Under which heading a paper is offered; the labels are msgids."""

    REPORT = "report"
    TABLE = "table"
    COUNT = "count"
    PEOPLE = "people"
    LETTER = "letter"
    FORM = "form"
    RECORD = "record"


GROUPS: Final[Mapping[Group, str]] = {
    Group.REPORT: N_("Laporan"),
    Group.TABLE: N_("Tabel dan daftar"),
    Group.COUNT: N_("Hasil suara (internal)"),
    Group.PEOPLE: N_("Tim dan penugasan"),
    Group.LETTER: N_("Surat"),
    Group.FORM: N_("Formulir lapangan"),
    Group.RECORD: N_("Berita acara dan tanda terima"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """`key` is typed on the command line; `title` and `description` are msgids.

    `asks`: what may be settled beside sheet and signatory, by the names of `operations.paper_kinds.asking.Asked`:
    day, until, hour, area, phase, number, addressed_to, nature, date_open, record, issue, package, race, level.
    `signed`: it has a signature. `parts`: what the office writes itself (code and msgid of each), `periodic`: anew
    for each month, else once. `in_gallery`: a paper about a day or the office, offered on the page of papers; the
    others belong to one record, to one package or to one act. `secret`: it is handed over and not registered.
    `of_package`: about a package that is named. `registered`: it is made final and stands in the register; a blank
    form is neither. `needs`: rights of the count, one of which must be held to make it; then neither its file nor
    its figures are kept, which everybody with an account of the office could read.
    """

    key: str
    title: str
    description: str
    group: Group = Group.REPORT
    asks: frozenset[str] = frozenset()
    signed: bool = True
    parts: tuple[tuple[str, str], ...] = ()
    periodic: bool = False
    in_gallery: bool = True
    secret: bool = False
    of_package: bool = False
    registered: bool = True
    needs: frozenset[Right] = frozenset()


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
BLANK_FORMS = Report(
    "formulir-tps",
    N_("Formulir ceklis TPS (kosong)"),
    N_("Satu formulir untuk setiap TPS: butir bernomor, jumlah yang diperlukan, kode batang, dan tempat paraf."),
    Group.FORM,
    asks=frozenset({"area", "phase"}),
    signed=False,
    registered=False,
)
FILLED_FORMS = Report(
    "lembar-tps",
    N_("Lembar ceklis TPS (terisi)"),
    N_("Formulir yang sama dengan isian yang sudah diketik, oleh siapa dan kapan."),
    Group.FORM,
    asks=frozenset({"area", "phase"}),
    signed=False,
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

READINESS = Report(
    "kesiapan",
    N_("Kesiapan TPS"),
    N_("Kesiapan menurut wilayah dengan grafik, dan kelengkapan menurut butir; untuk satu desa, TPS demi TPS."),
    Group.TABLE,
    asks=frozenset({"area", "phase", "number", "date_open"}),
)
OVERVIEW = Report(
    "data-umum",
    N_("Data umum wilayah dan TPS"),
    N_("Desa/kelurahan, TPS, dan DPT setiap wilayah."),
    Group.TABLE,
    asks=frozenset({"area", "date_open"}),
)
STATIONS = Report(
    "daftar-tps",
    N_("Daftar TPS"),
    N_("Semua TPS dengan alamat, DPT, dan kesiapannya."),
    Group.TABLE,
    asks=frozenset({"area", "phase", "date_open"}),
)
RISK = Report(
    "tps-rawan",
    N_("Kerawanan TPS"),
    N_("Kelas kerawanan, indikator, personel pengamanan, dan TPS rawan satu per satu."),
    Group.TABLE,
    asks=frozenset({"area", "number", "date_open"}),
)
MATRIX = Report(
    "matriks-permasalahan",
    N_("Matriks permasalahan"),
    N_("Permasalahan satu masa dengan saran dan tindak lanjutnya, dan grafiknya per hari."),
    Group.TABLE,
    asks=frozenset({"day", "until", "area", "number", "date_open"}),
)
LOGISTICS = Report(
    "posisi-logistik",
    N_("Posisi logistik"),
    N_("Setiap jenis barang: di gudang, di kecamatan, di desa/kelurahan, dan di TPS."),
    Group.TABLE,
    asks=frozenset({"area", "number", "date_open"}),
)
SHORTAGES = Report(
    "kekurangan-logistik",
    N_("Kekurangan logistik"),
    N_("Barang yang kurang, rusak, atau basah, dijumlahkan per kecamatan dan dirinci per TPS."),
    Group.TABLE,
    asks=frozenset({"area", "number", "date_open"}),
)
ASSIGNMENT = Report(
    "surat-tugas",
    N_("Surat tugas"),
    N_("Satu anggota, satu tim, petugas satu kegiatan, atau semua: siapa ditugaskan, atas dasar apa, untuk apa."),
    Group.PEOPLE,
    asks=frozenset({"day", "record", "number", "date_open"}),
)
REQUEST = Report(
    "permohonan-personel",
    N_("Surat permohonan personel"),
    N_("Kepada pimpinan Polri, TNI, Kejaksaan, atau KPU yang anggotanya duduk dalam desk; satu surat satu pimpinan."),
    Group.PEOPLE,
    asks=frozenset({"day", "record", "number", "addressed_to", "nature", "date_open"}),
)

SITUATION = Report(
    "laporan-situasi",
    N_("Laporan situasi"),
    N_("Keadaan pada satu jam hari pemungutan suara: apa yang sudah dan belum dilaporkan, dan kejadian menonjol."),
    asks=frozenset({"hour", "area", "number", "date_open"}),
)
MONTHLY = Report(
    "laporan-bulanan",
    N_("Laporan bulanan"),
    N_("Satu masa dalam angka: kegiatan, kesiapan, permasalahan, indikator, dan tahapan berikutnya."),
    asks=frozenset({"day", "until", "area", "phase", "number", "addressed_to", "date_open"}),
    parts=(
        ("situation", N_("Gambaran umum")),
        ("conclusion", N_("Kesimpulan")),
        ("advice", N_("Saran")),
    ),
    periodic=True,
)
FINAL = Report(
    "laporan-akhir",
    N_("Laporan akhir"),
    N_("Seluruh pemilihan dalam bab-bab, dengan sampul, daftar isi, dan lampiran; angkanya dari semua register."),
    asks=frozenset({"phase", "number", "date_open"}),
    parts=(
        ("background", N_("Latar belakang")),
        ("basis", N_("Dasar")),
        ("purpose", N_("Maksud dan tujuan")),
        ("scope", N_("Ruang lingkup")),
        ("preparation", N_("Persiapan")),
        ("voting_day", N_("Hari pemungutan suara")),
        ("settling", N_("Upaya penyelesaian")),
        ("conclusion", N_("Kesimpulan")),
        ("advice", N_("Saran")),
    ),
)
DISTRICT = Report(
    "lembar-kecamatan",
    N_("Lembar kecamatan"),
    N_("Satu lembar tentang satu kecamatan: kesiapan, logistik, kerawanan, permasalahan, dan timnya."),
    Group.TABLE,
    asks=frozenset({"area", "phase"}),
    signed=False,
)
INDICATORS = Report(
    "indikator",
    N_("Capaian indikator"),
    N_("Setiap indikator terhadap targetnya, menurut wilayah dan hari, dengan grafik."),
    Group.TABLE,
    asks=frozenset({"day", "number", "date_open"}),
)
REVOTES = Report(
    "psu",
    N_("PSU, PSSU, PSL, dan PSS"),
    N_("Setiap pemungutan atau penghitungan ulang, lanjutan, dan susulan: sebab, dasar, hari, dan keadaannya."),
    Group.TABLE,
    asks=frozenset({"area", "number", "date_open"}),
)
TRAVEL_ORDER = Report(
    "sppd",
    N_("Surat perintah perjalanan dinas (SPPD)"),
    N_("Petugas satu kegiatan, seorang satu surat, dengan lembar visum. Biaya dikosongkan."),
    Group.PEOPLE,
    asks=frozenset({"day", "record", "number", "date_open"}),
)
TRAVEL_REPORT = Report(
    "laporan-perjalanan",
    N_("Laporan perjalanan dinas"),
    N_("Satu kegiatan: dasar, pelaksana, hasil di setiap tempat yang dikunjungi, dan tindak lanjutnya."),
    Group.PEOPLE,
    asks=frozenset({"day", "record", "date_open"}),
)
TRAVEL_LIST = Report(
    "daftar-nominatif",
    N_("Daftar nominatif perjalanan dinas"),
    N_("Petugas satu kegiatan, tujuan, dan lamanya; kolom biaya dan tanda tangan dikosongkan."),
    Group.PEOPLE,
    asks=frozenset({"day", "record", "date_open"}),
)
INVITATION = Report(
    "undangan",
    N_("Undangan rapat"),
    N_("Undangan satu kegiatan: kepada siapa, hari, jam, tempat, dan acaranya."),
    Group.LETTER,
    asks=frozenset({"day", "record", "number", "nature", "date_open"}),
)
MINUTES = Report(
    "notula",
    N_("Notula rapat"),
    N_("Jalannya rapat, tugas yang disepakati, dan peserta yang hadir."),
    Group.LETTER,
    asks=frozenset({"day", "record", "date_open"}),
)
ATTENDANCE = Report(
    "daftar-hadir",
    N_("Daftar hadir"),
    N_("Untuk ditandatangani: nama undangan satu kegiatan, atau lembar kosong."),
    Group.LETTER,
    asks=frozenset({"day", "record", "date_open"}),
)
PRESENT = Report(
    "rekap-hadir",
    N_("Rekap kehadiran"),
    N_("Siapa yang hadir dan tidak hadir pada satu kegiatan."),
    Group.LETTER,
    asks=frozenset({"day", "record", "date_open"}),
)
ACTIVITIES = Report(
    "laporan-kegiatan",
    N_("Laporan kegiatan dan dokumentasi"),
    N_("Satu kegiatan atau kegiatan beberapa hari dalam satu tabel, dengan halaman foto."),
    Group.REPORT,
    asks=frozenset({"day", "until", "record", "date_open"}),
)
COVER_LETTER = Report(
    "surat-pengantar",
    N_("Surat pengantar laporan"),
    N_("Menyertai naskah final satu hari atau beberapa hari, dengan daftar naskah yang disampaikan."),
    Group.LETTER,
    asks=frozenset({"day", "until", "record", "number", "addressed_to", "nature", "date_open"}),
)
OFFICE_NOTE = Report(
    "nota-dinas",
    N_("Nota dinas perkembangan"),
    N_("Untuk pimpinan desk: keadaan satu hari dalam beberapa butir, angkanya dari laporan harian."),
    Group.LETTER,
    asks=frozenset({"day", "phase", "number", "addressed_to", "nature", "date_open"}),
)
ROSTER = Report(
    "jadwal-piket",
    N_("Jadwal piket posko"),
    N_("Satu minggu: hari, jam, dan petugasnya, tanpa nomor telepon."),
    Group.PEOPLE,
    asks=frozenset({"day", "date_open"}),
)
SHIFT_HANDOVER = Report(
    "serah-terima-piket",
    N_("Berita acara serah terima piket"),
    N_("Satu serah terima antarpetugas posko: keadaan, dan yang belum selesai."),
    Group.RECORD,
    asks=frozenset({"record", "number"}),
)

_CHECKING = frozenset({Right.VERIFY, Right.TOTALS})
"""Whoever verifies sees single TPS, and so does who sees totals."""

COUNT_RECAP = Report(
    "rekap-suara",
    N_("Rekap salinan hasil penghitungan suara"),
    N_("Satu jenis pemilihan menurut kecamatan, desa, atau TPS, dengan diagram dan TPS dalam klarifikasi."),
    Group.COUNT,
    asks=frozenset({"area", "race", "level", "number", "date_open"}),
    needs=frozenset({Right.TOTALS}),
)
COUNT_TURNOUT = Report(
    "partisipasi",
    N_("Partisipasi pemilih menurut salinan"),
    N_("Pengguna hak pilih terhadap DPT setiap wilayah, dibandingkan dengan target."),
    Group.COUNT,
    asks=frozenset({"area", "race", "number", "date_open"}),
    needs=frozenset({Right.TOTALS}),
)
COUNT_STATION = Report(
    "hasil-tps",
    N_("Lembar hasil satu TPS"),
    N_("Apa yang disalin pada setiap jenis pemilihan, catatannya, siapa yang menyalin dan memeriksa."),
    Group.COUNT,
    asks=frozenset({"area", "date_open"}),
    needs=_CHECKING,
)
COUNT_MISSING = Report(
    "belum-lapor",
    N_("TPS yang belum lapor hasil"),
    N_("TPS yang salinannya belum masuk, siapa yang dihubungi, dan tempat mencatat jawabannya. Tanpa suara."),
    Group.COUNT,
    asks=frozenset({"area", "race"}),
    signed=False,
)
COUNT_NOTES = Report(
    "catatan-suara",
    N_("Catatan pemeriksaan hasil suara"),
    N_("TPS yang angkanya tidak cocok, menurut aturan V01 dan seterusnya."),
    Group.COUNT,
    asks=frozenset({"area", "race"}),
    signed=False,
    needs=_CHECKING,
)
COUNT_DISPUTED = Report(
    "klarifikasi-suara",
    N_("Klarifikasi hasil suara"),
    N_("TPS yang salinannya berbeda, dengan tempat keputusan dan tanda tangan."),
    Group.COUNT,
    asks=frozenset({"area", "race", "number", "date_open"}),
    needs=_CHECKING,
)
COUNT_BLANK = Report(
    "salinan-hasil",
    N_("Formulir salinan C.HASIL (kosong)"),
    N_("Satu lembar untuk setiap TPS dan jenis pemilihan: baris C.HASIL berurutan, kotak angka, dan kode batang."),
    Group.FORM,
    asks=frozenset({"area", "race"}),
    signed=False,
    registered=False,
)

REPORTS = (
    DAILY,
    SITUATION,
    MONTHLY,
    FINAL,
    SPECIAL,
    BOOK,
    READINESS,
    OVERVIEW,
    STATIONS,
    RISK,
    MATRIX,
    LOGISTICS,
    SHORTAGES,
    DISTRICT,
    ACTIVITIES,
    INDICATORS,
    REVOTES,
    CALL_LIST,
    TEAM_STRUCTURE,
    ASSIGNMENT,
    REQUEST,
    TRAVEL_ORDER,
    TRAVEL_REPORT,
    TRAVEL_LIST,
    ROSTER,
    INVITATION,
    MINUTES,
    ATTENDANCE,
    PRESENT,
    COVER_LETTER,
    OFFICE_NOTE,
    CLARIFICATION,
    SHIFT_HANDOVER,
    HANDOVER,
    RECEIPT,
    COUNT_RECAP,
    COUNT_TURNOUT,
    COUNT_STATION,
    COUNT_MISSING,
    COUNT_NOTES,
    COUNT_DISPUTED,
    BLANK_FORMS,
    FILLED_FORMS,
    COUNT_BLANK,
    SLIPS,
    SPARE_KEY,
)
"""In the order in which they are offered, group by group."""


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
