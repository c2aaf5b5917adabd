# SPDX-License-Identifier: Apache-2.0
"""The declarations of the daily report of an office, of the register of what was printed, and of numbers given."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

DAILY_REPORT = RecordType(
    no=19,
    name="daily_report",
    label=N_("Laporan harian"),
    key=(fields.EVENT, fields.PLACE, Field(1014, "date", FieldKind.DATE, N_("Tanggal"), most=10)),
    fields=(
        Field(1, "nihil", FieldKind.FLAG, N_("Nihil")),
        Field(2, "number", FieldKind.TEXT, N_("Nomor"), most=80),
        Field(3, "situation", FieldKind.TEXT, N_("Situasi umum"), most=10_000),
        Field(4, "activities", FieldKind.TEXT, N_("Kegiatan"), most=10_000),
        Field(5, "closing", FieldKind.TEXT, N_("Kesimpulan dan saran"), most=10_000),
        Field(6, "finished_at", FieldKind.MOMENT, N_("Selesai dibuat")),
        Field(7, "sent_at", FieldKind.MOMENT, N_("Dikirim")),
        Field(8, "sent_by", FieldKind.TEXT, N_("Dikirim lewat"), most=160),
        Field(9, "sequence", FieldKind.NUMBER, N_("Laporan ke-"), most=9999),
    ),
    place_field="place",
    title=("date",),
)

PRINTED = RecordType(
    no=20,
    name="printed",
    label=N_("Naskah final"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "kind", FieldKind.TEXT, N_("Jenis naskah"), most=40),
        Field(3, "title", FieldKind.TEXT, N_("Judul"), most=300),
        Field(4, "number", FieldKind.TEXT, N_("Nomor"), most=80),
        Field(5, "at", FieldKind.MOMENT, N_("Final sejak")),
        Field(6, "arrival", FieldKind.NUMBER, N_("Data sampai urutan")),
        Field(7, "signatory", FieldKind.TEXT, N_("Penanda tangan"), most=300, personal=True),
        Field(8, "code", FieldKind.TEXT, N_("Kode pemeriksaan dokumen"), most=40),
        Field(9, "digest", FieldKind.BYTES, N_("Jejak data")),
        Field(10, "as_of", FieldKind.MOMENT, N_("Data per")),
        # What was asked for, as JSON (`operations.printing_register`), so that the very paper can be made again.
        Field(11, "asked", FieldKind.TEXT, N_("Cara menyusun"), most=6000, personal=True),
        Field(12, "about", FieldKind.TEXT, N_("Tentang"), most=300),
        Field(13, "pdf", FieldKind.BYTES, N_("PDF yang disimpan")),
        Field(14, "replaces", FieldKind.RECORD, N_("Menggantikan")),
        Field(15, "figures", FieldKind.TEXT, N_("Angka pokok"), most=2000),
    ),
    reach=Reach.INTERNAL,
    title=("title", "number"),
    found_by=("title", "number", "code"),
)

PAPER_SENT = RecordType(
    no=24,
    name="paper_sent",
    label=N_("Pengiriman naskah"),
    fields=(
        Field(1, "paper", FieldKind.RECORD, N_("Naskah final")),
        Field(2, "at", FieldKind.MOMENT, N_("Dikirim")),
        Field(3, "means", FieldKind.TEXT, N_("Lewat"), most=160),
        Field(4, "by", FieldKind.TEXT, N_("Oleh"), most=160, personal=True),
        Field(5, "recipient", FieldKind.TEXT, N_("Kepada"), most=300),
        Field(6, "proof", FieldKind.TEXT, N_("Bukti"), most=500),
    ),
    reach=Reach.INTERNAL,
    parent="paper",
    indexes=(("paper",),),
    title=("means", "recipient"),
)

PAPER_NUMBER = RecordType(
    no=25,
    name="paper_number",
    label=N_("Nomor naskah"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "kind", FieldKind.TEXT, N_("Jenis naskah"), most=40),
        Field(3, "year", FieldKind.NUMBER, N_("Tahun"), least=1900, most=2999),
        Field(4, "sequence", FieldKind.NUMBER, N_("Nomor urut"), least=1, most=999_999),
        Field(5, "number", FieldKind.TEXT, N_("Nomor"), most=80),
        Field(6, "title", FieldKind.TEXT, N_("Judul"), most=300),
        Field(7, "at", FieldKind.MOMENT, N_("Diberikan")),
        Field(8, "dropped_at", FieldKind.MOMENT, N_("Tidak jadi dipakai sejak")),
        Field(9, "reason", FieldKind.TEXT, N_("Alasan"), most=500),
    ),
    reach=Reach.INTERNAL,
    title=("number", "title"),
)
