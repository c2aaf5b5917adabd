# SPDX-License-Identifier: Apache-2.0
"""The declarations of an indicator (what is measured, against which target) and of its value at a place on a day.

Each office keeps its own definition of an indicator under its code, so that a province's target and a regency's stand
beside each other; the values are shared: two offices that say different things of one place and day disagree.
"""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Policy, Reach, RecordType
from desk_app.domain.words import N_

SCALE = 3
"""Every value and target is kept in thousandths, whatever number of decimals is shown: altering that shifts none."""

MOST = 9_000_000_000_000_000
"""No value and no target is larger, in thousandths (nine million million)."""

_CODE = Field(1030, "code", FieldKind.TEXT, N_("Kode indikator"), most=40)
_DATE = Field(1014, "date", FieldKind.DATE, N_("Tanggal"), most=10)

INDICATOR = RecordType(
    no=90,
    name="indicator",
    label=N_("Indikator"),
    key=(fields.EVENT, fields.PLACE, _CODE),
    fields=(
        Field(1, "label", FieldKind.TEXT, N_("Nama"), most=200),
        Field(2, "unit", FieldKind.TEXT, N_("Satuan"), most=40),
        Field(3, "target", FieldKind.NUMBER, N_("Target"), least=-MOST, most=MOST, scale=SCALE),
        Field(4, "decimals", FieldKind.NUMBER, N_("Angka di belakang koma"), most=SCALE),
        Field(5, "better", FieldKind.TEXT, N_("Makin baik bila"), most=10),
        Field(6, "heading", FieldKind.TEXT, N_("Kelompok"), most=80),
        Field(7, "source", FieldKind.TEXT, N_("Sumber"), most=200),
        Field(8, "position", FieldKind.NUMBER, N_("Urutan"), most=100_000),
        Field(9, "combine", FieldKind.TEXT, N_("Angka seluruhnya"), most=20),
        Field(10, "target_each", FieldKind.NUMBER, N_("Target untuk setiap satuan wilayah"), most=MOST, scale=SCALE),
        Field(11, "base", FieldKind.TEXT, N_("Satuan wilayah target"), most=20),
        Field(12, "note", FieldKind.TEXT, N_("Catatan"), most=2000),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("label",),
    found_by=("label",),
)

INDICATOR_VALUE = RecordType(
    no=91,
    name="indicator_value",
    label=N_("Nilai indikator"),
    key=(fields.EVENT, _CODE, fields.PLACE, _DATE),
    fields=(
        Field(1, "value", FieldKind.NUMBER, N_("Nilai"), least=-MOST, most=MOST, policy=Policy.BLOCKING, scale=SCALE),
            Field(2, "source", FieldKind.TEXT, N_("Sumber"), most=200),
        Field(3, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    place_field="place",
    indexes=(("event", "code", "date"),),
    title=("code", "place", "date"),
)
