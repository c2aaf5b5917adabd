# SPDX-License-Identifier: Apache-2.0
"""A list of TPS from a workbook: first a dry run in words and figures, then the good rows in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.data import station_list, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import backups, elections, settings, station_compare, station_villages
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.workbooks import headings, reading, station_rows

N_ = words.N_

Fault = station_compare.Fault
Column = station_compare.Column
Difference = station_compare.Difference
Preview = station_compare.Preview


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written."""

    new: int
    changed: int
    refused: int


def sheet_names(path: Path) -> list[str]:
    """The sheets of a workbook, to choose from. Raises Refused."""
    return reading.sheet_names(path)


def preview_stations(
    desk: Desk, path: Path, sheet: str = "", mapping: Mapping[str, str] | None = None
) -> Steps[Preview]:
    """Read a list of TPS and compare it with the data; a dry run. Raises Refused where it is no such list.

    `mapping`: heading as written → value of `Column` ("" leaves it out), for what the clerk maps by hand.
    """
    yield Progress(0, None, N_("Membaca buku kerja"))
    read = reading.read_sheet(path, sheet)
    found = headings.find(read, mapping)
    event = elections.working_event(desk)
    compared = station_compare.Comparison(desk, read.name, found)
    with desk.reading() as connection:
        known = {
            (row.village, row.number): row
            for row in station_list.all_rows(connection, event.code, desk.identity.place)
        }
        names = station_villages.Villages(connection, event.code, desk.identity.place)
    total = max(len(read.rows) - found.first_row, 0)
    for done, line in enumerate(station_rows.read(read, found)):
        if done % 500 == 0:
            yield Progress(done, total, N_("Memeriksa baris"))
        compared.take(line, known, names)
    return replace(
        compared.preview(path, read.name, known), warnings=tuple(compared.check_sums(station_rows.sums(read, found)))
    )


def import_stations(desk: Desk, found: Preview) -> Steps[Imported]:
    """Write the good rows of a preview in one transaction, undone as one; a backup is made before."""
    if not found.good:
        raise errors.Refused(N_("Tidak ada baris yang dapat dimasukkan. Perbaiki dahulu kesalahan di daftar."))
    yield from backups.backup_if_due(desk, backups.Reason.IMPORT)
    yield Progress(0, len(found.good), N_("Memasukkan daftar TPS"))
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put_many(
            records.STATION, (((event, village, number), values) for village, number, values in found.good)
        )

    transact(desk, N_("Impor daftar TPS"), work)
    return Imported(found.new, found.changed, found.refused)
