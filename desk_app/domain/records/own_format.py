# SPDX-License-Identifier: Apache-2.0
"""The declaration of a form of the office's own, to be filled with a paper's values; its file is its attachment."""

from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

OWN_FORMAT = RecordType(
    no=46,
    name="own_format",
    label=N_("Format kami"),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama"), most=80),
        Field(2, "kind", FieldKind.CODE, N_("Jenis berkas"), choices=("docx", "xlsx")),
        Field(3, "paper", FieldKind.TEXT, N_("Naskah"), most=60),
    ),
    reach=Reach.INTERNAL,
    title=("name",),
)
