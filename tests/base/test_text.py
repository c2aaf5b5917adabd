# SPDX-License-Identifier: Apache-2.0
"""Words on paper are Indonesian while the window, in another thread, speaks English."""

import threading
from collections.abc import Iterator

import pytest

from desk_app.base import text
from desk_app.domain.words import N_

READY = N_("Siap")
"""Any word that has an English."""


@pytest.fixture
def english() -> Iterator[None]:
    text.use_language("en")
    yield
    text.use_language("id")


@pytest.mark.usefixtures("english")
def test_on_paper_words_are_indonesian_and_around_it_they_are_not() -> None:
    assert (text._(READY), text.language()) == ("Ready", "en")
    heard: list[str] = []
    with text.on_paper():
        assert (text._(READY), text.language()) == (READY, "id")
        assert text.ngettext("satu", "banyak", 2) == "banyak"
        window = threading.Thread(target=lambda: heard.append(text._(READY)))
        window.start()
        window.join()
    assert heard == ["Ready"]
    assert text._(READY) == "Ready"


@pytest.mark.usefixtures("english")
def test_a_refusal_does_not_leave_it_on() -> None:
    with pytest.raises(ValueError, match="x"), text.on_paper():
        raise ValueError("x")
    assert text.language() == "en"
