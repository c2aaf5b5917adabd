# SPDX-License-Identifier: Apache-2.0
"""A code typed from a paper, or what its QR holds, tells which paper it is and whether it counts."""

import pytest

from desk_app.domain import errors
from desk_app.operations import change_settings, daily_reports, paper_codes, papers, printing, printing_register
from desk_app.operations.desk import Desk
from desk_app.reports import key_figures


def test_typed_as_one_likes(wajo: Desk) -> None:
    made = printing.make(wajo, papers.Asked(number="100/5"))
    no = printing.issue(wajo, made)
    for typed in (made.code, made.code.lower(), made.code.replace("-", " "), f"  {made.code}\n"):
        found = paper_codes.find(wajo, typed)
        assert (found.line.paper.no, found.is_last, found.mistyped) == (no, True, False)
    assert found.line.paper.number == "100/5"
    assert found.line.paper.figures == made.figures != ""
    assert "terbitan terakhir" in str(found.words)
    assert printing_register.kept_pdf(wajo, found.line.paper.no) == made.pdf()


def test_a_later_issue_is_named(wajo: Desk) -> None:
    first = printing.make(wajo, papers.Asked())
    printing.issue(wajo, first)
    daily_reports.write_report(wajo, situation="Hujan.")
    second = printing.make(wajo, papers.Asked())
    printing.issue(wajo, second)
    daily_reports.write_report(wajo, situation="Reda.")
    third = printing.make(wajo, papers.Asked())
    newest = printing.issue(wajo, third)
    found = paper_codes.find(wajo, first.code)
    assert not found.is_last
    assert found.newest.paper.no == newest
    assert third.code in str(found.words)


def test_one_wrong_letter_is_seen_and_two_are_not(wajo: Desk) -> None:
    made = printing.make(wajo, papers.Asked())
    printing.issue(wajo, made)
    other = {letter: "A" if letter != "A" else "B" for letter in made.code}
    wrong = other[made.code[0]] + made.code[1:]
    found = paper_codes.find(wajo, wrong)
    assert (found.mistyped, found.line.paper.code) == (True, made.code)
    worse = wrong[:-1] + other[made.code[-1]]
    with pytest.raises(errors.NotFound, match="konsep"):
        paper_codes.find(wajo, worse)
    with pytest.raises(errors.Refused, match="Huruf"):
        paper_codes.find(wajo, "0" + worse[1:-2] + "1" + worse[-1])
    with pytest.raises(errors.Refused, match="16"):
        paper_codes.find(wajo, "ABCD")


def test_the_figures_of_a_qr_are_compared(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"paper_qr": "ya"})
    made = printing.make(wajo, papers.Asked())
    printing.issue(wajo, made)
    held = made.document.footer.qr
    assert key_figures.read(held)[0] == made.code
    assert paper_codes.find(wajo, held).different == ()
    changed = held.replace("TPS 9", "TPS 8")
    assert changed != held
    found = paper_codes.find(wajo, changed)
    assert found.different == (("TPS 8", "TPS 9"),)
    assert "Angka" in str(found.words)


def test_no_qr_unless_the_office_wants_one(wajo: Desk) -> None:
    assert printing.make(wajo, papers.Asked()).document.footer.qr == ""
