# SPDX-License-Identifier: Apache-2.0
"""Laporan kegiatan from a real office."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desk_app.operations import (
    activities,
    activity_register,
    activity_text,
    attachments,
    issues,
    papers,
    printing,
    visits,
)
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests import photographs
from tests.operations.paper_kinds import meetings

DAY = papers.Asked(catalogue.ACTIVITIES.key, day=date(2024, 2, 13))


def campaign(desk: Desk, title: str, day: str, **more: object) -> int:
    return activities.new_activity(desk, title, "kampanye", from_day=day, **more)


def test_a_day_and_several(wajo: Desk) -> None:
    assert "NIHIL" in printing.make(wajo, DAY).text()
    campaign(wajo, "Sore", "2024-02-13", from_minute=900, figures="Ketua DPD", pair="Paslon 1", participants=1250)
    campaign(wajo, "Pagi", "2024-02-13", from_minute=480)
    campaign(wajo, "Esok", "2024-02-14")
    batal = campaign(wajo, "Batal", "2024-02-13")
    activities.cancel(wajo, batal)
    said = printing.make(wajo, DAY).text()
    assert "LAPORAN HARIAN PELAKSANAAN KAMPANYE" in said
    assert said.index("1. *Pagi*") < said.index("2. *Sore*")
    assert "jumlah peserta: 1.250" in said
    assert "Esok" not in said
    assert "Batal" not in said
    activities.new_activity(wajo, "Rapat", "rakor", from_day="2024-02-14")
    both = printing.make(wajo, replace(DAY, until=date(2024, 2, 14))).text()
    assert "*LAPORAN KEGIATAN*" in both
    assert "Esok" in both


def test_one_with_its_photos(wajo: Desk, tmp_path: Path) -> None:
    no = campaign(wajo, "Kampanye", "2024-02-13")
    campaign(wajo, "Lain", "2024-02-13")
    plain = printing.make(wajo, replace(DAY, record=no))
    for number in range(11):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(photographs.jpeg((64, 48), seed=number))
        attachments.add(wajo, no, path, caption=f"Suasana {number}")
    made = printing.make(wajo, replace(DAY, record=no))
    assert "Foto: 9" in made.text()
    assert "2 (dua) lampiran lain" in made.text()
    assert "Lain" not in made.text()
    assert made.code != plain.code
    assert made.pdf().count(b"/Subtype /Image") >= 9


def test_one_with_what_was_written_of_it(wajo: Desk) -> None:
    no = campaign(wajo, "Kampanye", "2024-02-13", result="Berjalan tertib.")
    assert "Berjalan tertib." in printing.make(wajo, replace(DAY, record=no)).text()
    draft = activity_text.draft(wajo, activity_register.activity(wajo, no))
    activities.finish_report(wajo, no, f"{draft}\nDua orang pingsan.")
    said = printing.make(wajo, replace(DAY, record=no)).text()
    assert "Dua orang pingsan." in said
    assert "Kegiatan: Kampanye" in said
    assert said.count("LAPORAN KAMPANYE") == 0
    assert "Dua orang" not in printing.make(wajo, DAY).text()


def test_a_finding_in_confidence_is_not_told_though_the_report_has_it(wajo: Desk) -> None:
    no = meetings.journey(wajo)
    found = activity_register.activity(wajo, no)
    activities.finish_report(wajo, no, activity_text.draft(wajo, found))
    issue = visits.raise_issue(wajo, found.visits[0].no)
    assert "Atap bocor" in printing.make(wajo, replace(DAY, record=no)).text()
    issues.edit_issue(wajo, issue, confidential=True)
    said = printing.make(wajo, replace(DAY, record=no)).text()
    assert "Atap bocor" not in said
    assert "(dirahasiakan)" in said
