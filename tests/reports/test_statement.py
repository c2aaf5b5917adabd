# SPDX-License-Identifier: Apache-2.0
"""A paper of figures: sections are lettered where there are several, charts without parts are left out."""

from datetime import datetime

from desk_app.domain.charts import Chart, Kind, Part, Series, Tone
from desk_app.reports import check_code, daily_report, document, figures, pages, statement

OFFICE = daily_report.Office("Desk Pemilu", "Kabupaten Wajo", "", "Pemilu 2024", "WITA")
BARS = Chart(Kind.ROWS, (Series("", Tone.PLAIN),), (Part("a", (1,)),))


def told(*sections: statement.Section, number: str | None = None) -> document.Document:
    moment = datetime(2024, 2, 13, 13, 0)
    return statement.build(
        statement.Statement(OFFICE, "Contoh", ("Contoh",), sections, moment, pages.setup("A4"), number=number)
    )


def kinds(paper: document.Document) -> list[str]:
    return [type(block).__name__ for block in paper.blocks]


def test_one_section_has_no_letter_and_several_have() -> None:
    alone = told(statement.Section("Satu"))
    both = told(statement.Section("Satu"), statement.Section(), statement.Section("Dua"))
    marks = [[block.mark for block in one.blocks if isinstance(block, document.Heading)] for one in (alone, both)]
    assert marks == [[""], ["A.", "B."]]


def test_what_a_section_holds_stands_in_its_order() -> None:
    table = figures.table((figures.name("Wilayah"),), [("Tempe",)], ("Jumlah",))
    section = statement.Section("X", ("kata",), ("butir",), BARS, table, ("catatan",), landscape=True)
    wanted = "Title PageBreak Heading Paragraph Clause Figure Table Paragraph"
    assert kinds(told(section)) == wanted.split()
    assert [row.cells for row in table.rows] == [("1", "Tempe"), ("", "Jumlah")]


def test_a_chart_without_parts_and_empty_notes_are_left_out() -> None:
    empty = Chart(Kind.ROWS, (), ())
    assert kinds(told(statement.Section("X", chart=empty, notes=("",)))) == ["Title", "Heading"]


def test_the_line_for_a_number_and_the_code() -> None:
    titles = [told(number=number).blocks[0] for number in (None, "", "7/2024")]
    numbers = [one.number for one in titles if isinstance(one, document.Title)]
    assert numbers[0] is None
    assert numbers[1] is not None
    assert set(numbers[1]) == {"."}
    assert numbers[2] == "7/2024"
    paper = told(statement.Section("X"))
    assert paper.footer.code == check_code.of(paper)
