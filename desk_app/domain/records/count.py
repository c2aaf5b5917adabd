# SPDX-License-Identifier: Apache-2.0
"""The declarations of the count: candidates, its rules of an event, who can open figures, and the figures themselves.

Figures never stand here in the clear: `sealed` is a box under a writing key, and a writing key is in a box for each
reader (`data/count_boxes.py`, decision 0027). So the journal, a package and a search hold nothing to add up.
"""

from desk_app.domain.records import fields
from desk_app.domain.records.declare import Field, FieldKind, Policy, Reach, RecordType
from desk_app.domain.words import N_

RACE = Field(1110, "race", FieldKind.TEXT, N_("Jenis pemilihan"), most=20)
OCCASION = Field(1111, "occasion", FieldKind.NUMBER, N_("Pemungutan ke"), least=1, most=9)
"""1: the vote itself; 2 and on: what was done again for this TPS (PSU, PSSU, PSL, PSS)."""

CANDIDATE = RecordType(
    no=48,
    name="candidate",
    label=N_("Calon"),
    key=(fields.EVENT, fields.PLACE, RACE, Field(1112, "code", FieldKind.TEXT, N_("Nomor"), most=8)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama"), most=240),
        Field(2, "kind", FieldKind.CODE, N_("Macam"), choices=("paslon", "kolom_kosong", "partai", "calon")),
        Field(3, "districts", FieldKind.TEXT, N_("Daerah pemilihan (kecamatan)"), most=4000),
        Field(4, "short", FieldKind.TEXT, N_("Nama pendek"), most=60),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("race", "code", "name"),
)

COUNT_RULES = RecordType(
    no=49,
    name="count_rules",
    label=N_("Aturan hasil suara"),
    key=(fields.EVENT, fields.PLACE),
    fields=(
        Field(1, "second_entry", FieldKind.TEXT, N_("Entri kedua"), most=400),
        Field(2, "opens", FieldKind.MOMENT, N_("Entri dibuka")),
        Field(3, "closes", FieldKind.MOMENT, N_("Entri ditutup")),
        Field(4, "lock", FieldKind.FLAG, N_("Dikunci setelah lengkap")),
        Field(5, "brief", FieldKind.FLAG, N_("Isian ringkas")),
        Field(6, "districts_see", FieldKind.FLAG, N_("Kecamatan melihat jumlahnya sendiri")),
        Field(7, "races", FieldKind.TEXT, N_("Jenis pemilihan yang disalin"), most=400),
        Field(8, "target", FieldKind.NUMBER, N_("Target partisipasi (%)"), most=10_000, scale=2),
        Field(9, "denominator", FieldKind.CODE, N_("Pembagi partisipasi"), choices=("dpt", "semua")),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("event",),
)

COUNT_READER = RecordType(
    no=52,
    name="count_reader",
    label=N_("Pembuka hasil suara"),
    key=(fields.PLACE, Field(1113, "mark", FieldKind.TEXT, N_("Kunci"), most=64)),
    fields=(
        Field(1, "name", FieldKind.TEXT, N_("Nama"), most=160),
        Field(2, "withdrawn", FieldKind.FLAG, N_("Ditarik")),
    ),
    reach=Reach.SHARED_DOWN,
    place_field="place",
    title=("name",),
)
"""The public half of the key by which an office opens figures; `mark` is that half, 32 bytes in hex."""

COUNT_WRAP = RecordType(
    no=53,
    name="count_wrap",
    label=N_("Kunci isian suara"),
    key=(
        fields.EVENT,
        fields.PLACE,
        Field(1114, "writing", FieldKind.TEXT, N_("Kunci isian"), most=32),
        Field(1113, "mark", FieldKind.TEXT, N_("Kunci"), most=64),
    ),
    fields=(Field(1, "box", FieldKind.BYTES, N_("Kotak kunci")),),
    reach=Reach.COUNTS,
    place_field="place",
    title=("writing",),
)
"""A writing key in a box that one reader opens; `writing` names it by 16 bytes in hex."""

COUNT_FORM = RecordType(
    no=54,
    name="count_form",
    label=N_("Salinan C.HASIL"),
    key=(
        fields.EVENT,
        fields.VILLAGE,
        fields.NUMBER,
        RACE,
        OCCASION,
        Field(1115, "reader", FieldKind.TEXT, N_("Penyalin"), most=40),
    ),
    fields=(
        Field(1, "sealed", FieldKind.BYTES, N_("Angka (tersegel)"), policy=Policy.BLOCKING),
        Field(2, "whole", FieldKind.FLAG, N_("Lengkap")),
        Field(3, "noted", FieldKind.FLAG, N_("Dengan catatan")),
        Field(4, "source", FieldKind.CODE, N_("Asal"), choices=("formulir", "telepon", "impor")),
    ),
    reach=Reach.COUNTS,
    place_field="village",
    indexes=(("event", "race", "occasion", "whole", "village", "number", "alive"),),
    title=("village", "number", "race"),
)
"""What one person read of one paper. `reader`: place of the office and number of the operator, `73.13.06/2`."""

COUNT_RESULT = RecordType(
    no=55,
    name="count_result",
    label=N_("Pemeriksaan hasil TPS"),
    key=(fields.EVENT, fields.VILLAGE, fields.NUMBER, RACE, OCCASION),
    fields=(
        Field(1, "sealed", FieldKind.BYTES, N_("Angka yang ditetapkan (tersegel)"), policy=Policy.BLOCKING),
        Field(2, "checked", FieldKind.BYTES, N_("Yang diverifikasi")),
        Field(3, "accepted", FieldKind.TEXT, N_("Catatan yang diterima"), most=400),
        Field(4, "reason", FieldKind.TEXT, N_("Alasan"), most=1000),
        Field(5, "locked", FieldKind.FLAG, N_("Dikunci")),
        Field(6, "reread", FieldKind.FLAG, N_("Dibaca lagi")),
        Field(7, "said", FieldKind.BYTES, N_("Alasan (tersegel)")),
    ),
    reach=Reach.COUNTS,
    place_field="village",
    title=("village", "number", "race"),
)
"""What a verifier says of one TPS and race. `checked`: the mark of all that stood when it was verified.

`said`: why notes were accepted, or the paper is to be read again, under seal: people write figures there. `reason` is
where it stood in the clear before; nothing writes it now.
"""

COUNT_RECAP = RecordType(
    no=56,
    name="count_recap",
    label=N_("Rekap D.HASIL"),
    key=(fields.EVENT, fields.PLACE, RACE),
    fields=(
        Field(1, "sealed", FieldKind.BYTES, N_("Angka (tersegel)"), policy=Policy.BLOCKING),
        Field(2, "note", FieldKind.TEXT, N_("Sumber"), most=240),
    ),
    reach=Reach.COUNTS,
    place_field="place",
    title=("place", "race"),
)
"""What a paper of a tiered recapitulation says of a region, for comparison (V15); it is in no total.

The source stands under seal with the figures: people write figures there. Nothing writes `note` now.
"""
