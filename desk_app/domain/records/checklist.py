# SPDX-License-Identifier: Apache-2.0
"""The declarations of a version of a checklist, and of a reason for which a numbered check is let pass."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

CHECKLIST = RecordType(
    no=50,
    name="checklist",
    label=N_("Versi ceklis"),
    key=(
        fields.EVENT,
        fields.PLACE,
        Field(1050, "code", FieldKind.TEXT, N_("Kode ceklis"), most=40),
        Field(1051, "version", FieldKind.NUMBER, N_("Versi ceklis"), least=1, most=10_000),
    ),
    fields=(
        Field(1, "content", FieldKind.TEXT, N_("Isi ceklis"), most=400_000),
        Field(2, "minimum", FieldKind.NUMBER, N_("Versi paling lama yang diterima"), most=10_000),
        Field(3, "published", FieldKind.MOMENT, N_("Terbit")),
        Field(4, "note", FieldKind.TEXT, N_("Yang berubah"), most=1000),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("code", "version"),
)

REASON = RecordType(
    no=51,
    name="reason",
    label=N_("Alasan isian"),
    key=(
        fields.EVENT,
        fields.SUBJECT,
        Field(1052, "rule", FieldKind.TEXT, N_("Nomor aturan"), most=40),
    ),
    fields=(
        Field(1, "text", FieldKind.TEXT, N_("Alasan"), most=1000),
        Field(2, "who", FieldKind.TEXT, N_("Menurut"), most=120),
        Field(3, "about", FieldKind.TEXT, N_("Angka waktu itu"), most=1000),
    ),
    place_field="subject",
    title=("subject", "rule"),
)
