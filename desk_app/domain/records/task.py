# SPDX-License-Identifier: Apache-2.0
"""The declaration of a task: what somebody does by when, from which meeting, issue or hand-over it comes."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

TASK = RecordType(
    no=94,
    name="task",
    label=N_("Tugas"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "source_kind", FieldKind.TEXT, N_("Asal"), most=30),
        Field(3, "source", FieldKind.RECORD, N_("Dari catatan")),
        Field(4, "text", FieldKind.TEXT, N_("Tugas"), most=2000),
        Field(5, "member", FieldKind.RECORD, N_("Anggota tim")),
        Field(6, "office", FieldKind.TEXT, N_("Dikerjakan oleh"), most=200),
        Field(7, "due", FieldKind.DATE, N_("Batas waktu"), most=10),
        Field(8, "done_at", FieldKind.MOMENT, N_("Selesai")),
        Field(9, "result", FieldKind.TEXT, N_("Hasil"), most=4000),
        Field(10, "place", FieldKind.TEXT, N_("Wilayah"), most=40),
        Field(11, "state", FieldKind.TEXT, N_("Status"), most=20),
    ),
    place_field="place",
    indexes=(("event", "state"), ("member",), ("source",)),
    title=("text",),
    found_by=("text", "office", "result"),
)
