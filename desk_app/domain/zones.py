# SPDX-License-Identifier: Apache-2.0
"""The three time zones of Indonesia: fixed offsets, no summer time, no time zone files needed.

Which province keeps which zone is a default that an office's setting overrides (`domain.md §4.2`).
"""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from desk_app.domain import places


class Zone(StrEnum):
    """Western, central and eastern Indonesian time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


_HOURS = {Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}
_DAY = 24 * 60 * 60
_FIRST = -62_135_596_800 + _DAY
_LAST = 253_402_300_799 - _DAY
_WITA = frozenset(("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"))
_WIT = frozenset(("81", "82", "91", "92", "93", "94", "95", "96"))


def zone_of(code: str) -> Zone:
    """Return the usual zone of a region or subject by its province; the nation counts as WIB."""
    province = places.province_of(code)
    if province in _WITA:
        return Zone.WITA
    return Zone.WIT if province in _WIT else Zone.WIB


def offset(zone: Zone) -> timezone:
    """Return the fixed offset of a zone, named after it."""
    return timezone(timedelta(hours=_HOURS[zone]), zone.value)


def local(moment: float, zone: Zone) -> datetime:
    """Return the local time of a moment in seconds UTC; `%Z` writes WIB, WITA or WIT.

    Raises nothing for a clock gone wrong: counted from 1970 so that it works for every year 1 to 9999; what lies
    beyond is shown as the first or last day of these.
    """
    within = min(max(moment, _FIRST), _LAST)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=within)).astimezone(offset(zone))


def moment(local_time: datetime, zone: Zone) -> int:
    """Return the seconds UTC of a local time typed without a zone."""
    return int(local_time.replace(tzinfo=offset(zone)).timestamp())
