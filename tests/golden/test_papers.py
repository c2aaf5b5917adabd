# SPDX-License-Identifier: Apache-2.0
"""Every paper says and looks what it is kept to say and look, for several offices, sheets and signatures."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desk_app.domain import errors
from desk_app.operations.desk import Desk
from desk_app.reports import document, text
from tests.golden import paper_offices, papers


@pytest.fixture(scope="module", params=paper_offices.OFFICES, ids=lambda kept: kept.name)
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[paper_offices.Kept, Desk]]:
    with paper_offices.opened(request.param, tmp_path_factory.mktemp("golden")) as desk:
        yield request.param, desk


def test_papers_are_as_they_were(office: tuple[paper_offices.Kept, Desk]) -> None:
    kept, desk = office
    for report in papers.reports_of(kept):
        found = papers.said_of(desk, kept, report)
        words, pictures = papers.files_of(kept, report)
        assert words.is_file(), f"{report} is not kept yet: python -m tests.golden.papers"
        assert found.words == words.read_text(encoding="utf-8"), f"{kept.name}/{report}"
        for path, picture in zip(pictures, found.pictures, strict=False):
            other = papers.difference(Image.open(path).convert("L"), picture.quantize(16).convert("L"))
            assert other <= papers.TOLERANCE, f"{path.name}: {other:.3%} of it is another picture"
        assert [path.is_file() for path in pictures[len(found.pictures) :]] == [False] * (
            papers.MOST_PAGES - len(found.pictures)
        )


def test_the_sections_of_a_message_are_lettered_without_a_gap(office: tuple[paper_offices.Kept, Desk]) -> None:
    kept, desk = office
    looked = 0
    for report in papers.reports_of(kept):
        try:
            paper = papers.made(desk, kept, report).document
        except errors.Refused:
            continue
        looked += 1
        titles = {text.bold(block.text) for block in paper.blocks if isinstance(block, document.Heading)}
        last = "@"
        for line in text.render(paper).splitlines():
            if line.startswith("*BAB "):
                last = "@"
            elif (found := re.match(r"\*([A-Z])\. (.+)", line)) and f"*{found[2]}" in titles:
                assert found[1] in ("A", chr(ord(last) + 1)), f"{kept.name}/{report}: {line}"
                last = found[1]
    assert looked


def test_nothing_is_kept_of_which_there_is_no_paper() -> None:
    wanted = {
        path
        for kept in paper_offices.OFFICES
        for report in papers.reports_of(kept)
        for path in (papers.files_of(kept, report)[0], *papers.files_of(kept, report)[1])
    }
    assert {path for path in papers.HERE.rglob("*.*") if path not in wanted} == set()


def test_a_moved_line_is_another_picture() -> None:
    page = Image.new("L", (380, 500), 255)
    moved = page.copy()
    for x in range(40, 340):
        page.putpixel((x, 100), 0)
        moved.putpixel((x, 103), 0)
    assert papers.difference(page, page) == 0
    assert papers.difference(page, moved) > papers.TOLERANCE
    assert papers.difference(page, page.resize((381, 500))) == 1.0


def test_the_offices_are_those_that_matter() -> None:
    assert {kept.paper for kept in paper_offices.OFFICES} == {"A4", "F4"}
    assert len(paper_offices.LONG_NAME) >= 60
    assert isinstance(papers.HERE, Path)
