# SPDX-License-Identifier: Apache-2.0
"""The rules of the count of an election: what is copied, by how many people, from when to when, and who sees totals.

The kabupaten or kota writes them; its kecamatan receive them. What it has not written has a default.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk_app.data import candidate_list
from desk_app.domain import errors, hours, places, records, words, zones
from desk_app.operations import days, election_settings, elections, field_names, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

DENOMINATORS: dict[str, str] = {
    "dpt": N_("pemilih dalam DPT"),
    "semua": N_("pemilih dalam DPT, pindahan, dan tambahan"),
}
"""By what the users of the vote are divided for participation."""

FIELDS = ("second_entry", "opens", "closes", "lock", "brief", "districts_see", "races", "target", "denominator")

MOST_TARGET = 10_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds at a regency. `second_entry`: the races that a second person copies without seeing the first.

    `opens`, `closes`: moments in seconds UTC, None without a limit; `lock`: what is whole is not altered by who copied
    it; `brief`: only the sums of men and women are copied, and no voters with a disability; `districts_see`: a
    kecamatan sees the totals of its own area; `races`: those that are copied; `target`: participation in hundredths of
    a per cent; `denominator`: one of `DENOMINATORS`.
    """

    second_entry: frozenset[str] = frozenset()
    opens: int | None = None
    closes: int | None = None
    lock: bool = False
    brief: bool = False
    districts_see: bool = False
    races: tuple[str, ...] = ()
    target: int | None = None
    denominator: str = "dpt"


def rules(desk: Desk, event: str | None = None, place: str = "") -> Rules:
    """The rules of the election worked on (or of the one with this code); remembered.

    `place`: a region or subject whose regency's rules are asked, for an office above it.
    """
    chosen = event or settings.event_code(desk)
    at = _regency(desk, place)
    name = f"count rules {chosen} {at}"
    known = desk.remembered.get(name)
    if not isinstance(known, Rules):
        known = _read(desk, chosen, at)
        desk.remembered[name] = known
    return known


def race_codes(desk: Desk, place: str = "") -> tuple[str, ...]:
    """The races that are copied, in the order of the event."""
    return rules(desk, place=place).races


def may_edit(desk: Desk) -> bool:
    """Whether this office sets the rules (a kabupaten or kota does)."""
    return election_settings.may_edit(desk)


def edit(desk: Desk, *, seen: int | None = None, **values: Any) -> None:
    """Alter some of the `FIELDS`, given as `Rules` holds them. Raises Refused.

    `seen`: as the form was filled; what came in since stands beside.
    """
    territory.require_master(desk, N_("Aturan hasil suara"))
    if not may_edit(desk):
        raise errors.NotPermitted(N_("Aturan hasil suara ditetapkan oleh kantor kabupaten/kota."))
    field_names.require_known(values, FIELDS, "the rules of the count")
    event = elections.working_event(desk)
    known = tuple(one.code for one in event.races)
    told = dict(values)
    for name in ("second_entry", "races"):
        if name in told:
            told[name] = _listed(told[name] or (), known)
    if "races" in told and not told["races"]:
        raise errors.Refused(N_("Pilih paling sedikit satu jenis pemilihan yang disalin."))
    after = replace(rules(desk), **_window(told))
    if after.opens is not None and after.closes is not None and after.closes <= after.opens:
        raise errors.Refused(N_("Entri ditutup harus sesudah entri dibuka."))
    if told.get("target") is not None and not 0 < int(told["target"]) <= MOST_TARGET:
        raise errors.Refused(N_("Target partisipasi lebih dari 0 dan paling banyak 100 %."))
    if told.get("denominator") and told["denominator"] not in DENOMINATORS:
        raise errors.Refused(N_("Pembagi partisipasi: pilih dari daftar."))
    key = (event.code, desk.identity.place)
    transact(desk, records.COUNT_RULES.label, lambda unit: unit.put(records.COUNT_RULES, key, told, seen=seen))


def entry_open(held: Rules, now: int) -> bool:
    """Whether figures may be copied at a moment."""
    return (held.opens is None or now >= held.opens) and (held.closes is None or now < held.closes)


def require_open(desk: Desk, place: str = "") -> None:
    """See that figures may be copied now. Raises NotPermitted with the hour."""
    held, now = rules(desk, place=place), desk.now()
    if held.opens is not None and now < held.opens:
        raise errors.NotPermitted(
            N_("Entri hasil suara dibuka {moment}."), moment=moment_words(desk, held.opens)
        )
    if held.closes is not None and now >= held.closes:
        raise errors.NotPermitted(
            N_("Entri hasil suara ditutup {moment}. Perubahan dilakukan oleh pemeriksa di kabupaten/kota."),
            moment=moment_words(desk, held.closes),
        )


def parse_moment(desk: Desk, text: str) -> int | None:
    """Read a day and an hour in the zone of the office ("27-11-2024 13.00"); empty is None. Raises Refused."""
    read = hours.parse_moment(text, days.today(desk))
    return None if read is None else zones.moment(read, settings.zone(desk))


def moment_words(desk: Desk, moment: int) -> str:
    """A moment as it is typed, with the zone: "27-11-2024 13.00 WITA"."""
    local = days.local(desk, moment)
    return f"{hours.write_moment(local)} {local:%Z}"


def _read(desk: Desk, event: str, place: str) -> Rules:
    inside = places.is_within(place, desk.identity.place) and place != desk.identity.place
    chosen = elections.event_at(desk, place, event) if inside else elections.working_event(desk, event)
    known = tuple(one.code for one in chosen.races)
    with desk.reading() as connection:
        row = candidate_list.rules(connection, event, place)
    if row is None:
        return Rules(races=known)
    copied = _split(row.races)
    return Rules(
        second_entry=frozenset(_split(row.second_entry)) & frozenset(known),
        opens=row.opens,
        closes=row.closes,
        lock=bool(row.lock),
        brief=bool(row.brief),
        districts_see=bool(row.districts_see),
        races=tuple(code for code in known if code in copied) or known,
        target=row.target,
        denominator=row.denominator if row.denominator in DENOMINATORS else "dpt",
    )


def _regency(desk: Desk, place: str) -> str:
    at = place or desk.identity.place
    return places.regency_of(at) or places.region_of(at)


def _listed(codes: Iterable[str], known: tuple[str, ...]) -> str:
    """Codes of races as they are kept, in the order of the event. Raises NotFound."""
    wanted = set(codes)
    for code in sorted(wanted - set(known)):
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=code)
    return ",".join(code for code in known if code in wanted)


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(part for part in (text or "").split(",") if part)


def _window(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("opens", "closes") if name in told}
