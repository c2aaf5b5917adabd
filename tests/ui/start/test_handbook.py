# SPDX-License-Identifier: Apache-2.0
"""Every chapter is there in every language, and links to the others."""

from collections.abc import Iterator

import pytest

from desk_app.base import paths, text
from ui.start import handbook
from ui.widgets import spoken


@pytest.fixture(autouse=True)
def _speaks_indonesian_again() -> Iterator[None]:
    yield
    text.use_language("id")


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_every_chapter_is_written(language: str) -> None:
    files = {path.stem for path in paths.resources().joinpath("handbook", language).iterdir()}
    assert files == set(handbook.CHAPTERS)
    assert spoken.is_there(language)
    text.use_language(language)
    for name in handbook.CHAPTERS:
        title, body = handbook.chapter(name)
        assert title
        assert len(body) > 200
        assert f"]({name})" not in body
        assert body.count("](") == len(handbook.CHAPTERS) - 1


def test_an_unknown_chapter_is_the_first() -> None:
    assert handbook.chapter("entah") == handbook.chapter("start")
