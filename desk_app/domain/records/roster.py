# SPDX-License-Identifier: Apache-2.0
"""The declarations of who is away, who sits in the posko and when, what is handed over, and phones (internal)."""

from desk_app.domain.records.declare import Field, FieldKind, Reach, RecordType
from desk_app.domain.words import N_

MINUTES = 24 * 60

LEAVE = RecordType(
    no=40,
    name="leave",
    label=N_("Cuti dan dinas luar"),
    fields=(
        Field(1, "member", FieldKind.RECORD, N_("Anggota tim")),
        Field(2, "first", FieldKind.DATE, N_("Mulai"), most=10),
        Field(3, "last", FieldKind.DATE, N_("Sampai"), most=10),
        Field(4, "reason", FieldKind.TEXT, N_("Alasan"), most=20),
    ),
    reach=Reach.SHARED_DOWN,
    parent="member",
    indexes=(("member",),),
    title=("reason", "first", "last"),
)

SHIFT = RecordType(
    no=41,
    name="shift",
    label=N_("Piket posko"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("Posko"), most=40),
        Field(3, "day", FieldKind.DATE, N_("Tanggal"), most=10),
        Field(4, "start", FieldKind.NUMBER, N_("Mulai pukul"), most=MINUTES - 1),
        Field(5, "end", FieldKind.NUMBER, N_("Sampai pukul"), most=MINUTES),
        Field(6, "member", FieldKind.RECORD, N_("Anggota tim")),
        Field(7, "person", FieldKind.TEXT, N_("Petugas di luar tim"), most=160, personal=True),
        Field(8, "note", FieldKind.TEXT, N_("Catatan"), most=400),
    ),
    place_field="place",
    indexes=(("event", "day"), ("member",)),
    title=("day", "person"),
)

HANDOVER = RecordType(
    no=42,
    name="handover",
    label=N_("Serah terima piket"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("Posko"), most=40),
        Field(3, "at", FieldKind.MOMENT, N_("Waktu")),
        Field(4, "from_shift", FieldKind.RECORD, N_("Piket yang menyerahkan")),
        Field(5, "to_shift", FieldKind.RECORD, N_("Piket yang menerima")),
        Field(6, "text", FieldKind.TEXT, N_("Catatan serah terima"), most=10_000),
        Field(7, "matters", FieldKind.TEXT, N_("Yang belum selesai"), most=10_000),
    ),
    place_field="place",
    indexes=(("event", "at"),),
    title=("text",),
)

PHONE = RecordType(
    no=43,
    name="phone",
    label=N_("Nomor telepon"),
    fields=(
        Field(1, "owner", FieldKind.RECORD, N_("Milik")),
        Field(2, "number", FieldKind.TEXT, N_("Nomor telepon"), most=40, personal=True),
        Field(3, "note", FieldKind.TEXT, N_("Catatan"), most=200),
    ),
    reach=Reach.INTERNAL,
    indexes=(("owner",),),
    title=("note",),
)
