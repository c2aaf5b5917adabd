# SPDX-License-Identifier: Apache-2.0
"""A language without a catalogue is not spoken, Indonesian always."""

import pytest

from desk_app.base import text
from ui.widgets import spoken


def test_indonesian_stands_in() -> None:
    try:
        assert spoken.apply("id") == "id"
        assert spoken.apply("xx") == "id"
        assert text.language() == "id"
        for language in spoken.NAMES:
            assert spoken.apply(language) == (language if spoken.is_there(language) else "id")
    finally:
        text.use_language("id")


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_every_language_has_its_own_name(language: str) -> None:
    assert spoken.NAMES[language]
