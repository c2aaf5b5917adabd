# SPDX-License-Identifier: Apache-2.0
"""What makes a TPS vulnerable: one class by Polri, many indicators by Bawaslu (`domain.md §2.5`, §2.6).

The wording of the indicators is that of the releases found; the national Pilkada list was not found whole,
25 of its indicators were put together from regional ones.
"""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.elections import EventKind
from desk_app.domain.words import N_


class RiskClass(StrEnum):
    """Polri gives each TPS one class."""

    LOW = "kurang_rawan"
    AT_RISK = "rawan"
    HIGH = "sangat_rawan"
    SPECIAL = "khusus"


CLASS_LABELS: dict[RiskClass, str] = {
    RiskClass.LOW: N_("Kurang rawan"),
    RiskClass.AT_RISK: N_("Rawan"),
    RiskClass.HIGH: N_("Sangat rawan"),
    RiskClass.SPECIAL: N_("Khusus"),
}


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator; `variable` is the heading it stands under, empty where none is known.

    `own`: the words or the place in the list are the office's (not translated then). One that is no longer `in_use`
    is not offered; where it was ticked it stays.
    """

    code: str
    label: str
    variable: str = ""
    short: str = ""
    in_use: bool = True
    own: bool = False


_GENERAL = (
    Indicator("P01", N_("Pemilih DPT yang sudah tidak memenuhi syarat"), short=N_("TMS")),
    Indicator("P02", N_("Pemilih tambahan (DPTb)"), short=N_("DPTb")),
    Indicator("P03", N_("KPPS pemilih di luar domisili TPS tempat bertugas"), short=N_("domisili KPPS")),
    Indicator("P04", N_("Kendala jaringan internet"), short=N_("internet")),
    Indicator("P05", N_("Dekat posko/rumah tim kampanye"), short=N_("tim kampanye")),
    Indicator("P06", N_("Potensi DPK"), short=N_("DPK")),
    Indicator("P07", N_("Wilayah rawan bencana (banjir, tanah longsor, gempa)"), short=N_("bencana")),
    Indicator("P08", N_("Kendala aliran listrik"), short=N_("listrik")),
    Indicator(
        "P09", N_("Dekat lembaga pendidikan yang siswanya berpotensi memilih"), short=N_("lembaga pendidikan")
    ),
    Indicator("P10", N_("Sulit dijangkau"), short=N_("sulit dijangkau")),
    Indicator("P11", N_("Praktik pemberian uang/barang pada masa kampanye/tenang"), short=N_("politik uang")),
    Indicator("P12", N_("Riwayat kekerasan"), short=N_("kekerasan")),
    Indicator("P13", N_("Riwayat intimidasi kepada penyelenggara"), short=N_("intimidasi")),
    Indicator("P14", N_("Dekat wilayah kerja (tambang/pabrik)"), short=N_("wilayah kerja")),
    Indicator(
        "P15", N_("Riwayat kekurangan/kelebihan/tidak tersedia logistik"), short=N_("kekurangan logistik")
    ),
    Indicator(
        "P16", N_("Riwayat keterlambatan distribusi logistik (maks. H-1)"), short=N_("logistik terlambat")
    ),
    Indicator("P17", N_("Riwayat kerusakan logistik"), short=N_("logistik rusak")),
    Indicator("P18", N_("Riwayat surat suara tertukar"), short=N_("surat suara tertukar")),
    Indicator(
        "P19",
        N_("ASN/TNI/Polri/kades/perangkat desa menguntungkan/merugikan peserta"),
        short=N_("netralitas"),
    ),
    Indicator("P20", N_("Lokasi khusus"), short=N_("lokasi khusus")),
    Indicator("P21", N_("KPPS berkampanye"), short=N_("KPPS berkampanye")),
    Indicator("P22", N_("Menghina/menghasut isu SARA"), short=N_("SARA")),
)

_VOTING_RIGHT = N_("Penggunaan hak pilih")
_SECURITY = N_("Keamanan")
_MONEY = N_("Politik uang")
_IDENTITY = N_("Politisasi SARA")
_NEUTRALITY = N_("Netralitas")
_LOGISTICS = N_("Logistik")
_LOCATION = N_("Lokasi TPS")
_POWER = N_("Jaringan listrik dan internet")

_REGIONAL = (
    Indicator(
        "K01",
        N_("Pemilih DPT yang sudah tidak memenuhi syarat (meninggal, alih status TNI/Polri)"),
        _VOTING_RIGHT,
        N_("TMS"),
    ),
    Indicator("K02", N_("Pemilih pindahan (DPTb)"), _VOTING_RIGHT, N_("DPTb")),
    Indicator(
        "K03", N_("Potensi memenuhi syarat tetapi tidak terdaftar di DPT (DPK)"), _VOTING_RIGHT, N_("DPK")
    ),
    Indicator(
        "K04",
        N_("Penyelenggara pemilih di luar domisili TPS tempat bertugas"),
        _VOTING_RIGHT,
        N_("domisili KPPS"),
    ),
    Indicator("K05", N_("Pemilih disabilitas terdaftar di DPT"), _VOTING_RIGHT, N_("disabilitas")),
    Indicator("K06", N_("Riwayat PSU/PSSU"), _VOTING_RIGHT, N_("riwayat PSU")),
    Indicator("K07", N_("Riwayat kekerasan"), _SECURITY, N_("kekerasan")),
    Indicator("K08", N_("Riwayat intimidasi kepada penyelenggara"), _SECURITY, N_("intimidasi")),
    Indicator("K09", N_("Riwayat penolakan penyelenggaraan pemungutan suara"), _SECURITY, N_("penolakan")),
    Indicator(
        "K10",
        N_("Riwayat pemberian uang/materi lain pada masa kampanye di sekitar TPS"),
        _MONEY,
        N_("politik uang"),
    ),
    Indicator(
        "K11",
        N_("Menghina/menghasut antarpemilih terkait isu agama, suku, ras, dan golongan"),
        _IDENTITY,
        N_("SARA"),
    ),
    Indicator(
        "K12", N_("Petugas KPPS berkampanye untuk pasangan calon"), _NEUTRALITY, N_("KPPS berkampanye")
    ),
    Indicator(
        "K13",
        N_("ASN/TNI/Polri/kades/perangkat desa menguntungkan/merugikan pasangan calon"),
        _NEUTRALITY,
        N_("netralitas"),
    ),
    Indicator("K14", N_("Riwayat kerusakan logistik"), _LOGISTICS, N_("logistik rusak")),
    Indicator(
        "K15",
        N_("Riwayat kekurangan/kelebihan/tidak tersedia logistik"),
        _LOGISTICS,
        N_("kekurangan logistik"),
    ),
    Indicator(
        "K16",
        N_("Riwayat keterlambatan distribusi logistik (maks. H-1)"),
        _LOGISTICS,
        N_("logistik terlambat"),
    ),
    Indicator("K17", N_("Sulit dijangkau (geografis dan cuaca)"), _LOCATION, N_("sulit dijangkau")),
    Indicator("K18", N_("Wilayah rawan konflik"), _LOCATION, N_("konflik")),
    Indicator("K19", N_("Wilayah rawan bencana"), _LOCATION, N_("bencana")),
    Indicator("K20", N_("Dekat lembaga pendidikan"), _LOCATION, N_("lembaga pendidikan")),
    Indicator("K21", N_("Dekat wilayah kerja (tambang, pabrik)"), _LOCATION, N_("wilayah kerja")),
    Indicator("K22", N_("Dekat rumah pasangan calon/posko tim kampanye"), _LOCATION, N_("tim kampanye")),
    Indicator("K23", N_("Lokasi khusus"), _LOCATION, N_("lokasi khusus")),
    Indicator("K24", N_("Kendala jaringan internet"), _POWER, N_("internet")),
    Indicator("K25", N_("Kendala aliran listrik"), _POWER, N_("listrik")),
)

_BY_CODE = {indicator.code: indicator for indicator in (*_GENERAL, *_REGIONAL)}


def indicators(kind: EventKind) -> tuple[Indicator, ...]:
    """Return Bawaslu's indicators: 22 for Pemilu, 25 for Pilkada."""
    return _GENERAL if kind is EventKind.GENERAL else _REGIONAL


def indicator(code: str) -> Indicator:
    """Return the indicator of a code; raises `NotFound`."""
    found = _BY_CODE.get(code.strip().upper())
    if found is None:
        raise errors.NotFound(N_("Indikator TPS rawan “{code}” tidak ada."), code=code)
    return found


def parse_class(text: str) -> RiskClass | None:
    """Read a class as lists write it ("Sangat Rawan"); empty is None (not classed)."""
    cleaned = "_".join(text.casefold().replace("_", " ").split())
    if not cleaned:
        return None
    try:
        return RiskClass(cleaned)
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan kelas kerawanan. Pilih kurang rawan, rawan, sangat rawan, atau khusus."),
            text=text,
        ) from None
