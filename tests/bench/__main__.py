# SPDX-License-Identifier: Apache-2.0
"""`python3 run.py bench [NAMES] [--slow-disk] [--nation]`: each figure beside its rival, as a table."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import saving, table


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py bench")
    parser.add_argument("--slow-disk", action="store_true", help="each commit takes 25 ms more")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
        table.show(saving.measure(Path(folder), 0.025 if options.slow_disk else 0.0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
