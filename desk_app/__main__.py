# SPDX-License-Identifier: Apache-2.0
"""The core from the command line: the windowless face, for people, scripts and checks.

Exit status: 0 done, 1 refused (the reason on standard error), 2 wrong usage.
"""

import argparse
import io
import sys

import desk_app
from desk_app.base.text import _
from desk_app.commands import (
    access,
    activities,
    attachments,
    care,
    checklists,
    counting,
    counts,
    deciding,
    demo,
    exchange,
    issues,
    logistics,
    own_formats,
    posko,
    printing,
    registers,
    risk,
    stages,
    stations,
    teams,
    trusting,
    watching,
    workbooks,
)
from desk_app.domain import errors, words


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a Windows pipe has no arrows and no ticks
    parser = argparse.ArgumentParser(
        prog="python -m desk_app", description=_("Desk Pemilu: kerja kantor tanpa jendela")
    )
    parser.add_argument("--version", action="version", version=f"desk {desk_app.__version__}")
    subparsers = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    matters = (
        care, stations, registers, issues, posko, checklists, watching, risk, stages, logistics, teams, activities,
        counting, counts, access, attachments, exchange, deciding, trusting, printing, own_formats, workbooks, demo,
    )
    for matter in matters:
        matter.add_to(subparsers)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except errors.Refused as refusal:
        print(words.render(refusal.message, refusal.params, _), file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
