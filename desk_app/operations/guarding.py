# SPDX-License-Identifier: Apache-2.0
"""Who guards the TPS: the pattern of each class, TPS with one of their own, personnel needed and at hand by region.

The patterns are the office's, for each election; the program brings none (`domain.guarding.EXAMPLE` is offered only).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.data import arrivals, place_names, risk_list, unit_of_work
from desk_app.data import settings as kept_settings
from desk_app.domain import errors, guarding, places, records, risk, words
from desk_app.operations import overview, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Guarded = risk_list.Guarded


@dataclass(frozen=True, slots=True)
class GuardLine:
    """The TPS of one region. `*_at_hand` None: not known; `*_short` None with it; `without`: TPS that no pattern is
    known for, which are in no sum; `own`: TPS with a pattern of their own. `disputed`: patterns and figures that are
    in no sum, since offices differ about them, and classes of TPS that they differ about."""

    code: str
    name: str
    label: str
    stations: int
    without: int
    own: int
    police: int
    police_at_hand: int | None
    police_short: int | None
    linmas: int
    linmas_at_hand: int | None
    linmas_short: int | None
    source: str
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class GuardTable:
    """By region below an area, and the sum. What is at hand in the area itself counts in the sum only."""

    heading: str
    rows: tuple[GuardLine, ...]
    total: GuardLine
    patterns: Mapping[risk.RiskClass, guarding.Pattern]
    seen: int
    """How far it was read (for `set_at_hand`)."""


def patterns(desk: Desk) -> dict[risk.RiskClass, guarding.Pattern]:
    """The pattern of each class for the election worked on, of those that the office has written."""
    with desk.reading() as connection:
        written = kept_settings.values(connection, desk.identity.place)
    found = {}
    for one in risk.RiskClass:
        made = guarding.parse(written.get(_name(desk, one), ""))
        if made is not None:
            found[one] = made
    return found


def set_patterns(desk: Desk, typed: Mapping[risk.RiskClass, str]) -> None:
    """Write the patterns of classes ("2-4-6"; empty: none). One undo. Raises Refused and writes none then."""
    read = {one: guarding.parse(text) for one, text in typed.items()}
    place = desk.identity.place

    def work(unit: unit_of_work.Unit) -> None:
        for one, made in read.items():
            unit.put(records.SETTING, (place, _name(desk, one)), {"value": str(made) if made else ""})

    transact(desk, N_("Pola pengamanan"), work)


def of_station(desk: Desk, subject: str) -> Guarded | None:
    """What is kept of one TPS's own pattern."""
    place = _station(desk, subject)
    with desk.reading() as connection:
        found = risk_list.guarded(connection, settings.event_code(desk), place.code)
    return next((one for one in found if one.subject == place.subject), None)


def set_station(
    desk: Desk, subject: str, typed: str, source: str = "", note: str = "", *, seen: int | None = None
) -> None:
    """Give one TPS a pattern of its own, or take it away again (empty). Raises Refused."""
    place = _station(desk, subject)
    territory.require_own(desk, subject)
    made = guarding.parse(typed)
    key = (settings.event_code(desk), place.subject)
    values: dict[str, object] = {
        "police": made.police if made else None,
        "stations": made.stations if made else None,
        "linmas": made.linmas if made else None,
        "source": source,
        "note": note,
    }
    transact(desk, N_("Pengamanan TPS"), lambda unit: unit.put(records.DEPLOYMENT, key, values, seen=seen))


def set_at_hand(
    desk: Desk, region: str, police: int | None, linmas: int | None, source: str = "", *, seen: int | None = None
) -> None:
    """Say how many Polri and Linmas there are in a region (in the office's own: its reserve). Raises Refused."""
    place = territory.require_own(desk, region)
    if place.kind is not None:
        raise errors.Refused(N_("Personel yang ada dicatat per wilayah, bukan per TPS."))
    key = (settings.event_code(desk), place.code)
    values = {"police": police, "linmas": linmas, "source": source}
    transact(desk, N_("Personel pengamanan"), lambda unit: unit.put(records.DEPLOYMENT, key, values, seen=seen))


