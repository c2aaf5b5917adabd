# SPDX-License-Identifier: Apache-2.0
"""Indicators: figures of any unit against a target, by place and day, summed over regions where that has a meaning.

Values are whole numbers of the last decimal (83,82 with two decimals is 8382), so that nothing is ever rounded in
passing. The offered set is no law: labels, targets and sources are the office's to alter; what no source gives is left
blank.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_, Phrase, dotted, phrase

MOST_DECIMALS = 3


class Better(StrEnum):
    """Which way is good."""

    UP = "naik"
    DOWN = "turun"


BETTER_LABELS: dict[str, str] = {Better.UP: N_("Naik"), Better.DOWN: N_("Turun")}


class Combine(StrEnum):
    """Where the figure of a whole region comes from: summed over its parts, or measured for itself (a rate)."""

    SUM = "jumlah"
    OWN = "sendiri"


COMBINE_LABELS: dict[str, str] = {
    Combine.SUM: N_("Jumlah dari wilayah di bawahnya"),
    Combine.OWN: N_("Diisi sendiri (persentase, pagu)"),
}


_RATES = frozenset({"%", "persen", "prosen", "per cent", "percent", "‰", "permil"})


def is_rate(unit: str) -> bool:
    """Whether a unit is a share of something: two of them have no sum."""
    return unit.strip().casefold() in _RATES


def combined(unit: str, combine: str | None) -> str:
    """How the whole comes about, as kept or as it goes without saying; a rate is never summed, whatever is kept."""
    return Combine.OWN.value if is_rate(unit) else combine or Combine.SUM.value


def check_combine(unit: str, combine: str | None) -> None:
    """Raises Refused for the sum of a rate."""
    if is_rate(unit) and combine == Combine.SUM:
        raise errors.Refused(
            N_("Persentase tidak dijumlahkan: 60 % dan 70 % bukan 130 %. Pilih “Diisi sendiri (persentase, pagu)”.")
        )


class Base(StrEnum):
    """For each of what `target_each` is meant."""

    NONE = ""
    DISTRICT = "kecamatan"
    VILLAGE = "desa"
    STATION = "tps"


BASE_LABELS: dict[str, str] = {
    Base.NONE: N_("Tidak dihitung"),
    Base.DISTRICT: N_("Kecamatan"),
    Base.VILLAGE: N_("Desa/kelurahan"),
    Base.STATION: N_("TPS"),
}


class Standing(StrEnum):
    """How a value stands towards its target."""

    MET = "tercapai"
    SHORT = "belum"
    UNMEASURED = "kosong"
    UNAIMED = "tanpa_target"
    DISPUTED = "berbeda"


STANDING_LABELS: dict[str, str] = {
    Standing.MET: N_("Tercapai"),
    Standing.SHORT: N_("Belum tercapai"),
    Standing.UNMEASURED: N_("Belum ada nilai"),
    Standing.UNAIMED: N_("Tanpa target"),
    Standing.DISPUTED: N_("Data berbeda"),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator as an office keeps it. `target` and `target_each` in units of the last decimal, None: not set.

    `target_each` of each `base` (5 for each kecamatan); without a base it is the target of each region below.
    """

    code: str
    label: str
    unit: str = ""
    target: int | None = None
    decimals: int = 0
    better: str = Better.UP.value
    heading: str = ""
    source: str = ""
    position: int = 0
    combine: str = Combine.SUM.value
    target_each: int | None = None
    base: str = Base.NONE.value
    note: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of each base in a region."""

    districts: int = 0
    villages: int = 0
    stations: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """A value on a day (ISO). `disputed`: offices differ about it, so no total counts it."""

    day: str
    value: int
    source: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of a region on a day. `value` None: nothing. `day`: of its newest part.

    `parts`: of how many regions below it is the sum, out of `of`; 0 of 0 where it was measured itself. `gap`: what was
    typed for the whole less the sum of all parts, None where there are not both. `disputed`: how many values were left
    out because offices differ.
    """

    value: int | None = None
    day: str = ""
    source: str = ""
    parts: int = 0
    of: int = 0
    gap: int | None = None
    disputed: int = 0

    @property
    def partial(self) -> bool:
        """Whether regions below are missing in it."""
        return self.parts < self.of


