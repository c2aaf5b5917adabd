# SPDX-License-Identifier: Apache-2.0
"""The declarations of an activity of the desk (its steps: `domain.activities`), of who attends it, and of the places
that are visited with it."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

LAST_MINUTE = 24 * 60 - 1

ACTIVITY = RecordType(
    no=92,
    name="activity",
    label=N_("Kegiatan"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "kind", FieldKind.TEXT, N_("Jenis kegiatan"), most=30),
        Field(3, "title", FieldKind.TEXT, N_("Kegiatan"), most=300),
        Field(4, "from_day", FieldKind.DATE, N_("Tanggal"), most=10),
        Field(5, "to_day", FieldKind.DATE, N_("Sampai tanggal"), most=10),
        Field(6, "from_minute", FieldKind.NUMBER, N_("Pukul"), most=LAST_MINUTE),
        Field(7, "to_minute", FieldKind.NUMBER, N_("Sampai pukul"), most=LAST_MINUTE),
        Field(8, "place", FieldKind.TEXT, N_("Wilayah"), most=40),
        Field(9, "site", FieldKind.TEXT, N_("Tempat"), most=200),
        Field(10, "description", FieldKind.TEXT, N_("Uraian kegiatan"), most=10_000),
        Field(11, "team", FieldKind.RECORD, N_("Tim")),
        Field(12, "participants", FieldKind.NUMBER, N_("Jumlah peserta"), most=10_000_000),
        Field(13, "figures", FieldKind.TEXT, N_("Tokoh politik yang hadir"), most=2000),
        Field(14, "pair", FieldKind.TEXT, N_("Paslon"), most=200),
        Field(15, "result", FieldKind.TEXT, N_("Hasil"), most=10_000),
        Field(16, "state", FieldKind.TEXT, N_("Status"), most=20),
        Field(17, "note", FieldKind.TEXT, N_("Keterangan"), most=2000),
        Field(18, "letter_number", FieldKind.TEXT, N_("Nomor surat tugas"), most=80),
        Field(19, "letter_date", FieldKind.DATE, N_("Tanggal surat tugas"), most=10),
        Field(20, "points", FieldKind.TEXT, N_("Yang dipantau (butir ceklis)"), most=4000),
        Field(21, "watched", FieldKind.TEXT, N_("Yang dipantau selain butir ceklis"), most=4000),
        Field(22, "invitation_number", FieldKind.TEXT, N_("Nomor undangan"), most=80),
        Field(23, "invitation_date", FieldKind.DATE, N_("Tanggal undangan"), most=10),
        Field(24, "agenda", FieldKind.TEXT, N_("Acara"), most=4000),
        Field(25, "minutes", FieldKind.TEXT, N_("Notula"), most=20_000),
        Field(26, "report", FieldKind.TEXT, N_("Laporan kegiatan"), most=20_000),
        Field(27, "reported_at", FieldKind.MOMENT, N_("Laporan selesai")),
        Field(28, "not_needed", FieldKind.TEXT, N_("Langkah yang tidak diperlukan"), most=200),
    ),
    place_field="place",
    indexes=(("event", "from_day"), ("event", "place"), ("event", "kind")),
    title=("title",),
    found_by=("title", "description", "site", "figures", "letter_number", "result"),
)

ATTENDANCE = RecordType(
    no=93,
    name="attendance",
    label=N_("Peserta kegiatan"),
    fields=(
        Field(1, "activity", FieldKind.RECORD, N_("Kegiatan")),
        Field(2, "name", FieldKind.TEXT, N_("Nama"), most=160, personal=True),
        Field(3, "office", FieldKind.TEXT, N_("Jabatan"), most=200),
        Field(4, "unit", FieldKind.TEXT, N_("Instansi"), most=160),
        Field(5, "present", FieldKind.FLAG, N_("Hadir")),
        Field(6, "part", FieldKind.TEXT, N_("Sebagai"), most=20),
        Field(7, "member", FieldKind.RECORD, N_("Anggota tim")),
        Field(8, "position", FieldKind.NUMBER, N_("Urutan"), most=100_000),
        Field(9, "note", FieldKind.TEXT, N_("Keterangan"), most=400),
    ),
    parent="activity",
    indexes=(("activity",), ("member",)),
    title=("office", "name"),
)

VISIT = RecordType(
    no=95,
    name="visit",
    label=N_("Hasil kunjungan"),
    fields=(
        Field(1, "activity", FieldKind.RECORD, N_("Kegiatan")),
        Field(2, "place", FieldKind.TEXT, N_("Tempat"), most=40),
        Field(3, "at", FieldKind.MOMENT, N_("Waktu kunjungan")),
        Field(4, "findings", FieldKind.TEXT, N_("Temuan"), most=10_000),
        Field(5, "issue", FieldKind.RECORD, N_("Permasalahan")),
        Field(6, "met", FieldKind.TEXT, N_("Ditemui (unsur)"), most=160),
        Field(7, "position", FieldKind.NUMBER, N_("Urutan"), most=100_000),
    ),
    parent="activity",
    indexes=(("activity",), ("place",)),
    title=("place",),
    found_by=("findings",),
)
