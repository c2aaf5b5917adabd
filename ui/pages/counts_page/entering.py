# SPDX-License-Identifier: Apache-2.0
"""Salin: the TPS of a village at the left, the C.HASIL of one of them at the right, copied with the number pad."""

from collections.abc import Callable

from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.counts_page import part
from ui.widgets import drafts


class EntryPart(part.Part):
    """The tab."""

    listens = frozenset(("count_form", "count_result", "count_rules", "candidate"))

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
