# SPDX-License-Identifier: Apache-2.0
"""The declarations of decree, section, team, member and the districts a team covers (domain.md §0.8, §1.2)."""

from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

DECREE = RecordType(
    no=10,
    name="decree",
    label=N_("Surat keputusan"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "number", FieldKind.TEXT, N_("Nomor"), most=80),
        Field(3, "date", FieldKind.DATE, N_("Tanggal"), most=10),
        Field(4, "subject", FieldKind.TEXT, N_("Tentang"), most=400),
        Field(5, "period_from", FieldKind.DATE, N_("Berlaku mulai"), most=10),
        Field(6, "period_to", FieldKind.DATE, N_("Berlaku sampai"), most=10),
        Field(7, "amends", FieldKind.RECORD, N_("Mengubah SK")),
        Field(8, "issuer", FieldKind.TEXT, N_("Ditetapkan oleh"), most=160),
    ),
    reach=Reach.SHARED_DOWN,
    title=("number", "subject"),
    found_by=("number", "subject"),
)

SECTION = RecordType(
    no=11,
    name="section",
    label=N_("Bidang"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "name", FieldKind.TEXT, N_("Nama"), most=160),
        Field(3, "position", FieldKind.NUMBER, N_("Urutan"), most=10_000),
        Field(4, "decree", FieldKind.RECORD, N_("Surat keputusan")),
        Field(5, "kind", FieldKind.TEXT, N_("Jenis bagian"), most=20),
    ),
    reach=Reach.SHARED_DOWN,
    title=("name",),
)

TEAM = RecordType(
    no=12,
    name="team",
    label=N_("Tim"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "number", FieldKind.NUMBER, N_("Nomor"), least=1, most=200),
        Field(3, "name", FieldKind.TEXT, N_("Nama"), most=160),
        Field(4, "section", FieldKind.RECORD, N_("Bidang")),
        Field(5, "decree", FieldKind.RECORD, N_("Surat keputusan")),
        Field(6, "period_from", FieldKind.DATE, N_("Bertugas mulai"), most=10),
        Field(7, "period_to", FieldKind.DATE, N_("Bertugas sampai"), most=10),
        Field(8, "duty", FieldKind.TEXT, N_("Tugas"), most=2000),
        Field(9, "merged_into", FieldKind.RECORD, N_("Digabung ke")),
        Field(10, "former_numbers", FieldKind.TEXT, N_("Nomor sebelumnya"), most=200),
    ),
    reach=Reach.SHARED_DOWN,
    indexes=(("event", "number"),),
    title=("number", "name"),
    found_by=("name", "duty"),
)

MEMBER = RecordType(
    no=13,
    name="member",
    label=N_("Anggota tim"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "team", FieldKind.RECORD, N_("Tim")),
        Field(3, "section", FieldKind.RECORD, N_("Bidang")),
        Field(4, "office", FieldKind.TEXT, N_("Jabatan"), most=200),
        Field(5, "person", FieldKind.TEXT, N_("Nama"), most=160, personal=True),
        Field(6, "role", FieldKind.TEXT, N_("Kedudukan dalam tim"), most=80),
        Field(7, "rank", FieldKind.TEXT, N_("Pangkat/Golongan"), most=80),
        Field(8, "nip", FieldKind.TEXT, N_("NIP/NRP"), most=30, personal=True),
        Field(9, "unit", FieldKind.TEXT, N_("Instansi"), most=160),
        Field(10, "position", FieldKind.NUMBER, N_("Urutan"), most=100_000),
        Field(11, "merged_into", FieldKind.RECORD, N_("Digabung ke")),
        Field(12, "period_from", FieldKind.DATE, N_("Bertugas mulai"), most=10),
        Field(13, "period_to", FieldKind.DATE, N_("Bertugas sampai"), most=10),
        Field(14, "replaced_by", FieldKind.RECORD, N_("Digantikan oleh")),
        Field(15, "replaced_on", FieldKind.DATE, N_("Tidak bertugas sejak"), most=10),
        Field(16, "reason", FieldKind.TEXT, N_("Alasan penggantian"), most=300),
        Field(17, "service", FieldKind.TEXT, N_("Status kepegawaian"), most=20),
        Field(18, "decree", FieldKind.RECORD, N_("Surat keputusan")),
    ),
    reach=Reach.SHARED_DOWN,
    indexes=(("team",),),
    title=("office", "person"),
    found_by=("person", "office", "unit", "role"),
)

TEAM_DISTRICT = RecordType(
    no=14,
    name="team_district",
    label=N_("Wilayah tugas"),
    fields=(
        Field(1, "team", FieldKind.RECORD, N_("Tim")),
        Field(2, "district", FieldKind.TEXT, N_("Kecamatan"), most=13),
    ),
    reach=Reach.SHARED_DOWN,
    parent="team",
    indexes=(("team",), ("district",)),
    title=("district",),
)
