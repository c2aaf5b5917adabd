# SPDX-License-Identifier: Apache-2.0
"""Every word that a user sees has its English beside it, with the same names in braces."""

import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def update() -> ModuleType:
    specification = importlib.util.spec_from_file_location("update", ROOT / "resources" / "locale" / "update.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def names(text: str) -> set[str]:
    """The names in braces of a message."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_no_word_of_the_source_lacks_its_english(update: ModuleType) -> None:
    kept = update.read()
    entries = [(message.id, kept.get(_first(message.id))) for message in update.template() if message.id]
    missing = [words for words, entry in entries if entry is None or not update.is_translated(entry)]
    assert not missing, f"run resources/locale/update.py and translate: {missing[:20]}"


def _first(message_id: str | list[str] | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def test_the_english_names_what_the_indonesian_names(update: ModuleType) -> None:
    wrong = []
    for message in update.read():
        ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        english = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        if message.id and any(text and names(text) - names(ids[0]) for text in english):
            wrong.append(message.id)
    assert not wrong


def test_the_compiled_catalogue_is_that_of_the_words(update: ModuleType) -> None:
    assert update.CATALOGUE.with_suffix(".mo").read_bytes() == update.compiled(update.read())


def test_nothing_stands_there_that_the_source_does_not_say(update: ModuleType) -> None:
    wanted = {str(message.id) for message in update.template()}
    assert [message.id for message in update.read() if str(message.id) not in wanted] == []
