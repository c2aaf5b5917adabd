# SPDX-License-Identifier: Apache-2.0
"""TPS yang belum lapor: for every account, with whom to call and no figure of votes."""

from desk_app.operations import contacts
from desk_app.operations.desk import Desk
from tests import counting_people
from tests.operations.paper_kinds import counted, shown
from tests.regency_offices import BELAWA_VILLAGE, TEMPE


def test_who_may_see_no_total_has_the_list(wajo: Desk) -> None:
    counted.fill(wajo)
    contacts.new_contact(wajo, "Kelurahan", person="Baso", office="Lurah", place=BELAWA_VILLAGE, phone="0812 0000 0000")
    with counting_people.somebody(wajo, "Sitti"):
        paper = counted.made(wajo, "belum-lapor")
    [table] = shown.tables(paper)
    assert [row.cells[0] for row in table.rows if len(row.cells) == 1] == ["Kecamatan Tempe", "Kecamatan Belawa"]
    assert shown.cells(table, "TPS") == ["TPS 001", "TPS 005", "TPS 001", "TPS 002", "TPS 901"]
    assert "0812" in " ".join(shown.cells(table, "Dihubungi"))
    assert "0812" not in paper.text(), "phones are on no message"
    assert counted.noticed(paper)


def test_all_have_reported(wajo: Desk) -> None:
    counted.fill(wajo)
    paper = counted.made(wajo, "belum-lapor", area="73.13.06.1003")
    assert "Semua TPS sudah lapor" in shown.said(paper)
    assert len(shown.tables(counted.made(wajo, "belum-lapor", area=TEMPE))[0].rows) == 3
