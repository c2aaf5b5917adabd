# SPDX-License-Identifier: Apache-2.0
"""The declarations of a shipment of election goods, its lines, and a word about how much lies where (domain.md §2.4).

A shipment belongs to the place it goes to, so that who sends it and who receives it write about the same record.
"""

from desk_app.domain.records.declare import Field, FieldKind, Policy, RecordType
from desk_app.domain.words import N_

_MOST = 10_000_000

SHIPMENT = RecordType(
    no=80,
    name="shipment",
    label=N_("Pengiriman logistik"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "origin", FieldKind.TEXT, N_("Dari"), most=40),
        Field(3, "place", FieldKind.TEXT, N_("Tujuan"), most=40),
        Field(4, "sender", FieldKind.TEXT, N_("Pengirim"), most=160),
        Field(5, "planned_at", FieldKind.MOMENT, N_("Rencana berangkat")),
        Field(6, "sent_at", FieldKind.MOMENT, N_("Berangkat")),
        Field(7, "arrived_at", FieldKind.MOMENT, N_("Tiba"), policy=Policy.BLOCKING),
        Field(8, "deadline", FieldKind.MOMENT, N_("Batas tiba")),
        Field(9, "carrier", FieldKind.TEXT, N_("Pengangkut"), most=160),
        Field(10, "vehicle", FieldKind.TEXT, N_("Kendaraan"), most=80),
        Field(11, "waybill", FieldKind.TEXT, N_("Nomor surat jalan"), most=80),
        Field(12, "receipt", FieldKind.TEXT, N_("Nomor BTTB"), most=80),
        Field(13, "received_by", FieldKind.TEXT, N_("Diterima oleh (jabatan)"), most=160),
        Field(14, "arrived_place", FieldKind.TEXT, N_("Tiba di tempat lain"), most=40),
        Field(15, "note", FieldKind.TEXT, N_("Catatan"), most=2000),
        Field(16, "issue", FieldKind.RECORD, N_("Permasalahan")),
        Field(20, "right_kind", FieldKind.FLAG, N_("Tepat jenis")),
        Field(21, "right_quantity", FieldKind.FLAG, N_("Tepat jumlah")),
        Field(22, "right_quality", FieldKind.FLAG, N_("Tepat kualitas")),
        Field(23, "right_time", FieldKind.FLAG, N_("Tepat waktu")),
        Field(24, "right_target", FieldKind.FLAG, N_("Tepat sasaran")),
        Field(25, "right_cost", FieldKind.FLAG, N_("Tepat biaya")),
        Field(30, "reason_kind", FieldKind.TEXT, N_("Alasan (jenis)"), most=500),
        Field(31, "reason_quantity", FieldKind.TEXT, N_("Alasan (jumlah)"), most=500),
        Field(32, "reason_quality", FieldKind.TEXT, N_("Alasan (kualitas)"), most=500),
        Field(33, "reason_time", FieldKind.TEXT, N_("Alasan (waktu)"), most=500),
        Field(34, "reason_target", FieldKind.TEXT, N_("Alasan (sasaran)"), most=500),
        Field(35, "reason_cost", FieldKind.TEXT, N_("Alasan (biaya)"), most=500),
    ),
    place_field="place",
    indexes=(("event", "place"), ("event", "origin"), ("event", "arrived_at")),
    title=("waybill", "place"),
    found_by=("waybill", "receipt", "note"),
)

SHIPMENT_LINE = RecordType(
    no=81,
    name="shipment_line",
    label=N_("Barang kiriman"),
    fields=(
        Field(1, "shipment", FieldKind.RECORD, N_("Pengiriman")),
        Field(2, "item", FieldKind.TEXT, N_("Butir"), most=60),
        Field(3, "planned", FieldKind.NUMBER, N_("Kebutuhan"), most=_MOST, policy=Policy.BLOCKING),
        Field(4, "sent", FieldKind.NUMBER, N_("Dikirim"), most=_MOST, policy=Policy.BLOCKING),
        Field(5, "received", FieldKind.NUMBER, N_("Diterima"), most=_MOST, policy=Policy.BLOCKING),
        Field(6, "damaged", FieldKind.NUMBER, N_("Rusak"), most=_MOST, policy=Policy.BLOCKING),
        Field(7, "wet", FieldKind.NUMBER, N_("Basah"), most=_MOST, policy=Policy.BLOCKING),
        Field(8, "note", FieldKind.TEXT, N_("Catatan"), most=500),
    ),
    parent="shipment",
    indexes=(("shipment",),),
    title=("item",),
)

STOCK_REPORT = RecordType(
    no=82,
    name="stock_report",
    label=N_("Posisi logistik"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("Wilayah"), most=40),
        Field(3, "stage", FieldKind.TEXT, N_("Tiba di"), most=20),
        Field(4, "item", FieldKind.TEXT, N_("Butir"), most=60),
        Field(5, "count", FieldKind.NUMBER, N_("Jumlah"), most=_MOST, policy=Policy.BLOCKING),
        Field(6, "total", FieldKind.NUMBER, N_("Dari"), most=_MOST, policy=Policy.BLOCKING),
        Field(7, "short", FieldKind.NUMBER, N_("Kurang"), most=_MOST, policy=Policy.BLOCKING),
        Field(8, "damaged", FieldKind.NUMBER, N_("Rusak"), most=_MOST, policy=Policy.BLOCKING),
        Field(9, "wet", FieldKind.NUMBER, N_("Basah"), most=_MOST, policy=Policy.BLOCKING),
        Field(10, "hour", FieldKind.MOMENT, N_("Pukul")),
        Field(11, "source", FieldKind.TEXT, N_("Sumber"), most=120),
        Field(12, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    place_field="place",
    indexes=(("event", "place"),),
    title=("place", "stage"),
)
