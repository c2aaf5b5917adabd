# SPDX-License-Identifier: Apache-2.0
"""What a file on a stick is to this office: its state, what its sender is here, and what is to be done with it."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk_app.operations import import_outcome, intake_lines, intake_words


class State(StrEnum):
    """What a file is to this office."""

    USABLE = "usable"
    KNOWN = "known"
    """All that is in it is here already."""
    OWN = "own"
    """Made by this office itself."""
    CARRIED = "carried"
    """For another office; carried on."""
    REQUEST = "request"
    """An office asks to be vouched for."""
    READY = "ready"
    """What a new office is set up from."""
    NEWER = "newer"
    BROKEN = "broken"


class Standing(StrEnum):
    """What the sender is to this office."""

    KNOWN = "known"
    JOINING = "joining"
    """It answers a ready file that was made here."""
    NEW = "new"
    """It can be vouched for here, once its code was compared."""
    STRANGE = "strange"
    """Somebody else has to vouch for it."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that lies there, looked through. `trouble`: why it cannot be used and what to do, in words.

    `sender_code`: the code of the sender's office, compared by phone while its standing is NEW. `missing`: numbers
    that this package waits for and that neither came before nor lie here. `to`: for whom it is, if not for this
    office. `blocks`: which blocks of the code on the sheet (`paper_code`) are to be typed. `taken`: it is carried
    already.
    """

    path: Path
    state: State
    sender: str = ""
    place: str = ""
    number: int = 0
    volume: int = 1
    of: int = 1
    code: str = ""
    sender_code: str = ""
    standing: Standing = Standing.KNOWN
    already: bool = False
    outcome: import_outcome.Outcome | None = None
    told: tuple[intake_words.Told, ...] = ()
    trouble: str = ""
    missing: tuple[int, ...] = ()
    lines: tuple[intake_lines.Line, ...] = ()
    to: str = ""
    blocks: tuple[int, ...] = ()
    paper_code: str = ""
    package: str = ""
    kinds: tuple[str, ...] = ()
    taken: bool = False
    is_photo: bool = False
    parts: tuple[Path, ...] = ()
    """Further packages of photos of the same sender: they are looked at and put in together."""

    @property
    def known(self) -> bool:
        """Whether nothing need be compared by phone."""
        return self.standing is not Standing.NEW

    @property
    def usable(self) -> bool:
        """Whether it can be put in and brings anything."""
        return self.state is State.USABLE or (self.state is State.REQUEST and self.standing is Standing.NEW)


def photos_joined(offered: Sequence[Offered]) -> list[Offered]:
    """The packages of photos of one sender as one: nobody chooses among them."""
    joined: list[Offered] = []
    for one in offered:
        place = next((index for index, other in enumerate(joined) if _go_together(one, other)), None)
        if place is None:
            joined.append(one)
            continue
        other = joined[place]
        assert one.outcome is not None
        assert other.outcome is not None
        tally = other.outcome.photos + one.outcome.photos
        joined[place] = dataclasses.replace(
            other,
            state=State.USABLE if State.USABLE in (one.state, other.state) else other.state,
            number=max(one.number, other.number),
            outcome=dataclasses.replace(other.outcome, number=max(one.number, other.number), photos=tally),
            parts=(*other.parts, one.path),
        )
    return joined


def _go_together(one: Offered, other: Offered) -> bool:
    is_photo = one.is_photo and other.is_photo and one.outcome is not None and other.outcome is not None
    return is_photo and one.sender_code == other.sender_code
