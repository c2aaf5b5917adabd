# SPDX-License-Identifier: Apache-2.0
"""Key fields that several kinds of record share."""

from desk_app.domain.records.declare import Field, FieldKind
from desk_app.domain.words import N_

EVENT = Field(1001, "event", FieldKind.TEXT, N_("Pemilihan"), most=40)
VILLAGE = Field(1002, "village", FieldKind.TEXT, N_("Desa/Kelurahan"), most=13)
NUMBER = Field(1003, "number", FieldKind.NUMBER, N_("Nomor TPS"), least=1, most=999)
SUBJECT = Field(1004, "subject", FieldKind.TEXT, N_("Tempat"), most=40)
PLACE = Field(1005, "place", FieldKind.TEXT, N_("Wilayah"), most=40)
