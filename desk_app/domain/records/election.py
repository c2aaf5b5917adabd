# SPDX-License-Identifier: Apache-2.0
"""The declaration of an election event of a regency: its day and the numbers that hang on it (domain.md §0.1, §2)."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

ELECTION = RecordType(
    no=2,
    name="election",
    label=N_("Pemilihan"),
    key=(fields.PLACE, Field(1007, "code", FieldKind.TEXT, N_("Kode pemilihan"), most=40)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama"), most=120),
        Field(2, "voting_day", FieldKind.DATE, N_("Hari pemungutan suara"), most=10),
        Field(3, "most_voters", FieldKind.NUMBER, N_("Pemilih per TPS paling banyak"), most=5000),
        Field(4, "reserve", FieldKind.NUMBER, N_("Surat suara cadangan (per seribu DPT)"), most=1000),
        Field(5, "races", FieldKind.TEXT, N_("Jenis pemilihan"), most=400),
        Field(6, "template", FieldKind.TEXT, N_("Ceklis"), most=40),
        Field(7, "regions_version", FieldKind.TEXT, N_("Dasar kode wilayah"), most=80),
        Field(8, "pairs", FieldKind.TEXT, N_("Banyaknya pasangan calon"), most=200),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("name",),
)
