# SPDX-License-Identifier: Apache-2.0
"""The declaration of a decision: on what evidence somebody settled what two offices had typed differently."""

from desk_app.domain.records.declare import Field, FieldKind, RecordType
from desk_app.domain.words import N_

DECISION = RecordType(
    no=21,
    name="decision",
    label=N_("Klarifikasi"),
    fields=(
        # A reference to the change that settled it, which names record, field, values and operator at every office.
        Field(1, "change", FieldKind.RECORD, N_("Isian yang diklarifikasi")),
        Field(2, "basis", FieldKind.TEXT, N_("Dasar/bukti"), most=2000),
    ),
    parent="change",
    indexes=(("change",),),
    title=("basis",),
)
