# SPDX-License-Identifier: Apache-2.0
"""The languages that the window can speak: Indonesian, and those whose catalogue is here."""

from desk_app.base import paths, text

NAMES = {"id": "Bahasa Indonesia", "en": "English"}


def is_there(language: str) -> bool:
    """Whether the window can speak a language."""
    return language == "id" or (
        language in text.LANGUAGES and paths.resources().joinpath("locale", language, "LC_MESSAGES", "desk.mo").exists()
    )


def apply(language: str) -> str:
    """Speak a language if it can be spoken, else Indonesian; returns the one that is spoken."""
    chosen = language if is_there(language) else "id"
    text.use_language(chosen)
    return chosen
