# SPDX-License-Identifier: Apache-2.0
"""The declaration of what an office writes itself into a paper whose figures the program gathers."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

PAPER_WORDS = RecordType(
    no=47,
    name="paper_words",
    label=N_("Tulisan pada naskah"),
    key=(
        fields.EVENT,
        Field(1047, "kind", FieldKind.TEXT, N_("Jenis naskah"), most=40),
        Field(1048, "period", FieldKind.TEXT, N_("Masa"), most=20),
        Field(1049, "part", FieldKind.TEXT, N_("Bagian"), most=40),
    ),
    fields=(Field(1, "text", FieldKind.TEXT, N_("Isi"), most=10_000),),
    reach=Reach.INTERNAL,
    title=("kind", "part"),
)
