# SPDX-License-Identifier: Apache-2.0
"""The words a user sees: Indonesian in the source, English from a catalogue (decision 0003)."""

import gettext
from pathlib import Path

LANGUAGES = ("id", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "id"


def use_language(language: str) -> None:
    """Choose the language of the window and the command line: "id" (the source) or "en"."""
    global _catalogue, _language
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    _language = language
    if language == "id":
        _catalogue = gettext.NullTranslations()
    else:
        from desk_app.base import paths

        _catalogue = gettext.translation("desk", Path(paths.resources(), "locale"), [language])


def language() -> str:
    return _language


def _(message: str) -> str:
    return _catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    return _catalogue.ngettext(one, many, count)
