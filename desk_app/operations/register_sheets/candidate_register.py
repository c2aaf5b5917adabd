# SPDX-License-Identifier: Apache-2.0
"""Candidates of all races as a sheet, in the order of the ballots; electoral districts by codes of kecamatan."""

import re
from collections.abc import Mapping
from typing import Any

from desk_app.domain import errors, places, records, words
from desk_app.domain.counts import ballot
from desk_app.operations import candidates
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import forms
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells, reading

N_ = words.N_

_WRITTEN = ("race", "number", "name", "short", "districts")
_NUMBER = records.Field(0, "number", records.FieldKind.TEXT, N_("Nomor urut"))


def _number(_desk: Desk) -> Form:
    def read(cell: reading.Cell) -> str:
        if isinstance(cell, float) and not cell.is_integer():
            raise errors.Refused(
                N_("“{text}” dapat dibaca dua cara (3.2 atau 3.20). Ubah format selnya menjadi Teks, lalu tulis lagi."),
                text=cells.text(cell),
            )
        return ballot.parse_code(cells.text(cell))

    return Form(str, read)


def _districts(_desk: Desk) -> Form:
    def read(cell: reading.Cell) -> str:
        found = [places.parse_code(part) for part in re.split(r"[,;\s]+", cells.text(cell)) if part]
        for code in found:
            if places.level_of(code) is not places.Level.DISTRICT:
                raise errors.Refused(
                    N_("Daerah pemilihan ditulis per kecamatan: {subject} bukan kecamatan."), subject=code
                )
        return ",".join(sorted(set(found)))

    return Form(lambda kept: str(kept).replace(",", ", "), read)


def _rows(desk: Desk, held: list[Row]) -> list[Row]:
    """The lists that stand here, race by race, each as on the ballot."""
    by_record = {row["no"]: row for row in held}
    return [
        dict(by_record[one.record]) | {"number": one.code}
        for found in candidates.all_of(desk).values()
        for one in found
        if one.record in by_record
    ]


def _split(values: Mapping[str, Any]) -> dict[str, Any]:
    told = dict(values)
    if "districts" in told:
        told["districts"] = [code for code in str(told["districts"] or "").split(",") if code]
    return told


def _new(desk: Desk, race: str, number: str, name: str, **values: Any) -> int:
    return candidates.add(desk, race, number, name, **_split(values))


def _edit(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> None:
    candidates.edit(desk, no, seen=seen, **_split(values))


def register(_desk: Desk) -> Register:
    """The candidates of the election worked on."""
    return Register(
        "candidates",
        N_("Calon"),
        records.CANDIDATE,
        out=("race", "number", "name", "kind", "short", "districts"),
        back=_WRITTEN,
        edit=_edit,
        new=_new,
        required=("race", "number", "name"),
        fixed=("race", "number"),
        extra=(_NUMBER,),
        forms={"race": forms.races, "number": _number, "districts": _districts},
        notes={"number": "Partai nomor 3: 3. Calon nomor 2 dari partai itu: 3.2. Kolom kosong: 0."},
        rows=_rows,
        title_of=lambda row: f"{row['race']} · {row['number']} · {row['name']}",
    )


MAKERS: Mapping[str, Any] = {"candidates": register}
"""By key."""
