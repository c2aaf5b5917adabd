# SPDX-License-Identifier: Apache-2.0
"""Refusals of the system in the user's words."""

import errno
import os

import pytest

from desk_app.base import fault_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "terkunci, tidak dapat ditulis"),
        (errno.EACCES, "tidak diizinkan"),
        (errno.ENOSPC, "penuh"),
        (errno.EIO, "rusak atau tersenggol"),
        (errno.ENOENT, "sudah dicabut atau tidak ada lagi"),
    ],
)
def test_what_happens_to_sticks_is_said_in_indonesian(number: int, words: str) -> None:
    assert fault_words.of(OSError(number, os.strerror(number))) == words


def test_what_another_program_holds_is_no_lack_of_rights() -> None:
    class Held(OSError):
        winerror = 32

    assert fault_words.of(Held(errno.EACCES, "being used by another process")) == "sedang dipakai program lain"


def test_what_is_rare_is_said_as_the_system_says_it() -> None:
    assert fault_words.of(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert fault_words.of(OSError("nothing known")) == "nothing known"
