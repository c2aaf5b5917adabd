# SPDX-License-Identifier: Apache-2.0
"""Data of surat tugas: for a member, a team or all; who is ordered, and who is asked of his own chief.

The Bupati cannot order people of Polri, TNI, Kejaksaan or KPU: for them a *surat permohonan personel* is written
(`domain.md §11`). A letter is of a day (`on`: who serves on it) and of a transaction (`known`: what the office knew
after it): with both, it is the same for ever, whoever was replaced or renamed since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desk_app.data import arrivals, letter_rows, place_names
from desk_app.domain import errors, people, regions, words
from desk_app.domain import teams as rules
from desk_app.operations import (
    activity_people,
    activity_register,
    days,
    offices,
    printing_office,
    settings,
    team_decrees,
)
from desk_app.operations.desk import Desk
from desk_app.reports import words as paper_words

N_ = words.N_


class LetterKind(StrEnum):
    """Whether people are ordered, or asked of the chief whom they serve."""

    ORDER = "surat_tugas"
    REQUEST = "permohonan_personel"


@dataclass(frozen=True, slots=True)
class Person:
    """Who is sent. `number` is whole, with its label ("NIP. …", "NRP …", "NI PPPK …"); `rank` as a letter writes it.

    `period_from`, `period_to`: his own days in the team (ISO, "": not said).
    """

    no: int
    order: int
    name: str
    rank: str
    number: str
    office: str
    unit: str
    role: str
    service: people.Service
    period_from: str
    period_to: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A decree that a letter names."""

    no: int
    title: str
    number: str
    date: str
    subject: str


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan for which the people are sent."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `addressee`: of a request, the chief of the unit. `group`: "Tim VIII", the name of a section, or
    "Pimpinan desk"; `record`: the team or section, 0 for the head. `basis_words`: the decrees as a letter says them.

    `period_from`, `period_to`: of the assignment (ISO, "": not said); `purposes`: what they are sent for.
    """

    kind: LetterKind
    addressee: str
    group: str
    record: int
    persons: tuple[Person, ...]
    basis: tuple[Basis, ...]
    basis_words: str
    districts: tuple[District, ...]
    period_from: str
    period_to: str
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a day as the office knew it after a transaction; both make them again as they were."""

    on: str
    known: int
    letters: tuple[Letter, ...]

    @property
    def orders(self) -> tuple[Letter, ...]:
        return tuple(one for one in self.letters if one.kind is LetterKind.ORDER)

    @property
    def requests(self) -> tuple[Letter, ...]:
        return tuple(one for one in self.letters if one.kind is LetterKind.REQUEST)


def for_all(desk: Desk, *, on: str = "", known: int | None = None) -> Letters:
    """The letters of the head, of every section and of every team; who has a political office is sent by none."""
    gathered = _Gathered(desk, on, known)
    groups = (None, *gathered.held.sections, *gathered.held.teams)
    letters = [letter for group in groups for letter in gathered.letters(group)]
    return Letters(gathered.on, gathered.known, tuple(letters))


def for_team(desk: Desk, team: int, *, on: str = "", known: int | None = None) -> Letters:
    """The letters of one team (its record). Raises NotFound."""
    gathered = _Gathered(desk, on, known)
    group = next((one for one in gathered.held.teams if one.no == team), None)
    if group is None:
        raise errors.NotFound(N_("Tim itu tidak ada."))
    return Letters(gathered.on, gathered.known, tuple(gathered.letters(group)))


def for_member(desk: Desk, member: int, *, on: str = "", known: int | None = None) -> Letters:
    """The letter of one member (his record) alone, also of one who serves no longer. Raises NotFound.

    His `order` is that among all who are or were in his group: it stays his.
    """
    gathered = _Gathered(desk, on, known)
    found = next((one for one in gathered.held.members if one.no == member), None)
    if found is None:
        raise errors.NotFound(N_("Anggota itu tidak ada."))
    groups = {one.no: one for one in (*gathered.held.teams, *gathered.held.sections)}
    group = groups.get(found.team or found.section)
    order = gathered.order(group, found)
    letters = [
        replace(letter, persons=tuple(replace(one, order=order) for one in letter.persons))
        for letter in gathered.of(group, [found])
    ]
    return Letters(gathered.on, gathered.known, tuple(letters))


def of_record(desk: Desk, record: int, *, on: str = "", known: int | None = None) -> Letters:
    """The letters of what a record is: a member, a team, a section, an activity; 0: of all. Raises NotFound."""
    if not record:
        return for_all(desk, on=on, known=known)
    gathered = _Gathered(desk, on, known)
    for group in (*gathered.held.teams, *gathered.held.sections):
        if group.no == record:
            return Letters(gathered.on, gathered.known, tuple(gathered.letters(group)))
    if any(one.no == record for one in gathered.held.members):
        return for_member(desk, record, on=on, known=known)
    return for_activity(desk, record, on=on, known=known)


def for_activity(desk: Desk, activity: int, *, on: str = "", known: int | None = None) -> Letters:
    """The letters of those who are sent to an activity, or of its team where nobody is named. Raises NotFound."""
    told = activity_register.assignment(desk, activity)
    gathered = _Gathered(desk, on or told.day, known)
    members = {one.no: one for one in gathered.held.members}
    sent = [members.get(one.member) or _guest(one) for one in told.people]
    if not sent:
        sent = [members[one.no] for one in told.members if one.no in members]
    letters = [
        replace(
            letter,
            group=told.purpose,
            record=activity,
            districts=(),
            period_from=told.from_day,
            period_to=told.to_day or told.from_day,
            purposes=(),
        )
        for letter in gathered.of(None, sent)
    ]
    return Letters(gathered.on, gathered.known, tuple(letters))


