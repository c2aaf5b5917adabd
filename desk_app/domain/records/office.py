# SPDX-License-Identifier: Apache-2.0
"""The declarations of what belongs to an office: office, operator, signatory, setting."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

OFFICE = RecordType(
    no=15,
    name="office",
    label=N_("Kantor"),
    key=(fields.PLACE, Field(1010, "code", FieldKind.TEXT, N_("Kode kantor"), most=40)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama desk"), most=160),
        Field(2, "level", FieldKind.TEXT, N_("Tingkat"), most=20),
        Field(3, "key", FieldKind.BYTES, N_("Kunci kantor")),
        Field(4, "replica", FieldKind.BYTES, N_("Tanda komputer")),
        Field(5, "short", FieldKind.TEXT, N_("Kode pendek"), most=12),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("name",),
)

OPERATOR = RecordType(
    no=16,
    name="operator",
    label=N_("Operator"),
    key=(
        fields.PLACE,
        Field(1011, "office", FieldKind.TEXT, N_("Kode kantor"), most=40),
        Field(1012, "number", FieldKind.NUMBER, N_("Nomor operator"), least=1, most=9999),
    ),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama"), most=160, personal=True),
        Field(2, "role", FieldKind.TEXT, N_("Peran"), most=30),
        Field(3, "merged_into", FieldKind.RECORD, N_("Digabung ke")),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("name",),
)

SIGNATORY = RecordType(
    no=17,
    name="signatory",
    label=N_("Penanda tangan"),
    fields=(
        Field(1, "office", FieldKind.TEXT, N_("Jabatan"), most=200),
        Field(2, "person", FieldKind.TEXT, N_("Nama"), most=160, personal=True),
        Field(3, "rank", FieldKind.TEXT, N_("Pangkat/Golongan"), most=80),
        Field(4, "nip", FieldKind.TEXT, N_("NIP/NRP"), most=30, personal=True),
        Field(5, "form", FieldKind.TEXT, N_("Bentuk"), most=20),
        Field(6, "on_behalf_of", FieldKind.TEXT, N_("Atas nama"), most=200),
        Field(7, "by_order_of", FieldKind.TEXT, N_("Untuk beliau"), most=200),
        Field(8, "valid_from", FieldKind.DATE, N_("Berlaku mulai"), most=10),
        Field(9, "valid_to", FieldKind.DATE, N_("Berlaku sampai"), most=10),
        Field(10, "political", FieldKind.FLAG, N_("Jabatan politik (tanpa pangkat dan NIP)")),
        Field(11, "position", FieldKind.NUMBER, N_("Urutan"), most=10_000),
    ),
    reach=Reach.INTERNAL,
    title=("office", "person"),
)

SETTING = RecordType(
    no=18,
    name="setting",
    label=N_("Pengaturan"),
    key=(fields.PLACE, Field(1013, "name", FieldKind.TEXT, N_("Nama"), most=80)),
    fields=(
        Field(1, "value", FieldKind.TEXT, N_("Nilai"), most=4000),
        Field(2, "data", FieldKind.BYTES, N_("Berkas")),
    ),
    reach=Reach.INTERNAL,
    place_field="place",
    title=("name",),
)
