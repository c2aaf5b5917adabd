# SPDX-License-Identifier: Apache-2.0
"""The declaration of *bukan ganda*: two records that look like one and are two, said by a person (decision 0014)."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

TOLD_APART = RecordType(
    no=23,
    name="told_apart",
    label=N_("Bukan ganda"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("Wilayah"), most=40),
        Field(3, "one", FieldKind.RECORD, N_("Catatan pertama")),
        Field(4, "other", FieldKind.RECORD, N_("Catatan kedua")),
    ),
    place_field="place",
)
