# SPDX-License-Identifier: Apache-2.0
"""The rows of a form: on one page while they can be, none torn, none lost, boxes that a pen can tick."""

import dataclasses

import pytest

from desk_app.domain.checklists import ItemKind
from desk_app.reports import checklist_form, pdf_bulk_layout
from tests.reports import form_samples

LEAST_BOX = 9.9
"""Points: three and a half millimetres."""


def laid(
    paper: str, kind: checklist_form.Kind, form: checklist_form.Form | None = None
) -> tuple[pdf_bulk_layout.Layout, float]:
    page = checklist_form.setup(paper)
    return pdf_bulk_layout.lay_out(kind, page, form), page.text_height * pdf_bulk_layout.POINTS


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("items", [1, 12, 30, 40])
def test_forty_items_stand_on_one_page(paper: str, items: int) -> None:
    layout, height = laid(paper, form_samples.kind(items))
    [page] = layout.pages
    assert page.is_last
    assert page.end + pdf_bulk_layout.LEGEND + pdf_bulk_layout.SIGN + pdf_bulk_layout.FOOT <= height + 0.01
    assert layout.density.box >= LEAST_BOX


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("items", [41, 60, 150])
@pytest.mark.parametrize("long", [False, True])
def test_every_item_is_there_once_and_none_leaves_its_page(paper: str, items: int, long: bool) -> None:
    kind = form_samples.kind(items, long)
    layout, height = laid(paper, kind)
    found = [row.line.no for page in layout.pages for row in page.rows if row.line is not None]
    assert found == list(range(1, items + 1))
    for page in layout.pages:
        room = pdf_bulk_layout.LEGEND + pdf_bulk_layout.FOOT + (pdf_bulk_layout.SIGN if page.is_last else 0)
        assert page.end + room <= height + 0.01
        assert page.rows[-1].y + page.rows[-1].tall == pytest.approx(page.end)
        # A heading is never the last on its page.
        assert page.rows[-1].line is not None
    assert [page.is_last for page in layout.pages] == [*[False] * (len(layout.pages) - 1), True]
    assert len(layout.pages) > 1 or items < 60


def test_rows_do_not_overlap() -> None:
    layout, _ = laid("A4", form_samples.kind(40, long=True))
    for page in layout.pages:
        for row, following in zip(page.rows, page.rows[1:], strict=False):
            assert row.y + row.tall == pytest.approx(following.y)


def test_words_keep_within_their_column() -> None:
    kind = form_samples.kind(30, long=True)
    layout, _ = laid("A4", kind)
    at = pdf_bulk_layout.columns(checklist_form.setup("A4"))
    room = at.needed - at.text - 2 * pdf_bulk_layout.PAD
    for row in layout.pages[0].rows:
        if row.line is not None:
            assert " ".join(row.texts) == pdf_bulk_layout.words_of(row.line)
            assert len(row.texts) * layout.density.lead < row.tall
            for text in row.texts:
                assert len(pdf_bulk_layout.broken(text, "DeskSans", layout.density.size, room)) == 1


def test_options_go_on_in_the_next_line() -> None:
    options = tuple(f"Pilihan nomor {place}" for place in range(12))
    line = checklist_form.Line(1, "Sumber listrik", ItemKind.CHOICE, options=options)
    kind = dataclasses.replace(form_samples.kind(1), parts=(checklist_form.Part("A", (line,)),))
    layout, _ = laid("A4", kind)
    row = layout.pages[0].rows[1]
    assert [choice.texts for choice in row.choices][-2:] == [("12 Pilihan nomor 11",), ("0 Tidak perlu",)]
    assert len({choice.y for choice in row.choices}) > 3
    assert max(choice.y for choice in row.choices) + layout.density.box < row.tall


def test_an_option_of_many_words_is_broken_not_cut() -> None:
    long = "Jalan rusak berat dan hanya dapat dilalui kendaraan bergardan ganda pada musim hujan"
    line = checklist_form.Line(1, "Keadaan jalan", ItemKind.CHOICE, options=(long, "Baik"))
    kind = dataclasses.replace(form_samples.kind(1), parts=(checklist_form.Part("A", (line,)),))
    layout, _ = laid("A4", kind)
    first, second, none = layout.pages[0].rows[1].choices
    assert " ".join(first.texts) == f"1 {long}"
    assert len(first.texts) > 2
    assert second.y >= first.y + len(first.texts) * (layout.density.size - 1)
    assert (second.option, none.option) == ("Baik", "Tidak perlu")


def test_a_part_that_goes_on_says_so() -> None:
    layout, _ = laid("A4", form_samples.kind(60, long=True))
    told = [page.rows[0].texts[0] for page in layout.pages[1:]]
    parts = {row.texts[0] for page in layout.pages for row in page.rows if row.line is None}
    assert told != []
    assert all(text.endswith(" (lanjutan)") or text in parts for text in told)
    assert any(text.endswith(" (lanjutan)") for text in told)


def test_a_row_is_as_high_as_what_stands_beside_its_answer() -> None:
    answer = checklist_form.Answer("1287", "Kotak basah dan segel lepas, dihitung ulang", "kurang 8", "a", "13-02-24")
    form = form_samples.form(form_samples.kind(40), answers=(answer,) * 40)
    layout, _ = laid("A4", form.kind, form)
    rows = [row for page in layout.pages for row in page.rows if row.line is not None]
    for row in rows:
        lines = pdf_bulk_layout.remarks_of(form.kind.lines[row.place], answer)
        assert len(lines) > 2
        assert row.tall >= len(lines) * pdf_bulk_layout.REMARK_LEAD


def test_long_notes_stand_below_the_table_whole() -> None:
    note = "Kotak suara tiba dalam keadaan basah dan segelnya lepas sehingga dihitung ulang. " * 20
    form = form_samples.form(answers=(checklist_form.Answer("1287", note.strip(), who="a"), *(None,) * 11))
    layout, height = laid("A4", form.kind, form)
    below = [row.texts[0] for page in layout.pages for row in page.rows if row.is_note]
    assert " ".join(below) == f"Butir 1: {note.strip()}"
    assert layout.pages[-1].end + pdf_bulk_layout.SIGN <= height
    beside = pdf_bulk_layout.remarks_of(form.kind.lines[0], form.answers[0])  # type: ignore[index, arg-type]
    assert "lihat catatan butir 1" in " ".join(beside)


def test_notes_that_need_pages_of_their_own_have_them() -> None:
    answer = checklist_form.Answer("1287", "Catatan yang panjang sekali tentang satu butir. " * 40)
    form = form_samples.form(form_samples.kind(40), answers=(answer,) * 40)
    layout, height = laid("F4", form.kind, form)
    assert len(layout.pages) > 3
    assert all(page.end + pdf_bulk_layout.LEGEND + pdf_bulk_layout.FOOT <= height + 0.01 for page in layout.pages)
    assert sum(row.texts[0].startswith("Butir ") for page in layout.pages for row in page.rows if row.is_note) == 40
