# SPDX-License-Identifier: Apache-2.0
"""The declaration of a filter of a list that the office keeps under a name; it never leaves the office."""

from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

SAVED_FILTER = RecordType(
    no=63,
    name="saved_filter",
    label=N_("Saringan tersimpan"),
    fields=(
        Field(1, "page", FieldKind.TEXT, N_("Daftar"), most=40),
        Field(2, "name", FieldKind.TEXT, N_("Nama"), most=60),
        Field(3, "what", FieldKind.TEXT, N_("Isi saringan"), most=4000),
        Field(4, "first", FieldKind.FLAG, N_("Dipakai saat dibuka")),
    ),
    reach=Reach.INTERNAL,
    indexes=(("page",),),
    title=("name",),
)
