# SPDX-License-Identifier: Apache-2.0
"""Candidates of each race: written by the kabupaten or kota (or its province), read for the form and for totals.

The list of the own regency stands for a race; where it has none, its province's does.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from desk_app.data import arrivals
from desk_app.domain import elections as election_rules
from desk_app.domain import errors, places, words
from desk_app.domain.counts import ballot, lines
from desk_app.operations import candidate_drafts, count_rules, elections, field_names, settings
from desk_app.operations.desk import Desk

N_ = words.N_
Candidate = lines.Candidate
Kind = lines.CandidateKind

FIELDS = ("name", "short", "districts")
"""What can be altered of a candidate that is written; its number by `renumber`."""


def of_race(desk: Desk, race: str, district: str = "") -> tuple[Candidate, ...]:
    """Who stands in a race, in the order of the ballot; () where nothing is known. Remembered.

    `district`: a kecamatan or what lies in it: only who stands there. Without one a number that several hold in
    different kecamatan is left out. With the line of a party's own votes where its candidates are copied.
    """
    place = places.district_of(district) if district else None
    name = f"candidates {settings.event_code(desk)} {race} {place or district}"
    known = desk.remembered.get(name)
    if not isinstance(known, tuple):
        found = written(desk, race, district)
        if place:
            found = tuple(one for one in found if ballot.stands_in(one, place))
        else:
            codes = [one.code for one in found]
            found = tuple(one for one in found if codes.count(one.code) == 1)
        known = ballot.with_own_votes(found)
        desk.remembered[name] = known
    return known


def all_of(desk: Desk) -> dict[str, tuple[Candidate, ...]]:
    """Who stands in each race of the event, also where several hold one number in different kecamatan."""
    return {race.code: written(desk, race.code) for race in elections.working_event(desk).races}


def written(desk: Desk, race: str, region: str = "") -> tuple[Candidate, ...]:
    """The list of a race as it is kept, with pairs that nobody named yet; without lines of parties' own votes."""
    with desk.reading() as connection:
        found, _place = candidate_drafts.in_reach(desk, connection, race, region)
    pairs = next((one.pairs for one in _event(desk, region).races if one.code == race), None)
    codes = {one.code for one in found}
    if ballot.EMPTY_CODE not in codes:
        nameless = [one for one in ballot.numbered(race, pairs) if one.code not in codes]
        found += [one for one in nameless if one.kind is not Kind.EMPTY or codes <= {"1"}]
    return tuple(sorted(found, key=lambda one: (one.order, one.districts)))


def source(desk: Desk, race: str) -> str:
    """The place of the office whose list stands for a race here; "" where none is written."""
    with desk.reading() as connection:
        return candidate_drafts.in_reach(desk, connection, race)[1]


def form_of(desk: Desk, race: str, district: str) -> tuple[lines.Line, ...]:
    """The lines of the form of a race in a kecamatan (or of what lies in it), in the order of the form."""
    held = count_rules.rules(desk, place=district)
    return lines.lines_of(_event(desk, district), of_race(desk, race, district), held.brief)


def seen(desk: Desk) -> int:
    """How far the list was read, for `edit`."""
    with desk.reading() as connection:
        return arrivals.latest(connection)


def may_edit(desk: Desk) -> bool:
    """Whether this office writes candidates (a kabupaten, kota or province does)."""
    return desk.identity.level != places.Level.DISTRICT.value


def put(
    desk: Desk,
    race: str,
    code: str,
    name: str,
    kind: Kind | None = None,
    districts: Sequence[str] = (),
    short: str = "",
) -> int:
    """Write one candidate, over who holds the number in the same kecamatan already; returns its record.

    `kind` follows from the race and the number where it is not given. Raises Refused.
    """
    made = candidate_drafts.made(desk, race, code, name, districts, short)
    if kind is not None and kind is not made.kind:
        told = words.phrase(ballot.KIND_LABELS[made.kind])
        raise errors.Refused(N_("Nomor {code} pada jenis pemilihan ini: {kind}."), code=made.code, kind=told)
    draft = candidate_drafts.altered(desk, race, N_("Calon"), lambda draft: draft.lay(made))
    return draft.numbers[(made.code, made.districts)]


def add(
    desk: Desk, race: str, code: str, name: str, districts: Sequence[str] = (), short: str = ""
) -> int:
    """Write one candidate under a number that nobody holds; returns its record. Raises Refused."""
    made = candidate_drafts.made(desk, race, code, name, districts, short)

    def work(draft: candidate_drafts.Draft) -> None:
        for one in draft.held:
            if one.code == made.code and ballot.meet(one.districts, made.districts):
                raise ballot.held_already(one)
        draft.lay(made)

    return candidate_drafts.altered(desk, race, N_("Calon"), work).numbers[(made.code, made.districts)]


