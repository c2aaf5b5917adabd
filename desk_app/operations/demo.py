# SPDX-License-Identifier: Apache-2.0
"""The demonstration: two offices that do a day's work, exchange it by a folder, and print it.

    DIR/kabupaten  the desk of the kabupaten       DIR/kecamatan-…  one of its kecamatan
    DIR/stick/DESK/*.desk  what went between them  DIR/papers/*.pdf what is signed

Totals are published figures (`demo_figures`); who holds how many voters, and all that the offices answer, is made up
from a seed, in words with offices and not people. It is set on the day before voting day.
"""

import datetime as dt
import functools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.data import keys, totals, unit_of_work
from desk_app.domain import answers, checklists, elections, errors, places, records, regions, words, zones
from desk_app.operations import answers as answering
from desk_app.operations import (
    checking,
    demo_activities,
    demo_counts,
    demo_figures,
    demo_issues,
    demo_logistics,
    demo_registers,
    demo_risk,
    demo_teams,
    enrolment,
    offices,
    receiving,
    sending,
    summary,
)
from desk_app.operations import elections as event_operations
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

PASSWORD = "demo"
REGION = demo_figures.WAJO
SEED = 20240214
KEY_MEMORY = keys.MEMORY
H1 = -1


@dataclass(frozen=True, slots=True)
class Asked:
    """What to make. `stations` None: the published figures of Wajo; `work`: answers, issues, exchange and papers.

    `evening`: set on voting day itself, with forms copied at the kabupaten.
    """

    region: str = REGION
    stations: int | None = None
    event: str = "pemilu-2024"
    seed: int = SEED
    work: bool = True
    evening: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: files, and the figures of the table that the command prints."""

    kabupaten: summary.Summary
    kecamatan: summary.Summary | None
    files: tuple[Path, ...]
    shared_scopes: int
    equal_scopes: int


def make(folder: Path, asked: Asked) -> Steps[Made]:
    """Make the demonstration in a new or empty folder. Raises Refused."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise errors.Refused(N_("Folder {folder} tidak kosong. Pilih folder lain."), folder=folder)
    index = offices.region_index()
    yield Progress(0, 6, N_("Membuat kantor kabupaten"))
    event = event_operations.template(asked.event)
    first = offices.create_office(folder / "kabupaten", _office(asked.region, asked, event))
    with first.desk as desk:
        yield from _fill_stations(desk, asked, index)
        if not asked.work:
            return Made(summary.summary(desk), None, (desk.folder / "desk.db",), 0, 0)
        return (yield from _work(folder, desk, asked, index, event))


def _office(place: str, asked: Asked, event: elections.Event) -> offices.NewOffice:
    zone = zones.offset(zones.zone_of(place)) if place != places.NATION else dt.UTC
    day = event.voting_day - dt.timedelta(days=0 if asked.evening else 1)
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=zone)
    return offices.NewOffice(
        place=place,
        event=asked.event,
        operator="Operator 1" if places.district_of(place) is None else "Operator Kecamatan",
        password=PASSWORD,
        with_master_data=places.district_of(place) is None,
        rehearsal_day=int(midnight.timestamp()),
    )


def _fill_stations(desk: Desk, asked: Asked, index: regions.Index) -> Steps[None]:
    below = offices.regions_below(index, asked.region)
    villages = demo_figures.villages_by_district(below)
    if asked.stations is None:
        if asked.region != demo_figures.WAJO:
            raise errors.Refused(N_("Sebutkan berapa TPS (--tps) untuk wilayah selain Wajo."))
        made: Iterator[demo_figures.MadeStation] = iter(demo_figures.wajo(villages, asked.seed))
        total = sum(demo_figures.WAJO_STATIONS.values())
    else:
        least = sum(len(codes) for codes in villages.values())
        if asked.stations < least:
            raise errors.Refused(N_("Paling sedikit satu TPS per desa/kelurahan: {least}."), least=least)
        made = demo_figures.elsewhere(villages, asked.stations, asked.seed)
        total = asked.stations
    dice = random.Random(asked.seed + 1)
    done = 0
    batch = 20_000
    while done < total:
        yield Progress(done, total, N_("Menulis daftar TPS"))
        rows = [_station_row(dice, asked.event, next(made)) for _ in range(min(batch, total - done))]
        transact(desk, N_("Daftar TPS"), functools.partial(_write_stations, rows), kind="setup")
        done += len(rows)


StationRow = tuple[tuple[str, str, int], dict[str, object]]


def _write_stations(rows: Sequence[StationRow], unit: unit_of_work.Unit) -> None:
    unit.put_many(records.STATION, rows)


def _station_row(dice: random.Random, event: str, made: demo_figures.MadeStation) -> StationRow:
    risk = dice.choices(("kurang_rawan", "rawan", "sangat_rawan"), (92, 7, 1))[0]
    if made.number >= demo_figures.SPECIAL_FROM:
        risk = "khusus"
    site = dice.choice(("SDN", "Balai desa", "Halaman masjid", "Posyandu", "Lapangan", "Gedung serbaguna"))
    return (
        (event, made.village, made.number),
        {
            "dpt_male": made.male,
            "dpt_female": made.female,
            "risk": risk,
            "site": f"{site} {made.number % 100}",
        },
    )


