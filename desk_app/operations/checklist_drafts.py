# SPDX-License-Identifier: Apache-2.0
"""The checklist that is being worked on and not published yet, with its steps back and forth.

Like other drafts it is no record: it lies in the office's own database, outlives a closed window, and is sent to
nobody. Every operator of the office goes on with the same one.
"""

import json
import zlib
from dataclasses import dataclass, replace

from desk_app.data import meta
from desk_app.domain import checklists, errors, words
from desk_app.operations import checklist_versions
from desk_app.operations.desk import Desk

N_ = words.N_

MOST_STEPS = 60
_NAME = "checklist_draft"


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the draft, and what was done to come to it (a msgid)."""

    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """`base`: the version it began from; `at`: which of the steps is shown."""

    base: int
    steps: tuple[Step, ...]
    at: int

    @property
    def outline(self) -> checklists.Outline:
        return checklists.outline(self.steps[self.at].text.encode(), draft=True)

    @property
    def undoes(self) -> str:
        """What going back takes back; empty at the beginning."""
        return self.steps[self.at].words if self.at else ""

    @property
    def redoes(self) -> str:
        return self.steps[self.at + 1].words if self.at + 1 < len(self.steps) else ""


def draft(desk: Desk) -> Draft | None:
    """The draft, None where nothing is being worked on."""
    with desk.reading() as connection:
        kept = meta.read(connection).get(_NAME)
    if kept is None:
        return None
    held = json.loads(zlib.decompress(kept))
    return Draft(held["base"], tuple(Step(*step) for step in held["steps"]), held["at"])


def begin(desk: Desk, outline: checklists.Outline | None = None, said: str = N_("Ambil dari berkas")) -> Draft:
    """Begin a draft from the version in use; with `outline` go on with that one, as a step. Raises Refused."""
    if not checklist_versions.may_edit(desk):
        raise errors.NotPermitted(N_("Ceklis diterbitkan oleh kantor kabupaten/kota."))
    known = draft(desk)
    now = checklist_versions.current(desk)
    if known is None:
        known = Draft(now.version, (Step("", checklists.writing.text(now.outline)),), 0)
        _keep(desk, known)
    return known if outline is None else keep(desk, outline, said)


def keep(desk: Desk, outline: checklists.Outline, said: str) -> Draft:
    """The next step of the draft; `said` (a msgid) is what was done. What was taken back before is gone."""
    known = draft(desk)
    if known is None:
        raise errors.NotFound(N_("Tidak ada draf ceklis."))
    text = checklists.writing.text(outline)
    if text == known.steps[known.at].text:
        return known
    steps = (*known.steps[: known.at + 1], Step(said, text))[-MOST_STEPS:]
    made = Draft(known.base, steps, len(steps) - 1)
    _keep(desk, made)
    return made


def step(desk: Desk, by: int) -> Draft:
    """Go a step back (-1) or forth (1)."""
    known = draft(desk)
    if known is None:
        raise errors.NotFound(N_("Tidak ada draf ceklis."))
    made = replace(known, at=min(max(known.at + by, 0), len(known.steps) - 1))
    _keep(desk, made)
    return made


def drop(desk: Desk) -> None:
    """Throw the draft away; without one nothing happens."""

    def run() -> None:
        with desk.store.writing() as connection:
            meta.forget(connection, [_NAME])

    desk.on_writer(run)


def publish(desk: Desk, note: str, earlier: checklist_versions.Earlier) -> int:
    """Publish the draft, which is then none any more. Returns the version. Raises Refused."""
    known = draft(desk)
    if known is None:
        raise errors.NotFound(N_("Tidak ada draf ceklis."))
    number = checklist_versions.publish(desk, known.outline, note, earlier)
    drop(desk)
    return number


def _keep(desk: Desk, made: Draft) -> None:
    held = {"base": made.base, "at": made.at, "steps": [[one.words, one.text] for one in made.steps]}
    data = zlib.compress(json.dumps(held, ensure_ascii=False).encode())

    def run() -> None:
        with desk.store.writing() as connection:
            meta.write(connection, {_NAME: data})

    desk.on_writer(run)
