# SPDX-License-Identifier: Apache-2.0
"""Who signs a paper and to whom it goes."""

from datetime import date

from desk_app.operations import change_settings, papers, printing, signatories
from desk_app.operations.desk import Desk

DAILY = papers.Asked()


def test_who_signs(wajo: Desk) -> None:
    secretary = signatories.add_signatory(wajo, {"office": "Sekretaris Daerah", "valid_to": date(2024, 2, 13)})
    head = signatories.add_signatory(wajo, {"office": "Bupati Wajo"})
    assert printing.make(wajo, DAILY).signatory.startswith("SEKRETARIS DAERAH")
    assert printing.make(wajo, papers.Asked(printing.TEAM_STRUCTURE)).signatory == "BUPATI WAJO"
    assert printing.make(wajo, papers.Asked(signatory=papers.NOBODY)).signatory == ""
    assert printing.make(wajo, papers.Asked(day=date(2024, 2, 14))).signatory == "BUPATI WAJO"
    assert [row.no for row in papers.signatories_for(wajo, printing.TEAM_STRUCTURE)] == [head, secretary]


def test_to_whom_it_goes(wajo: Desk) -> None:
    assert papers.addressed_to(wajo) == "Gubernur Sulawesi Selatan"
    change_settings.set_many(wajo, {"addressed_to": "Desk Provinsi"})
    assert "Kepada: Desk Provinsi" in printing.make(wajo, DAILY).text()
    assert "Kepada: Camat" in printing.make(wajo, papers.Asked(addressed_to="Camat")).text()
