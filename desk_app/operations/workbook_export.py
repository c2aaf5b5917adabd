# SPDX-License-Identifier: Apache-2.0
"""Workbooks out: the template for a list of TPS, that list itself, and any table of the window."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desk_app.data import place_names, station_list
from desk_app.domain import places, risk, stations
from desk_app.operations import settings
from desk_app.operations.desk import Desk
from desk_app.workbooks import headings, writing

Value = writing.Value

_DEGREE = 1_000_000
_HELP = (
    "Isi satu baris untuk setiap TPS. Judul kolom jangan diubah; urutan kolom boleh.",
    "Wajib: Nomor TPS, dan Kode Desa/Kelurahan atau Kecamatan dengan Desa/Kelurahan.",
    "Kode Desa/Kelurahan adalah kode Kemendagri, dengan atau tanpa titik: 73.13.06.1001 atau 7313061001. "
    "Kode BPS (7 angka untuk kecamatan) tidak dapat dipakai. Kode desa ada di lembar Wilayah.",
    "DPT L dan DPT P ditulis angka saja, tanpa titik dan koma. DPT Jumlah boleh kosong; jika diisi, dicocokkan.",
    "Sel yang kosong tidak menghapus data yang sudah ada.",
    "Lintang dan Bujur ditulis derajat desimal, misalnya -4.1325 dan 120.0300.",
)


def write_template(desk: Desk, path: Path) -> None:
    """The empty list with its headings, the villages of the office, and how to fill it."""
    with desk.reading() as connection:
        event, area = settings.event_code(desk), desk.identity.place
        villages = place_names.below(connection, event, area, places.Level.VILLAGE)
        districts = place_names.named(connection, event, {one.code[:8] for one in villages})
    columns = list(headings.TEMPLATE)
    choices = {columns.index(headings.Column.RISK): list(risk.CLASS_LABELS.values())}
    writing.write_workbook(
        path,
        [
            writing.TableSheet("Daftar TPS", [column.value for column in columns], [], choices),
            writing.TableSheet(
                "Wilayah",
                ["Kode Desa/Kelurahan", "Kecamatan", "Desa/Kelurahan"],
                ([one.code, districts[one.code[:8]].name, one.name] for one in villages),
            ),
            writing.TableSheet("Petunjuk", ["Cara mengisi"], ([line] for line in _HELP), widths={0: 110}),
        ],
    )


def export_stations(desk: Desk, path: Path, area: str = "") -> int:
    """The list of TPS of the office or of one region, in the form of the template; returns how many."""
    event, whole = settings.event_code(desk), area or desk.identity.place
    count = 0
    with desk.reading() as connection:
        names = {
            one.code: one.name
            for level in (places.Level.DISTRICT, places.Level.VILLAGE)
            for one in place_names.below(connection, event, whole, level)
        }

        def rows() -> Iterable[Sequence[Value]]:
            nonlocal count
            for row in station_list.all_rows(connection, event, whole):
                count += 1
                yield _line(row, names)

        headed = [column.value for column in headings.TEMPLATE]
        writing.write_workbook(path, [writing.TableSheet("Daftar TPS", headed, rows())])
    return count


def export_table(path: Path, title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Any table of the window: headings and rows as they stand there. Raises Refused if the file is in use."""
    writing.write_workbook(path, [writing.TableSheet(title, columns, rows)])


def _line(row: Any, names: Mapping[str, str]) -> list[Value]:
    return [
        row.village,
        names.get(row.village[:8]),
        names.get(row.village),
        f"{row.number:03d}",
        row.dpt_male,
        row.dpt_female,
        stations.voters(row.dpt_male, row.dpt_female),
        row.site,
        row.address,
        row.latitude / _DEGREE if row.latitude is not None else None,
        row.longitude / _DEGREE if row.longitude is not None else None,
        risk.CLASS_LABELS[risk.RiskClass(row.risk)] if row.risk else None,
        row.note,
    ]
