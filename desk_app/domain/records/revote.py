# SPDX-License-Identifier: Apache-2.0
"""The declaration of a repeated, continued or delayed vote (PSU, PSL, PSS) or a recount (PSSU) of one TPS.

The desk records what others recommend and order; how a date and a number of days stand to each other is reckoned in
`domain/revotes.py` (domain.md §3.3, §11).
"""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

REVOTE = RecordType(
    no=62,
    name="revote",
    label=N_("PSU/PSSU/PSL/PSS"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("TPS"), most=40),
        Field(3, "kind", FieldKind.TEXT, N_("Jenis"), most=10),
        Field(4, "cause", FieldKind.TEXT, N_("Sebab"), most=2000),
        Field(5, "issue", FieldKind.RECORD, N_("Permasalahan asal")),
        Field(6, "state", FieldKind.TEXT, N_("Keadaan"), most=30),
        Field(7, "ordered_by", FieldKind.TEXT, N_("Dasar dari"), most=30),
        Field(8, "basis", FieldKind.TEXT, N_("Surat/keputusan"), most=300),
        Field(9, "ordered_on", FieldKind.DATE, N_("Tanggal dasar")),
        Field(10, "planned_on", FieldKind.DATE, N_("Rencana pelaksanaan")),
        Field(11, "held_on", FieldKind.DATE, N_("Dilaksanakan tanggal")),
        Field(12, "reason", FieldKind.TEXT, N_("Alasan tidak dilaksanakan"), most=2000),
        Field(13, "voters", FieldKind.NUMBER, N_("DPT saat pelaksanaan"), most=100_000),
        Field(14, "users", FieldKind.NUMBER, N_("Pengguna hak pilih"), most=100_000),
        Field(15, "note", FieldKind.TEXT, N_("Catatan"), most=2000),
        Field(16, "race", FieldKind.TEXT, N_("Jenis pemilihan"), most=20),
    ),
    place_field="place",
    indexes=(("event", "place"), ("issue",)),
    title=("kind", "place"),
)
