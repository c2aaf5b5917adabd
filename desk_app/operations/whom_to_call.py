# SPDX-License-Identifier: Apache-2.0
"""Whom the posko calls about a region: its team, the operators of its office, its contacts; who is called first first.

Phones are the office's own: they stand in the window and on the call list for the posko, on no paper that is signed and
in no message (`team_phones`, `contacts`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk_app.data import account_list
from desk_app.domain import places, teams
from desk_app.operations import contacts, team_phones
from desk_app.operations import teams as team_register
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to call: what he is ("Tim VIII, Camat Tempe"), his name, his phone ("" where none is kept)."""

    role: str
    name: str
    phone: str = ""


def people(desk: Desk, codes: Mapping[str, str]) -> dict[str, tuple[Person, ...]]:
    """Team members who cover each region (code → name), the operators of its office and its contacts.

    Those with a phone come first, of them those whose office bears the region's name ("Camat Belawa"). Where nobody of
    a region can be called, contacts of the regions above it follow, the nearest first.
    """
    if not codes:
        return {}
    phones = {no: one.number for no, one in team_phones.phones(desk).items()}
    found: dict[str, list[Person]] = {code: [] for code in codes}
    known = team_register.teams(desk)
    for code, listed in found.items():
        district = places.district_of(code)
        for team in known:
            if district in team.districts or any(places.is_within(one, code) for one in team.districts):
                label = f"Tim {teams.roman(team.number)}"
                listed += [
                    Person(
                        f"{label}, {one.office}" if one.person and one.office else label,
                        one.name,
                        phones.get(one.no, ""),
                    )
                    for one in team.members
                    if not one.replaced
                ]
    with desk.reading() as connection:
        for code, listed in found.items():
            listed += [Person("Operator", name) for name in account_list.names_at(connection, code)]
    written = contacts.rows(desk)
    for code, listed in found.items():
        own = [one for one in contacts.nearest(written, code) if one.place and places.is_within(one.place, code)]
        listed += [_contact(one, phones) for one in own]
        listed.sort(key=_nearest(codes[code]))
        if not any(one.phone for one in listed):
            above = [one for one in contacts.nearest(written, code) if one.place and one not in own]
            listed[:0] = [told for one in above if (told := _contact(one, phones)).phone]
    return {code: tuple(listed) for code, listed in found.items()}


def _contact(one: contacts.Contact, phones: Mapping[int, str]) -> Person:
    """Called by name, else by office, else by what he works for; the rest of it tells what he is."""
    *role, name = [part for part in (one.unit, one.office, one.person) if part] or [""]
    return Person(", ".join(role) or name, name, one.phone or one.other_phone or phones.get(one.no, ""))


def _nearest(name: str) -> Callable[[Person], tuple[bool, bool]]:
    wanted = name.casefold()
    return lambda one: (not one.phone, wanted not in f"{one.role} {one.name}".casefold())
