# SPDX-License-Identifier: Apache-2.0
"""Brings the English catalogue in step with the source: `python resources/locale/update.py`, then translate, again.

Indonesian is the msgid (docs/decisions/0003). Words gone from the source are dropped, new ones stand with an empty
msgstr until somebody translates them; the compiled catalogue is written beside.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import extract, mofile, pofile
from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "desk.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def words_of_source() -> Iterator[tuple[str | tuple[str, ...], str, int]]:
    """Every msgid in the source with its file and line."""
    for room in ("desk_app", "ui"):
        for path in sorted((ROOT / room).rglob("*.py")):
            with path.open("rb") as source:
                for line, message, _comments, _context in extract.extract("python", source, KEYWORDS):
                    if message and message != "":
                        yield message, path.relative_to(ROOT).as_posix(), line


def template() -> Catalog:
    """The catalogue that the source asks for, without translations."""
    wanted = Catalog(project="Desk", charset="utf-8")
    for message, path, _line in words_of_source():
        wanted.add(message, locations=[(path, 0)])
    return wanted


def read(path: Path = CATALOGUE) -> Catalog:
    """The catalogue as it is kept; an empty one if there is none."""
    if not path.exists():
        return Catalog(locale="en", project="Desk", charset="utf-8")
    with path.open("rb") as source:
        return pofile.read_po(source, locale="en")


def written(catalogue: Catalog) -> bytes:
    """The text of a catalogue: sorted, without dates and line numbers, so that it changes only with its words."""
    sink = io.BytesIO()
    pofile.write_po(sink, catalogue, sort_output=True, omit_header=True, no_location=True, width=0)
    head = b'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n' \
        b'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    return head + sink.getvalue().lstrip()


def compiled(catalogue: Catalog) -> bytes:
    """The same for the program; without the hour it was made, so that equal words give equal bytes."""
    catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, UTC)
    sink = io.BytesIO()
    mofile.write_mo(sink, catalogue)
    return sink.getvalue()


def is_translated(message: Message) -> bool:
    """Whether the program shows this in English: every form is there, none a guess (those are not compiled)."""
    forms = message.string if message.pluralizable else (message.string,)
    return all(forms) and not message.fuzzy


def main() -> int:
    """Update both files; say how many words wait for a translation."""
    catalogue = read()
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(written(catalogue))
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(read()))
    waiting = [message.id for message in catalogue if message.id and not is_translated(message)]
    print(f"{len(catalogue)} words, {len(waiting)} without English")
    return 0


if __name__ == "__main__":
    sys.exit(main())
