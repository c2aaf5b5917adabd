# SPDX-License-Identifier: Apache-2.0
"""The drafts of a page come from the office when it is made, and go to it while one types: those of one election."""

from collections.abc import Mapping, Sequence

from desk_app.base.text import ngettext
from desk_app.operations import drafts, settings
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import page


def connect(desk: Desk, lanes: runner.Runner, made: page.Page) -> None:
    """Give a page what was kept of its drafts, and keep what is altered in them.

    A page is made for one election; what it tells when another one was chosen is kept for its own.
    """
    begin = f"{made.drafts_name}/"
    held = made.drafts
    event = settings.event_code(desk)

    def read() -> list[drafts.Draft]:
        return [one for one in drafts.drafts_of(desk, event) if one.key.startswith(begin)]

    def keep(key: str) -> None:
        draft = held.get(key)
        lanes.write(lambda: drafts.drop(desk, key, event) if draft is None else drafts.keep(desk, draft, event))

    if made.drafts_name:
        held.altered.connect(keep)
        lanes.read(read, held.load)


def words_of(found: Sequence[drafts.Draft], elsewhere: Mapping[str, int]) -> str:
    """What is said when the office is opened and something was left unwritten; empty where nothing was.

    `found`: in the election worked on. `elsewhere`: how many in others, by their names.
    """
    said = [_left(len(found))] if found else []
    said += [
        ngettext(
            "{count} draf belum disimpan pada {event}.", "{count} draf belum disimpan pada {event}.", count
        ).format(count=count, event=event)
        for event, count in elsewhere.items()
    ]
    return " ".join(said)


def _left(count: int) -> str:
    return ngettext(
        "{count} draf belum disimpan sejak terakhir dibuka.",
        "{count} draf belum disimpan sejak terakhir dibuka.",
        count,
    ).format(count=count)
