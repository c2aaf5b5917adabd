# SPDX-License-Identifier: Apache-2.0
"""What all papers of the count share: the race, totals brought up to date, the title, and the notice on each page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.base.progress import finish
from desk_app.base.text import _
from desk_app.data import place_names
from desk_app.domain import elections as rules
from desk_app.domain import errors, places, words
from desk_app.domain.counts import words as count_words
from desk_app.operations import count_rules, count_secret, elections, tally
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import statement

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Counted:
    """A paper of the count: its frame, and the race that it is about."""

    frame: framing.Frame
    race: rules.Race

    @property
    def region(self) -> str:
        return self.frame.area

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        return (("Jenis pemilihan", self.race.label),)


def counted(desk: Desk, asked: asking.Asked, *, with_figures: bool = True) -> Counted:
    """The frame of a paper; `with_figures`: what came in since was weighed first. Raises Refused."""
    frame = framing.frame(desk, asked)
    race = race_of(desk, asked, frame.area)
    if with_figures and count_secret.secret_of(desk) is not None:
        finish(tally.refresh(desk))
    return Counted(frame, race)


def race_of(desk: Desk, asked: asking.Asked, area: str) -> rules.Race:
    """The race that a paper is about: as asked, else the first that is copied. Raises NotFound."""
    known = count_rules.race_codes(desk, area)
    code = asked.race or next(iter(known), "")
    for one in elections.event_at(desk, area).races:
        if one.code == code and code in known:
            return one
    raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=code)


def whereabouts(desk: Desk, held: Counted, stations: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Where TPS are (subject, village): with the kecamatan, unless the paper is of one."""
    found = dict(stations)
    around = {subject: places.district_of(subject) or "" for subject, village in found.items() if village}
    if not places.district_of(held.region):
        with desk.reading() as connection:
            named = place_names.named(connection, elections.event_at(desk, held.region).code, set(around.values()))
        found |= {subject: f"{found[subject]}, {named[district].label}" for subject, district in around.items()}
    return found


def made(
    held: Counted,
    name: str,
    sections: Sequence[statement.Section],
    *,
    facts: Sequence[tuple[str, str]] = (),
    signed: bool = True,
    numbered: bool = False,
    landscape: bool = False,
) -> asking.Made:
    """The paper: its name, the race, what it is about, and on each page what it is not."""
    return framing.made(
        held.frame,
        f"{name} {held.race.short}",
        (name, held.race.label),
        sections,
        facts=facts,
        signed=signed,
        numbered=numbered,
        landscape=landscape,
        notice=count_words.DISCLAIMER,
    )


def said(phrase: words.Phrase) -> str:
    """A phrase as it stands on paper."""
    return words.render(phrase.message, phrase.params, _)
