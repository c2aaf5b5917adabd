# SPDX-License-Identifier: Apache-2.0
"""Clocks that cannot be right, at other offices or here. A clock decides nothing; it is shown with the office's name.

A package tells what its sender's clock said. It was made before it came in, and after the last package of ours that
its sender had by then; both by our clock. A stick may lie for weeks: being old alone is no fault. Where several
offices agree with each other and not with us, it is our clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.base.text import _, ngettext
from desk_app.data import arrivals, parcels
from desk_app.operations.desk import Desk

HOUR = 60 * 60
DAY = 24 * HOUR

TOLERANCE = 26 * HOUR
"""Between two clocks, whatever their zones."""

LONGEST_WAY = 60 * DAY
"""No package is carried about for longer while an election is on."""

AGREE = 7 * DAY
"""What is ahead or behind of us by as much, give or take the way of a stick, agrees."""

RECENT = 7 * DAY


class Why(StrEnum):
    """What cannot be."""

    AHEAD = "ahead"
    BEHIND = "behind"
    BACK = "back"
    """Behind what it said itself before."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A clock that cannot be right: whose, why, and by how many seconds at least; `at`: when its package came in."""

    office: str
    place: str
    why: Why
    off: int
    at: int

    @property
    def words(self) -> str:
        """A sentence with the office's name."""
        match self.why:
            case Why.AHEAD:
                told = _("Jam komputer {office} tampak salah: {much} terlalu cepat.")
            case Why.BEHIND:
                told = _("Jam komputer {office} tampak salah: {much} terlalu lambat.")
            case Why.BACK:
                told = _("Jam komputer {office} tampak salah: mundur {much} sejak kirimannya yang lalu.")
        return told.format(office=self.office, much=lasting(self.off))


@dataclass(frozen=True, slots=True)
class OwnDoubt:
    """Our own clock cannot be right: by how many seconds at least, by whose clocks (none: by what was typed here)."""

    why: Why
    off: int
    offices: tuple[str, ...]

    @property
    def words(self) -> str:
        """A sentence that says what to do."""
        match self.why:
            case Why.BACK:
                told = _("Jam komputer ini mundur {much} sejak isian terakhir. Periksa tanggal dan jam komputer.")
            case Why.AHEAD:
                told = _(
                    "Jam komputer ini tampak {much} terlalu cepat menurut {offices}. Periksa tanggal dan jam komputer."
                )
            case Why.BEHIND:
                told = _(
                    "Jam komputer ini tampak {much} terlalu lambat menurut {offices}. Periksa tanggal dan jam komputer."
                )
        return told.format(much=lasting(self.off), offices=_offices(self.offices))


def judge(clock: int, at: int, after: int | None = None, earlier: int | None = None) -> tuple[Why, int] | None:
    """What cannot be about a clock, and by how much at least; None: it may be right. All in seconds UTC.

    `at`: when its package came in, `after`: when the last package of ours was made that its sender had, both by our
    clock; `earlier`: what it said itself in an earlier package.
    """
    if clock > at + TOLERANCE:
        return Why.AHEAD, clock - at
    if after is not None and clock < after - TOLERANCE:
        return Why.BEHIND, after - clock
    if earlier is not None and earlier <= at + TOLERANCE and clock < earlier - TOLERANCE:
        return Why.BACK, earlier - clock
    if clock < at - LONGEST_WAY:
        return Why.BEHIND, at - clock
    return None


def doubts(desk: Desk) -> list[Doubt]:
    """The offices whose clock cannot be right, by the last package of each computer; not those that blame ours."""
    found = _doubted(desk)
    ours = _agreed(desk, found)
    return [one for one in found if one not in ours]


def own(desk: Desk) -> OwnDoubt | None:
    """Whether the clock of this computer cannot be right."""
    now = desk.now()
    with desk.reading() as connection:
        last = arrivals.latest_moment(connection)
    if last is not None and now < last - TOLERANCE:
        return OwnDoubt(Why.BACK, last - now, ())
    found = _agreed(desk, _doubted(desk))
    if not found:
        return None
    why = Why.BEHIND if found[0].why is Why.AHEAD else Why.AHEAD
    return OwnDoubt(why, min(one.off for one in found), tuple(dict.fromkeys(one.office for one in found)))


def lasting(seconds: int) -> str:
    """A length of time in its greatest unit, as one says it of a clock: "17 tahun", "3 hari", "27 jam"."""
    days = seconds // DAY
    if days >= 730:
        return ngettext("{count} tahun", "{count} tahun", days // 365).format(count=days // 365)
    if days >= 60:
        return ngettext("{count} bulan", "{count} bulan", days // 30).format(count=days // 30)
    if days >= 3:
        return ngettext("{count} hari", "{count} hari", days).format(count=days)
    return ngettext("{count} jam", "{count} jam", seconds // HOUR).format(count=seconds // HOUR)


def _doubted(desk: Desk) -> list[Doubt]:
    found = []
    for newest, before in _computers(desk):
        if newest.clock is None:
            continue
        judged = judge(newest.clock, newest.at, newest.after, before.clock if before is not None else None)
        if judged is not None:
            found.append(Doubt(newest.office_name, newest.place, *judged, newest.at))
    return found


def _agreed(desk: Desk, found: Sequence[Doubt]) -> list[Doubt]:
    """Those that are at odds with us in one way, if they are several and more than those that are not."""
    since = desk.now() - RECENT
    recent = [one for one in found if one.at >= since and one.why is not Why.BACK]
    others = {newest.place for newest, _before in _computers(desk) if newest.at >= since}
    for why in (Why.AHEAD, Why.BEHIND):
        same = [one for one in recent if one.why is why]
        blaming = {one.place for one in same}
        alike = bool(same) and max(one.off for one in same) - min(one.off for one in same) <= AGREE
        if alike and len(blaming) >= 2 and len(blaming) > len(others - blaming):
            return same
    return []


def _computers(desk: Desk) -> list[tuple[parcels.Parcel, parcels.Parcel | None]]:
    """The last package of each computer, and the one before it."""
    with desk.reading() as connection:
        rows = parcels.newest_received(connection)
    numbered: dict[tuple[bytes, bytes], dict[int, parcels.Parcel]] = {}
    for row in rows:
        numbered.setdefault((row.office or b"", row.replica), {}).setdefault(row.number, row)
    found = []
    for packages in numbered.values():
        newest, *before = sorted(packages, reverse=True)
        found.append((packages[newest], packages[before[0]] if before else None))
    return found


def _offices(names: Sequence[str]) -> str:
    if len(names) <= 3:
        return ", ".join(names)
    return ngettext("{count} kantor", "{count} kantor", len(names)).format(count=len(names))
