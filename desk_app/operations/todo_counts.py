# SPDX-License-Identifier: Apache-2.0
"""What of the count waits: TPS in clarification, for who verifies; TPS not in, from the evening of the vote."""

from desk_app.base.text import _, ngettext
from desk_app.data import count_store
from desk_app.domain import elections as rules
from desk_app.domain import readiness
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.domain.words import dotted
from desk_app.operations import count_board, count_keys, count_rules, days, elections, tally
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.operations.todo_lines import Todo, TodoKind

EVENING, DAYS = 20, 7
"""The hour of voting day from which what is not in is told, and for how many days."""


def waiting(desk: Desk) -> list[Todo]:
    """The lines there are, gravest first."""
    return [*_disputed(desk), *_missing(desk)]


def _disputed(desk: Desk) -> list[Todo]:
    """As far as what came in was weighed here already."""
    if Right.VERIFY not in count_keys.rights(desk):
        return []
    event = elections.working_event(desk).code
    counted: dict[str, int] = {}
    with tally.store_of(desk).reading() as kept:
        for race in count_rules.race_codes(desk):
            states = count_store.states(kept, event, race, desk.identity.place, len(desk.identity.place))
            many = sum(told.get(State.DISPUTED, 0) for told in states.values())
            if many:
                counted[race] = many
    if not counted:
        return []
    count = sum(counted.values())
    text = ngettext(
        "{count} salinan hasil TPS berbeda, menunggu klarifikasi",
        "{count} salinan hasil TPS berbeda, menunggu klarifikasi",
        count,
    ).format(count=dotted(count))
    chosen = {"show": "noted", "rule": "disputed", "race": next(iter(counted))}
    return [Todo(TodoKind.COUNT, readiness.Readiness.DISPUTED, count, text, Target(Page.COUNTS, chosen=chosen))]


def _missing(desk: Desk) -> list[Todo]:
    """Where copying has begun: the race of which most is not in."""
    event, now = elections.working_event(desk), days.local(desk, desk.now())
    since = rules.day_offset(event, now.date())
    if not 0 <= since <= DAYS or (since == 0 and now.hour < EVENING):
        return []
    held = [count_board.progress(desk, race) for race in count_rules.race_codes(desk)]
    begun = [one for one in held if one.total.whole and one.total.whole < one.total.stations]
    if not begun:
        return []
    found = min(begun, key=lambda one: one.total.whole)
    count = found.total.stations - found.total.whole
    text = ngettext(
        "{count} TPS belum masuk hasil suaranya ({race})", "{count} TPS belum masuk hasil suaranya ({race})", count
    ).format(count=dotted(count), race=_(found.area.race.short))
    target = Target(Page.COUNTS, chosen={"show": "missing", "race": found.area.race.code})
    return [Todo(TodoKind.COUNT, readiness.Readiness.NOT_YET, count, text, target)]
