# SPDX-License-Identifier: Apache-2.0
"""The declarations of the calendar: stages (tahapan) of an event, and days off."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

STAGE = RecordType(
    no=96,
    name="stage",
    label=N_("Tahapan"),
    key=(fields.PLACE, fields.EVENT, Field(1096, "code", FieldKind.TEXT, N_("Kode tahapan"), most=40)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Tahapan"), most=160),
        Field(2, "starts", FieldKind.DATE, N_("Mulai"), most=10),
        Field(3, "ends", FieldKind.DATE, N_("Selesai"), most=10),
        Field(4, "first_offset", FieldKind.NUMBER, N_("Mulai (hari dari pemungutan suara)"), least=-1500, most=1500),
        Field(5, "last_offset", FieldKind.NUMBER, N_("Selesai (hari dari pemungutan suara)"), least=-1500, most=1500),
        Field(6, "source", FieldKind.TEXT, N_("Dasar"), most=200),
        Field(7, "in_use", FieldKind.FLAG, N_("Dipakai")),
        Field(8, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("code", "name"),
)

HOLIDAY = RecordType(
    no=97,
    name="holiday",
    label=N_("Hari libur"),
    key=(fields.PLACE, Field(1097, "day", FieldKind.DATE, N_("Tanggal"), most=10)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Hari libur"), most=160),
        Field(2, "source", FieldKind.TEXT, N_("Dasar"), most=200),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("name",),
)
