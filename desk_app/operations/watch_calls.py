# SPDX-License-Identifier: Apache-2.0
"""Belum lapor: which regions owe a figure of Lembar Pantau, and whom the posko calls there.

Phones are the office's own and stand on no paper for others (`team_phones`, `contacts`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk_app.data import account_list
from desk_app.domain import places, teams, watch
from desk_app.operations import contacts, team_phones, watch_reports, watch_sheet
from desk_app.operations import teams as team_register
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to call: what he is ("Tim VIII, Camat Tempe"), his name, his phone ("" where none is kept)."""

    role: str
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A region that owes its figure: `known` of `stations` TPS are in; `last` is its last report, a minute."""

    code: str
    name: str
    stations: int
    known: int
    last: int | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class CallList:
    """Who is waited for in a column; `is_due`: its hour and the delay are over."""

    column: watch.Column
    is_due: bool
    calls: tuple[Call, ...]


def call_list(desk: Desk, at: int, found: watch_sheet.Sheet | None = None) -> CallList:
    """The regions directly below the office that owe column `at`, those with people to call first named whole."""
    sheet = found if found is not None else watch_sheet.sheet(desk)
    column = sheet.columns[at]
    owing = [row for row in sheet.rows if row.depth == 0 and _owes(row.cells[at])]
    people = _people(desk, {row.code: row.name for row in owing})
    calls = tuple(
        Call(row.code, row.name, row.stations, row.cells[at].covered, _last(row, at), people[row.code]) for row in owing
    )
    return CallList(column, sheet.now > column.minute + sheet.late, calls)


def silent_now(desk: Desk) -> CallList | None:
    """Who is silent past the hour that came last; None on other days than voting day, and when nobody is."""
    now = (desk.now() - watch_reports.start_of(desk)) // 60
    rules = watch_reports.rules(desk)
    due = [at for at, column in enumerate(rules.columns) if column.minute + rules.late < now < watch.END]
    if not due:
        return None
    found = call_list(desk, due[-1])
    return found if found.calls else None


def _owes(cell: watch_sheet.Cell) -> bool:
    return cell.places > 0 and (cell.value is None or cell.is_partial)


def _last(row: watch_sheet.Row, at: int) -> int | None:
    """When the region itself was last heard of, up to this column."""
    heard = [cell.minute for cell in row.cells[: at + 1] if cell.minute is not None]
    return max(heard, default=None)


def _people(desk: Desk, codes: Mapping[str, str]) -> dict[str, tuple[Person, ...]]:
    """Team members who cover a region (code → name), the operators of its office and its contacts.

    Those with a phone come first, then those whose office bears its name ("Camat Belawa").
    """
    if not codes:
        return {}
    known = team_register.teams(desk)
    phones = team_phones.phones(desk)
    found: dict[str, list[Person]] = {code: [] for code in codes}
    for code, people in found.items():
        district = places.district_of(code)
        for team in known:
            if district in team.districts or any(places.is_within(one, code) for one in team.districts):
                label = f"Tim {teams.roman(team.number)}"
                people += [
                    Person(
                        f"{label}, {one.office}" if one.person and one.office else label,
                        one.name,
                        phones[one.no].number if one.no in phones else "",
                    )
                    for one in team.members
                    if not one.replaced
                ]
    with desk.reading() as connection:
        for code, people in found.items():
            people += [Person("Operator", name) for name in account_list.names_at(connection, code)]
    for one in contacts.rows(desk):
        for code in codes:
            if one.place and places.is_within(one.place, code):
                role = ", ".join(part for part in (one.unit, one.office) if part)
                found[code].append(Person(role, one.person or one.unit, one.phone or one.other_phone))
    return {code: tuple(sorted(people, key=_nearest(codes[code]))) for code, people in found.items()}


def _nearest(name: str) -> Callable[[Person], tuple[bool, bool]]:
    wanted = name.casefold()
    return lambda one: (not one.phone, wanted not in f"{one.role} {one.name}".casefold())
