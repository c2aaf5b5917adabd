# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions, which ones never came, and the receipt told over the phone."""

import hashlib
from dataclasses import dataclass

from desk_app.data import parcels, said
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import errors, spoken, words
from desk_app.operations import outgoing, sending
from desk_app.operations.desk import Desk

N_ = words.N_

_SPOKEN = 5
"""Bytes of the spoken receipt: eight letters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One package. `sent`: out of this office, else received; `office` by its name; `at` in seconds UTC.

    `changes`: how many it held (sent) or brought anew (received). `code`: what two people compare. `arrival`: number
    of the import in the history, 0 when it brought nothing. `acknowledged`: a package sent of which the other office
    has said that it is there. `whole`: every volume of one received is here.
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
    acknowledged: bool = False
    whole: bool = True
    package: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Packages of an office that were never received though a later one was.

    `held_up`: something that came later waits for them; otherwise a later package brought what was in them.
    """

    office: str
    place: str
    numbers: tuple[int, ...]
    held_up: bool


def entries(desk: Desk, limit: int = 500) -> list[Entry]:
    """The register, newest first, one line a package."""
    with desk.reading() as connection:
        found = parcels.all_parcels(connection, limit)
    sent_to = {one.office_name for one in found if one.office is None}
    names = {place: outgoing.office_name(desk, place) for place in sent_to}
    groups: dict[bytes, list[parcels.Parcel]] = {}
    for one in found:
        groups.setdefault(one.package or one.id, []).append(one)
    made = [_entry(volumes, names) for volumes in groups.values()]
    # Within one second the higher number is the newer one.
    return sorted(made, key=lambda one: (-one.at, -one.number))


def gaps(desk: Desk) -> list[Gap]:
    """Which packages of which office are missing."""
    with desk.reading() as connection:
        waiting = parcels.waiting_streams(connection)
        found = [
            Gap(one.name, one.place, tuple(parcels.missing_numbers(connection, one)), bool(waiting))
            for one in parcels.senders(connection)
        ]
    return [one for one in found if one.numbers]


def spoken_receipt(desk: Desk, package: str) -> str:
    """What is read out over the phone when no stick goes back: the number and eight letters. Raises NotFound.

    Only who has received every volume of the package can say it.
    """
    with desk.reading() as connection:
        found = [one for one in parcels.of_package(connection, bytes.fromhex(package)) if one.direction == "in"]
    if not found or len(found) < found[0].volumes:
        raise errors.NotFound(N_("Kiriman ini belum diterima seluruhnya."))
    return f"{found[0].number:04d}-{_letters(found[0].mark, desk.identity.public)}"


def hear_receipt(desk: Desk, to: str, typed: str) -> Entry:
    """Note that the office at a place has a package, by what it read out over the phone. Raises Refused.

    From then on what the package held counts as being there, as if the office had sent word by stick.
    """
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    if len(letters) < 5 or not letters[:4].isdigit():
        raise errors.Refused(N_("Tanda terima terdiri dari nomor kiriman dan delapan huruf, seperti 0014-ABCD-EFGH."))
    number, code = int(letters[:4]), letters[4:]

    def run() -> list[parcels.Parcel]:
        with desk.store.writing() as connection:
            keys = [one.key for one in trust_rows.cards_at(connection, to)]
            for one in parcels.sent_to(connection, to, number):
                for key in keys:
                    if _letters(one.mark, key).replace("-", "") == code:
                        _heard(connection, one, key, desk.now())
                        return parcels.of_package(connection, one.package)
        raise errors.Refused(
            N_("Tanda terima ini tidak cocok dengan kiriman ke-{number} ke kantor itu. Minta dibacakan sekali lagi."),
            number=number,
        )

    found = desk.on_writer(run)
    return _entry(found, {to: outgoing.office_name(desk, to)})


def _heard(connection: Connection, one: parcels.Parcel, key: bytes, now: int) -> None:
    parcels.acknowledge(connection, [one.package], now)
    living = [replica for replica, superseded in trust_rows.replicas_of(connection, key) if not superseded]
    # A word by phone stands for the computer heard of last; if none was, for the office itself.
    replica = living[-1] if living else key[:16]
    held = said.by_offices(connection, [key])
    for volume in parcels.of_package(connection, one.package):
        for reach in parcels.reach_of(volume.upto):
            if held.get(reach.stream, 0) < reach.upto:
                said.note(connection, key, replica, reach.stream, reach.upto, reach.rolling)


def _letters(mark: bytes, office: bytes) -> str:
    short = hashlib.sha256(b"desk got, by phone" + mark + office).digest()[:_SPOKEN]
    number, letters = int.from_bytes(short, "big"), ""
    for _ in range(8):
        number, rest = divmod(number, 32)
        letters = spoken.ALPHABET[rest] + letters
    return f"{letters[:4]}-{letters[4:]}"


def _entry(volumes: list[parcels.Parcel], names: dict[str, str]) -> Entry:
    first = min(volumes, key=lambda one: one.volume)
    sent = first.direction == "out"
    return Entry(
        id=first.id.hex(),
        sent=sent,
        office=names.get(first.office_name, first.office_name) if sent else first.office_name,
        number=first.number,
        at=max(one.at for one in volumes),
        changes=sum(int(one.counts) for one in volumes if one.counts.isdigit()),
        file=first.file,
        code=sending.code_of(first.mark),
        arrival=next((one.arrival for one in volumes if one.arrival), 0),
        acknowledged=first.acknowledged is not None,
        whole=len(volumes) >= first.volumes,
        package=first.package.hex(),
    )
