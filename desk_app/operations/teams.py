# SPDX-License-Identifier: Apache-2.0
"""Tim & penugasan: decrees, sections, teams with Roman numbers, members in protocol order, districts, the matrix.

Who comes in whose place: `team_changes`. The roster of the posko: `team_roster`. What cannot be so: `team_clashes`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import arrivals, duplicates, place_names, team_list, unit_of_work
from desk_app.domain import errors, people, records, words
from desk_app.domain import teams as rules
from desk_app.operations import areas, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Decree = team_list.Decree
Section = team_list.Section
Member = team_list.Member
Team = team_list.Team

DECREE_FIELDS = ("number", "date", "subject", "period_from", "period_to", "amends", "issuer")
SECTION_FIELDS = ("name", "position", "decree", "kind")
TEAM_FIELDS = ("number", "name", "section", "decree", "period_from", "period_to", "duty")
MEMBER_FIELDS = (
    "team", "section", "office", "person", "role", "rank", "nip", "unit", "position", "period_from", "period_to",
    "service", "decree",
)

_STEP = 10
_WHAT = N_("Tim dan penugasan")


@dataclass(frozen=True, slots=True)
class Structure:
    """Everything about the desk's people. `head`: members of no team and no section (Pembina … Sekretaris).

    `seen`: what a save from a form with these values tells that it had seen.
    """

    decrees: tuple[Decree, ...]
    sections: tuple[Section, ...]
    teams: tuple[Team, ...]
    members: tuple[Member, ...]
    seen: int | None = field(default=None, compare=False)

    @property
    def head(self) -> tuple[Member, ...]:
        return tuple(one for one in self.members if not one.team and not one.section and not one.replaced)

    def of_section(self, section: int) -> tuple[Member, ...]:
        """The members of a section that are in no team."""
        return tuple(
            one for one in self.members if one.section == section and not one.team and not one.replaced
        )


@dataclass(frozen=True, slots=True)
class DistrictTeams:
    """One row of the matrix: a kecamatan and the record numbers of its teams, by the teams' order."""

    code: str
    name: str
    teams: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Kecamatan × team (at a province kabupaten). `holes`: those of no team, `doubles`: of more than one (codes).

    `heading`: what they are called.
    """

    teams: tuple[Team, ...]
    rows: tuple[DistrictTeams, ...]
    holes: tuple[str, ...]
    doubles: tuple[str, ...]
    heading: str = "Kecamatan"


def structure(desk: Desk) -> Structure:
    """Decrees, sections, teams and members, each in the order of the office."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        return Structure(
            decrees=tuple(team_list.decrees(connection, event)),
            sections=tuple(team_list.sections(connection, event)),
            teams=tuple(team_list.all_teams(connection, event)),
            members=tuple(team_list.all_members(connection, event)),
            seen=arrivals.latest(connection),
        )


def teams(desk: Desk) -> list[Team]:
    """Every team with members and districts, by number."""
    with desk.reading() as connection:
        return team_list.all_teams(connection, settings.event_code(desk))


def team(desk: Desk, no: int) -> Team:
    """One team by its record. Raises NotFound."""
    for one in teams(desk):
        if one.no == no:
            return one
    raise errors.NotFound(N_("Tim itu tidak ada."))


def team_numbered(desk: Desk, text: str) -> Team:
    """One team as it is named: "VIII", "Tim 8". Raises NotFound."""
    number = rules.parse_number(text)
    known = teams(desk)
    named = [one for one in known if one.number == number] or [one for one in known if number in one.former]
    if not named:
        raise errors.NotFound(N_("Tim {number} tidak ada."), number=rules.roman(number))
    return named[0]


def member_named(desk: Desk, text: str) -> Member:
    """One member of today by his record's number, or by words of his name and office. Raises NotFound and Refused."""
    members = [one for one in structure(desk).members if not one.replaced]
    wanted = text.casefold().split()
    found = [one for one in members if text == str(one.no)] or [
        one for one in members if all(word in f"{one.person} {one.office}".casefold() for word in wanted)
    ]
    if not found or not wanted:
        raise errors.NotFound(N_("Tidak ada anggota “{text}”."), text=text)
    exact = [one for one in found if text.casefold() in (one.person.casefold(), one.office.casefold())]
    if len(found) > 1 and len(exact) != 1:
        names = "; ".join(" · ".join(part for part in (one.person, one.office) if part) for one in found[:5])
        raise errors.Refused(N_("“{text}” dapat berarti: {names}. Tulis lebih lengkap."), text=text, names=names)
    return exact[0] if len(found) > 1 else found[0]


