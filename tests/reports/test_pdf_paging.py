# SPDX-License-Identifier: Apache-2.0
"""Which rows stand on which page: none is lost or torn, nobody is left alone."""

from hypothesis import given
from hypothesis import strategies as st

from desk_app.reports import document, pdf_fonts, pdf_paging, pdf_rows

pdf_fonts.register()
FULL, HEAD = 400.0, 30.0
COLUMNS = (document.Column("No"), document.Column("Isi", share=1.0))


def table(*lines: int) -> pdf_rows.Rows:
    made = tuple(
        document.Row(("1", "\n".join("x" * count))) if count else document.Row(("Kelompok",), document.RowKind.GROUP)
        for count in lines
    )
    return pdf_rows.Rows(document.Table(COLUMNS, made), (40.0, 300.0), 9.0)


def divided(lines: tuple[int, ...], first: float = FULL, tail: float = 0.0) -> list[list[tuple[int, int]]]:
    """For each page the lines of rows that stand on it; `first` is the room on the first page."""
    paging = pdf_paging.Paging(table(*lines), FULL, HEAD, tail)
    found, place, room = [], pdf_paging.START, first
    for _turn in range(400):
        page = paging.page(place, room)
        if page is not None:
            assert page.height <= room + 0.01
            found.append([(piece.start, piece.end) for piece in page.pieces])
            if page.rest is None:
                return found
            assert page.rest > place
            place = page.rest
        else:
            assert room < FULL
            found.append([])
        room = FULL
    raise AssertionError("it does not end")


@given(
    st.lists(st.integers(0, 90), min_size=1, max_size=30),
    st.floats(1, FULL),
    st.sampled_from([0.0, 60.0, 150.0, 390.0]),
)
def test_every_line_stands_once_and_in_its_order(lines: list[int], first: float, tail: float) -> None:
    told = [piece for page in divided(tuple(lines), first, tail) for piece in page]
    joined: list[list[int]] = []
    for start, end in told:
        if start:
            assert joined[-1][1] == start
            joined[-1][1] = end
        else:
            joined.append([0, end])
    assert [end for _, end in joined] == [count or 1 for count in lines]


@given(st.lists(st.integers(1, 10), min_size=2, max_size=60), st.floats(1, FULL), st.sampled_from([0.0, 60.0, 150.0]))
def test_ordinary_rows_are_not_torn_and_the_last_two_stay_together(lines: list[int], first: float, tail: float) -> None:
    found = divided(tuple(lines), first, tail)
    assert all(start == 0 for page in found for start, _ in page)
    # One row goes alone where otherwise most of a page were empty.
    spares = len(lines) == 2 and len(found[0]) == 1 and first > FULL * pdf_paging.EMPTY
    assert len(found[-1]) >= 2 or spares


@given(st.lists(st.sampled_from([0, 2, 3, 5]), min_size=3, max_size=60), st.floats(1, FULL))
def test_what_heads_a_group_is_not_the_last_on_a_page(lines: list[int], first: float) -> None:
    paging = pdf_paging.Paging(table(*lines, 2, 2), FULL, HEAD)
    place, room, kinds = pdf_paging.START, first, []
    while True:
        page = paging.page(place, room)
        room = FULL
        if page is None:
            continue
        kinds.append([piece.row.kind for piece in page.pieces])
        if page.rest is None:
            break
        place = page.rest
    for here in kinds[:-1]:
        crowded = all(kind is document.RowKind.GROUP for kind in here)
        assert crowded or here[-1] is not document.RowKind.GROUP


def test_a_row_too_tall_for_the_page_fills_it_and_goes_on() -> None:
    found = divided((80,), first=200.0)
    assert len(found) == 3
    assert [start for page in found for start, _ in page] == [0, *(page[0][1] for page in found[:-1])]


def test_one_row_alone_does_not_begin_a_table_at_the_end_of_a_page() -> None:
    one, two = (HEAD + count * table(2).row(0).height() + 1 for count in (1, 2))
    assert [len(page) for page in divided((2,) * 8, first=one)] == [0, 8]
    assert [len(page) for page in divided((2,) * 8, first=two)] == [2, 6]
    assert [len(page) for page in divided((0, 2, 2, 2, 2), first=two)] == [0, 5]
    assert [len(page) for page in divided((2,), first=one)] == [1]


def test_a_signature_takes_the_last_two_rows_along() -> None:
    assert [len(page) for page in divided((2,) * 14)] == [14]
    assert [len(page) for page in divided((2,) * 14, tail=150.0)] == [12, 2]


def test_a_page_is_not_left_empty_to_keep_rows_together() -> None:
    room = FULL * 0.6
    assert [len(page) for page in divided((2, 2), first=room, tail=200.0)] == [1, 1]
    assert [len(page) for page in divided((2, 2, 2), first=room, tail=200.0)] == [1, 2]
    assert [len(page) for page in divided((0, 2, 2), first=room, tail=200.0)] == [2, 1]
    # Towards the end of a page they stay together, and one row alone stays with what follows it.
    assert [len(page) for page in divided((2, 2), first=FULL * 0.39, tail=200.0)] == [0, 2]
    assert [len(page) for page in divided((2,), first=room, tail=200.0)] == [0, 1]


def test_a_signature_as_tall_as_the_page_stands_alone() -> None:
    assert [len(page) for page in divided((2, 2), tail=395.0)] == [2, 0]
