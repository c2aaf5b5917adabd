# SPDX-License-Identifier: Apache-2.0
"""The declaration of an attachment: which file belongs to which record; the file itself is kept beside the journal."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

ATTACHMENT = RecordType(
    no=22,
    name="attachment",
    label=N_("Lampiran"),
    fields=(
        # A reference to any change of the record it belongs to, which names it at every office whatever its kind.
        Field(1, "owner", FieldKind.RECORD, N_("Lampiran dari")),
        Field(2, "digest", FieldKind.BYTES, N_("Tanda berkas")),
        Field(3, "name", FieldKind.TEXT, N_("Nama berkas"), most=120),
        Field(4, "media", FieldKind.TEXT, N_("Jenis berkas"), most=20),
        Field(5, "size", FieldKind.NUMBER, N_("Besar berkas")),
        Field(6, "taken_at", FieldKind.MOMENT, N_("Waktu pengambilan")),
        Field(7, "caption", FieldKind.TEXT, N_("Keterangan"), most=500),
        # Of a photo of the count: its own name and what it shows. Where it stands, the file is under seal as well, name
        # and caption above tell nothing, and digest and size are those of the sealed bytes.
        Field(8, "sealed", FieldKind.BYTES, N_("Nama dan keterangan (tersegel)")),
    ),
    parent="owner",
    indexes=(("owner",), ("digest",)),
    title=("name", "caption"),
)
