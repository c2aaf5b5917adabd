# SPDX-License-Identifier: Apache-2.0
"""The declarations of risk beside the TPS's own: category of a region, who guards, the list of indicators."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Policy, Reach, RecordType
from desk_app.domain.words import N_

REGION_RISK = RecordType(
    no=70,
    name="region_risk",
    label=N_("Kategori kerawanan wilayah"),
    key=(fields.EVENT, fields.PLACE, Field(1070, "scheme", FieldKind.TEXT, N_("Menurut"), most=20)),
    fields=(
        Field(1, "category", FieldKind.TEXT, N_("Kategori"), most=60),
        Field(2, "source", FieldKind.TEXT, N_("Sumber"), most=200),
        Field(3, "day", FieldKind.DATE, N_("Tanggal sumber"), most=10),
        Field(4, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    # Published by its source, and said of a region as a whole: whoever works in it reads it too.
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("place", "scheme"),
)

DEPLOYMENT = RecordType(
    no=71,
    name="deployment",
    label=N_("Pengamanan TPS"),
    key=(fields.EVENT, fields.SUBJECT),
    fields=(
        Field(1, "police", FieldKind.NUMBER, N_("Polri"), most=100_000, policy=Policy.BLOCKING),
        Field(2, "stations", FieldKind.NUMBER, N_("untuk TPS"), most=999, policy=Policy.BLOCKING),
        Field(3, "linmas", FieldKind.NUMBER, N_("Linmas"), most=100_000, policy=Policy.BLOCKING),
        Field(4, "source", FieldKind.TEXT, N_("Sumber"), most=200),
        Field(5, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    place_field="subject",
    title=("subject",),
)
"""Of a TPS: its own pattern, other than that of its class. Of a region: the personnel at hand there."""

RISK_INDICATOR = RecordType(
    no=72,
    name="risk_indicator",
    label=N_("Daftar indikator kerawanan"),
    key=(fields.PLACE, fields.EVENT, Field(1072, "code", FieldKind.TEXT, N_("Kode indikator"), most=20)),
    fields=(
        Field(1, "label", FieldKind.TEXT, N_("Indikator"), most=160),
        Field(2, "short", FieldKind.TEXT, N_("Singkatan"), most=40),
        Field(3, "variable", FieldKind.TEXT, N_("Kelompok"), most=60),
        Field(4, "position", FieldKind.NUMBER, N_("Urutan"), most=100_000_000),
        Field(5, "in_use", FieldKind.FLAG, N_("Dipakai")),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("code", "label"),
)
