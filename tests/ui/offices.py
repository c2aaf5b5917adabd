# SPDX-License-Identifier: Apache-2.0
"""Small real offices for tests of the window."""

from pathlib import Path

from desk_app.operations import offices
from desk_app.operations.desk import Desk

PASSWORD = "rahasia"
MEMORY = 8 << 20
"""Argon2 memory that opens quickly."""


def made(folder: Path, place: str = "73.13") -> offices.Made:
    """An office with its regions (Kabupaten Wajo), one operator, open."""
    new = offices.NewOffice(place=place, event="pemilu-2024", operator="Operator 1", password=PASSWORD)
    return offices.create_office(folder, new, key_memory=MEMORY)


def desk(folder: Path, place: str = "73.13") -> Desk:
    return made(folder, place).desk