def parse(text: str, decimals: int) -> int:
    """Read a number as it is written here: "83,82", "1.234.567"; returns units of the last decimal. Raises Refused.

    A point stands between thousands only, so that "98.030" and "98,030" are never taken for each other.
    """
    cleaned = text.strip().replace(" ", "").replace("\u00a0", "").removeprefix("Rp").removesuffix("%").strip()
    match = _NUMBER.fullmatch(cleaned)
    if match is None:
        if _POINTED.fullmatch(cleaned):
            raise errors.Refused(
                N_("“{text}”: pakai koma untuk pecahan (83,82); titik hanya untuk ribuan (1.250)."), text=text.strip()
            )
        raise errors.Refused(N_("“{text}” bukan angka. Tulis misalnya 83,82 atau 1.250."), text=text.strip())
    fraction = match["fraction"] or ""
    if len(fraction.rstrip("0")) > decimals:
        raise errors.Refused(
            N_("“{text}”: indikator ini memakai {decimals} angka di belakang koma."),
            text=text.strip(),
            decimals=decimals,
        )
    whole = int(match["whole"].replace(".", "") + fraction.rstrip("0").ljust(decimals, "0"))
    return -whole if match["sign"] else whole


def write(value: int | None, decimals: int) -> str:
    """Write a value as people do here: 8382 with two decimals is "83,82"; "" for none."""
    if value is None:
        return ""
    digits = str(abs(value)).rjust(decimals + 1, "0")
    whole, fraction = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    grouped = dotted(int(whole))
    return ("−" if value < 0 else "") + grouped + (f",{fraction}" if fraction else "")


def written(value: int | None, definition: Definition) -> str:
    """A value with its unit: "83,82 %", "Rp 1.250.000", "110 orang"; "–" for none."""
    if value is None:
        return "–"
    said = write(value, definition.decimals)
    if is_money(definition):
        return f"Rp {said}"
    return f"{said} {definition.unit}".rstrip()


def plain(value: int, scale: int) -> str:
    """A number as it is kept with some decimals, without the noughts at its end: 97400 with three is "97,4"."""
    said = write(value, scale)
    return said.rstrip("0").rstrip(",") if scale else said


def is_money(definition: Definition) -> bool:
    return definition.unit.casefold() in ("rp", "rupiah")


