# SPDX-License-Identifier: Apache-2.0
"""What the window shows of recaps: the items that can be recapped in a phase, one item's figures, what came in."""

from dataclasses import dataclass, field

from desk_app.base.text import _
from desk_app.data import arrivals
from desk_app.domain import places, watch
from desk_app.operations import answers, checklist_pages, days, elections, recaps
from desk_app.operations.desk import Desk

USUAL = ("har.buka", "tps.berdiri", "log.kembali")
"""What is recapped first in a phase, where it asks one of these."""


@dataclass(frozen=True, slots=True)
class Board:
    """The items of a phase (code, words), the one shown, its figures (None: there is no item), its recaps.

    `seen`: what a recap entered beside these figures tells that it had seen.
    """

    items: tuple[tuple[str, str], ...]
    item: str
    figures: recaps.Figures | None
    heard: tuple[recaps.RecapLine, ...]
    seen: int | None = field(default=None, compare=False)


def board(desk: Desk, phase: int | None = None, item: str = "", area: str = "") -> Board:
    """The recaps of one item in one phase; an item that the phase does not ask gives way to a usual one."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
    at = days.phase(desk) if phase is None else phase
    event = elections.working_event(desk)
    asked = elections.page_items(event, desk.identity.place, at, places.Kind.TPS)
    items = tuple((one.code, checklist_pages.item_label(one)) for one in asked)
    if at == 0:
        known = {one.code for one in asked}
        items = tuple((one.value, _(one.label)) for one in watch.Measure if one.value not in known) + items
    codes = [code for code, _label in items]
    chosen = next((code for code in (item, *USUAL, *codes) if code in codes), "")
    if not chosen:
        return Board((), "", None, (), seen)
    # Reports of single TPS, from Lembar pantau, stand in its sheet.
    heard = tuple(one for one in recaps.recap_list(desk, area, chosen) if "-" not in one.place)
    return Board(items, chosen, recaps.figures(desk, chosen, area), heard, seen)


def add_recap_today(
    desk: Desk,
    place: str,
    item: str,
    count: int,
    total: int | None,
    *,
    minute: int,
    source: str,
    seen: int | None = None,
) -> int:
    """Note a recap of today; `minute` of the day by the office's clock. `seen`: `Board.seen`. Raises Refused."""
    start, _end = days.bounds(desk, days.today(desk))
    return answers.add_recap(desk, place, item, count, total, hour=start + minute * 60, source=source, seen=seen)
