# SPDX-License-Identifier: Apache-2.0
"""The columns of the list of TPS, what stands in them, and the orders in which it is read."""

from collections.abc import Sequence
from typing import Any

from desk_app.base.text import _
from desk_app.domain import localities, places, risk
from desk_app.operations import level_words, stations
from desk_app.operations.desk import Desk
from ui.widgets import columns, marks

ORDERS = {
    "number": stations.Order.NUMBER,
    "village": stations.Order.PLACE,
    "dpt": stations.Order.DPT,
    "state": stations.Order.READINESS,
    "issues": stations.Order.ISSUES,
    "risk": stations.Order.RISK,
    "site": stations.Order.SITE,
}


def columns_of(desk: Desk) -> Sequence[columns.Column]:
    """The columns as this office needs them."""
    nouns = localities.words_for(desk.identity.place)
    labels = {one.value: _(words) for one, words in risk.CLASS_LABELS.items()}
    listed = [
        columns.Column("number", _("TPS"), 56, text=lambda number: f"{number:03d}"),
        columns.Column("village", level_words.villages(desk), 150, stretches=True),
        columns.Column("district", nouns.district, 116, sortable=False),
        columns.Column("dpt", _("DPT"), 64, "right"),
        columns.Column("state", _("Kesiapan"), 92),
        columns.Column("issues", _("Masalah"), 72, "right", hint=_("Permasalahan terbuka")),
        columns.Column("risk", _("Kerawanan"), 110, text=lambda code: labels.get(code, code)),
        columns.Column("indicators", _("Indikator"), 76, "right", sortable=False),
        columns.Column("male", _("L"), 56, "right", sortable=False),
        columns.Column("female", _("P"), 56, "right", sortable=False),
        columns.Column("site", _("Tempat TPS"), 180),
    ]
    if desk.identity.level == places.Level.DISTRICT.value:
        listed = [column for column in listed if column.key != "district"]
    return listed


def cell(row: stations.StationRow, key: str) -> Any:
    """What stands in a column of a TPS."""
    match key:
        case "village":
            return row.village_label
        case "district":
            return row.district_name
        case "state":
            return marks.Marked(f"{row.answered}/{row.required}", row.state.value)
        case "issues":
            return marks.Marked(str(row.open_issues), "masalah") if row.open_issues else None
        case "indicators":
            return row.indicators or None
        case "male":
            return row.dpt_male
        case "female":
            return row.dpt_female
        case _:
            return getattr(row, key)
