# SPDX-License-Identifier: Apache-2.0
"""The paper of a day of the Buku Posko: its own lines, duty, no numbers, nothing in confidence; issued once."""

from datetime import date

from desk_app.operations import issues, logbook, papers, printing, printing_book, team_roster
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA
from tests.small_offices import NOW

TODAY, YESTERDAY = date(2024, 2, 13), date(2024, 2, 12)


def gathered(desk: Desk, day: date = TODAY, as_of: int = NOW) -> list[tuple[str, str, str]]:
    found = printing_book.gather(desk, printing_book.Setting(day, as_of, "A4", None, None))
    return [(f"{one.at:%H.%M}", one.sender, one.text) for one in found.lines]


def test_the_lines_of_a_day_in_their_order(wajo: Desk) -> None:
    logbook.add_line(wajo, "kemarin", at=NOW - 86_400)
    logbook.add_line(wajo, "Hujan", "081234567890", at=NOW)
    logbook.add_line(wajo, "Pohon tumbang", "Camat Belawa", "hubungi BPBD", BELAWA, NOW - 60)
    logbook.add_line(wajo, "besok", at=NOW + 86_400)
    assert gathered(wajo) == [
        ("12.59", "Camat Belawa", "Pohon tumbang"),
        ("13.00", "WA …7890", "Hujan"),
    ]
    assert gathered(wajo, YESTERDAY) == [("13.00", "", "kemarin")]


def test_what_became_an_issue_in_confidence_is_counted_only(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "Uang dibagikan di pasar", "Warga")
    other = logbook.add_line(wajo, "Camat berkampanye", "Warga")
    issue = logbook.promote(wajo, no)
    issues.edit_issue(wajo, issue, confidential=True)
    issues.edit_issue(wajo, logbook.promote(wajo, other), category="NET")
    found = printing_book.gather(wajo, printing_book.Setting(TODAY, wajo.now(), "A4", None, None))
    assert [one.text for one in found.lines] == ["Dugaan: Camat berkampanye"]
    assert found.withheld == 1
    made = printing.make(wajo, papers.Asked(printing.BOOK))
    assert "Uang" not in made.text()


def test_who_was_on_duty_that_day(wajo: Desk) -> None:
    team_roster.new_shift(wajo, TODAY.isoformat(), 7 * 60, 19 * 60, person="Andi")
    team_roster.new_shift(wajo, YESTERDAY.isoformat(), 7 * 60, 19 * 60, person="Besse")
    found = printing_book.gather(wajo, printing_book.Setting(TODAY, wajo.now(), "A4", None, None))
    assert [(one.hours, one.name) for one in found.shifts] == [("07.00–19.00", "Andi")]


def test_it_is_issued_and_comes_back_as_it_was(wajo: Desk) -> None:
    logbook.add_line(wajo, "Hujan", "PLN")
    made = printing.make(wajo, papers.Asked(printing.BOOK, day=TODAY))
    assert made.pdf().startswith(b"%PDF")
    printing.issue(wajo, made)
    wajo.now = lambda: NOW + 3600
    again = printing.make(wajo, papers.Asked(printing.BOOK, day=TODAY))
    assert again.issued is not None
    assert again.code == made.code
    logbook.add_line(wajo, "Padam")
    later = printing.make(wajo, papers.Asked(printing.BOOK, day=TODAY))
    assert later.issued is None
    assert "Padam" in later.text()
    assert "naskah final" in later.remarks[0].words.message
    assert "pukul\u00a014.00" in later.document.footer.as_of
