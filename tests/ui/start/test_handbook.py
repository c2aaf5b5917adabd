# SPDX-License-Identifier: Apache-2.0
"""Every chapter is there in every language, and links to the others."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

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


KEYS = re.compile(r"(Ctrl|Alt|Enter|F\d|[↑↓←→]|[A-Z0-9])([+ /↑↓A-Z0-9]|Alt)*")
CATALOGUE = Path(paths.resources(), "locale", "update.py")


def plain(words: str) -> str:
    return words.strip(" .:…").casefold()


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_what_stands_in_bold_is_what_the_window_says(language: str) -> None:
    """Sentences (with a full stop) and keys aside, a bold word is a word of the window in that language."""
    spec = importlib.util.spec_from_file_location("update", CATALOGUE)
    assert spec is not None
    assert spec.loader is not None
    update = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(update)
    text.use_language(language)
    said: set[str] = set()
    for message in update.read():
        for words in (message.id,) if isinstance(message.id, str) else message.id:
            shown = text._(words)
            said |= {plain(shown), plain(shown.partition(" ({")[0])}  # a count in brackets behind is not named
    strange = []
    for path in sorted(paths.resources().joinpath("handbook", language).iterdir()):
        for words in re.findall(r"\*\*(.+?)\*\*", path.read_text("utf-8")):
            if not words.endswith(".") and not KEYS.fullmatch(words) and plain(words) not in said:
                strange.append((path.name, words))
    assert strange == []
