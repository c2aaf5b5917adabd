# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K: what the office finds, as lines of the list under the search line."""

from desk_app.operations import search
from desk_app.operations.desk import Desk
from ui.widgets import search_box

ICONS = {
    search.FoundKind.PLACE: "tempat",
    search.FoundKind.STATION: "data_tps",
    search.FoundKind.ISSUE: "permasalahan",
    search.FoundKind.TEAM: "tim",
    search.FoundKind.MEMBER: "orang",
    search.FoundKind.DECREE: "laporan",
    search.FoundKind.LOG_LINE: "buku_posko",
    search.FoundKind.PAPER: "cetak",
    search.FoundKind.SHIPMENT: "logistik",
    search.FoundKind.ACTIVITY: "kegiatan",
    search.FoundKind.TASK: "kegiatan",
    search.FoundKind.CONTACT: "orang",
    search.FoundKind.INDICATOR: "kegiatan",
    search.FoundKind.REPORT: "laporan",
}


def find(desk: Desk, typed: str) -> list[search_box.Hit]:
    """Everything that what was typed may mean; for a worker."""
    return [
        search_box.Hit(one.title, one.detail, ICONS[one.kind], one.target.page.value, one.target)
        for one in search.search(desk, typed)
    ]