def matrix(desk: Desk) -> Matrix:
    """Which team covers which kecamatan, with holes and doubles."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        held = team_list.all_teams(connection, event)
        districts = place_names.below(connection, event, desk.identity.place, areas.covered_level(desk))
    codes = [district.code for district in districts]
    found = rules.coverage(codes, {one.no: one.districts for one in held})
    rows = tuple(
        DistrictTeams(
            district.code, district.name, tuple(one.no for one in held if district.code in one.districts)
        )
        for district in districts
    )
    return Matrix(tuple(held), rows, found.holes, found.doubles, areas.covered_word(desk))


def new_decree(desk: Desk, **values: Any) -> int:
    """Write a decree down (`DECREE_FIELDS`; dates as ISO text)."""
    return _create(desk, records.DECREE, N_("Surat keputusan baru"), DECREE_FIELDS, values)


def edit_decree(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `DECREE_FIELDS`; no decree amends itself, nor one that amends it."""
    if values.get("amends"):
        above = {one.no: one.amends for one in structure(desk).decrees}
        at, passed = int(values["amends"]), {no}
        while at and at not in passed:
            passed.add(at)
            at = above.get(at, 0)
        if at == no:
            raise errors.Refused(N_("SK tidak dapat mengubah dirinya sendiri. Pilih SK yang diubahnya."))
    return _edit(desk, records.DECREE, no, N_("Surat keputusan"), DECREE_FIELDS, values, seen)


def take_decree_out(desk: Desk, no: int) -> None:
    """Delete a decree; who calls has seen that nothing stands on it."""
    territory.require_master(desk, _WHAT)
    transact(desk, N_("Surat keputusan dihapus"), lambda unit: unit.delete(records.DECREE, no))


def new_section(desk: Desk, name: str, **values: Any) -> int:
    """Add a section (bidang) at the end of the order, unless `position` says otherwise."""
    with desk.reading() as connection:
        known = team_list.sections(connection, settings.event_code(desk))
    last = max((one.position for one in known), default=0)
    told = {"position": last + _STEP} | values | {"name": name}
    return _create(desk, records.SECTION, N_("Bidang baru"), SECTION_FIELDS, told)


