# SPDX-License-Identifier: Apache-2.0
"""A file that the clerk chose to be kept here: read whole, or refused in words."""

from pathlib import Path

from desk_app.base import fault_words
from desk_app.domain import errors, words

N_ = words.N_


def read(path: Path, name: str, most: int) -> bytes:
    """Its bytes, one more than `most` where it is longer. Raises NotFound and Refused; `name`: how it is told."""
    try:
        if not path.is_file():
            raise errors.NotFound(N_("{path} tidak ditemukan."), path=path)
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as fault:
        raise errors.Refused(
            N_("{file} tidak dapat dibaca ({reason}). Salin dahulu ke komputer ini, lalu lampirkan."),
            file=name,
            reason=fault_words.of(fault),
        ) from fault
