# SPDX-License-Identifier: Apache-2.0
"""What each TPS lacks against its need, from what was counted there and what has come, with sums by desa and kecamatan.

A count (an answer of the checklist) holds what lay there at its hour; what came later is added to it. Without a count
what came counts, else what was sent. A TPS of which nothing is known lacks nothing by name: it is counted as silent.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import authors, place_names, shipment_list
from desk_app.data.database import Connection
from desk_app.domain import checklists, places, stations, stock
from desk_app.domain.elections import Event
from desk_app.operations import elections, logistics_needs, logistics_words, whereabouts
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Shortage:
    """One kind of goods that a TPS lacks. `basis`: what the number that is there rests on.

    `usable` of `needed` are there; `damaged` and `wet` are not among them.
    """

    subject: str
    label: str
    village: str
    village_name: str
    district: str
    district_name: str
    item: str
    item_label: str
    unit: str
    needed: int
    usable: int
    damaged: int
    wet: int
    basis: stock.Basis
    shipment: int

    @property
    def short(self) -> int:
        return self.needed - self.usable


@dataclass(frozen=True, slots=True)
class ShortageSum:
    """What a region lacks of one kind of goods, and of how many of its TPS."""

    code: str
    name: str
    item: str
    item_label: str
    unit: str
    short: int
    stations: int


@dataclass(frozen=True, slots=True)
class Shortages:
    """The list in order of place, its sums by desa and by kecamatan; of how many TPS nothing is known at all."""

    rows: tuple[Shortage, ...]
    villages: tuple[ShortageSum, ...]
    districts: tuple[ShortageSum, ...]
    stations: int
    short_stations: int
    silent: int


@dataclass(slots=True)
class _Held:
    """What is known of one kind of goods at one TPS."""

    counted: int | None = None
    latest: int = 0
    sent: int = 0
    damaged: int = 0
    wet: int = 0
    shipment: int = 0


def shortages(desk: Desk, area: str = "", code: str = "") -> Shortages:
    """What the TPS of an area (the office's own) lack, of all goods or of one kind. For a worker: reads every TPS."""
    event = elections.working_event(desk)
    whole = area or desk.identity.place
    asked = logistics_needs.covered(desk, code) if code else logistics_needs.items(desk)
    labels = {one.code: one for one in logistics_needs.goods(desk)}
    with desk.reading() as connection:
        held, came, known = _held(connection, event, whole, asked)
        moments = _counted_at(connection, held, came)
        found: list[tuple[str, str, int, int, stock.Basis, _Held]] = []
        total = silent = 0
        rule = logistics_needs.Rule(event, asked)
        for village, number, dpt in shipment_list.stations(connection, event.code, whole):
            total += 1
            subject = f"{village}-{number:03d}"
            if subject not in known:
                silent += 1
                continue
            for item, need in rule.of(dpt).items():
                one = held.get((subject, item))
                if one is None or need is None:
                    continue
                usable, basis = _usable(one, came.get((subject, item), ()), moments)
                if usable < need:
                    found.append((subject, item, need, usable, basis, one))
        codes = {subject[:13] for subject, *_rest in found}
        names = place_names.named(connection, event.code, codes | {one[:8] for one in codes})
    rows = []
    for subject, item, need, usable, basis, one in found:
        of_village, of_district = names[subject[:13]], names[subject[:8]]
        rows.append(
            Shortage(
                subject=subject,
                label=stations.label(places.parse(subject).number or 0),
                village=of_village.code,
                village_name=of_village.label,
                district=of_district.code,
                district_name=of_district.name,
                item=item,
                item_label=labels[item].label,
                unit=labels[item].unit,
                needed=need,
                usable=usable,
                damaged=one.damaged,
                wet=one.wet,
                basis=basis,
                shipment=one.shipment,
            )
        )
    return Shortages(
        rows=tuple(rows),
        villages=_sums(rows, lambda one: (one.village, one.village_name)),
        districts=_sums(rows, lambda one: (one.district, one.district_name)),
        stations=total,
        short_stations=len({one.subject for one in rows}),
        silent=silent,
    )


def basis_words(one: Shortage) -> str:
    """What a number rests on, in words."""
    return _(stock.BASIS_LABELS[one.basis])


def as_message(desk: Desk, found: Shortages, title: str = "") -> str:
    """The list as a message for WhatsApp: by kecamatan and desa, one line a TPS."""
    lines = [title or _("Kekurangan logistik per TPS · {office}").format(office=desk.identity.name)]
    village, lies = "", whereabouts.Whereabouts(desk)
    by_station: dict[str, list[Shortage]] = {}
    for one in found.rows:
        by_station.setdefault(one.subject, []).append(one)
    for subject, lacking in by_station.items():
        first = lacking[0]
        if first.village != village:
            village = first.village
            where = lies.of(village, f"{first.district_name} – {first.village_name}")
            lines += ["", f"*{where}*"]
        told = ", ".join(
            _("{goods} kurang {count} {unit}").format(goods=one.item_label, count=one.short, unit=one.unit)
            for one in lacking
        )
        lines.append(f"{stations.label(places.parse(subject).number or 0)}: {told}")
    if not found.rows:
        lines += ["", _("NIHIL: tidak ada kekurangan yang diketahui.")]
    elif found.districts:
        lines += ["", _("Jumlah:")]
        for summed in found.districts:
            lines.append(f"{summed.name}: {summed.item_label} {summed.short} {summed.unit} ({summed.stations} TPS)")
    if found.silent:
        lines.append(_("{count} TPS belum ada kabarnya.").format(count=found.silent))
    return "\n".join(lines)


def _sums(rows: Sequence[Shortage], region: Callable[[Shortage], tuple[str, str]]) -> tuple[ShortageSum, ...]:
    """By region and kind of goods, in the order in which they stand."""
    grouped: dict[tuple[str, str], list[Shortage]] = {}
    for one in rows:
        grouped.setdefault((region(one)[0], one.item), []).append(one)
    return tuple(
        ShortageSum(
            code=code,
            name=region(held[0])[1],
            item=item,
            item_label=held[0].item_label,
            unit=held[0].unit,
            short=sum(one.short for one in held),
            stations=len(held),
        )
        for (code, item), held in grouped.items()
    )


_Came = tuple[int | None, int]
"""When a shipment came, and how many of it can be used."""


def _held(
    connection: Connection, event: Event, area: str, asked: Sequence[checklists.Item]
) -> tuple[dict[tuple[str, str], _Held], dict[tuple[str, str], list[_Came]], set[str]]:
    """What is known by TPS and item; what came to them; the TPS of which anything is known."""
    codes = [one.code for one in asked]
    by_code = {one.code: one for one in asked}
    held: dict[tuple[str, str], _Held] = {}
    came: dict[tuple[str, str], list[_Came]] = {}
    known: set[str] = set()
    for subject, item, choice, quantity, latest in shipment_list.answers(connection, event.code, area, codes):
        counted = logistics_words.counted(by_code[item], choice, quantity)
        known.add(subject)
        if counted is not None:
            held[subject, item] = _Held(counted=counted, latest=latest)
    for one in shipment_list.moved(connection, event.code, area, codes, stage=places.Kind.TPS.value):
        key = (one.place, one.item)
        there = held.get(key)
        if there is None:
            there = held[key] = _Held()
        known.add(one.place)
        there.shipment = one.shipment
        if one.good is None:
            there.sent += one.known
        else:
            there.damaged += one.damaged
            there.wet += one.wet
            came.setdefault(key, []).append((one.arrived_at, one.good))
    return held, came, known


def _counted_at(
    connection: Connection, held: dict[tuple[str, str], _Held], came: dict[tuple[str, str], list[_Came]]
) -> dict[int, int]:
    """The hours of the counts beside which goods have come; of the others nobody asks."""
    wanted = [held[key].latest for key in came if held[key].counted is not None]
    return {key: one.at for key, one in authors.of_changes(connection, wanted).items()}


def _usable(one: _Held, came: Iterable[_Came], moments: dict[int, int]) -> tuple[int, stock.Basis]:
    """How many can be used, and what that rests on."""
    if one.counted is not None:
        counted_at = moments.get(one.latest, 0)
        later = sum(good for at, good in came if at is not None and at > counted_at)
        return one.counted + later, stock.Basis.SHIPPED if later else stock.Basis.COUNTED
    return sum(good for _at, good in came) + one.sent, stock.Basis.SHIPPED
