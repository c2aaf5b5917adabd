# SPDX-License-Identifier: Apache-2.0
"""What of logistics waits for somebody: late, missing, damaged or wet, and not *tepat* without an issue."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk_app.base.text import ngettext
from desk_app.data import shipment_list
from desk_app.domain.words import dotted
from desk_app.operations import settings
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line: how many shipments, in words; `chosen` are fields of `ShipmentFilter`, `record` the only one."""

    count: int
    words: str
    chosen: Mapping[str, object]
    record: int = 0


def waiting(desk: Desk) -> list[Waiting]:
    """The lines there are, gravest first; counted in the database, quick enough for the first look."""
    event = settings.event_code(desk)
    found = []
    with desk.reading() as connection:
        for name in ("late", "short", "spoilt", "unissued"):
            chosen = replace(shipment_list.ShipmentFilter(now=desk.now()), **{name: True})  # type: ignore[arg-type]
            count = shipment_list.count(connection, event, chosen)
            if count:
                record = shipment_list.ids(connection, event, chosen)[0] if count == 1 else 0
                found.append(Waiting(count, _words(name, count), {name: True}, record))
    return found


def _words(name: str, count: int) -> str:
    match name:
        case "late":
            text = ngettext(
                "{count} kiriman logistik belum tiba dan lewat batasnya",
                "{count} kiriman logistik belum tiba dan lewat batasnya",
                count,
            )
        case "short":
            text = ngettext(
                "{count} kiriman logistik kurang dari kebutuhannya",
                "{count} kiriman logistik kurang dari kebutuhannya",
                count,
            )
        case "spoilt":
            text = ngettext(
                "{count} kiriman logistik rusak atau basah", "{count} kiriman logistik rusak atau basah", count
            )
        case _:
            text = ngettext(
                "{count} kiriman tidak tepat belum dicatat sebagai permasalahan",
                "{count} kiriman tidak tepat belum dicatat sebagai permasalahan",
                count,
            )
    return text.format(count=dotted(count))
