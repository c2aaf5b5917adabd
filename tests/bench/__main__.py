# SPDX-License-Identifier: Apache-2.0
"""`python3 run.py bench [PART …] [--slow-disk] [--nation DIR]`: each figure beside its rival."""

import argparse
import sys
import tempfile
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import places
from desk_app.operations import demo
from tests.bench import (
    big_table,
    completeness,
    count_import,
    counts,
    finding,
    forms,
    importing,
    large,
    long_tables,
    packages,
    pages,
    paper_seen,
    saving,
    starting,
    table,
    workbooks,
)

PARTS = ("saving", "starting", "pages", "table", "completeness", "finding", "workbooks", "forms", "importing",
         "packages", "papers", "counts", "count-import")
NATION = 823_220
LARGE = "32.01"
"""Kabupaten Bogor, where the most TPS of a kabupaten are (`domain.md §9`)."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], help="all of them if none is named")
    parser.add_argument("--slow-disk", action="store_true", help="saving only, each commit takes 25 ms more")
    parser.add_argument("--nation", type=Path, help="where the office of the whole country is, or is made and kept")
    parser.add_argument("--large", type=Path, help="pages: also in the large office of that folder, or made there")
    parser.add_argument("--held", type=int, default=0, help="importing, packages: also in an office of so many answers")
    parser.add_argument("--kept", type=Path, help="where that office is, or is made and kept")
    options = parser.parse_args()
    parts = options.parts or (["saving"] if options.slow_disk else PARTS)
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as made:
        folder = Path(made)
        if "saving" in parts:
            table.show(saving.measure(folder, 0.025 if options.slow_disk else 0.0))
        if {"starting", "table", "finding"} & set(parts):
            nation = options.nation or folder / "nation"
            if not (nation / "kabupaten").is_dir():
                print(f"making the office of the whole country ({NATION:,} TPS), about a minute and a half", flush=True)
                finish(demo.make(nation, demo.Asked(region=places.NATION, stations=NATION, work=False)))
        if "starting" in parts or "pages" in parts:
            finish(demo.make(folder / "wajo", demo.Asked()))
        if "starting" in parts:
            table.show(starting.measure(folder / "wajo" / "kabupaten", nation / "kabupaten"))
        if "pages" in parts:
            table.show(pages.measure(folder / "wajo" / "kabupaten"))
            table.show(paper_seen.measure(folder / "wajo" / "kabupaten"))
        if "pages" in parts and options.large:
            table.show(large.measure(options.large))
        if "table" in parts:
            table.show(big_table.measure(nation / "kabupaten"))
        if "finding" in parts:
            finish(demo.make(folder / "large", demo.Asked(region=LARGE, stations=20_000, work=False)))
            table.show(finding.measure(folder / "large" / "kabupaten", "20,000 TPS", fill=True))
            table.show(finding.measure(nation / "kabupaten", f"{NATION:,} TPS", fill=False))
        if "workbooks" in parts:
            table.show(workbooks.measure(folder))
        if "forms" in parts:
            table.show(forms.measure(folder))
        if "count-import" in parts:
            table.show(count_import.measure(folder))
        if "completeness" in parts:
            table.show(completeness.measure(folder))
        if "importing" in parts:
            table.show(importing.measure(folder, options.held, options.kept))
        if "packages" in parts:
            table.show(packages.measure(folder, options.held, options.kept))
        if "papers" in parts:
            table.show(long_tables.measure())
        if "counts" in parts:
            table.show(counts.measure(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
