# SPDX-License-Identifier: Apache-2.0
"""The drafts of a page come from the office when it is made, and go to it while one types."""

from desk_app.base.text import ngettext
from desk_app.operations import drafts
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import page


def connect(desk: Desk, lanes: runner.Runner, made: page.Page) -> None:
    """Give a page what was kept of its drafts, and keep what is altered in them."""
    begin = f"{made.drafts_name}/"
    held = made.drafts

    def read() -> list[drafts.Draft]:
        return [one for one in drafts.drafts_of(desk) if one.key.startswith(begin)]

    def keep(key: str) -> None:
        draft = held.get(key)
        lanes.write(lambda: drafts.drop(desk, key) if draft is None else drafts.keep(desk, draft))

    if made.drafts_name:
        held.altered.connect(keep)
        lanes.read(read, held.load)


def words_of(found: list[drafts.Draft]) -> str:
    """What is said when the office is opened and something was left unwritten; empty where nothing was."""
    count = len(found)
    if not count:
        return ""
    return ngettext(
        "{count} draf belum disimpan sejak terakhir dibuka.",
        "{count} draf belum disimpan sejak terakhir dibuka.",
        count,
    ).format(count=count)
