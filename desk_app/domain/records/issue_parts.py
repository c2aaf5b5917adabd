# SPDX-License-Identifier: Apache-2.0
"""The declarations of what hangs on an issue: its further places, links to other issues, and who is concerned by name.

Places and links go wherever their issue goes. The identity stays at the office that wrote it (decision 0019).
"""

from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

ISSUE_PLACE = RecordType(
    no=60,
    name="issue_place",
    label=N_("Tempat permasalahan"),
    fields=(
        Field(1, "issue", FieldKind.RECORD, N_("Permasalahan")),
        Field(2, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(3, "place", FieldKind.TEXT, N_("Lokasi"), most=40),
        Field(4, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    parent="issue",
    indexes=(("issue",), ("event", "place")),
    title=("place",),
)

ISSUE_LINK = RecordType(
    no=61,
    name="issue_link",
    label=N_("Tautan permasalahan"),
    fields=(
        Field(1, "issue", FieldKind.RECORD, N_("Permasalahan")),
        Field(2, "other", FieldKind.RECORD, N_("Permasalahan yang ditautkan")),
        Field(3, "kind", FieldKind.TEXT, N_("Hubungan"), most=20),
    ),
    parent="issue",
    indexes=(("issue",), ("other",)),
    title=("kind",),
)

ISSUE_IDENTITY = RecordType(
    no=64,
    name="issue_identity",
    label=N_("Identitas pada permasalahan"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "issue", FieldKind.RECORD, N_("Permasalahan")),
        Field(3, "reporter", FieldKind.TEXT, N_("Nama pelapor"), most=160, personal=True),
        Field(4, "contact", FieldKind.TEXT, N_("Cara menghubungi pelapor"), most=160, personal=True),
        Field(5, "accused", FieldKind.TEXT, N_("Nama terlapor"), most=400, personal=True),
        Field(6, "note", FieldKind.TEXT, N_("Catatan"), most=2000, personal=True),
    ),
    reach=Reach.CONFIDENTIAL,
    indexes=(("issue",),),
)
