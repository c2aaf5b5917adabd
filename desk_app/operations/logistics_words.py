# SPDX-License-Identifier: Apache-2.0
"""All that is said of one kind of goods in an area: by answers, shipments, reports and recaps, by region and stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.data import disputes, overview_list, shipment_list
from desk_app.data.database import Connection
from desk_app.domain import checklists, logistics, places, stock
from desk_app.domain.elections import Event
from desk_app.domain.places import Kind
from desk_app.operations import logistics_needs

RECEIVED = "pan.terima"
"""The item of the checklist by which a PPK or PPS says that all goods have come."""


@dataclass(slots=True)
class _Sum:
    there: int = 0
    short: int = 0
    damaged: int = 0
    wet: int = 0
    at: int = 0
    places: int = 0


class Gathered:
    """What was read of an area; `words(region, stage)` are the words of one cell. Regions are codes of one width."""

    def __init__(
        self,
        connection: Connection,
        event: Event,
        area: str,
        item: str,
        asked: Sequence[checklists.Item],
        width: int,
    ) -> None:
        self._connection = connection
        self._event = event
        self._area = area
        self._item = item
        self._asked = {one.code: one for one in asked}
        self._codes = [one.code for one in asked]
        self._width = width
        by_item = logistics_needs.by_region(connection, event, area, asked, width)
        self.needs = {code: logistics_needs.together(held.values()) for code, held in by_item.items()}
        self._of_stations = logistics_needs.of_stations(connection, event, area, asked)
        self._of_regions = _by_region(self._of_stations)
        self._shipped: dict[tuple[str, Kind], _Sum] = {}
        self._told: dict[tuple[str, Kind], list[stock.Word]] = {}
        self._counted: dict[str, _Sum] = {}
        self._passed: dict[str, _Sum] = {}
        self._read_shipments()
        self._read_reports()
        self._read_answers()
        self._read_recaps()
        self._read_received()

    def words(self, region: str, stage: Kind) -> list[stock.Word]:
        """What is said of the goods for a region at a stage."""
        need = self.needs.get(region, logistics_needs.Need())
        total = need.count or None
        said = [*self._told.get((region, stage), ())]
        shipped = self._shipped.get((region, stage))
        if shipped is not None and shipped.places:
            said.append(_word(stock.Basis.SHIPPED, shipped, total))
        if stage is Kind.GUDANG and region in self._passed:
            # What has left the KPU's store for a region has been there.
            said.append(_word(stock.Basis.SHIPPED, self._passed[region], total))
        counted = self._counted.get(region)
        if stage is Kind.TPS and counted is not None:
            whole = counted.places >= need.stations * len(self._asked)
            stations = -(-counted.places // max(len(self._asked), 1))
            said.append(_word(stock.Basis.COUNTED, counted, total, whole=whole, places=stations))
        return said

    def words_of_whole(self, stage: Kind) -> list[stock.Word]:
        """What is said of the whole area where that is wider than its regions: its own reports, and its store."""
        area = self._area
        if any(code == area for code in self.needs):
            return []
        total = sum(need.count for need in self.needs.values()) or None
        said = [*self._told.get((area, stage), ())]
        shipped = self._shipped.get((area, stage))
        if shipped is not None and shipped.places:
            said.append(_word(stock.Basis.SHIPPED, shipped, total))
        return said

    def _read_shipments(self) -> None:
        moved = shipment_list.moved(self._connection, self._event.code, self._area, self._codes)
        seen: set[tuple[str, Kind, int]] = set()
        missing: dict[tuple[str, str], int] = {}
        came: dict[tuple[str, str], int] = {}
        for one in moved:
            stage = logistics.stage_of(one.place)
            if stage is None:
                continue
            region = places.region_of(one.place)[: self._width]
            if one.received is not None or one.arrived_at is not None:
                held = self._shipped.setdefault((region, stage), _Sum())
                there = _add(held, one)
                key = (one.place, one.item)
                wanted = one.sent if one.planned is None else one.planned
                missing[key] = missing.get(key, 0) + max((wanted or 0) - there, 0)
                came[key] = came.get(key, 0) + there
                if (region, stage, one.shipment) not in seen:
                    seen.add((region, stage, one.shipment))
                    held.places += 1
            left = one.sent_at is not None or one.arrived_at is not None
            if left and one.origin.endswith(f"/{Kind.GUDANG}") and stage is not Kind.GUDANG:
                gone = self._passed.setdefault(region, _Sum())
                gone.there += one.known if one.sent is None else one.sent
                gone.at = max(gone.at, one.sent_at or one.arrived_at or 0)
                if (region, Kind.GUDANG, one.shipment) not in seen:
                    seen.add((region, Kind.GUDANG, one.shipment))
                    gone.places += 1

        for (place, item), count in missing.items():
            # What was missing in one shipment may have come with another.
            need = self._need_at(place, item)
            short = count if need is None else min(count, max(need - came[place, item], 0))
            stage = logistics.stage_of(place) if count else None
            if stage is not None:
                self._shipped[places.region_of(place)[: self._width], stage].short += short

    def _need_at(self, place: str, item: str) -> int | None:
        """What one place needs in all, None where no figure tells."""
        station = self._of_stations.get(place)
        if station is not None:
            return station.get(item)
        return self._of_regions.get((places.region_of(place), item))

    def _read_reports(self) -> None:
        blocked = shipment_list.blocked_reports(self._connection, self._event.code)
        for row in shipment_list.reports(self._connection, self._event.code, self._area, item=self._item):
            stage = next((one for one in logistics.STAGES if one == row.stage), None)
            if stage is None or row.no in blocked or row.said is None or len(row.place) > self._width:
                continue
            word = stock.Word(
                basis=stock.Basis.TOLD,
                there=row.said,
                total=row.total if row.total is not None else self._need(row.place),
                at=row.hour or 0,
                short=row.short or 0,
                damaged=row.damaged or 0,
                wet=row.wet or 0,
                source=row.source or "",
                record=row.no,
            )
            self._told.setdefault((row.place, stage), []).append(word)

    def _read_answers(self) -> None:
        heard = shipment_list.heard_at(self._connection, self._event.code, self._area, self._codes, self._width)
        needs = self._of_stations
        answers = shipment_list.answers(self._connection, self._event.code, self._area, self._codes)
        for subject, item, choice, quantity, _latest in answers:
            if subject not in needs:
                continue
            there = counted(self._asked[item], choice, quantity)
            if there is None:
                continue
            held = self._counted.setdefault(subject[: self._width], _Sum(at=heard.get(subject[: self._width], 0)))
            held.there += there
            held.short += max((needs[subject].get(item) or 0) - there, 0)
            held.places += 1

    def _read_recaps(self) -> None:
        """A recap counts TPS that have what they need: as many goods where each TPS needs the same."""
        found: dict[tuple[str, int, str], dict[str, tuple[int, int]]] = {}
        blocked = disputes.recaps(self._connection, self._event.code)
        for code, item in self._asked.items():
            each = logistics.needed(item, self._event, None)
            if each is None:
                continue
            for row in overview_list.recaps(self._connection, self._event.code, self._area, code):
                if row.counted is not None and row.no not in blocked and len(row.place) <= self._width:
                    by_item = found.setdefault((row.place, row.hour or 0, row.source or ""), {})
                    by_item.setdefault(code, (row.counted * each, row.no))
        for (place, hour, source), by_item in found.items():
            if len(by_item) == len(self._asked):  # of some races only it would pass for all
                there = sum(count for count, _no in by_item.values())
                record = max(no for _count, no in by_item.values())
                word = stock.Word(stock.Basis.RECAP, there, self._need(place), hour, source=source, record=record)
                self._told.setdefault((place, Kind.TPS), []).append(word)

    def _read_received(self) -> None:
        """A PPK or PPS whose checklist says that all goods have come has all that its TPS need."""
        answered: dict[tuple[str, Kind], tuple[int, int]] = {}
        codes = [RECEIVED, f"{RECEIVED}@h-1"]
        for subject, _item, choice, _quantity, _latest in shipment_list.answers(
            self._connection, self._event.code, self._area, codes
        ):
            stage, region = logistics.stage_of(subject), places.region_of(subject)
            if choice == checklists.given.Mark.DONE and stage in (Kind.PPK, Kind.PPS) and len(region) == self._width:
                need = self.needs.get(region)
                if need is not None:
                    answered[region, stage] = (need.count, need.stations)
        if not answered:
            return
        heard = shipment_list.heard_at(self._connection, self._event.code, self._area, codes, self._width)
        for (region, stage), (there, _stations) in answered.items():
            word = stock.Word(stock.Basis.COUNTED, there, there, heard.get(region, 0), whole=True)
            self._told.setdefault((region, stage), []).append(word)

    def _need(self, region: str) -> int | None:
        held = self.needs.get(region)
        if held is not None:
            return held.count or None
        return sum(need.count for code, need in self.needs.items() if code.startswith(region)) or None


def counted(item: checklists.Item, choice: str | None, quantity: int | None) -> int | None:
    """What an answer says is there: yes is the whole set, no none of it; *tidak perlu* says nothing of goods."""
    value = checklists.given.value_of(choice, quantity)
    if value is checklists.given.Mark.DONE:
        return 1 if item.kind is checklists.ItemKind.YES_NO else None
    if value is checklists.given.Mark.NOT_YET:
        return 0
    return value if isinstance(value, int) else None


def _by_region(needs: Mapping[str, Mapping[str, int | None]]) -> dict[tuple[str, str], int]:
    """What the TPS of each desa, kecamatan and kabupaten need together, by its code and item."""
    found: dict[tuple[str, str], int] = {}
    for subject, by_item in needs.items():
        for item, count in by_item.items():
            for width in (5, 8, 13):
                key = (subject[:width], item)
                found[key] = found.get(key, 0) + (count or 0)
    return found


def _add(held: _Sum, one: shipment_list.Moved) -> int:
    """Count what came with one line; returns how many that were."""
    came = one.received if one.received is not None else one.known
    held.there += came
    held.damaged += one.damaged
    held.wet += one.wet
    held.at = max(held.at, one.arrived_at or 0)
    return came


def _word(
    basis: stock.Basis, held: _Sum, total: int | None, *, whole: bool | None = None, places: int | None = None
) -> stock.Word:
    covers = total is not None and held.there >= total if whole is None else whole
    return stock.Word(
        basis=basis,
        there=held.there,
        total=total,
        at=held.at,
        short=held.short,
        damaged=held.damaged,
        wet=held.wet,
        whole=covers,
        places=held.places if places is None else places,
    )
