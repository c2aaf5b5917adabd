# SPDX-License-Identifier: Apache-2.0
"""A word about how many goods of a region are at a stage, as somebody told it."""

from desk_app.data import shipment_list, unit_of_work
from desk_app.domain import errors, logistics, places, records, words
from desk_app.operations import logistics_needs, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


def report_stock(
    desk: Desk,
    place: str,
    stage: places.Kind,
    count: int,
    *,
    item: str = logistics.BOXES,
    total: int | None = None,
    short: int | None = None,
    damaged: int | None = None,
    wet: int | None = None,
    hour: int | None = None,
    source: str = "",
    note: str = "",
    seen: int | None = None,
) -> int:
    """Note how many goods of a region are at a stage, as somebody told it; returns the record. Raises Refused.

    `seen`: as the table was read; another word that came in since is told.
    """
    code = places.parse_code(place)
    territory.require_own(desk, code)
    logistics_needs.covered(desk, item)
    if stage not in logistics.STAGES:
        raise errors.Refused(N_("“{stage}” bukan tahap logistik."), stage=str(stage))
    if total is not None and count > total:
        raise errors.Refused(N_("Rekap {count} lebih besar dari jumlahnya, {total}."), count=count, total=total)
    if (damaged or 0) + (wet or 0) > count:
        raise errors.Refused(N_("Rusak dan basah lebih banyak dari yang tiba ({count})."), count=count)
    if not source.strip():
        raise errors.Refused(N_("Isi sumbernya: siapa yang melaporkan."))
    event = settings.event_code(desk)
    told = {
        "event": event,
        "place": code,
        "stage": stage.value,
        "item": item,
        "count": count,
        "total": total,
        "short": short,
        "damaged": damaged,
        "wet": wet,
        "hour": desk.now() if hour is None else hour,
        "source": source,
        "note": note,
    }

    def work(unit: unit_of_work.Unit) -> int:
        held = shipment_list.reports(unit.connection, event, code, item=item, stage=stage.value)
        no = unit.create(records.STOCK_REPORT, told)
        unit.meet(records.STOCK_REPORT, no, "count", [row.no for row in held if row.place == code], seen)
        return no

    return transact(desk, N_("Posisi logistik"), work)


def delete_report(desk: Desk, no: int) -> None:
    """Take a word about goods away that was a slip of typing."""

    def work(unit: unit_of_work.Unit) -> None:
        territory.require_own(desk, str(unit.values(records.STOCK_REPORT, no)["place"]))
        unit.delete(records.STOCK_REPORT, no)

    transact(desk, N_("Posisi logistik dihapus"), work)