def brief(value: int | None, definition: Definition) -> str:
    """A value for a narrow column: millions and more of rupiah in words, cut to two decimals ("Rp 24,5 miliar")."""
    if value is None or not is_money(definition):
        return written(value, definition)
    whole = abs(value) // 10**definition.decimals
    for zeros, words in ((12, "triliun"), (9, "miliar"), (6, "juta")):
        if whole >= 10**zeros:
            said = write(whole // 10 ** (zeros - 2), 2).rstrip("0").rstrip(",")
            return f"{'−' if value < 0 else ''}Rp {said} {words}"
    return written(value, definition)


def rescaled(value: int, before: int, after: int) -> int:
    """A value with another number of decimals; a half is rounded away from zero."""
    if after >= before:
        return int(value * 10 ** (after - before))
    divisor = int(10 ** (before - after))
    share = (abs(value) * 2 + divisor) // (2 * divisor)
    return -share if value < 0 else share


def odd(value: int, definition: Definition) -> Phrase | None:
    """What looks odd about a value; it may be right all the same."""
    scale = 10**definition.decimals
    if definition.unit == "%" and value > 100 * scale:
        return phrase(N_("{value} lebih dari 100 %. Periksa angkanya."), value=written(value, definition))
    if value < 0:
        return phrase(N_("{value} kurang dari nol. Periksa angkanya."), value=written(value, definition))
    return None


def target_of(definition: Definition, count: Count, *, whole: bool) -> int | None:
    """The target of a region: of the office's own area (`whole`) the one that was set, else so much for each base."""
    if whole and definition.target is not None:
        return definition.target
    if definition.target_each is not None:
        many = {Base.DISTRICT: count.districts, Base.VILLAGE: count.villages, Base.STATION: count.stations}
        if definition.base in set(many):
            found = many[Base(definition.base)]
            return definition.target_each * found if found else None
        return None if whole and definition.combine == Combine.SUM else definition.target_each
    # A rate is aimed at everywhere alike; of a sum nobody knows what each part shall bring.
    return definition.target if definition.combine == Combine.OWN else None


def standing(value: int | None, target: int | None, better: str, disputed: int = 0) -> Standing:
    """How a value stands towards its target."""
    if disputed and value is None:
        return Standing.DISPUTED
    if value is None:
        return Standing.UNMEASURED
    if target is None:
        return Standing.UNAIMED
    reached = value <= target if better == Better.DOWN else value >= target
    return Standing.MET if reached else Standing.SHORT


def latest(values: Iterable[Measured], day: str = "") -> Measured | None:
    """The last value up to a day (ISO; "" for today's last), None without one."""
    known = [one for one in values if not day or one.day <= day]
    return max(known, key=lambda one: one.day, default=None)


def figure(
    region: str,
    values: Mapping[str, Sequence[Measured]],
    below: Mapping[str, Sequence[str]],
    combine: str,
    day: str = "",
) -> Figure:
    """What is known of a region up to a day. `values` by region; `below`: the regions of each region.

    Details outweigh a figure of the whole: where every part has its value, their sum counts and the gap to what was
    typed for the whole is told. A sum of which parts are missing stands only where nothing was typed for the whole.
    """
    own = latest(values.get(region, ()), day)
    mine = Figure()
    if own is not None and own.disputed:
        mine = Figure(disputed=1)
    elif own is not None:
        mine = Figure(own.value, own.day, own.source)
    if combine != Combine.SUM:
        return mine
    parts = [figure(one, values, below, combine, day) for one in below.get(region, ())]
    known = [one for one in parts if one.value is not None]
    if not known:
        return replace(mine, disputed=mine.disputed + sum(one.disputed for one in parts))
    summed = Figure(
        value=sum(one.value or 0 for one in known),
        day=max(one.day for one in known),
        parts=sum(not one.partial for one in known),
        of=len(parts),
        disputed=mine.disputed + sum(one.disputed for one in parts),
    )
    if mine.value is None:
        return summed
    if summed.partial:
        return replace(mine, disputed=summed.disputed)
    return replace(summed, gap=mine.value - (summed.value or 0))


def trend(
    region: str,
    values: Mapping[str, Sequence[Measured]],
    below: Mapping[str, Sequence[str]],
    combine: str,
    day: str = "",
) -> list[tuple[str, int]]:
    """The figure of a region on each day on which something of it was measured, up to a day, oldest first.

    Days on which parts were still missing are left out once it is whole: a sum that grows because offices report is
    no trend.
    """
    regions = {region}
    if combine == Combine.SUM:
        waiting = [region]
        while waiting:
            more = below.get(waiting.pop(), ())
            regions.update(more)
            waiting.extend(more)
    by_day: dict[str, list[tuple[str, Measured]]] = {}
    for where in regions:
        for one in values.get(where, ()):
            if not day or one.day <= day:
                by_day.setdefault(one.day, []).append((where, one))
    # Day by day, so that of each region only its last value is at hand.
    standing_then: dict[str, list[Measured]] = {}
    found = []
    for at in sorted(by_day):
        standing_then.update((where, [one]) for where, one in by_day[at])
        found.append((at, figure(region, standing_then, below, combine)))
    if found and not found[-1][1].partial:
        found = [(at, one) for at, one in found if not one.partial]
    return [(at, one.value) for at, one in found if one.value is not None]


def code_for(label: str, known: Iterable[str]) -> str:
    """A code for an indicator of the office's own: its words, and a number where that is taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-")[:32] or "indikator"
    taken = set(known)
    found, number = plain, 2
    while found in taken:
        found, number = f"{plain}-{number}", number + 1
    return found


_NUMBER = re.compile(r"(?P<sign>[-−])?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<fraction>\d+))?", re.ASCII)
_POINTED = re.compile(r"[-−]?\d+\.\d+", re.ASCII)

_PARTICIPATION = N_("Partisipasi")
_POPULATION = N_("Kependudukan")
_FUNDS = N_("Pendanaan")
_BODIES = N_("Badan ad hoc")
_NEUTRAL = N_("Netralitas")
_AGREED = N_("Target diisi nilai NPHD.")

HEADINGS = (_PARTICIPATION, _POPULATION, _FUNDS, _BODIES, _NEUTRAL)

OFFERED: tuple[Definition, ...] = (
    Definition("partisipasi", N_("Partisipasi pemilih"), "%", None, 2, heading=_PARTICIPATION, combine=Combine.OWN,
               source="KPU"),
    Definition("ktp-el", N_("Perekaman KTP-el"), "%", None, 2, heading=_POPULATION, combine=Combine.OWN,
               source="Dinas Dukcapil"),
    Definition("nphd-kpu", N_("NPHD KPU yang sudah dicairkan"), "Rp", heading=_FUNDS, note=_AGREED),
    Definition("nphd-bawaslu", N_("NPHD Bawaslu yang sudah dicairkan"), "Rp", heading=_FUNDS, note=_AGREED),
    Definition("nphd-tni", N_("NPHD TNI yang sudah dicairkan"), "Rp", heading=_FUNDS, note=_AGREED),
    Definition("nphd-polri", N_("NPHD Polri yang sudah dicairkan"), "Rp", heading=_FUNDS, note=_AGREED),
    Definition("ppk", N_("Anggota PPK (Panitia Pemilihan Kecamatan) terbentuk"), N_("orang"), heading=_BODIES,
               target_each=5, base=Base.DISTRICT, source="KPU"),
    Definition("pps", N_("Anggota PPS (Panitia Pemungutan Suara) terbentuk"), N_("orang"), heading=_BODIES,
               target_each=3, base=Base.VILLAGE, source="KPU"),
    Definition("kpps", N_("Anggota KPPS terbentuk"), N_("orang"), heading=_BODIES, target_each=7, base=Base.STATION,
               source="KPU"),
    Definition("linmas-tps", N_("Petugas ketertiban TPS (Satlinmas)"), N_("orang"), heading=_BODIES, target_each=2,
               base=Base.STATION, source="Satpol PP"),
    Definition("panwascam", N_("Anggota Panwaslu Kecamatan terbentuk"), N_("orang"), heading=_BODIES,
               base=Base.DISTRICT, source="Bawaslu"),
    Definition("pkd", N_("Pengawas kelurahan/desa terbentuk"), N_("orang"), heading=_BODIES, base=Base.VILLAGE,
               source="Bawaslu"),
    Definition("pengawas-tps", N_("Pengawas TPS terbentuk"), N_("orang"), heading=_BODIES, base=Base.STATION,
               source="Bawaslu"),
    Definition("tps-terbentuk", N_("TPS terbentuk"), N_("TPS"), heading=_BODIES, target_each=1, base=Base.STATION,
               source="KPU"),
    Definition("edaran-netralitas", N_("Surat edaran netralitas yang disampaikan"), N_("surat"), heading=_NEUTRAL,
               source="Sekretariat Daerah"),
)
"""What an office may begin with: 5 PPK, 3 PPS, 7 KPPS and 2 officers of order are common figures (domain.md §2.3); the
figures of the supervisor's bodies are not known from a source and left blank. All of it can be altered."""
