# SPDX-License-Identifier: Apache-2.0
"""A large office with every register full: 852 villages, 20,000 TPS, 5,000 issues, 500 members, names of 60 characters.

All of it goes through the operations, many verbs to a transaction, so that it is made in a few minutes.
"""

import datetime as dt
import functools
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from desk_app.base.progress import finish
from desk_app.domain import issues as issue_rules
from desk_app.domain import places, records
from desk_app.operations import (
    activities,
    activity_people,
    areas,
    contacts,
    days,
    demo,
    demo_risk,
    demo_teams,
    indicator_sheet,
    indicators,
    issue_deeds,
    issues,
    logbook,
    logistics,
    logistics_needs,
    opening,
    region_risk,
    revotes,
    settings,
    signatories,
    stages,
    stations,
    stock_reports,
    tasks,
    teams,
    visits,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import together, transact

T = TypeVar("T")

REGION = "11.08"
"""Kabupaten Aceh Utara, of all the one with the most villages."""
STATIONS, ISSUES, TEAMS, MEMBERS = 20_000, 5_000, 60, 500
LOG_LINES, ACTIVITIES, SHIPMENTS, INDICATORS, TASKS, CONTACTS = 2_000, 300, 400, 30, 200, 60
LONG = 60
TOGETHER = 500
_SEED = 4
_HOUR = 3600
_WORDS = (
    "Meunasah Tanjong Krueng Blang Lhok Seunuddon Paya Bakong Matang Keude Geudong Cot Girek Alue Buket Rheng "
    "Ujong Reubee Lancang Baroh Teungoh Tunong Peurupok Mamplam Nibong Sawang Nisam Antara Kuta Makmur"
).split()
_OFFICES = (
    "Kepala Bidang Pembinaan Ideologi, Wawasan Kebangsaan dan Karakter Bangsa",
    "Sekretaris Dinas Pemberdayaan Masyarakat, Gampong dan Keluarga Berencana",
    "Camat",
    "Analis Kebijakan Ahli Muda",
)
_TROUBLES = (
    "Jalan menuju TPS tergenang air setinggi lutut sejak semalam",
    "Surat suara kurang dari kebutuhan dan belum ada gantinya",
    "Kotak suara basah karena atap gudang penyimpanan bocor",
    "Listrik padam di seluruh gampong, genset belum tersedia",
    "Dugaan ketidaknetralan aparatur pada kegiatan warga",
    "Pengawas TPS belum menerima salinan daftar pemilih tetap",
)


def opened(folder: Path) -> Desk:
    """The office in a folder, open; made first if it is not there."""
    office = folder / "kabupaten"
    if not office.is_dir():
        print(f"making a large office ({STATIONS:,} TPS, every register full) in {folder}", flush=True)
        finish(demo.make(folder, demo.Asked(region=REGION, stations=STATIONS, work=False)))
        with opening.open_office(office, demo.PASSWORD) as desk:
            fill(desk)
    return opening.open_office(office, demo.PASSWORD)


def fill(desk: Desk) -> None:
    """Write all registers of an office that has its TPS."""
    dice = random.Random(_SEED)
    name_regions(desk, dice)
    subjects = [row.subject for row in stations.station_rows(desk, list(stations.station_ids(desk))) if row]
    for area in areas.districts(desk):
        demo.fill_answers(desk, area.code, _SEED, done=0.55)
    members = fill_teams(desk, dice)
    fill_issues(desk, dice, subjects, members)
    fill_book(desk, dice, subjects)
    fill_activities(desk, dice, subjects, members)
    fill_shipments(desk, dice, subjects)
    fill_indicators(desk, dice)
    fill_risk(desk, dice)


def name_regions(desk: Desk, dice: random.Random) -> None:
    """Two thirds of the regions get a name of 60 characters."""
    event = settings.event_code(desk)
    below = [one.code for area in areas.districts(desk) for one in (area, *areas.villages(desk, area.code))]
    rows = [((event, code), {"name": long_name(dice)}) for code in below if dice.random() < 2 / 3]
    transact(desk, "Wilayah", lambda unit: unit.put_many(records.REGION, rows), kind="setup")


def fill_teams(desk: Desk, dice: random.Random) -> list[int]:
    """A decree, sections, 60 teams and 500 members in them; returns the records of the members."""
    districts = [one.code for one in areas.districts(desk)]
    decree = teams.new_decree(desk, number="100.3.3.2/1284/2024", subject=title(dice, "Pembentukan Desk"))
    made = []
    for number in range(1, TEAMS + 1):
        covered = [districts[(number + more) % len(districts)] for more in range(dice.choice((1, 1, 2, 3)))]
        made.append(teams.new_team(desk, number, covered, decree=decree, name=title(dice, "Tim Monitoring")))

    def member(at: int) -> int:
        office = f"{_OFFICES[at % len(_OFFICES)]} {at // len(_OFFICES)}"
        role = "Ketua Tim" if at < TEAMS else "Anggota"
        return teams.new_member(
            desk,
            office,
            role,
            person=person(dice),
            team=made[at % TEAMS],
            position=100 + at,
            rank="Pembina Tk. I/IV.b",
            unit=title(dice, "Badan"),
        )

    members = _in_groups(desk, "Anggota tim", range(MEMBERS), member)
    demo_teams.posko_of(desk)
    signatories.add_signatory(desk, {"office": "Sekretaris Daerah Kabupaten", "person": person(dice)})
    return members


def fill_issues(desk: Desk, dice: random.Random, subjects: Sequence[str], members: Sequence[int]) -> None:
    """5,000 issues of twenty days, of all kinds, with what was done about them; nine of ten are closed."""
    now, categories, severities = desk.now(), list(issue_rules.CATEGORIES), list(issue_rules.Severity)
    reported: dict[int, int] = {}

    def issue(at: int) -> int:
        place = dice.choice(subjects)
        further = dice.sample(subjects, 3) if at % 25 == 0 else []
        when = now - dice.randrange(30, 20 * 24) * _HOUR
        no = issues.new_issue(
            desk,
            title(dice, _TROUBLES[at % len(_TROUBLES)]),
            place if at % 5 else places.region_of(place)[:8],
            further=further,
            category=dice.choice(categories),
            severity=dice.choices(severities, (30, 45, 20, 5))[0].value,
            description=title(dice, "Menurut laporan") * 4,
            impact=title(dice, "Pemilih"),
            reporter=f"Keuchik {long_name(dice)}",
            reported_at=when,
            confidential=True if at % 40 == 7 else None,
            pic=dice.choice(members) if at % 3 == 0 else None,
        )
        reported[no] = when
        return no

    def pursue(no: int) -> None:
        deeds = dice.choice((0, 1, 2, 3, 4)) if dice.random() < 0.1 else 5
        at = reported[no]
        if deeds > 0:
            issue_deeds.give_advice(desk, no, title(dice, "Segera ditangani"), at=at + _HOUR)
        if deeds > 1:
            whom = dice.choice(("KPU", "Bawaslu", "BPBD", long_name(dice)))
            issue_deeds.convey(desk, no, whom, "surat", "Mohon perhatian.", at=at + 2 * _HOUR)
        for more in range(2, deeds):
            issue_deeds.follow_up(desk, no, title(dice, "Ditindaklanjuti"), person(dice), at + more * _HOUR)
        if deeds > 4:
            issue_deeds.act(desk, no, issue_rules.Verb.CLOSE, title(dice, "Selesai"), at=at + 5 * _HOUR)

    made = _in_groups(desk, "Permasalahan", range(ISSUES), issue)
    _in_groups(desk, "Tindak lanjut", made, pursue)


def fill_book(desk: Desk, dice: random.Random, subjects: Sequence[str]) -> None:
    """2,000 lines of the Buku Posko over ten days, and some PSU."""
    now = desk.now()

    def line(at: int) -> int:
        return logbook.add_line(
            desk, title(dice, "Dilaporkan"), person(dice), title(dice, "Diteruskan"), dice.choice(subjects),
            now - at * _HOUR // 8,
        )

    _in_groups(desk, "Buku Posko", range(LOG_LINES), line)
    revotes.note(desk, subjects[::1000], revotes.Kind.REPEATED, cause=title(dice, "Pemilih memilih dua kali"))


def fill_activities(desk: Desk, dice: random.Random, subjects: Sequence[str], members: Sequence[int]) -> None:
    """300 activities of all kinds, some with visits, tasks of members, contacts."""
    today, kinds = days.today(desk), list(activities.Kind)

    def activity(at: int) -> int:
        day = (today + dt.timedelta(days=dice.randrange(-40, 30))).isoformat()
        no = activities.new_activity(
            desk, title(dice, "Rapat koordinasi"), kinds[at % len(kinds)], from_day=day, site=long_name(dice),
            place=subjects[at * 60][:8],
        )
        if at % 5 == 0:
            visits.add_visits(desk, no, subjects[at * 60 : at * 60 + 5])
            activity_people.add_person(desk, no, activity_people.Part.GUEST, office=_OFFICES[0], unit=long_name(dice))
        return no

    made = _in_groups(desk, "Kegiatan", range(ACTIVITIES), activity)
    _in_groups(
        desk,
        "Tugas",
        range(TASKS),
        lambda at: tasks.new_task(
            desk, title(dice, "Siapkan"), source_kind=tasks.Source.ACTIVITY.value, source=made[at],
            member=members[at], due=(today + dt.timedelta(days=dice.randrange(-5, 9))).isoformat(),
        ),
    )
    _in_groups(
        desk,
        "Kontak",
        range(CONTACTS),
        lambda at: contacts.new_contact(
            desk, ("KPU", "Bawaslu", "Polres", "PLN", long_name(dice))[at % 5], office=_OFFICES[at % 4],
            person=person(dice), place=subjects[at * 300][:8], phone=f"0812-0000-{at:04d}",
        ),
    )


def fill_shipments(desk: Desk, dice: random.Random, subjects: Sequence[str]) -> None:
    """400 shipments to PPK, PPS and TPS with their lines; most have left, half have come, some short."""
    store = f"{desk.identity.place}/{places.Kind.GUDANG}"
    goods = [one.code for one in logistics_needs.items(desk)]
    villages = list(dict.fromkeys(places.region_of(one) for one in subjects))
    wanted = [f"{code}/ppk" for code in dict.fromkeys(one[:8] for one in villages)]
    wanted += [f"{code}/pps" for code in villages]
    planned = [
        (to, {item: {"planned": dice.randrange(5, 300)} for item in goods[:8]}) for to in wanted[:SHIPMENTS]
    ]
    start = desk.now() - 72 * _HOUR
    made = logistics.new_shipments(desk, planned, origin=store, carrier=long_name(dice), vehicle="truk bak tertutup")
    logistics.send(desk, made[:300], start, waybill="SJ/08/KIP-AUT/II/2024")
    for no in made[:200:10]:
        logistics.set_line(desk, no, goods[0], received=1, damaged=1)
    logistics.receive_whole(desk, made[:200], start + 9 * _HOUR, received_by=f"Ketua PPK {long_name(dice)}"[:160])
    for area in areas.districts(desk):
        stock_reports.report_stock(desk, area.code, places.Kind.TPS, dice.randrange(50, 400), source=person(dice))


def fill_indicators(desk: Desk, dice: random.Random) -> None:
    """30 indicators with three days of values of every kecamatan."""
    districts = [one.code for one in areas.districts(desk)]
    today = days.today(desk)

    def indicator(_at: int) -> str:
        return indicators.new_indicator(desk, title(dice, "Persentase"), unit="persen", target=9850, decimals=2)

    codes = [indicator(at) for at in range(INDICATORS)]
    columns = [(code, back) for code in codes for back in (14, 7, 0)]
    _in_groups(
        desk,
        "Nilai indikator",
        columns,
        lambda one: indicator_sheet.set_values(
            desk, one[0], today - dt.timedelta(days=one[1]),
            {code: f"{dice.randrange(4000, 10000) / 100:.2f}".replace(".", ",") for code in districts},
            source=person(dice),
        ),
    )


def fill_risk(desk: Desk, dice: random.Random) -> None:
    """Indicators at the TPS, categories of the kecamatan, stages of the office's own."""
    demo_risk.fill(desk, _SEED)
    for area in areas.districts(desk):
        category = dice.choice(("Rawan tinggi", "Rawan sedang", "Rawan rendah"))
        region_risk.save(desk, area.code, "bawaslu", {"category": category, "source": long_name(dice)})
    for at in range(12):
        stages.add(desk, title(dice, "Tahapan")[:160], f"H-{30 - 2 * at}", f"H-{28 - 2 * at}", long_name(dice))


def long_name(dice: random.Random) -> str:
    """A name of a place of exactly 60 characters."""
    return _filled(dice, "")


def title(dice: random.Random, begun: str) -> str:
    """Words that begin so, of 60 characters or more."""
    return _filled(dice, begun) if len(begun) < LONG - 12 else begun


def person(dice: random.Random) -> str:
    """A name of a person with titles, of 60 characters."""
    tail = ", S.STP., M.Si."
    return _filled(dice, "Teuku")[: LONG - len(tail)].rstrip() + tail


def _filled(dice: random.Random, begun: str) -> str:
    words = begun
    while len(words) < LONG:
        words = f"{words} {dice.choice(_WORDS)}".strip()
    return words[:LONG].rstrip()


def _in_groups(desk: Desk, label: str, given: Sequence[object], verb: Callable[..., T]) -> list[T]:
    """A verb for each of the given, hundreds of them to a transaction."""
    made: list[T] = []
    for start in range(0, len(given), TOGETHER):
        group = given[start : start + TOGETHER]
        made += together(desk, label, functools.partial(_each, verb, group))
        print(f"  {label}: {len(made)}", flush=True)
    return made


def _each(verb: Callable[..., T], group: Sequence[object]) -> list[T]:
    return [verb(one) for one in group]