class _Gathered:
    """What is held of a day after a transaction, and the letters made from it."""

    def __init__(self, desk: Desk, on: str, known: int | None) -> None:
        self.on = on or days.today(desk).isoformat()
        event = settings.event_code(desk)
        with desk.reading() as connection:
            self.known = arrivals.latest(connection) if known is None else known
            self.held = letter_rows.read(connection, event, known)
            codes = {code for team in self.held.teams for code in team.districts}
            names = place_names.named(connection, event, codes)
        self._names = {code: named.name for code, named in names.items()}
        self._issuer = printing_office.names(desk).head

    def letters(self, group: letter_rows.Group | None) -> list[Letter]:
        """The letters of a team, of a section, or of the head (None)."""
        day = self._day(group)
        return self.of(group, [one for one in self._of_group(group) if _serves(one, day)])

    def of(self, group: letter_rows.Group | None, members: Sequence[letter_rows.Person]) -> list[Letter]:
        """Members of a group, those who are ordered in one letter, each unit of the others in one request."""
        sent = [one for one in members if not people.is_political(one.office)]
        ordered = [one for one in sent if people.is_ordered_here(_service(one))]
        made = [self._letter(group, LetterKind.ORDER, "", ordered)] if ordered else []
        asked: dict[str, list[letter_rows.Person]] = {}
        for one in sent:
            if not people.is_ordered_here(_service(one)):
                asked.setdefault(people.chief_of(one.unit or one.office), []).append(one)
        made += [self._letter(group, LetterKind.REQUEST, chief, persons) for chief, persons in asked.items()]
        return made

    def order(self, group: letter_rows.Group | None, member: letter_rows.Person) -> int:
        """The place of a member among all that his group holds, from 1."""
        return [one.no for one in self._of_group(group)].index(member.no) + 1

    def _letter(
        self, group: letter_rows.Group | None, kind: LetterKind, chief: str, members: Sequence[letter_rows.Person]
    ) -> Letter:
        decrees = team_decrees.basis(self.held.decrees, group.decree if group is not None else 0, self.on)
        whole = team_decrees.of_decrees(self.held.decrees)
        chain = next((one for one in whole if decrees and one.decree.no == decrees[0].no), None)
        own_from = group.period_from if group is not None else ""
        own_to = group.period_to if group is not None else ""
        return Letter(
            kind=kind,
            addressee=chief,
            group=_label(group),
            record=group.no if group is not None else 0,
            persons=tuple(_person(one, order) for order, one in enumerate(members, 1)),
            basis=tuple(
                Basis(one.no, f"Keputusan {one.issuer or self._issuer}", one.number, one.date, one.subject)
                for one in decrees
            ),
            basis_words=team_decrees.sentence(decrees, self._issuer, paper_words.BLANK_NUMBER),
            districts=tuple(District(code, self._name(code)) for code in (group.districts if group else ())),
            period_from=own_from or (chain.period_from if chain is not None else ""),
            period_to=own_to or (chain.period_to if chain is not None else ""),
            purposes=rules.purposes(group.duty) if group is not None else (),
        )

    def _day(self, group: letter_rows.Group | None) -> str:
        """On which day its people are looked at: one that is called ahead is written for its first day."""
        return max(self.on, group.period_from) if group is not None and group.period_from else self.on

    def _of_group(self, group: letter_rows.Group | None) -> Iterable[letter_rows.Person]:
        wanted = group.no if group is not None else 0
        return (one for one in self.held.members if (one.team or one.section) == wanted)

    def _name(self, code: str) -> str:
        name = self._names.get(code, code)
        if name != code:
            return name
        try:
            return regions.find(offices.region_index(), code).name
        except errors.NotFound:
            return code


def _serves(one: letter_rows.Person, day: str) -> bool:
    begun = not one.period_from or one.period_from <= day
    return begun and (not one.replaced_on or day < one.replaced_on) and (not one.period_to or day <= one.period_to)


def _guest(one: activity_people.Person) -> letter_rows.Person:
    """Somebody who goes along and is no member of the desk."""
    return letter_rows.Person(
        no=0,
        team=0,
        section=0,
        office=one.office,
        person=one.name,
        role="",
        rank="",
        number="",
        unit=one.unit,
        position=0,
        period_from="",
        period_to="",
        replaced_on="",
        service="",
    )


def _service(one: letter_rows.Person) -> people.Service:
    return people.service_of(one.service, one.unit, one.office)


def _person(one: letter_rows.Person, order: int) -> Person:
    service = _service(one)
    return Person(
        no=one.no,
        order=order,
        name=one.person,
        rank=people.rank_text(one.rank),
        number=people.labelled_number(one.number, service),
        office=one.office,
        unit=one.unit,
        role=one.role,
        service=service,
        period_from=one.period_from,
        period_to=one.period_to,
    )


def _label(group: letter_rows.Group | None) -> str:
    if group is None:
        return "Pimpinan desk"
    return f"Tim {rules.roman(group.number)}" if group.number else group.name
