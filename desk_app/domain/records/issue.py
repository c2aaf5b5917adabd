# SPDX-License-Identifier: Apache-2.0
"""The declarations of the issue register: issue, follow-up, and a line of the Buku Posko (domain.md §3.2)."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

ISSUE = RecordType(
    no=7,
    name="issue",
    label=N_("Permasalahan"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "number", FieldKind.TEXT, N_("Nomor"), most=30),
        Field(3, "place", FieldKind.TEXT, N_("Lokasi"), most=40),
        Field(4, "title", FieldKind.TEXT, N_("Permasalahan"), most=300),
        Field(5, "description", FieldKind.TEXT, N_("Uraian"), most=10_000),
        Field(6, "impact", FieldKind.TEXT, N_("Dampak"), most=4000),
        Field(7, "category", FieldKind.TEXT, N_("Kategori"), most=8),
        Field(8, "severity", FieldKind.TEXT, N_("Tingkat"), most=20),
        Field(9, "advice", FieldKind.TEXT, N_("Saran penyelesaian"), most=10_000),
        Field(10, "addressee", FieldKind.TEXT, N_("Ditujukan kepada"), most=120),
        Field(11, "conveyed_at", FieldKind.MOMENT, N_("Disampaikan")),
        Field(12, "conveyed_by", FieldKind.TEXT, N_("Cara penyampaian"), most=120),
        Field(13, "state", FieldKind.TEXT, N_("Status"), most=30),
        Field(14, "happened_at", FieldKind.MOMENT, N_("Waktu kejadian")),
        Field(15, "reported_at", FieldKind.MOMENT, N_("Waktu dilaporkan")),
        Field(16, "reporter", FieldKind.TEXT, N_("Pelapor (unsur)"), most=120),
        Field(17, "source", FieldKind.TEXT, N_("Sumber"), most=30),
        Field(18, "stage", FieldKind.TEXT, N_("Tahapan"), most=60),
        Field(19, "closed_at", FieldKind.MOMENT, N_("Selesai")),
        Field(20, "confidential", FieldKind.FLAG, N_("Identitas dirahasiakan")),
        Field(21, "item", FieldKind.TEXT, N_("Butir ceklis"), most=60),
        Field(22, "outcome", FieldKind.TEXT, N_("Hasil"), most=4000),
        Field(23, "merged_into", FieldKind.RECORD, N_("Digabung ke")),
        Field(24, "former_numbers", FieldKind.TEXT, N_("Nomor sebelumnya"), most=200),
        Field(25, "letter_number", FieldKind.TEXT, N_("Nomor surat"), most=120),
        Field(26, "letter_date", FieldKind.DATE, N_("Tanggal surat"), most=10),
        Field(27, "pic", FieldKind.RECORD, N_("Penanggung jawab")),
        # Codes of `places.Level`: whose turn it is, and where it was written down first.
        Field(28, "handled_by", FieldKind.TEXT, N_("Ditangani oleh"), most=20),
        Field(29, "origin", FieldKind.TEXT, N_("Tingkat asal"), most=20),
        Field(30, "recorded_at", FieldKind.MOMENT, N_("Dicatat")),
    ),
    place_field="place",
    indexes=(("event", "state"), ("event", "place"), ("event", "number"), ("merged_into",), ("pic",)),
    title=("number", "title"),
    found_by=("number", "former_numbers", "title", "description", "addressee", "letter_number"),
    veiled_by="confidential",
)

FOLLOW_UP = RecordType(
    no=8,
    name="follow_up",
    label=N_("Tindak lanjut"),
    fields=(
        Field(1, "issue", FieldKind.RECORD, N_("Permasalahan")),
        Field(2, "at", FieldKind.MOMENT, N_("Waktu")),
        Field(3, "by", FieldKind.TEXT, N_("Oleh"), most=160),
        Field(4, "text", FieldKind.TEXT, N_("Isi"), most=10_000),
        Field(5, "verb", FieldKind.TEXT, N_("Tindakan"), most=30),
        Field(6, "state", FieldKind.TEXT, N_("Status sesudahnya"), most=30),
        Field(7, "addressee", FieldKind.TEXT, N_("Disampaikan kepada"), most=120),
        Field(8, "means", FieldKind.TEXT, N_("Cara penyampaian"), most=120),
        Field(9, "letter_number", FieldKind.TEXT, N_("Nomor surat"), most=120),
        Field(10, "letter_date", FieldKind.DATE, N_("Tanggal surat"), most=10),
    ),
    parent="issue",
    indexes=(("issue",),),
    title=("verb", "text"),
)

LOG_ENTRY = RecordType(
    no=9,
    name="log_entry",
    label=N_("Buku Posko"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "at", FieldKind.MOMENT, N_("Pukul")),
        Field(3, "sender", FieldKind.TEXT, N_("Dari"), most=160),
        Field(4, "text", FieldKind.TEXT, N_("Isi"), most=4000),
        Field(5, "measure", FieldKind.TEXT, N_("Tindakan"), most=4000),
        Field(6, "place", FieldKind.TEXT, N_("Lokasi"), most=40),
        Field(7, "issue", FieldKind.RECORD, N_("Permasalahan")),
        # What a line of a chat was, and what was made of it; empty for a line that was typed.
        Field(8, "origin", FieldKind.TEXT, N_("Tanda pesan"), most=64),
        Field(9, "original", FieldKind.TEXT, N_("Bunyi asli pesan"), most=4000),
        Field(10, "became", FieldKind.TEXT, N_("Menjadi"), most=20),
        Field(11, "made", FieldKind.RECORD, N_("Isian yang dibuat")),
    ),
    indexes=(("event", "at"), ("origin",)),
    title=("text",),
    found_by=("text", "sender", "measure"),
)
