# SPDX-License-Identifier: Apache-2.0
"""Gunung Mas, Pilkada 2024: a shipment that is not *tepat waktu* and not *tepat jumlah* is followed down to the TPS.

219 TPS with 89,540 voters, by kecamatan as published (domain.md §2.2); the kabupaten sends, the kecamatan Sepang
receives, and all that one of them knows of the other comes by packages. Ballots and boxes are short in Sepang; the
list names the TPS that lack them, an issue goes to KPU, the goods follow, and in the end nothing is lacking.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import records, zones
from desk_app.domain.logistics import Tick
from desk_app.domain.places import Kind
from desk_app.domain.readiness import Readiness
from desk_app.operations import (
    answers,
    areas,
    days,
    elections,
    import_outcome,
    issue_deeds,
    issue_detail,
    issue_register,
    logistics,
    logistics_grid,
    logistics_issues,
    logistics_needs,
    logistics_onward,
    logistics_register,
    logistics_shortages,
    offices,
    receiving,
    sending,
    shipment_ticks,
    stations,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted
from tests.small_offices import KEY_MEMORY, PASSWORD

REGENCY, EVENT = "62.10", "pilkada-2024"
VOTERS = {
    "Sepang": 6015,
    "Kurun": 22994,
    "Tewah": 14211,
    "Kahayan Hulu Utara": 5968,
    "Rungan": 7779,
    "Manuhing": 7964,
    "Mihing Raya": 5042,
    "Miri Manasa": 2815,
    "Damang Batu": 3416,
    "Rungan Hulu": 4804,
    "Manuhing Raya": 4051,
    "Rungan Barat": 4481,
}
"""DPT of Pilkada 2024 by kecamatan; how the 219 TPS lie in them was not published and is laid out here by voters."""

TPS = 219
BOXES, BALLOTS = ("log.kotak.gubernur", "log.kotak.bupati"), ("log.suara.gubernur", "log.suara.bupati")
CODES = (*BOXES, *BALLOTS)
BUPATI = "log.suara.bupati"


def moment(day: int, hour: int, minute: int = 0) -> int:
    """An hour in November 2024 in Gunung Mas."""
    return zones.moment(datetime(2024, 11, day, hour, minute), zones.Zone.WIB)


class Clock:
    """The hour at both offices."""

    def __init__(self) -> None:
        self.at = moment(22, 8)

    def __call__(self) -> int:
        return self.at


class Offices:
    """The kabupaten, the kecamatan Sepang, and the stick between them."""

    def __init__(self, kabupaten: Desk, sepang: Desk, clock: Clock, stick: Path) -> None:
        self.kabupaten, self.sepang, self.clock, self.stick = kabupaten, sepang, clock, stick
        self.district = sepang.identity.place
        self.store, self.ppk = f"{REGENCY}/gudang", f"{sepang.identity.place}/ppk"

    def carry(self, source: Desk, target: Desk) -> import_outcome.Outcome:
        """A package of one office goes to the other."""
        sent = finish(sending.send(source, target.identity.place, self.stick))
        [outcome] = finish(receiving.receive(target, sent.files))
        return outcome


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Offices]:
    clock, stick = Clock(), tmp_path / "stick"
    stick.mkdir()
    with ExitStack() as stack:
        asked = offices.NewOffice(REGENCY, EVENT, "Operator kabupaten", PASSWORD)
        kabupaten = offices.create_office(tmp_path / "kabupaten", asked, now=clock, key_memory=KEY_MEMORY).desk
        stack.enter_context(kabupaten)
        codes = {area.name: area.code for area in areas.districts(kabupaten)}
        lay_out(kabupaten, codes)
        asked = offices.NewOffice(codes["Sepang"], EVENT, "Operator Sepang", PASSWORD, with_master_data=False)
        sepang = offices.create_office(tmp_path / "sepang", asked, now=clock, key_memory=KEY_MEMORY).desk
        stack.enter_context(sepang)
        acquainted.introduce(kabupaten, sepang)
        made = Offices(kabupaten, sepang, clock, stick)
        made.carry(kabupaten, sepang)
        made.carry(sepang, kabupaten)
        yield made


def lay_out(desk: Desk, codes: dict[str, str]) -> None:
    """The 219 TPS: by voters over the kecamatan, and evenly over the desa of each."""
    total = sum(VOTERS.values())
    shares = {name: voters * TPS // total for name, voters in VOTERS.items()}
    for name in sorted(VOTERS, key=lambda one: -(VOTERS[one] * TPS % total))[: TPS - sum(shares.values())]:
        shares[name] += 1
    rows = []
    for name, count in shares.items():
        villages = [area.code for area in areas.villages(desk, codes[name])]
        parts = [VOTERS[name] // count + (at < VOTERS[name] % count) for at in range(count)]
        for at, voters in enumerate(parts):
            key = (EVENT, villages[at % len(villages)], at // len(villages) + 1)
            rows.append((key, {"dpt_male": voters // 2, "dpt_female": voters - voters // 2}))
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")


def needed(held: Offices, item: str) -> int:
    """What Sepang needs of an item."""
    event = elections.working_event(held.kabupaten)
    asked = logistics_needs.covered(held.kabupaten, item)
    with held.kabupaten.reading() as connection:
        return logistics_needs.of_place(connection, event, held.ppk, asked)[item].count


def position(desk: Desk, region: str, stage: Kind, item: str = BUPATI) -> Readiness:
    found = logistics_grid.grid(desk, item)
    row = next(one for one in (*found.rows, found.total) if one.code == region)
    return row.cells[found.stages.index(stage)].state


def incoming(desk: Desk, place: str) -> list[logistics_register.ShipmentRow]:
    found = logistics_register.shipment_ids(desk, logistics_register.ShipmentFilter(area=place))
    return [row for row in logistics_register.shipment_rows(desk, found) if row is not None]


def test_the_voters_and_tps_are_those_that_were_published(held: Offices) -> None:
    rows = [row for row in stations.station_rows(held.kabupaten, stations.station_ids(held.kabupaten)) if row]
    assert len(rows) == TPS
    assert sum(row.dpt or 0 for row in rows) == 89_540
    by_district: dict[str, int] = {}
    for row in rows:
        by_district[row.district_name] = by_district.get(row.district_name, 0) + (row.dpt or 0)
    assert by_district == VOTERS
    assert all(row.dpt and row.dpt <= 600 for row in rows)


def test_what_is_short_in_a_shipment_is_followed_to_the_tps_until_it_has_come(held: Offices) -> None:
    kabupaten, sepang, clock = held.kabupaten, held.sepang, held.clock
    assert days.local(kabupaten, logistics.default_deadline(kabupaten)).date() == date(2024, 11, 26)

    # H-5: the store of KPU sends to every PPK what its TPS need.
    plan = logistics_onward.onward(kabupaten, held.store, codes=CODES)
    assert len(plan.portions) == 12
    made = logistics_onward.send_on(kabupaten, plan, deadline=moment(23, 18), carrier="Dinas Perhubungan")
    [trip] = [row for row in logistics_register.shipment_rows(kabupaten, made) if row and row.place == held.ppk]
    want = {line.item: line.planned for line in logistics_register.shipment(kabupaten, trip.no).lines}
    assert want[BUPATI] == needed(held, BUPATI)
    assert want[BUPATI] is not None
    assert want[BUPATI] > 6015 + 6015 * 25 // 1000, "the reserve is rounded up for each TPS"
    others = [no for no in made if no != trip.no]
    logistics.send(kabupaten, made, moment(23, 7), waybill="SJ/08/KPU-GM/XI/2024")
    logistics.receive_whole(kabupaten, others, moment(23, 15))
    held.carry(kabupaten, sepang)

    # H-3: it comes a day late to Sepang, with 40 ballots and one box too few.
    clock.at = moment(24, 9, 30)
    [came] = incoming(sepang, held.ppk)
    assert came.waybill == "SJ/08/KPU-GM/XI/2024"
    assert came.origin_label == "Gudang KPU · Kabupaten Gunung Mas"
    assert came.is_late
    logistics.set_lines(
        sepang,
        came.no,
        {BUPATI: {"received": want[BUPATI] - 40}, "log.kotak.bupati": {"received": want["log.kotak.bupati"] - 1}},
    )
    logistics.receive_whole(sepang, [came.no], moment(24, 9, 15), received_by="Ketua PPK Sepang", receipt="BTTB/14")
    suggested = {one.tick: one.suggested for one in logistics_register.shipment(sepang, came.no).ticks}
    assert (suggested[Tick.TIME], suggested[Tick.QUANTITY], suggested[Tick.TARGET]) == (False, False, True)
    shipment_ticks.tick(sepang, came.no, Tick.TIME, False, "Jalan Sepang terputus karena hujan")
    shipment_ticks.tick(sepang, came.no, Tick.KIND, True)
    assert shipment_ticks.take_suggestions(sepang, came.no) == [Tick.QUANTITY, Tick.TARGET]

    # The issue is there already filled in, and goes to the kabupaten, who conveys it to KPU.
    issue = logistics_issues.raise_issue(sepang, came.no)
    drafted = issue_detail.issue(sepang, issue)
    assert drafted.row.category == "LOG"
    assert "tidak tepat jumlah, tidak tepat waktu" in drafted.row.title
    assert "Jalan Sepang terputus karena hujan" in drafted.description
    assert "Surat suara Pilbup: kurang 40 (lembar)." in drafted.description

    # What came goes on to the desa, and there to the TPS; the shortage falls on the last of them.
    down = logistics_onward.onward(sepang, held.ppk)
    logistics_onward.send_on(sepang, down, sent_at=moment(24, 11))
    in_villages = [row for row in incoming(sepang, held.district) if row.stage is Kind.PPS]
    logistics.receive_whole(sepang, [row.no for row in in_villages], moment(24, 14))
    for row in in_villages:
        proposal = logistics_onward.onward(sepang, row.place)
        on_the_way = logistics_onward.send_on(sepang, proposal, sent_at=moment(25, 7))
        logistics.receive_whole(sepang, on_the_way, moment(25, 9))
    clock.at = moment(25, 10)
    lacking = logistics_shortages.shortages(sepang)
    assert sum(one.short for one in lacking.rows if one.item == BUPATI) == 40
    assert sum(one.short for one in lacking.rows if one.item == "log.kotak.bupati") == 1
    named = {one.subject for one in lacking.rows}
    assert 0 < len(named) <= 2, "other TPS have all they need"
    assert lacking.silent == 0

    # The KPPS of one of them counts again: its count is what holds.
    [short] = [one for one in lacking.rows if one.item == BUPATI]
    answers.set_answer(sepang, short.subject, BUPATI, short.usable)

    held.carry(sepang, kabupaten)
    above = logistics_shortages.shortages(kabupaten)
    assert [(one.subject, one.item, one.short) for one in above.rows] == [
        (one.subject, one.item, one.short) for one in lacking.rows
    ]
    assert [(one.code, one.short) for one in above.districts if one.item == BUPATI] == [(held.district, 40)]
    told = logistics_shortages.as_message(kabupaten, above)
    assert "Surat suara Pilbup kurang 40 lembar" in told
    assert above.silent == TPS - lacking.stations
    assert position(kabupaten, held.district, Kind.PPK) is Readiness.PROBLEM
    assert position(kabupaten, held.district, Kind.GUDANG) is Readiness.READY
    assert position(sepang, short.village, Kind.TPS) is Readiness.PROBLEM

    # The kabupaten sees the same ticks, and sends what was missing after them.
    seen = next(row for row in incoming(kabupaten, held.ppk))
    assert seen.ticks == "✓!·!✓·"
    number = logistics_register.shipment(kabupaten, seen.no).issue_number
    assert number == drafted.row.number
    above_issue = issue_register.issue_number(kabupaten, number)
    issue_deeds.convey(kabupaten, above_issue, "KPU", "surat", "Mohon kekurangan dikirim hari ini.")
    rest = logistics_onward.new_to(kabupaten, held.ppk, waybill="SJ/11/KPU-GM/XI/2024")
    assert {line.item: line.planned for line in logistics_register.shipment(kabupaten, rest).lines if
            line.item in CODES} == {BUPATI: 40, "log.kotak.bupati": 1}
    for line in logistics_register.shipment(kabupaten, rest).lines:
        if line.item not in CODES:
            logistics.remove_line(kabupaten, rest, line.item)
    clock.at = moment(25, 14)
    logistics.send(kabupaten, [rest], clock.at)
    held.carry(kabupaten, sepang)

    # H-1: it comes in time and in full, and goes to the TPS that lacked it.
    clock.at = moment(26, 8)
    follow_up = next(row for row in incoming(sepang, held.ppk) if row.waybill == "SJ/11/KPU-GM/XI/2024")
    logistics.receive_whole(sepang, [follow_up.no], clock.at)
    assert shipment_ticks.take_suggestions(sepang, follow_up.no) == [Tick.QUANTITY, Tick.TIME, Tick.TARGET]
    for tick in (Tick.KIND, Tick.QUALITY, Tick.COST):
        shipment_ticks.tick(sepang, follow_up.no, tick, True)
    straight = logistics_onward.onward(sepang, held.ppk, Kind.TPS)
    assert {portion.place for portion in straight.portions if portion.proposed} == named
    last = logistics_onward.send_on(sepang, straight, sent_at=moment(26, 9))
    clock.at = moment(26, 12)
    logistics.receive_whole(sepang, last, moment(26, 11))
    assert logistics_shortages.shortages(sepang).rows == ()
    here = issue_register.issue_number(sepang, number)
    issue_deeds.follow_up(sepang, here, "Kekurangan diterima dan sudah di TPS.")
    issue_deeds.close_issue(sepang, here, "Lengkap pada H-1.")

    held.carry(sepang, kabupaten)
    assert logistics_shortages.shortages(kabupaten).rows == ()
    done = next(row for row in incoming(kabupaten, held.ppk) if row.waybill == "SJ/11/KPU-GM/XI/2024")
    assert done.ticks == "✓✓✓✓✓✓"
    closed = issue_detail.issue(kabupaten, above_issue)
    assert closed.row.state == "selesai"
    assert not logistics_register.shipment(kabupaten, seen.no).issue_open
    assert position(kabupaten, held.district, Kind.TPS) is Readiness.READY