def _work(
    folder: Path, desk: Desk, asked: Asked, index: regions.Index, event: elections.Event
) -> Steps[Made]:
    """The day: teams, a package to the kecamatan, its answers and issues, back again, papers."""
    stick = folder / "stick"
    papers = folder / "papers"
    stick.mkdir()
    papers.mkdir()
    district = _busiest_district(desk)
    name = regions.find(index, district).name
    yield Progress(1, 6, N_("Menyusun tim"))
    demo_teams.teams_of(desk)
    demo_teams.posko_of(desk)
    demo_activities.activities_of(desk)
    demo_registers.settings_of(desk)
    demo_risk.fill(desk, asked.seed)
    demo_logistics.kabupaten_sends(desk)
    yield Progress(2, 6, N_("Menyiapkan berkas untuk kecamatan"))
    [ready] = yield from enrolment.prepare(desk, [district], stick)
    home = folder / f"kecamatan-{name.lower().replace(' ', '-')}"
    made = yield from enrolment.open_ready(
        ready.files[0], ready.word, home, "Operator Kecamatan", PASSWORD, now=desk.now
    )
    with made.desk as below:
        yield Progress(3, 6, N_("Kecamatan mengisi kesiapan TPS"))
        fill_answers(below, district, asked.seed, done=0.8)
        demo_registers.kecamatan_day(below)
        demo_logistics.kecamatan_sends_on(below)
        demo_registers.differ(desk, below)
        yield Progress(4, 6, N_("Kecamatan mengirim ke kabupaten"))
        yield from _carry(below, desk, stick)
        yield Progress(5, 6, N_("Kabupaten menindaklanjuti dan mengirim balik"))
        for row in summary.summary(desk).districts:
            if row.code != district:
                fill_answers(desk, row.code, asked.seed, done=0.55)
        demo_registers.clarify(desk)
        demo_registers.kabupaten_day(desk)
        demo_issues.linked(desk)
        if asked.evening:
            yield from demo_counts.copied(desk, PASSWORD, asked.seed)
        yield from _carry(desk, below, stick)
        yield from _carry(below, desk, stick)
        files = demo_registers.print_papers(desk, papers) + demo_registers.print_exchange(desk, below, papers)
        own, other = checking.digests(desk), checking.digests(below)
        shared = [scope for scope in own if scope in other]
        equal = sum(own[scope] == other[scope] for scope in shared)
        figures = summary.summary(desk), summary.summary(below)
    listed = (
        folder / "kabupaten" / "desk.db",
        made.desk.folder / "desk.db",
        *sorted(stick.rglob("*.desk")),
        *files,
    )
    return Made(figures[0], figures[1], listed, len(shared), equal)


def _carry(source: Desk, target: Desk, stick: Path) -> Steps[None]:
    """One package from one office to another by the folder that stands for the stick."""
    sent = yield from sending.send(source, target.identity.place, stick)
    yield from receiving.receive(target, list(sent.files))


def _busiest_district(desk: Desk) -> str:
    rows = summary.summary(desk).districts
    return max(rows, key=lambda row: (row.stations, row.code)).code


def fill_answers(desk: Desk, district: str, seed: int, *, done: float, phase: int = H1) -> int:
    """Made-up answers for the TPS of a kecamatan: most complete, some begun, a few with something wanting."""
    dice = random.Random(f"{seed} {district}")
    chosen = event_operations.working_event(desk)
    items = event_operations.page_items(chosen, desk.identity.place, phase, places.Kind.TPS)
    with desk.reading() as connection:
        stations = totals.stations_of(connection, chosen.code, district)
    given: list[tuple[str, str, str | answers.AnswerValue | None, str | None]] = []
    for subject, dpt in stations:
        lot = dice.random()
        if lot > done + 0.12:
            continue
        begun = lot > done
        trouble = dice.random() < 0.04
        wanting = dice.randrange(len(items)) if trouble else -1
        for position, item in enumerate(items):
            if begun and position > len(items) * 0.6:
                break
            if not item.required and dice.random() < 0.3:
                continue
            given.append((subject, item.code, _made_answer(item, chosen, dpt, position == wanting), None))
    if given:
        answering.set_answers(desk, given)
    return len(given)


def _made_answer(
    item: checklists.Item, event: elections.Event, dpt: int | None, wanting: bool
) -> answers.AnswerValue:
    if item.kind is checklists.ItemKind.YES_NO:
        return answers.Mark.NOT_YET if wanting else answers.Mark.DONE
    needed = checklists.required_quantity(item, event, dpt)
    if needed is None:
        return 1
    return max(0, needed - (8 if needed > 20 else 1)) if wanting else needed
