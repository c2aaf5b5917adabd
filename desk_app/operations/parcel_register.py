# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions, which ones never came, and the receipt told over the phone."""

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from desk_app.data import arrivals, parcels, said
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import errors, spoken, words
from desk_app.operations import changed, destinations, import_undo, kept_receipts, outgoing, package_making
from desk_app.operations.desk import OUTBOX, Desk

N_ = words.N_

_SPOKEN = 5
"""Bytes of the spoken receipt: eight letters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One package. `sent`: out of this office, else received; `office` by its name; `at` in seconds UTC.

    `changes`: how many isian it held (sent) or brought anew (received). `code`: what two people compare. `arrival`:
    number of the (first) import in the history, 0 when it brought nothing; `arrivals`: of all its volumes; `undone`:
    these were taken back. `acknowledged`: a package sent of which the other office has said that it is there;
    `covered`: no word came of this one, but all that it held is there; `written`: it stood whole on a stick; `kept`:
    its files are in the outbox still. `whole`: every volume of one received is here; `lacking`: the numbers of those
    that are not. `place`: of the other office.
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
    place: str = ""
    written: bool = True
    kept: bool = False
    arrivals: tuple[int, ...] = ()
    undone: bool = False
    lacking: tuple[int, ...] = ()
    covered: bool = False

    @property
    def may_undo(self) -> bool:
        """Whether it was put in here and not taken back."""
        return bool(self.arrivals) and not self.undone


@dataclass(frozen=True, slots=True)
class Gap:
    """Packages of an office that were never received though a later one was.

    `held_up`: something that came later from that computer waits; otherwise a later package brought what was in them.
    """

    office: str
    place: str
    numbers: tuple[int, ...]
    held_up: bool


def entries(desk: Desk, limit: int = 500) -> list[Entry]:
    """The register, newest first, one line a package."""
    with desk.reading() as connection:
        found = parcels.all_parcels(connection, limit)
        undone = {one.arrival for one in found if one.arrival and _is_undone(connection, one.arrival)}
    groups: dict[bytes, list[parcels.Parcel]] = {}
    for one in found:
        groups.setdefault(one.package or one.id, []).append(one)
    sent_to = {one.office_name for one in found if one.office is None}
    names = {place: outgoing.office_name(desk, place) for place in sent_to}
    outbox = desk.folder / OUTBOX
    kept = {path.name for path in outbox.iterdir()} if outbox.is_dir() else set[str]()
    covered = _covered(desk, found)
    made = [
        dataclasses.replace(_entry(volumes, names, kept, undone), covered=key in covered)
        for key, volumes in groups.items()
    ]
    # Within one second the higher number is the newer one.
    return sorted(made, key=lambda one: (-one.at, -one.number))


def gaps(desk: Desk) -> list[Gap]:
    """Which packages of which office are missing."""
    with desk.reading() as connection:
        waiting = parcels.waiting_streams(connection)
        found = [
            Gap(one.name, one.place, tuple(parcels.missing_numbers(connection, one)), one.replica in waiting)
            for one in parcels.senders(connection)
        ]
    return [one for one in found if one.numbers]


def undo(desk: Desk, entry: Entry) -> import_undo.Undone:
    """Take back all that a package brought, volume by volume; what was worked on since stays. Raises Refused."""
    if not entry.may_undo:
        raise errors.Refused(N_("Penerimaan ini sudah dibatalkan."))
    reversed_, left = 0, list[import_undo.Left]()
    for arrival in reversed(entry.arrivals):
        with desk.reading() as connection:
            if _is_undone(connection, arrival):
                continue
        done = import_undo.undo_import(desk, arrival)
        reversed_ += done.reversed
        left += done.left
    desk.news.tell(changed.Changed(frozenset({"exchange", "conflict"})))
    return import_undo.Undone(reversed_, tuple(left))


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
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
    return _entry(found, {to: outgoing.office_name(desk, to)}, (), ())


def _heard(connection: Connection, one: parcels.Parcel, key: bytes, now: int) -> None:
    parcels.acknowledge(connection, [one.package], one.office_name, now)
    # A word by phone stands for the computer heard of last; if none was, for the office itself.
    replica = said.last_heard(connection, key) or key[:16]
    held = said.by_last_heard(connection, [key])
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


def _covered(desk: Desk, found: Iterable[parcels.Parcel]) -> set[bytes]:
    """The packages sent without a word coming back of which the other office has said all that they held."""
    covered: set[bytes] = set()
    held: dict[str, Mapping[bytes, int]] = {}
    with desk.reading() as connection:
        for one in found:
            if one.direction != "out" or one.acknowledged is not None or one.office_name == desk.identity.place:
                continue
            reach = parcels.reach_of(one.upto)
            if one.office_name not in held:
                held[one.office_name] = destinations.said_by(connection, one.office_name)
            there = held[one.office_name]
            if reach and all(there.get(part.stream, 0) >= part.upto for part in reach):
                covered.add(one.package or one.id)
    return covered


def _is_undone(connection: Connection, arrival: int) -> bool:
    return arrivals.one(connection, arrival).undone_by is not None


def _entry(
    volumes: list[parcels.Parcel], names: dict[str, str], kept: Collection[str], undone: Collection[int]
) -> Entry:
    first = min(volumes, key=lambda one: one.volume)
    sent = first.direction == "out"
    brought = tuple(sorted(one.arrival for one in volumes if one.arrival))
    return Entry(
        id=first.id.hex(),
        sent=sent,
        office=names.get(first.office_name, first.office_name) if sent else first.office_name,
        number=first.number,
        at=max(one.at for one in volumes),
        changes=sum(_entries_of(one) for one in volumes),
        file=first.file,
        code=package_making.code_of(first.mark),
        arrival=brought[0] if brought else 0,
        acknowledged=first.acknowledged is not None,
        whole=len(volumes) >= first.volumes,
        package=first.package.hex(),
        place=first.office_name if sent else first.place,
        written=not sent or first.written is not None,
        kept=sent and all(one.file in kept for one in volumes),
        arrivals=brought,
        undone=bool(brought) and all(one in undone for one in brought),
        lacking=tuple(sorted(set(range(1, first.volumes + 1)) - {one.volume for one in volumes})),
    )


def _entries_of(one: parcels.Parcel) -> int:
    """How many isian a volume held, or brought anew."""
    told = kept_receipts.read(one.told)
    if told is not None:
        return sum(new + changed for _kind, new, changed in told.kinds)
    return int(one.counts) if one.counts.isdigit() else 0
