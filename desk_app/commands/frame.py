# SPDX-License-Identifier: Apache-2.0
"""What every command shares: the office it works on, the password, tables and JSON on standard output."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from desk_app.base.progress import Progress, Steps, finish
from desk_app.base.text import _
from desk_app.domain import errors, words
from desk_app.operations import count_writing_keys, days, opening, standing
from desk_app.operations.desk import Desk

T = TypeVar("T")

Command = Callable[[argparse.Namespace], int]
Subparsers = Any
"""argparse's own type of a set of subparsers is private."""


def add(
    subparsers: Subparsers,
    name: str,
    run: Command,
    help_text: str,
    *,
    office: bool = True,
    listing: bool = False,
) -> argparse.ArgumentParser:
    """Add a command; `office` gives it --office and --as, `listing` gives it --json."""
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=help_text, description=help_text)
    parser.set_defaults(run=run)
    if office:
        parser.add_argument("--office", type=Path, required=True, metavar="DIR", help=_("folder kantor"))
        parser.add_argument(
            "--as", dest="name", metavar="NAMA", help=_("nama operator (jika lebih dari satu)")
        )
    if listing:
        parser.add_argument("--json", action="store_true", help=_("keluaran JSON"))
    return parser


def opened(options: argparse.Namespace) -> Desk:
    """The office that the options name, opened with DESK_PASSWORD or the password typed at the prompt."""
    desk = opening.open_office(options.office, password(), name=options.name)
    standing.settle(desk)
    count_writing_keys.catch_up(desk)
    return desk


def password(prompt: str = "") -> str:
    """DESK_PASSWORD, else what is typed. Raises Refused where nobody can type."""
    given = os.environ.get("DESK_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise errors.Refused(words.N_("Tidak ada kata sandi: isi DESK_PASSWORD."))
    return getpass.getpass(prompt or _("Kata sandi: "))


def done(steps: Steps[T]) -> T:
    """Run long work to its end; its progress goes to a terminal on standard error."""
    if not sys.stderr.isatty():
        return finish(steps)
    result = finish(steps, _show_progress)
    print(file=sys.stderr)
    return result


def say(text: str) -> None:
    print(text)


def complain(text: str) -> None:
    print(text, file=sys.stderr)


def sentence(phrase: words.Phrase | None) -> str:
    return words.render(phrase.message, phrase.params, _) if phrase is not None else ""


def hour(desk: Desk, moment: int | None) -> str:
    """A moment in the zone of the office, as 13-02-2024 16.05."""
    return days.local(desk, moment).strftime("%d-%m-%Y %H.%M") if moment else ""


def as_json(value: object) -> None:
    """Print a value as JSON: dataclasses as objects, bytes as hexadecimal."""
    print(json.dumps(_plain(value), ensure_ascii=False, indent=1))


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table whose columns are as wide as their contents."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [
        max(len(heading), *(len(row[index]) for row in cells), 0) if cells else len(heading)
        for index, heading in enumerate(headings)
    ]
    for line in [list(headings), ["-" * width for width in widths], *cells]:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


def _show_progress(step: Progress) -> None:
    share = f" {step.done}/{step.total}" if step.total else ""
    print(f"\r\x1b[K{_(step.words)}{share}", end="", file=sys.stderr, flush=True)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("\n", " ")


def _plain(value: object) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path | date):
        return str(value)
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, Iterable):
        return [_plain(entry) for entry in value]
    return str(value)
