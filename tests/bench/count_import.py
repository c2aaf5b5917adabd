# SPDX-License-Identifier: Apache-2.0
"""Results of 20,000 TPS come in: sheet read, every rule checked, sealed and written, beside reading the sheet alone."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import python_calamine

from desk_app.base.progress import finish
from desk_app.domain.counts import lines
from desk_app.operations import candidates, count_import, offices
from desk_app.operations.count_compare import Preview
from desk_app.operations.desk import Desk
from desk_app.workbooks import reading
from tests import counted_offices, noisy_results, small_offices
from tests.bench.table import Figure
from tests.bench.timing import timed

ROWS = 20_000
ROUNDS = 5
AIM = "<= 3x"
REGION = "11.08"
"""Kabupaten Aceh Utara, of all the one with the most villages."""


def measure(folder: Path) -> Iterator[Figure]:
    """Seconds of the processor, medians; the whole form of 28 lines, and the ten that most lists have."""
    for name in ("whole", "few"):
        asked = offices.NewOffice(REGION, small_offices.EVENT, "Andi", small_offices.PASSWORD)
        made = offices.create_office(folder / f"counts {name}", asked, key_memory=small_offices.KEY_MEMORY)
        with made.desk as desk:
            counted_offices.stand(desk)
            counted_offices.hold(desk)
            rows = noisy_results.results(desk, ROWS)
            noisy_results.put_stations(desk, rows)
            form = candidates.form_of(desk, counted_offices.RACE, REGION)
            if name == "few":
                form = tuple(line for line in form if line.sex in (None, lines.Sex.BOTH))[-10:]
            path = folder / f"{name}.xlsx"
            noisy_results.write_workbook(path, form, rows)
            yield from _beside(desk, path, f"{len(form)} lines")


def _beside(desk: Desk, path: Path, name: str) -> Iterator[Figure]:
    found: list[Preview] = []

    def look() -> None:
        found.append(finish(count_import.preview(desk, path, counted_offices.RACE)))

    def bare() -> None:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            book.get_sheet_by_index(0).to_python()

    read = _median(lambda: reading.read_sheet(path))
    alone = _median(bare)
    looked = _median(look)
    if found[-1].new + found[-1].changed != ROWS or found[-1].refused:
        raise RuntimeError("not every row was taken")
    written = timed(lambda: finish(count_import.write(desk, found[-1]))).processor
    what, rival = f"20,000 TPS, {name}", "sheet read alone"
    yield Figure(f"{what}: dry run with all rules", looked, rival, read, "s", AIM)
    yield Figure(f"{what}: sealed and written", written, rival, read, "s")
    yield Figure(f"{what}: both together", looked + written, rival, read, "s", AIM)
    yield Figure(f"{what}: both together", looked + written, "python-calamine alone", alone, "s")


def _median(work: Callable[[], object]) -> float:
    return statistics.median(timed(work).processor for _round in range(ROUNDS))
