# SPDX-License-Identifier: Apache-2.0
"""A province's office that holds answers by the million, with a regency below and the nation above it.

Where it is kept it is made once and gone on with: each measuring takes kecamatan whose answers were never changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desk_app.base.progress import finish
from desk_app.data import arrivals, receiving, schema
from desk_app.data.database import Database
from desk_app.domain import places, records
from desk_app.operations import demo, offices, opening, sending
from desk_app.operations import receiving as taking_in
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted
from tests.bench import many_answers
from tests.bench.many_answers import DISTRICT, Author, Sealed, Typed

PROVINCE, REGENCY, NATION = "73", "73.13", places.NATION
BELOW = tuple(f"{REGENCY}.{number:02d}" for number in range(1, 21))
"""The kecamatan of the regency: it answers about them, and its packages bring that to the province."""

_FOLDERS = {PROVINCE: "provinsi", REGENCY: "kabupaten", NATION: "nasional"}
_KEY_MEMORY = 8 << 20


@dataclass(frozen=True, slots=True)
class Offices:
    """The three offices, open, and the kecamatan about which the province itself has answered."""

    folder: Path
    province: Desk
    regency: Desk
    nation: Desk
    districts: list[str]

    @property
    def stick(self) -> Path:
        path = self.folder / "stick"
        path.mkdir(exist_ok=True)
        return path

    def author(self, desk: Desk) -> Author:
        return Author(desk.identity.replica, desk.identity.seed)

    def untouched(self) -> list[int]:
        """Which of the kecamatan have answers that were never changed."""
        table = schema.stream
        with self.province.reading() as connection:
            query = select(table.c.place).where(table.c.held == DISTRICT, table.c.event == many_answers.EVENT)
            found = set(connection.execute(query).scalars())
        return [at for at, district in enumerate(self.districts) if district in found]


@contextmanager
def opened(folder: Path, held: int, spread: int = 0) -> Iterator[Offices]:
    """The offices in a folder, made first if they are not there.

    `held`: answers of the province's own; `spread`: over how many kecamatan, as few as can be if it is not given.
    """
    districts = many_answers.districts(max(spread, -(-held // DISTRICT)), int(PROVINCE))
    stamp = folder / f"{held}.made"
    if not stamp.exists():
        print(f"making an office that holds {held:,} answers in {folder}", flush=True)
        desks = [_new(folder / name, place) for place, name in _FOLDERS.items()]
        made = Offices(folder, *desks, districts)
        try:
            acquainted.introduce(made.province, made.regency, made.nation)
            _answer_below(made)
            _answer(made.province, districts, held)
            stamp.touch()
        finally:
            _close(desks)
    desks = [opening.open_office(folder / name, demo.PASSWORD) for name in _FOLDERS.values()]
    try:
        yield Offices(folder, *desks, districts)
    finally:
        _close(desks)


def put_in(store: Database, runs: list[Sealed]) -> None:
    """What an import does with runs of a package: every seal and hash, journal, rows, heads, disagreements; one
    transaction."""
    for run in runs:
        run.verify()
    with store.writing() as connection:
        arrival = arrivals.next_number(connection)
        arrivals.add(connection, arrival, 0, "import", 1, "bench")
        receiver = receiving.Receiver(connection, arrival)
        for run in runs:
            receiver.take(run.stream, run.replica, run.scope, run.first, run.before, run.bodies, run.seal)
        receiver.settle()
    if receiver.taken.applied != sum(len(run.bodies) for run in runs):
        raise RuntimeError(f"only {receiver.taken.applied} were put in")


def as_if_received(desk: Desk, other: Desk) -> None:
    """As if the other office had said that it holds all that this one does."""
    with desk.store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO said (replica, stream, office, upto, rolling) "
            "SELECT ?, id, ?, held, rolling FROM stream WHERE held > 0",
            (other.identity.replica, other.identity.public),
        )


def _answer(desk: Desk, districts: list[str], held: int) -> None:
    """The office's own answers about these kecamatan, put in by the short way of an import."""
    author = Author(desk.identity.replica, desk.identity.seed)
    each, more = divmod(held, len(districts))
    counts = [each + (at < more) for at in range(len(districts))]
    together = max(1, 20 * DISTRICT // counts[0])
    for at in range(0, len(districts), together):
        part = zip(districts[at : at + together], counts[at : at + together], strict=True)
        put_in(desk.store, [Typed(district, author, count).turn() for district, count in part])


def _answer_below(made: Offices) -> None:
    """The regency's list of TPS and its answers; the province holds them by a package, as it holds all of others."""
    _answer(made.regency, list(BELOW), len(BELOW) * DISTRICT)
    stations = (
        ((many_answers.EVENT, village, number), {"dpt_male": 140, "dpt_female": 143})
        for district in BELOW
        for village, number in many_answers.stations(district)
    )
    transact(made.regency, "TPS", lambda unit: unit.put_many(records.STATION, stations), kind="setup")
    finish(taking_in.receive(made.province, finish(sending.send(made.regency, PROVINCE, made.stick)).files))
    as_if_received(made.regency, made.province)


def _new(folder: Path, place: str) -> Desk:
    asked = offices.NewOffice(place, many_answers.EVENT, "Operator 1", demo.PASSWORD, with_master_data=False)
    return offices.create_office(folder, asked, key_memory=_KEY_MEMORY).desk


def _close(desks: list[Desk]) -> None:
    for desk in desks:
        desk.close()
