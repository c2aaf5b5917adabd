# SPDX-License-Identifier: Apache-2.0
"""Kelengkapan: how complete the answers are, looked into from the whole area down to one TPS."""

from desk_app.operations import completeness, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.readiness_page import part
from ui.widgets import completeness_panel


class CompletePart(part.Part):
    """The panel and its work; a TPS in it leads to its checklist."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self._phase: int | None = None
        self._area = ""
        self.panel = completeness_panel.CompletenessPanel()
        self.panel.area_wanted.connect(self._look_into)
        self.panel.station_wanted.connect(self._lead_to)
        self.panel.told.connect(self.done)

    def set_phase(self, phase: int | None) -> None:
        """Count another phase from the next reading on."""
        self._phase = phase

    def read(self) -> None:
        """Read the figures again."""
        desk, phase, area = self.desk, self._phase, self._area
        self.lanes.read(
            lambda: completeness.table(desk, phase, area), self._take, self.failed.emit, key="readiness/completeness"
        )

    def _take(self, found: completeness.Table) -> None:
        self.panel.set_table(found, self.desk.identity.place)

    def _look_into(self, area: str) -> None:
        self._area = area
        self.read()

    def _lead_to(self, subject: str) -> None:
        self.lead("readiness", targets.Target(targets.Page.CHECKLIST, subject, phase=self._phase))
