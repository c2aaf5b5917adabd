# SPDX-License-Identifier: Apache-2.0
"""What the card of candidates stands on, read beside the window: the races, their lists, and whose each list is."""

from dataclasses import dataclass

from desk_app.domain import elections as election_rules
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.operations import areas, candidates, elections
from desk_app.operations.desk import Desk

_MOST_BOXES = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows. `sources`: by race, the name of another office whose list stands here."""

    races: tuple[election_rules.Race, ...]
    lists: dict[str, tuple[Candidate, ...]]
    sources: dict[str, str]
    districts: list[tuple[str, str]]
    seen: int

    def of(self, race: str) -> tuple[Candidate, ...]:
        """The list of a race."""
        return self.lists.get(race, ())

    def nameless(self, race: str) -> list[str]:
        """The numbers on the ballot that nobody has named yet."""
        return [one.code for one in self.of(race) if one.record is None and one.kind is CandidateKind.PAIR]

    def has_where(self, race: str) -> bool:
        """Whether kecamatan can be told of a candidate here: a province has too many of them for boxes."""
        return is_by_party(race) and 0 < len(self.districts) <= _MOST_BOXES


NOTHING = Shown((), {}, {}, [], 0)


def is_by_party(race: str) -> bool:
    """Whether parties stand in a race, with candidates below them."""
    return ballot.shape_of(race) is CandidateKind.PARTY


def read(desk: Desk) -> Shown:
    """Read all of it, for a worker."""
    event = elections.working_event(desk)
    sources = {one.code: candidates.source(desk, one.code) for one in event.races}
    return Shown(
        races=event.races,
        lists=candidates.all_of(desk),
        sources={
            race: areas.named(desk, place).label
            for race, place in sources.items()
            if place and place != desk.identity.place
        },
        districts=[(one.code, one.name) for one in areas.districts(desk)],
        seen=candidates.seen(desk),
    )
