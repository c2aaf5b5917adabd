# SPDX-License-Identifier: Apache-2.0
"""A whole paper as a Word file: all its words, the same bytes twice, nobody's name in its description."""

import io
import zipfile

from desk_app.reports import daily_report, document, pdf_fonts, team_structure, word
from tests.reports import pages_read, samples, word_read


def test_the_words_of_the_paper_stand_in_the_file() -> None:
    told = daily_report.build(samples.daily(issue_count=8))
    file = word_read.opened(told)
    inside = pages_read.letters("".join(file.element.body.itertext()))
    said = ("LAPORAN HARIAN", "KESIAPAN TPS PER KECAMATAN", "Sabangparu", "1.146", "Demikian laporan")
    for one in (*said, samples.SIGNATURE.name):
        assert pages_read.letters(one) in inside
    assert len(file.tables) >= 5


def test_equal_papers_give_equal_bytes() -> None:
    told = team_structure.build(samples.structure())
    made = word.render(told)
    assert made == word.render(told)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if "thumbnail" in name or "customXml" in name]


def test_the_description_names_the_office_and_no_person_and_no_hour() -> None:
    core = word_read.part(daily_report.build(samples.daily()), "docProps/core.xml")
    assert samples.OFFICE.desk in core
    for left_out in ("python-docx", "lastModifiedBy", "created", "modified"):
        assert left_out not in core


def test_another_figure_gives_other_bytes() -> None:
    one, other = (word.render(word_read.paper(document.Paragraph(text))) for text in ("1.146", "1.147"))
    assert one != other


def test_five_thousand_rows_are_all_there() -> None:
    pdf_fonts.register()
    rows = tuple(document.Row((str(number), f"Baris {number}")) for number in range(1, 5001))
    columns = (document.Column("No", align=document.Align.RIGHT), document.Column("Isi", share=1.0))
    text = word_read.part(word_read.paper(document.Table(columns, rows)))
    assert text.count("<w:tr>") == 5001
    assert "Baris 5000" in text
