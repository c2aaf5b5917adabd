# SPDX-License-Identifier: Apache-2.0
"""Parts that a form has and a letter has not: a code in blocks, signatures side by side, slips to cut.

Each is also a plain `Table`, so that a face that does not know it shows the same words in a simpler shape.
A secret is kept out of the text for WhatsApp and out of what is printed of a value in a log.
"""

from dataclasses import dataclass
from typing import Final

from desk_app.reports import document, words

BLOCK: Final = 4
"""Letters of one block, where a code does not bring its own hyphens."""


@dataclass(frozen=True, slots=True, repr=False)
class CodeBlocks(document.Table):
    """A code in large letters of one width, in `blocks` that are numbered from 1.

    `title` and `note` stand above and below it on the same page, and so do signatures that follow it.
    """

    blocks: tuple[str, ...] = ()
    title: str = ""
    note: str = ""

    def __repr__(self) -> str:
        return f"CodeBlocks({self.title!r}, {len(self.blocks)} blocks)"


@dataclass(frozen=True, slots=True)
class OnePage(document.Space):
    """Put first: the whole document is set smaller, if need be, until it stands on one page."""

    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Signatures(document.Table):
    """Who signs beside each other; names stand on one line, however many lines an office has."""

    sides: tuple[document.SignatureBlock, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Slip(document.Table):
    """A part of a sheet that is cut off: `share` of the height of the text, a line to cut along below it."""

    title: str = ""
    issuer: str = ""
    facts: tuple[document.Fact, ...] = ()
    code: CodeBlocks | None = None
    steps: tuple[str, ...] = ()
    warning: str = ""
    share: int = 4

    def __repr__(self) -> str:
        return f"Slip({self.title!r}, {self.facts!r})"


def split(code: str) -> tuple[str, ...]:
    """The blocks of a code: as its hyphens and spaces divide it, otherwise by four letters."""
    found = code.replace("-", " ").split()
    if len(found) == 1 and len(found[0]) > BLOCK:
        found = [found[0][start : start + BLOCK] for start in range(0, len(found[0]), BLOCK)]
    return tuple(found)


def numbered_code(title: str, code: str, note: str = "", *, secret: bool = False) -> CodeBlocks:
    """A code of which single blocks are asked for by number. Raises ValueError for an empty one."""
    blocks = split(code)
    if not blocks:
        raise ValueError("a code has at least one block")
    form = document.TextForm.OMIT if secret else document.TextForm.LINE
    return CodeBlocks(
        columns=tuple(document.Column(f"Blok {place}") for place in range(1, len(blocks) + 1)),
        rows=(document.Row(blocks),),
        text_form=form,
        blocks=blocks,
        title=title,
        note=note,
    )


def signatures(*sides: document.SignatureBlock) -> Signatures:
    """Signatures beside each other, in order from the left."""
    told = tuple(
        "\n".join((*side.place_and_date, *side.office, *[words.NO_BREAK] * 5, side.name, *side.below)) for side in sides
    )
    return Signatures(
        columns=tuple(document.Column(side.office[0] if side.office else "", share=1.0) for side in sides),
        rows=(document.Row(told),),
        text_form=document.TextForm.OMIT,
        sides=sides,
    )


def slip(
    title: str,
    issuer: str,
    facts: tuple[document.Fact, ...],
    code: CodeBlocks,
    steps: tuple[str, ...],
    warning: str,
) -> Slip:
    """A slip with a secret on it: what it is for, the secret, what to do, and what to beware of."""
    told = [(fact.label, fact.value) for fact in facts]
    told.append((code.title, " ".join(code.blocks)))
    told += [(f"{place}.", step) for place, step in enumerate(steps, start=1)]
    told.append(("!", warning))
    return Slip(
        columns=(document.Column(title), document.Column(issuer, share=1.0)),
        rows=tuple(document.Row(pair) for pair in told),
        text_form=document.TextForm.OMIT,
        title=title,
        issuer=issuer,
        facts=facts,
        code=code,
        steps=steps,
        warning=warning,
    )