def put_list(desk: Desk, race: str, text: str, districts: Sequence[str] = ()) -> int:
    """Write a pasted list ("1 Andi – Budi" a line; "3.2 Citra" a candidate of party 3); returns how many.

    `districts`: where the candidates of parties in it stand. Raises Refused; then nothing is written.
    """
    taken = [one.code for one in written(desk, race) if one.record is not None]
    return put_parties(desk, race, ballot.read_list(text, taken), districts)


def put_parties(desk: Desk, race: str, rows: Iterable[tuple[str, str]], districts: Sequence[str] = ()) -> int:
    """Write numbers and names together, undone as one; returns how many. Raises Refused."""
    wanted = [
        candidate_drafts.made(desk, race, code, name, districts if "." in code else ()) for code, name in rows
    ]

    def work(draft: candidate_drafts.Draft) -> None:
        known = {(one.code, one.districts): one.short for one in draft.held}
        for one in wanted:
            draft.lay(replace(one, short=known.get((one.code, one.districts), "")))

    candidate_drafts.altered(desk, race, N_("Daftar calon"), work)
    return len(wanted)


def put_single(desk: Desk, race: str, name: str) -> None:
    """Write a single pair (number 1) against the empty column (number 0). Raises Refused."""
    if ballot.shape_of(race) is not Kind.PAIR:
        raise errors.Refused(N_("Calon tunggal hanya ada pada pemilihan dengan pasangan calon."))
    wanted = (
        candidate_drafts.made(desk, race, "1", name),
        candidate_drafts.made(desk, race, ballot.EMPTY_CODE, ballot.EMPTY_NAME),
    )

    def work(draft: candidate_drafts.Draft) -> None:
        for one in wanted:
            draft.lay(one)

    candidate_drafts.altered(desk, race, N_("Calon tunggal"), work)


def adopt(desk: Desk, race: str) -> None:
    """Make the list of the province's that stands for a race this office's own. Raises Refused."""
    candidate_drafts.altered(desk, race, N_("Daftar calon"), lambda _draft: None)


def edit(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> None:
    """Alter some of the `FIELDS` of a candidate. `seen`: as the form was filled. Raises Refused."""
    field_names.require_known(values, FIELDS, "a candidate")
    race = candidate_drafts.race_of(desk, no)

    def work(draft: candidate_drafts.Draft) -> None:
        before = draft.own(no)
        held = {name: getattr(before, name) for name in FIELDS} | values
        after = candidate_drafts.made(desk, race, before.code, held["name"], held["districts"] or (), held["short"])
        told = {name: value for name, value in candidate_drafts.values_of(after).items() if name in values}
        draft.alter(before, after, told, seen)

    candidate_drafts.altered(desk, race, N_("Calon"), work)


def renumber(desk: Desk, no: int, code: str) -> None:
    """Give a candidate another number, which must be free; its photos go with it. Raises Refused."""
    race = candidate_drafts.race_of(desk, no)

    def work(draft: candidate_drafts.Draft) -> None:
        before = draft.own(no)
        after = candidate_drafts.made(desk, race, code, before.name, before.districts, before.short)
        if after.code != before.code:
            draft.renumber(before, after)

    candidate_drafts.altered(desk, race, N_("Nomor calon"), work)


def remove(desk: Desk, race: str, codes: Sequence[str]) -> int:
    """Take candidates off the list by their numbers, a party with its candidates; returns how many. Raises Refused."""
    wanted = {ballot.parse_code(code) for code in codes}
    with desk.reading() as connection:
        known = {one.code for one in candidate_drafts.in_reach(desk, connection, race)[0]}
    for code in sorted(wanted - known):
        raise errors.NotFound(N_("Tidak ada calon nomor {code}."), code=code)
    return _taken_off(desk, race, lambda one: bool({one.code, ballot.party_of(one.code)} & wanted))


def remove_records(desk: Desk, race: str, numbers: Sequence[int]) -> int:
    """The same by their records, where several hold one number."""
    with desk.reading() as connection:
        held = candidate_drafts.in_reach(desk, connection, race)[0]
    parties = {one.code for one in held if one.record in numbers and one.kind is Kind.PARTY}
    return _taken_off(desk, race, lambda one: one.record in numbers or ballot.party_of(one.code) in parties)


def _taken_off(desk: Desk, race: str, chosen: Callable[[Candidate], bool]) -> int:
    gone: list[Candidate] = []

    def work(draft: candidate_drafts.Draft) -> None:
        gone.extend(one for one in draft.held if chosen(one))
        for one in gone:
            draft.take_off(one)

    candidate_drafts.altered(desk, race, N_("Calon dihapus"), work)
    return len(gone)


def _event(desk: Desk, region: str) -> election_rules.Event:
    return elections.event_at(desk, region) if region else elections.working_event(desk)