def edit_section(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    return _edit(desk, records.SECTION, no, N_("Bidang"), SECTION_FIELDS, values, seen)


def new_team(
    desk: Desk, number: int | str | None = None, districts: Sequence[str] = (), **values: Any
) -> int:
    """Add a team: its number ("VIII", 8; None: the next one) and the kecamatan it covers. Raises Refused."""
    territory.require_master(desk, _WHAT)
    known = teams(desk)
    chosen = rules.parse_number(str(number)) if number is not None else 1 + max(
        (one.number for one in known), default=0
    )
    if any(one.number == chosen for one in known):
        raise errors.Refused(N_("Tim {number} sudah ada."), number=rules.roman(chosen))
    codes = [_district(desk, code) for code in districts]
    told = _named(TEAM_FIELDS, values) | {"event": settings.event_code(desk), "number": chosen}

    def work(unit: unit_of_work.Unit) -> int:
        no = unit.create(records.TEAM, told)
        for code in dict.fromkeys(codes):
            unit.create(records.TEAM_DISTRICT, {"team": no, "district": code})
        return no

    return transact(desk, N_("Tim baru"), work)


def edit_team(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `TEAM_FIELDS`; another team's number is refused."""
    if values.get("number") is not None:
        values["number"] = rules.parse_number(str(values["number"]))
        if any(one.number == values["number"] and one.no != no for one in teams(desk)):
            raise errors.Refused(N_("Tim {number} sudah ada."), number=rules.roman(values["number"]))
    return _edit(desk, records.TEAM, no, N_("Tim"), TEAM_FIELDS, values, seen)


def set_districts(desk: Desk, team_no: int, districts: Sequence[str]) -> None:
    """Say which kecamatan a team covers, all of them at once; undone as one."""
    territory.require_master(desk, _WHAT)
    wanted = {_district(desk, code) for code in districts}

    def work(unit: unit_of_work.Unit) -> None:
        known = team_list.district_records(unit.connection, team_no)
        for code in sorted(wanted | known.keys()):
            held = known.get(code, [])
            living = [no for no, alive in held if alive]
            if code not in wanted:
                for no in living:
                    unit.delete(records.TEAM_DISTRICT, no)
            elif not living and held:
                unit.undelete(records.TEAM_DISTRICT, held[0][0])
            elif not living:
                unit.create(records.TEAM_DISTRICT, {"team": team_no, "district": code})

    transact(desk, N_("Wilayah tugas tim"), work)


def set_covered(desk: Desk, team_no: int, district: str, covered: bool) -> None:
    """One tick in the matrix."""
    held = set(team(desk, team_no).districts)
    set_districts(desk, team_no, sorted(held | {district} if covered else held - {district}))


def delete_team(desk: Desk, no: int) -> None:
    """Dissolve a team: its members and districts with it, undone as one."""
    territory.require_master(desk, _WHAT)
    held = team(desk, no)

    def work(unit: unit_of_work.Unit) -> None:
        for one in (no, *duplicates.merged_with(unit.connection, no)):
            unit.delete(records.TEAM, one)  # first: a transaction is named after its first record
        for member in held.present:
            unit.delete(records.MEMBER, member.no)
        for found in team_list.district_records(unit.connection, no).values():
            for record, alive in found:
                if alive:
                    unit.delete(records.TEAM_DISTRICT, record)

    transact(desk, N_("Tim dihapus"), work)


def new_member(desk: Desk, office: str, role: str = "Anggota", **values: Any) -> int:
    """Add a member by office; without `position` he stands where protocol puts his role, behind his equals."""
    told = values | {"office": office, "role": role}
    _check_service(values)
    if not office.strip() and not str(values.get("person") or "").strip():
        raise errors.Refused(N_("Isi jabatan anggota tim."))
    if told.get("position") is None:
        told["position"] = _position(desk, role, told.get("team") or 0, told.get("section") or 0)
    return _create(desk, records.MEMBER, N_("Anggota tim baru"), MEMBER_FIELDS, told)


def edit_member(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `MEMBER_FIELDS`. `seen`: as the form was filled (`Structure.seen`); what came in since is not
    replaced but stands beside.
    """
    _check_service(values)
    return _edit(desk, records.MEMBER, no, N_("Anggota tim"), MEMBER_FIELDS, values, seen)


def remove_member(desk: Desk, no: int) -> None:
    """Take a member out who was written down by mistake; who has served is ended (`team_changes.end_member`)."""
    territory.require_master(desk, _WHAT)
    transact(desk, N_("Anggota tim dikeluarkan"), lambda unit: unit.delete(records.MEMBER, no))


def order_members(desk: Desk, numbers: Sequence[int]) -> None:
    """Put members in the order given (dragged rows), undone as one."""
    territory.require_master(desk, _WHAT)

    def work(unit: unit_of_work.Unit) -> None:
        for place, no in enumerate(numbers, 1):
            unit.set(records.MEMBER, no, {"position": place * _STEP})

    transact(desk, N_("Urutan anggota"), work)


def member_number(desk: Desk, no: int) -> str:
    """The whole NIP or NRP of a member, for letters and for the form where it is typed; lists show it masked."""
    with desk.reading() as connection:
        return team_list.member_numbers(connection, [no]).get(no, "")


def check_member(values: dict[str, Any]) -> list[words.Phrase]:
    """What looks odd about a member; nothing of it keeps him from being saved."""
    return people.check_nip(str(values.get("nip") or ""))


def _position(desk: Desk, role: str, team_no: int, section: int) -> int:
    """Behind the last one whose role stands as high or higher, before the first who stands lower."""
    with desk.reading() as connection:
        members = team_list.all_members(connection, settings.event_code(desk))
    beside = [one for one in members if one.team == team_no and one.section == section and not one.replaced]
    rank = rules.position_rank(role)
    ahead = [one.position for one in beside if rules.position_rank(one.role) <= rank]
    behind = [one.position for one in beside if rules.position_rank(one.role) > rank]
    before = max(ahead, default=0)
    if behind and min(behind) > before + 1:
        return (before + min(behind)) // 2
    return before + 1 if behind else before + _STEP


def _check_service(values: dict[str, Any]) -> None:
    if values.get("service") and values["service"] not in set(people.Service):
        raise errors.Refused(N_("Status kepegawaian “{text}” tidak dikenal."), text=values["service"])


def _district(desk: Desk, code: str) -> str:
    place = territory.require_own(desk, code)
    if place.level is not areas.covered_level(desk) or place.kind is not None:
        raise errors.Refused(N_("“{text}” bukan {unit}."), text=code, unit=areas.covered_word(desk).lower())
    return place.code


def _named(fields: tuple[str, ...], values: dict[str, Any]) -> dict[str, Any]:
    for name in values:
        if name not in fields:
            raise ValueError(f"no such field: {name}")
    return dict(values)


def _create(
    desk: Desk, declared: records.RecordType, label: str, fields: tuple[str, ...], values: dict[str, Any]
) -> int:
    territory.require_master(desk, _WHAT)
    told = _named(fields, values) | {"event": settings.event_code(desk)}
    return transact(desk, label, lambda unit: unit.create(declared, told))


def _edit(
    desk: Desk,
    declared: records.RecordType,
    no: int,
    label: str,
    fields: tuple[str, ...],
    values: dict[str, Any],
    seen: int | None,
) -> bool:
    territory.require_master(desk, _WHAT)
    told = _named(fields, values)

    def work(unit: unit_of_work.Unit) -> bool:
        if told.keys() & {"period_from", "period_to"}:
            held = {**unit.values(declared, no), **told}
            if held["period_from"] and held["period_to"] and held["period_to"] < held["period_from"]:
                raise errors.Refused(N_("Tanggal akhir lebih awal daripada tanggal mulai."))
        return unit.set(declared, no, told, seen=seen)

    return transact(desk, label, work)
