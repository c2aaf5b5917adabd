# SPDX-License-Identifier: Apache-2.0
"""What others asked for, the newest word of each computer; packages of photos that were taken in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import attachments_travelling as travelling
from desk_app.operations.desk import Desk
from tests import small_offices

OFFICE, OTHER, OWN = b"o" * 32, b"p" * 32, b"x" * 16
FIRST, SECOND = b"1" * 16, b"2" * 16
A, B, C = b"a" * 32, b"b" * 32, b"c" * 32


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


def test_the_newest_word_of_each_computer_counts(desk: Desk) -> None:
    with desk.store.writing() as connection:
        assert travelling.note_asked(connection, OFFICE, FIRST, 2, [A, B])
        assert not travelling.note_asked(connection, OFFICE, FIRST, 1, [C])  # an older package that came late
        assert not travelling.note_asked(connection, OTHER, FIRST, 9, [C])  # another office in its name
        assert travelling.note_asked(connection, OFFICE, SECOND, 1, [C])
        assert travelling.asked_by(connection, [OFFICE], OWN) == {A, B, C}
        assert travelling.asked_by(connection, [OFFICE], SECOND) == {A, B}
        assert travelling.asked_by(connection, [OTHER], OWN) == set()
        assert travelling.note_asked(connection, OFFICE, FIRST, 3, [])
        assert travelling.asked_by(connection, [OFFICE], OWN) == {C}


def test_what_was_served_is_asked_anew_by_a_newer_word_only(desk: Desk) -> None:
    with desk.store.writing() as connection:
        travelling.note_asked(connection, OFFICE, FIRST, 2, [A])
        assert travelling.asked_anew(connection, [OFFICE], OWN) == {A}
        travelling.note_served(connection, [OFFICE])
        assert travelling.asked_anew(connection, [OFFICE], OWN) == set()
        assert travelling.asked_by(connection, [OFFICE], OWN) == {A}
        travelling.note_asked(connection, OFFICE, FIRST, 5, [A, B])
        assert travelling.asked_anew(connection, [OFFICE], OWN) == {A, B}


def test_packages_that_were_taken_are_remembered_up_to_a_number(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(travelling, "KEPT", 3)
    with desk.store.writing() as connection:
        for at in range(5):
            travelling.note_taken(connection, bytes([at]) * 16, at)
        travelling.note_taken(connection, bytes([4]) * 16, 4)
        known = [travelling.was_taken(connection, bytes([at]) * 16) for at in range(5)]
        assert known == [False, False, True, True, True]
