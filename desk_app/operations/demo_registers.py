# SPDX-License-Identifier: Apache-2.0
"""Teams, issues and papers of the demonstration, in plausible words, with offices and not people."""

from pathlib import Path

from desk_app.operations.desk import Desk


def teams(desk: Desk, seed: int) -> None:
    pass


def kecamatan_day(desk: Desk, seed: int) -> None:
    pass


def kabupaten_day(desk: Desk, seed: int) -> None:
    pass


def print_papers(desk: Desk, papers: Path) -> list[Path]:
    return []
