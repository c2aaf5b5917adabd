# SPDX-License-Identifier: Apache-2.0
"""The declarations of an answer about a place, and of a recap that stands until details replace it."""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Policy, RecordType
from desk_app.domain.words import N_

ANSWER = RecordType(
    no=5,
    name="answer",
    label=N_("Isian kesiapan"),
    key=(fields.EVENT, fields.SUBJECT, Field(1009, "item", FieldKind.TEXT, N_("Butir"), most=60)),
    fields=(
        Field(
            1,
            "choice",
            FieldKind.CODE,
            N_("Jawaban"),
            choices=("done", "not_yet", "not_needed"),
            policy=Policy.BLOCKING,
        ),
        Field(2, "quantity", FieldKind.NUMBER, N_("Jumlah"), most=10_000_000, policy=Policy.BLOCKING),
        Field(3, "note", FieldKind.TEXT, N_("Catatan"), most=2000),
        Field(4, "version", FieldKind.NUMBER, N_("Versi ceklis"), most=10_000),
        Field(5, "written", FieldKind.TEXT, N_("Isian tertulis"), most=2000, policy=Policy.BLOCKING),
    ),
    place_field="subject",
    title=("subject", "item"),
)

RECAP = RecordType(
    no=6,
    name="recap",
    label=N_("Rekap"),
    fields=(
        Field(1, "event", FieldKind.TEXT, N_("Pemilihan"), most=40),
        Field(2, "place", FieldKind.TEXT, N_("Wilayah"), most=40),
        Field(3, "item", FieldKind.TEXT, N_("Butir"), most=60),
        Field(4, "count", FieldKind.NUMBER, N_("Jumlah"), most=10_000_000, policy=Policy.BLOCKING),
        Field(5, "total", FieldKind.NUMBER, N_("Dari"), most=10_000_000, policy=Policy.BLOCKING),
        Field(6, "hour", FieldKind.MOMENT, N_("Pukul")),
        Field(7, "source", FieldKind.TEXT, N_("Sumber"), most=120),
        Field(8, "note", FieldKind.TEXT, N_("Catatan"), most=1000),
    ),
    place_field="place",
    indexes=(("event", "place", "item"),),
    title=("place", "item"),
)
