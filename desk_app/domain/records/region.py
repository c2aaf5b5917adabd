# SPDX-License-Identifier: Apache-2.0
"""The declaration of a region: an election keeps its own copy of names and codes (domain.md §6.2)."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

REGION = RecordType(
    no=1,
    name="region",
    label=N_("Wilayah"),
    key=(fields.EVENT, Field(1006, "code", FieldKind.TEXT, N_("Kode wilayah"), most=13)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama"), most=80),
        Field(
            2,
            "kind",
            FieldKind.CODE,
            N_("Jenis"),
            choices=("provinsi", "kabupaten", "kota", "kecamatan", "desa", "kelurahan", "desa_adat"),
        ),
        Field(3, "source", FieldKind.TEXT, N_("Sumber"), most=80),
        # How it is reached and heard of (`domain.access`); codes that a newer version may add to.
        Field(4, "access", FieldKind.TEXT, N_("Cara mencapai"), most=20),
        Field(5, "signal", FieldKind.TEXT, N_("Sinyal telepon"), most=20),
        Field(6, "travel", FieldKind.NUMBER, N_("Lama perjalanan (menit)"), most=100_000),
        Field(7, "access_note", FieldKind.TEXT, N_("Catatan jalan dan sinyal"), most=1000),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="code",
    title=("name",),
)
