# SPDX-License-Identifier: Apache-2.0
"""Which election the office works on, and the numbers of it that the kabupaten sets."""

from dataclasses import dataclass, replace
from datetime import date

from desk_app.data import masters, place_names, unit_of_work
from desk_app.domain import errors, places, records, words
from desk_app.domain.elections import Event
from desk_app.operations import elections, offices, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Choice:
    """An election that can be worked on. `prepared`: its regions are here already."""

    code: str
    name: str
    voting_day: date
    prepared: bool


def choices(desk: Desk) -> list[Choice]:
    """The elections of the program and those that the regency has made."""
    place = desk.identity.place
    with desk.reading() as connection:
        found = []
        for code in elections.codes(connection, place):
            event = elections.event(connection, code, place)
            own = place_names.named(connection, code, [place])[place]
            found.append(Choice(code, event.name, event.voting_day, own.name != place))
        return found


def may_edit(desk: Desk) -> bool:
    """Whether this office sets the numbers of its election (a kabupaten or kota does)."""
    return desk.identity.level == places.Level.REGENCY.value


def choose(desk: Desk, code: str) -> None:
    """Work on another election; an office that keeps master data gets its regions for it too. Raises Refused."""
    chosen = next((one for one in choices(desk) if one.code == code), None)
    if chosen is None:
        raise errors.NotFound(N_("Tidak ada pemilihan “{code}”."), code=code)
    place = desk.identity.place
    brings = not chosen.prepared and desk.identity.level != places.Level.DISTRICT.value

    def work(unit: unit_of_work.Unit) -> None:
        if brings:
            offices.write_master_data(unit, place, code, offices.region_index())
        settings.put(unit, place, "event", code)

    transact(desk, N_("Pemilihan"), work)


def make(desk: Desk, template: str, name: str, voting_day: date) -> str:
    """Make another election after one of the program's (a repeated vote, the next year's) and work on it.

    Returns its code. Raises Refused: only a kabupaten or kota makes elections, and each day has one of a kind.
    """
    territory.require_master(desk, N_("Pemilihan"))
    if not may_edit(desk):
        raise errors.NotPermitted(N_("Angka pemilihan diatur oleh kantor kabupaten/kota."))
    if not name.strip():
        raise errors.Refused(N_("Isi nama pemilihan."))
    base = elections.template(template)
    code = f"{base.kind.value}-{voting_day.isoformat()}"
    if any(one.code == code or (one.code == template and one.voting_day == voting_day) for one in choices(desk)):
        raise errors.Refused(N_("Pemilihan pada {day} sudah ada."), day=voting_day.strftime("%d-%m-%Y"))
    place = desk.identity.place
    index = offices.region_index()

    def work(unit: unit_of_work.Unit) -> None:
        own = replace(base, code=code, name=name.strip(), voting_day=voting_day)
        elections.write_election(unit, place, own, index.version, template)
        unit.finish()
        offices.write_master_data(unit, place, code, index)
        settings.put(unit, place, "event", code)

    transact(desk, N_("Pemilihan baru"), work)
    return code


def set_pairs(desk: Desk, race: str, count: int | None) -> None:
    """How many candidate pairs a race has (None: not known yet), for quantities that hang on them. Raises Refused."""
    territory.require_master(desk, N_("Pemilihan"))
    if not may_edit(desk):
        raise errors.NotPermitted(N_("Angka pemilihan diatur oleh kantor kabupaten/kota."))
    chosen = elections.working_event(desk)
    if race not in {one.code for one in chosen.races}:
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)
    if count is not None and not 1 <= count <= 999:
        raise errors.Refused(N_("Banyaknya pasangan calon 1 sampai 999."))
    known = {one.code: one.pairs for one in chosen.races} | {race: count}
    written = ",".join(f"{code}={pairs}" for code, pairs in known.items() if pairs is not None)
    place, version = desk.identity.place, offices.region_index().version

    def work(unit: unit_of_work.Unit) -> None:
        if unit.find(records.ELECTION, (place, chosen.code)) is None:
            elections.write_election(unit, place, chosen, version)
        unit.put(records.ELECTION, (place, chosen.code), {"pairs": written})

    transact(desk, N_("Banyaknya pasangan calon"), work)


def edit(
    desk: Desk,
    *,
    voting_day: date | None = None,
    most_voters: int | None = None,
    reserve: int | None = None,
) -> None:
    """Alter numbers of the election worked on (`reserve`: ballots a thousand voters). Raises Refused."""
    territory.require_master(desk, N_("Pemilihan"))
    if not may_edit(desk):
        raise errors.NotPermitted(N_("Angka pemilihan diatur oleh kantor kabupaten/kota."))
    before = elections.working_event(desk)
    after: Event = replace(
        before,
        voting_day=voting_day or before.voting_day,
        max_voters=before.max_voters if most_voters is None else most_voters,
        reserve_per_mille=before.reserve_per_mille if reserve is None else reserve,
    )
    if after.max_voters < 1:
        raise errors.Refused(N_("Pemilih per TPS paling sedikit 1."))
    with desk.reading() as connection:
        known = masters.election(connection, desk.identity.place, before.code)
    if known is None:
        version = offices.region_index().version

        def first(unit: unit_of_work.Unit) -> None:
            elections.write_election(unit, desk.identity.place, after, version)

        transact(desk, N_("Pemilihan"), first)
        return
    values = {
        "voting_day": after.voting_day.isoformat(),
        "most_voters": after.max_voters,
        "reserve": after.reserve_per_mille,
    }
    transact(
        desk,
        N_("Pemilihan"),
        lambda unit: unit.put(records.ELECTION, (desk.identity.place, before.code), values),
    )
