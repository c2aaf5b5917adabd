# SPDX-License-Identifier: Apache-2.0
"""Table T9 and its text."""


from desk_app.domain.revotes import Kind, State
from desk_app.operations import revote_register, revote_text, revotes
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps

ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)


def test_table_and_text(wajo: Desk) -> None:
    assert "NIHIL" in revote_text.whatsapp_text(wajo, [])
    made = revotes.note(
        wajo, [ONE, TWO], Kind.REPEATED, ordered_by="bawaslu", basis="015/2024", ordered_on="2024-02-16"
    )
    revotes.note_held(wajo, made[:1], "2024-02-21", users=240)
    found = revote_register.rows(wajo)
    cells = revote_text.table(found)
    assert len(cells[0]) == len(revote_text.HEADINGS)
    assert cells[1][:4] == [2, "PSU", "TPS 005, Kel. Maddukelleng", "Kecamatan Tempe"]
    assert revote_register.summary(found) == [
        ("PSU", {State.RECOMMENDED: 1, State.ORDERED: 0, State.HELD: 1, State.NOT_HELD: 0})
    ]
    text = revote_text.whatsapp_text(wajo, found, most=1)
    assert "*PSU*: 2 TPS (direkomendasikan 1, dilaksanakan 1)" in text
    assert text.endswith("… dan 1 lainnya\n")
