# SPDX-License-Identifier: Apache-2.0
"""The columns with which a sheet of TPS begins."""

from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import station_lines
from tests.regency_offices import MADDUKELLENG, STATIONS, tps


def test_each_tps_with_where_it_lies(wajo: Desk) -> None:
    found = {one.subject: one for one in station_lines.read(wajo)}
    assert len(found) == len(STATIONS)
    one = found[tps(MADDUKELLENG, 5)]
    assert one.cells == {
        "no": one.subject, "in_district": "Tempe", "in_village": "Maddukelleng", "number": 5, "dpt": 287}
    assert station_lines.title(one.cells) == "TPS 005 · Maddukelleng, Tempe"
    assert {one.dpt for one in found.values() if one.dpt is None} == {None}, "one number missing: no sum"
