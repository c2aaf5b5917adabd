# SPDX-License-Identifier: Apache-2.0
"""The declaration of *diterima dengan alasan*: two records of teams or roster clash, and it shall be so."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

CLASH_ACCEPTED = RecordType(
    no=45,
    name="clash_accepted",
    label=N_("Bentrok diterima dengan alasan"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("Kantor"), most=40),
        Field(3, "kind", FieldKind.TEXT, N_("Bentrok"), most=40),
        Field(4, "one", FieldKind.RECORD, N_("Catatan pertama")),
        Field(5, "other", FieldKind.RECORD, N_("Catatan kedua")),
        Field(6, "reason", FieldKind.TEXT, N_("Alasan"), most=400),
    ),
    place_field="place",
    indexes=(("event", "place"),),
    title=("kind", "reason"),
)