def table(desk: Desk, area: str = "") -> GuardTable:
    """Personnel needed by pattern and class, beside what is at hand, by the regions below an area."""
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    width, level = overview.BELOW[places.level_of(whole)]
    by_class = {one.value: made for one, made in patterns(desk).items()}
    sums: dict[str, guarding.Sum] = {}
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        kept = {one.subject: one for one in risk_list.guarded(connection, event, whole)}
        odd = {subject for subject, one in kept.items() if one.disputed}
        own = {
            subject: made
            for subject, one in kept.items()
            if subject not in odd and (made := _pattern(one)) is not None
        }
        in_villages = {subject[:13] for subject in own.keys() | odd}
        own_count: dict[str, int] = {}
        differing = risk_list.guards_disputed(connection, event, whole, width)
        for village, number, code in risk_list.classes(connection, event, whole):
            made = by_class.get(code)
            part = village[:width]
            if code == risk_list.DISPUTED:
                differing[part] = differing.get(part, 0) + 1
            if village in in_villages:
                subject = places.station_subject(village, number)
                special = own.get(subject)
                made = None if subject in odd else special or made
                own_count[part] = own_count.get(part, 0) + (special is not None)
            sums.setdefault(part, guarding.Sum()).add(made)
        below = {one.code: one for one in place_names.below(connection, event, whole, level)}
        below |= place_names.named(connection, event, sums.keys() - below.keys())
    lines = tuple(
        _line(one, sums.get(code) or guarding.Sum(), own_count.get(code, 0), kept.get(code), differing.get(code, 0))
        for code, one in sorted(below.items())
    )
    reserve = kept.get(whole) if whole not in below else None
    total = _total(whole, lines, reserve, sum(differing.values()))
    return GuardTable(overview.heading(whole, level), lines, total, patterns(desk), seen)


def exceptions(desk: Desk, area: str = "") -> list[Guarded]:
    """The TPS of an area that have a pattern of their own, in order of place."""
    with desk.reading() as connection:
        found = risk_list.guarded(connection, settings.event_code(desk), area or desk.identity.place)
    return [one for one in found if _pattern(one) is not None and "-" in one.subject]


def at_hand(desk: Desk, area: str = "") -> dict[str, Guarded]:
    """What is kept of the personnel at hand, by region."""
    with desk.reading() as connection:
        found = risk_list.guarded(connection, settings.event_code(desk), area or desk.identity.place)
    return {one.subject: one for one in found if "-" not in one.subject}


def _line(
    region: place_names.Named, held: guarding.Sum, own: int, kept: Guarded | None, disputed: int
) -> GuardLine:
    police, linmas = _counted(kept)
    return GuardLine(
        code=region.code,
        name=region.name,
        label=region.label,
        stations=held.stations,
        without=held.without,
        own=own,
        police=held.needed.police,
        police_at_hand=police,
        police_short=guarding.shortfall(held.needed.police, police),
        linmas=held.needed.linmas,
        linmas_at_hand=linmas,
        linmas_short=guarding.shortfall(held.needed.linmas, linmas),
        source=kept.source if kept is not None else "",
        disputed=disputed,
    )


def _total(whole: str, lines: tuple[GuardLine, ...], reserve: Guarded | None, disputed: int) -> GuardLine:
    police_reserve, linmas_reserve = _counted(reserve)
    police = _known([line.police_at_hand for line in lines], police_reserve)
    linmas = _known([line.linmas_at_hand for line in lines], linmas_reserve)
    need = guarding.total(guarding.Needed(line.police, line.linmas) for line in lines)
    return GuardLine(
        code=whole,
        name="Jumlah",
        label="Jumlah",
        stations=sum(line.stations for line in lines),
        without=sum(line.without for line in lines),
        own=sum(line.own for line in lines),
        police=need.police,
        police_at_hand=police,
        police_short=_short(need.police, police, [line.police_at_hand for line in lines if line.stations]),
        linmas=need.linmas,
        linmas_at_hand=linmas,
        linmas_short=_short(need.linmas, linmas, [line.linmas_at_hand for line in lines if line.stations]),
        source=reserve.source if reserve else "",
        disputed=disputed,
    )


def _counted(kept: Guarded | None) -> tuple[int | None, int | None]:
    """Polri and Linmas at hand as a sum takes them: not known while offices differ."""
    return (None, None) if kept is None or kept.disputed else (kept.police, kept.linmas)


def _short(needed: int, at_hand: int | None, parts: list[int | None]) -> int | None:
    """Who is missing in all, known only when each region with TPS has said how many it has."""
    return guarding.shortfall(needed, at_hand) if None not in parts else None


def _known(parts: list[int | None], reserve: int | None) -> int | None:
    """The sum of what is known, None while nothing is."""
    told = [one for one in [*parts, reserve] if one is not None]
    return sum(told) if told else None


def _pattern(kept: Guarded) -> guarding.Pattern | None:
    if kept.stations is None or kept.stations < 1:
        return None
    return guarding.Pattern(kept.police or 0, kept.stations, kept.linmas or 0)


def _station(desk: Desk, subject: str) -> places.Place:
    place = places.parse(subject)
    if place.kind is not places.Kind.TPS:
        raise errors.Refused(N_("“{text}” bukan TPS."), text=subject)
    return place


def _name(desk: Desk, one: risk.RiskClass) -> str:
    return f"guard:{settings.event_code(desk)}:{one.value}"
