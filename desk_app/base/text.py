# SPDX-License-Identifier: Apache-2.0
"""The words a user sees: Indonesian in the source, English from a catalogue (decision 0003)."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

LANGUAGES = ("id", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "id"
_on_paper: ContextVar[bool] = ContextVar("on paper", default=False)


def use_language(language: str) -> None:
    """Choose the language of the window and the command line: "id" (the source) or "en"."""
    global _catalogue, _language
    _catalogue = _read(language)
    _language = language


def said_in(language: str, message: str) -> str:
    """A message in a language that is not, or not yet, that of the window."""
    return _read(language).gettext(message)


def _read(language: str) -> gettext.NullTranslations:
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    if language == "id":
        return gettext.NullTranslations()
    from desk_app.base import paths

    return gettext.translation("desk", Path(paths.resources(), "locale"), [language])


def language() -> str:
    """The language of the words at this place: that of the window, of papers always Indonesian."""
    return "id" if _on_paper.get() else _language


@contextmanager
def on_paper() -> Iterator[None]:
    """Inside, and in this thread alone, words are Indonesian whatever the window speaks: official papers are."""
    before = _on_paper.set(True)
    try:
        yield
    finally:
        _on_paper.reset(before)


def _(message: str) -> str:
    if _on_paper.get():
        return message
    return _catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    if _on_paper.get():
        return one if count == 1 else many
    return _catalogue.ngettext(one, many, count)
