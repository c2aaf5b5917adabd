# SPDX-License-Identifier: Apache-2.0
"""The declaration of a TPS, which belongs to one election event, not to its village for ever (domain.md §0.1)."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Policy, RecordType
from desk_app.domain.words import N_

STATION = RecordType(
    no=3,
    name="station",
    label=N_("TPS"),
    key=(fields.EVENT, fields.VILLAGE, fields.NUMBER),
    fields=(
        Field(1, "dpt_male", FieldKind.NUMBER, N_("DPT laki-laki"), most=100_000),
        Field(2, "dpt_female", FieldKind.NUMBER, N_("DPT perempuan"), most=100_000),
        Field(3, "site", FieldKind.TEXT, N_("Tempat TPS"), most=160),
        Field(4, "address", FieldKind.TEXT, N_("Alamat"), most=240),
        Field(
            5,
            "latitude",
            FieldKind.NUMBER,
            N_("Lintang (sepersejuta derajat)"),
            least=-12_000_000,
            most=7_000_000,
        ),
        Field(
            6,
            "longitude",
            FieldKind.NUMBER,
            N_("Bujur (sepersejuta derajat)"),
            least=94_000_000,
            most=142_000_000,
        ),
        Field(
            7,
            "risk",
            FieldKind.CODE,
            N_("Kerawanan (Polri)"),
            choices=("kurang_rawan", "rawan", "sangat_rawan", "khusus"),
            policy=Policy.BLOCKING,
        ),
        Field(8, "note", FieldKind.TEXT, N_("Catatan"), most=2000),
    ),
    place_field="village",
    indexes=(("event", "risk"), ("event", "dpt_male + dpt_female", "village", "number", "alive")),
    title=("village", "number"),
    found_by=("site", "address"),
)

STATION_RISK = RecordType(
    no=4,
    name="station_risk",
    label=N_("Indikator kerawanan TPS"),
    key=(
        fields.EVENT,
        fields.VILLAGE,
        fields.NUMBER,
        Field(1008, "indicator", FieldKind.TEXT, N_("Indikator"), most=20),
    ),
    fields=(
        Field(1, "present", FieldKind.FLAG, N_("Ada"), policy=Policy.BLOCKING),
        Field(2, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    place_field="village",
    title=("village", "number", "indicator"),
)
