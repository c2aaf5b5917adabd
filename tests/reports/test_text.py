# SPDX-License-Identifier: Apache-2.0
"""Documents as text for WhatsApp."""

from desk_app.reports import daily_report, document, pages, text
from tests.reports import samples


def render(*blocks: document.Block) -> str:
    return text.render(document.Document("T", "Desk", pages.setup("A4"), blocks))


def test_headings_are_bold_and_stars_cannot_break_it() -> None:
    assert render(document.Heading("Cuaca *buruk*", "A.")) == "*A. Cuaca buruk*\n"


def test_a_table_is_a_list_without_empty_cells_and_quiet_zeros() -> None:
    table = document.Table(
        (
            document.Column("No"),
            document.Column("Kecamatan", share=1, lead=True),
            document.Column("TPS"),
            document.Column("Ada masalah !", short="ada masalah", quiet_zero=True),
            document.Column("DPT", paper_only=True),
            document.Column("Keterangan", short=""),
        ),
        (
            document.Row(("1", "Tempe", "178", "0", "48.065", "–")),
            document.Row(("2", "Bola", "0", "2", "1", "dihubungi")),
            document.Row(("", "Jumlah", "178", "2", "48.066", ""), document.RowKind.TOTAL),
        ),
    )
    assert render(table) == (
        "1. *Tempe*: TPS 178\n2. *Bola*: TPS 0; ada masalah 2; dihubungi\n*Jumlah*: TPS 178; ada masalah 2\n"
    )


def test_an_empty_table_says_nihil() -> None:
    assert render(document.Table((document.Column("No"),), ())) == "*NIHIL*\n"


def test_long_cells_get_a_line_each() -> None:
    table = document.Table(
        (document.Column("No"), document.Column("Lokasi", lead=True), document.Column("Saran")),
        (document.Row(("1", "TPS 005", "Tambah\nterpal")),),
        text_form=document.TextForm.LINES,
    )
    assert render(table) == "1. *TPS 005*\nSaran: Tambah terpal\n"


def test_what_a_telephone_needs_not_is_left_out() -> None:
    said = text.render(daily_report.build(samples.daily()))
    assert "PEMERINTAH KABUPATEN WAJO" not in said
    assert "NIP" not in said
    assert "Tembusan" not in said
    assert "\n\n\n" not in said


def test_moment_and_code_close_the_message() -> None:
    paper = daily_report.build(samples.daily())
    last, code = text.render(paper).rstrip("\n").split("\n")[-2:]
    assert last.replace("\u00a0", " ") == "_Data per 13 Februari 2024 pukul 15.00 WITA_"
    assert code == f"_Kode pemeriksaan dokumen: {paper.footer.code}_"


def test_a_heading_of_what_is_left_out_is_left_out() -> None:
    omitted = document.Table((document.Column("A"),), (document.Row(("x",)),), text_form=document.TextForm.OMIT)
    told = document.Table((document.Column("A", lead=True),), (document.Row(("y",)),))
    said = render(
        document.Heading("Rinci"), document.PageBreak(), omitted, document.Heading("Singkat"), told,
        document.Heading("Kata"), document.Paragraph("Ada"), omitted,
    )
    assert "RINCI" not in said.upper()
    assert "*Singkat*" in said
    assert "*Kata*" in said


def test_the_letters_follow_each_other_without_what_is_left_out() -> None:
    omitted = document.Table((document.Column("A"),), (document.Row(("x",)),), text_form=document.TextForm.OMIT)
    said = render(
        document.Heading("Satu", "A."), document.Paragraph("a"),
        document.Heading("Bagan", "B."), omitted,
        document.Heading("Dua", "C."), document.Paragraph("b"),
        document.Heading("Pertama", "1."), document.Paragraph("c"),
        document.Heading("Rinci", "2."), omitted,
        document.Heading("Tanpa huruf"), document.Paragraph("d"),
        document.Heading("Ketiga", "3."), document.Paragraph("e"),
        document.Heading("Tiga", "D."), document.Paragraph("f"),
        document.Heading("Pertama lagi", "1."), document.Paragraph("g"),
        document.Chapter("BAB II", "LAIN"),
        document.Heading("Bagan", "A."), omitted,
        document.Heading("Empat", "B."), document.Paragraph("h"),
        document.Heading("Lima", "C."), document.Paragraph("i"),
    )
    headings = [line.strip("*") for line in said.splitlines() if line.startswith("*")]
    assert headings == [
        "A. Satu", "B. Dua", "1. Pertama", "Tanpa huruf", "2. Ketiga", "C. Tiga", "1. Pertama lagi",
        "BAB II LAIN", "A. Empat", "B. Lima",
    ]
