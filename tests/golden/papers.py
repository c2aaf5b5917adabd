# SPDX-License-Identifier: Apache-2.0
"""Papers as they must look: the words and pictures of their pages, made anew by `python -m tests.golden.papers`.

Whoever makes them anew looks at what became different (`git diff --stat`, then the pictures) before it is kept.
"""

import contextlib
import io
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from desk_app.domain import errors
from desk_app.operations import paper_records, papers, printing
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests.golden import paper_offices
from tests.small_offices import NOW

HERE = Path(__file__).parent / "papers"
MOST_PAGES = 2
"""Pages of which a picture is kept: the first ones; of all the words are."""
SCALE = 45 / 72
OTHER = 48
"""Two shades of grey further apart than this are another picture."""
TOLERANCE = 0.002
"""So much of a page may be another picture: the edges of letters, drawn by another machine."""
_AREAS = {
    "formulir-tps": "73.13.06.1003",
    "lembar-kecamatan": "73.13.06",
    "salinan-hasil": "73.13.06.1003-001",
    "hasil-tps": "73.13.06.1003-005",
}
_RANDOM = frozenset({"handover", "receipt", "slips", "spare-key"})
"""Papers with the code of a package or a secret on them, another one each time."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A paper: the words of all its pages, and pictures of the first."""

    words: str
    pictures: tuple[Image.Image, ...]


def reports_of(kept: paper_offices.Kept) -> list[str]:
    """The papers of an office that are kept."""
    every = [one.key for one in catalogue.REPORTS if one.key not in _RANDOM]
    return [key for key in every if not kept.reports or key in kept.reports]


def made(desk: Desk, kept: paper_offices.Kept, report: str) -> papers.Prepared:
    """A paper of an office, about the first record it may be about. Raises Refused where the office has none."""
    choices = [one.no for one in paper_records.choices(desk, report) if one.no]
    asks = catalogue.find(report).asks
    area = _AREAS.get(report, "")
    asked = papers.Asked(
        report=report,
        day=None if "until" in asks or "day" not in asks else paper_offices.DAY,
        area=area,
        paper=kept.paper,
        as_of=NOW,
        record=choices[0] if choices else 0,
        issue=_issue(desk) if report == catalogue.SPECIAL.key else 0,
    )
    return printing.make(desk, asked)


def _issue(desk: Desk) -> int:
    from desk_app.operations import issue_register

    rows = issue_register.issue_rows(desk)
    return rows[-1].no if rows else 0


def pages_of(data: bytes) -> Pages:
    """The words and pictures of a PDF."""
    opened = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        texts = [page.get_textpage().get_text_range() for page in opened]
        pictures = [
            opened[at].render(scale=SCALE, grayscale=True).to_pil().convert("L")
            for at in range(min(len(opened), MOST_PAGES))
        ]
    finally:
        opened.close()
    said = "\n\f\n".join("\n".join(line.rstrip() for line in text.splitlines()) for text in texts)
    return Pages(said.replace("\r", "") + "\n", tuple(pictures))


def said_of(desk: Desk, kept: paper_offices.Kept, report: str) -> Pages:
    """A paper as it is now; one that the office cannot make is the refusal, in words."""
    try:
        return pages_of(made(desk, kept, report).pdf())
    except errors.Refused as refusal:
        return Pages(f"{refusal}\n", ())


def files_of(kept: paper_offices.Kept, report: str) -> tuple[Path, list[Path]]:
    """Where a paper is kept: its words and its pictures."""
    folder = HERE / kept.name
    return folder / f"{report}.txt", [folder / f"{report}-{at}.png" for at in range(1, MOST_PAGES + 1)]


def difference(one: Image.Image, other: Image.Image) -> float:
    """Which part of a picture is another one."""
    if one.size != other.size:
        return 1.0
    counted = ImageChops.difference(one, other).histogram()
    return sum(counted[OTHER:]) / (one.width * one.height)


def write() -> Iterator[str]:
    """Make all of them anew; yields what was written."""
    with tempfile.TemporaryDirectory() as folder:
        for kept in paper_offices.OFFICES:
            with paper_offices.opened(kept, Path(folder)) as desk:
                for report in reports_of(kept):
                    found = said_of(desk, kept, report)
                    words, pictures = files_of(kept, report)
                    words.parent.mkdir(parents=True, exist_ok=True)
                    words.write_text(found.words, encoding="utf-8")
                    for path in pictures:
                        path.unlink(missing_ok=True)
                    for path, picture in zip(pictures, found.pictures, strict=False):
                        if not path.exists() or difference(Image.open(path).convert("L"), picture):
                            picture.quantize(16).save(path, optimize=True)
                    yield f"{kept.name}/{report}: {len(found.words)} letters, {len(found.pictures)} pictures"


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        for line in write():
            sys.stdout.write(line + "\n")
