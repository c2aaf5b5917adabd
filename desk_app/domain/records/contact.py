# SPDX-License-Identifier: Apache-2.0
"""The declaration of a contact: whom the posko calls at KPU, Bawaslu, Polres, PLN …; it never leaves the office."""

from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

CONTACT = RecordType(
    no=44,
    name="contact",
    label=N_("Kontak"),
    fields=(
        Field(1, "unit", FieldKind.TEXT, N_("Instansi"), most=160),
        Field(2, "office", FieldKind.TEXT, N_("Jabatan"), most=200),
        Field(3, "person", FieldKind.TEXT, N_("Nama"), most=160, personal=True),
        # Not the place of its scope: a contact stays in the office that wrote it, wherever he works.
        Field(4, "place", FieldKind.TEXT, N_("Wilayah"), most=40),
        Field(5, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
        Field(6, "phone", FieldKind.TEXT, N_("Telepon"), most=60, personal=True),
        Field(7, "other_phone", FieldKind.TEXT, N_("Telepon lain"), most=60, personal=True),
        Field(8, "position", FieldKind.NUMBER, N_("Urutan"), most=100_000),
    ),
    reach=Reach.INTERNAL,
    title=("unit", "office", "person"),
    found_by=("unit", "office", "person", "note"),
)
