# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions, and which ones never came."""

from dataclasses import dataclass

from desk_app.data import parcels
from desk_app.operations import outgoing, sending
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Entry:
    """One package. `sent`: out of this office, else received; `office` by its name; `at` in seconds UTC.

    `changes`: how many it held (sent) or brought anew (received). `code`: what two people compare. `arrival`: number
    of the import in the history, 0 when it brought nothing.
    """

    id: str
    sent: bool
    office: str
    number: int
    at: int
    changes: int
    file: str
    code: str
    arrival: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Packages of an office that were never received though a later one was."""

    office: str
    place: str
    numbers: tuple[int, ...]


def entries(desk: Desk, limit: int = 500) -> list[Entry]:
    """The register, newest first."""
    with desk.reading() as connection:
        found = parcels.all_parcels(connection, limit)
    sent_to = {one.office_name for one in found if one.office is None}
    names = {place: outgoing.office_name(desk, place) for place in sent_to}
    # Within one second the higher number is the newer one.
    return [
        Entry(
            id=one.id.hex(),
            sent=one.direction == "out",
            office=names.get(one.office_name, one.office_name),
            number=one.number,
            at=one.at,
            changes=int(one.counts) if one.counts.isdigit() else 0,
            file=one.file,
            code=sending.code_of(one.sha256),
            arrival=one.arrival or 0,
        )
        for one in sorted(found, key=lambda one: (-one.at, -one.number))
    ]


def gaps(desk: Desk) -> list[Gap]:
    """Which packages of which office are missing."""
    with desk.reading() as connection:
        found = [
            Gap(one.name, one.place, tuple(parcels.missing_numbers(connection, one.key)))
            for one in parcels.offices(connection)
        ]
    return [one for one in found if one.numbers]
