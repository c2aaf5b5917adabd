# SPDX-License-Identifier: Apache-2.0
"""What a package that was sent holds, counted from its files in the outbox: kinds of record, and control totals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desk_app.data import meta
from desk_app.domain import errors, places, records
from desk_app.exchange import package
from desk_app.journal import codec
from desk_app.journal.change import Change, ChangeKind, Key, Value
from desk_app.journal.streams import Dot
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Contents:
    """How many records of each kind (by name) begin in the package and are altered by it, and what adds up.

    `stations`: TPS that are touched; `male`, `female`: DPT of the TPS that are sent whole, None if none is;
    `numbers`: the sum of the numbers in the answers about readiness.
    """

    kinds: tuple[tuple[str, int, int], ...]
    stations: int
    male: int | None
    female: int | None
    numbers: int


def of_files(desk: Desk, paths: Iterable[Path]) -> Contents:
    """Open the volumes of a package of this office and count. Raises Refused for one that is not whole."""
    known = _Counted()
    for path in paths:
        known.add(_changes(desk, path))
    return known.contents()


Name = tuple[int, Dot | Key]


class _Counted:
    """Records by their names; of each field the value that is shown (`journal.heads.winner`)."""

    def __init__(self) -> None:
        self._begun: set[Name] = set()
        self._altered: set[Name] = set()
        self._values: dict[tuple[Name, int], tuple[tuple[int, Dot], Value]] = {}

    def add(self, changes: Iterable[tuple[Dot, Change]]) -> None:
        for dot, one in changes:
            name = one.type, dot if one.record is None else one.record
            (self._begun if one.kind == ChangeKind.CREATE else self._altered).add(name)
            for no, value in one.fields.items():
                order = one.depth, dot
                if (name, no) not in self._values or self._values[name, no][0] < order:
                    self._values[name, no] = order, value

    def contents(self) -> Contents:
        every = self._begun | self._altered
        kinds: dict[int, list[int]] = {}
        for name in every:
            kinds.setdefault(name[0], [0, 0])[0 if name in self._begun else 1] += 1
        whole = [name for name in self._begun if name[0] == records.STATION.no]
        answers = [name for name in every if name[0] == records.ANSWER.no]
        return Contents(
            kinds=tuple((_kind(no), new, changed) for no, (new, changed) in sorted(kinds.items())),
            stations=len({subject for name in every for subject in _station(name)}),
            male=sum(self._number(name, "dpt_male") for name in whole) if whole else None,
            female=sum(self._number(name, "dpt_female") for name in whole) if whole else None,
            numbers=sum(self._number(name, "quantity") for name in answers),
        )

    def _number(self, name: Name, field: str) -> int:
        found = self._values.get((name, records.TYPES[name[0]].field(field).no))
        return found[1] if found is not None and type(found[1]) is int else 0


def _kind(no: int) -> str:
    return records.TYPES[no].name if no in records.TYPES else "newer"


def _station(name: Name) -> Iterator[str]:
    """The TPS that a record is about, if it is about one."""
    kind, key = name
    if isinstance(key, Dot):
        return
    match kind, key:
        case records.STATION.no | records.STATION_RISK.no, (_, str(village), int(number), *_):
            yield places.station_subject(village, number)
        case records.ANSWER.no, (_, str(subject), *_) if "-" in subject and "/" not in subject:
            yield subject


def _changes(desk: Desk, path: Path) -> Iterator[tuple[Dot, Change]]:
    sealed = package.read(path)
    for run in package.unseal(sealed, secrets=_secrets(desk)).segments:
        for seq, body in enumerate(run.bodies, run.first):
            try:
                yield Dot(run.stream, seq), codec.read(body, run.stream)
            except codec.BadBytes as fault:
                raise errors.Damaged("{file}", file=path.name) from fault


def _secrets(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        older = meta.read(connection).get("older_boxes", b"").decode().split()
    return [desk.identity.box, *older]
