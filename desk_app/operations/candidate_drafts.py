# SPDX-License-Identifier: Apache-2.0
"""The list of candidates of one race while it is altered: in one transaction, checked as a whole before it stands.

A list of the province's becomes the regency's own with its first alteration.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desk_app.data import attachments, candidate_list, count_rows, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, words
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.operations import elections, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


class Draft:
    """The own list of a race as it shall stand. `held`: who stands on it then; nothing is written before `write`.

    `numbers`: after that, the records by number and districts.
    """

    def __init__(self, desk: Desk, unit: unit_of_work.Unit, race: str) -> None:
        unit.flush()
        self._unit = unit
        self._key = (settings.event_code(desk), desk.identity.place, race)
        self._queue: list[Callable[[], None]] = []
        above, whose = in_reach(desk, unit.connection, race)
        self.held = above if whose == desk.identity.place else []
        self._taken = {row.key for row in candidate_list.candidates(unit.connection, *self._key)}
        self.numbers = {(one.code, one.districts): one.record or 0 for one in self.held}
        if not self.held:
            for one in above:
                self.lay(replace(one, record=None))

    def lay(self, made: Candidate) -> None:
        """Write a candidate over who holds the number in the same kecamatan, else as a new one."""
        name = (made.code, made.districts)
        same = next((one for one in self.held if (one.code, one.districts) == name), None)
        if same is not None:
            self.alter(same, made, values_of(made))
            return
        key = next(key for key in _keys(made.code) if key not in self._taken)
        self._taken.add(key)
        self.held.append(replace(made, record=None))

        def work() -> None:
            self.numbers[name] = self._unit.put(records.CANDIDATE, (*self._key, key), values_of(made))

        self._queue.append(work)

    def alter(self, before: Candidate, after: Candidate, values: Mapping[str, Any], seen: int | None = None) -> None:
        """Write some values of a candidate that is on the list."""
        name = (before.code, before.districts)
        self.held[self.held.index(before)] = replace(after, record=before.record)

        def work() -> None:
            self._unit.set(records.CANDIDATE, self.numbers[name], values, seen=seen)

        self._queue.append(work)

    def renumber(self, before: Candidate, after: Candidate) -> None:
        """Write a candidate anew under another number, with the photos it had. Raises Refused where it is held."""
        self._require_uncopied()
        for other in self.held:
            if other is not before and other.code == after.code and ballot.meet(other.districts, after.districts):
                raise ballot.held_already(other)
        self.held.remove(before)
        self.lay(replace(after, record=None))

        def work() -> None:
            old, fresh = self.numbers.pop((before.code, before.districts)), self.numbers[(after.code, after.districts)]
            self._unit.flush()
            for photo in attachments.of_record(self._unit.connection, old):
                self._unit.set(records.ATTACHMENT, photo.no, {"owner": fresh})
            self._unit.delete(records.CANDIDATE, old)

        self._queue.append(work)

    def take_off(self, one: Candidate) -> None:
        """Delete a candidate with its photos. Raises Refused where forms were copied."""
        self._require_uncopied()
        self.held.remove(one)

        def work() -> None:
            no = self.numbers.pop((one.code, one.districts))
            self._unit.flush()
            for photo in attachments.of_record(self._unit.connection, no):
                self._unit.delete(records.ATTACHMENT, photo.no)
            self._unit.delete(records.CANDIDATE, no)

        self._queue.append(work)

    def _require_uncopied(self) -> None:
        """Votes stand under numbers: with another number, what was copied would be somebody else's."""
        event, _place, race = self._key
        copied = count_rows.how_many(self._unit.connection, event, race)
        if copied:
            raise errors.Refused(
                N_(
                    "Sudah {count} formulir pemilihan ini disalin: nomor calon tidak dapat diganti atau dihapus lagi. "
                    "Namanya masih dapat diperbaiki."
                ),
                count=copied,
            )

    def own(self, no: int) -> Candidate:
        """The candidate of a record. Raises NotFound."""
        found = next((one for one in self.held if one.record == no), None)
        if found is None:
            raise errors.NotFound(N_("Calon ini tidak ada di daftar kantor ini."))
        return found

    def write(self) -> None:
        """Write what was asked, if all of it can stand on a ballot. Raises Refused."""
        ballot.check(self._key[2], self.held)
        for work in self._queue:
            work()


def altered(desk: Desk, race: str, label: str, work: Callable[[Draft], None]) -> Draft:
    """Alter the list of a race; it stands only if all of it can stand on a ballot. Raises Refused."""
    territory.require_master(desk, N_("Calon"))
    if race not in {one.code for one in elections.working_event(desk).races}:
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)

    def whole(unit: unit_of_work.Unit) -> Draft:
        draft = Draft(desk, unit, race)
        work(draft)
        draft.write()
        return draft

    return transact(desk, label, whole)


def in_reach(desk: Desk, connection: Connection, race: str, region: str = "") -> tuple[list[Candidate], str]:
    """The list that stands for a race in a region (here, where none is named), and the place of its office."""
    event, at = settings.event_code(desk), region or desk.identity.place
    for place in (places.regency_of(at), places.province_of(at), places.NATION):
        rows = candidate_list.candidates(connection, event, place, race) if place else []
        if rows:
            return [_read(row) for row in rows], place or ""
    return [], ""


def race_of(desk: Desk, no: int) -> str:
    """The race of a candidate of this office's own list. Raises NotFound."""
    with desk.reading() as connection:
        rows = candidate_list.candidates(connection, settings.event_code(desk), desk.identity.place)
    found = next((row.race for row in rows if row.no == no), None)
    if found is None:
        raise errors.NotFound(N_("Calon ini tidak ada di daftar kantor ini."))
    return found


def made(
    desk: Desk, race: str, code: str, name: str, districts: Sequence[str] = (), short: str = ""
) -> Candidate:
    """A candidate as it is to be written. Raises Refused."""
    number = ballot.parse_code(code)
    kind = ballot.kind_of(race, number)
    said = " ".join((name or "").split())
    if not said:
        raise errors.Refused(N_("Isi nama calon nomor {code}."), code=number)
    where = []
    for one in districts:
        place = territory.require_own(desk, one)
        if place.level is not places.Level.DISTRICT or place.subject != place.code:
            raise errors.Refused(N_("Daerah pemilihan ditulis per kecamatan: {subject} bukan kecamatan."), subject=one)
        where.append(place.code)
    if where and kind in (CandidateKind.PAIR, CandidateKind.EMPTY):
        raise errors.Refused(N_("Pasangan calon berdiri di seluruh wilayah pemilihannya, bukan di sebagian kecamatan."))
    found = Candidate(number, said, kind, tuple(sorted(set(where))), short=" ".join((short or "").split()))
    for field, value in values_of(found).items():
        records.CANDIDATE.field(field).check(value)
    return found


def values_of(one: Candidate) -> dict[str, Any]:
    """The fields of its record."""
    return {
        "name": one.name,
        "kind": one.kind.value,
        "districts": ",".join(one.districts) or None,
        "short": one.short or None,
    }


def _read(row: candidate_list.CandidateRow) -> Candidate:
    kind = CandidateKind(row.kind) if row.kind in set(CandidateKind) else ballot.kind_of(row.race, row.code)
    return Candidate(row.code, row.name or row.code, kind, row.districts, row.no, row.short)


def _keys(code: str) -> Iterator[str]:
    """The keys under which a number can be kept: the second who holds it elsewhere has "3.1/2"."""
    yield code
    for no in itertools.count(2):
        yield f"{code}/{no}"
