# SPDX-License-Identifier: Apache-2.0
"""Hasil suara: who stands in each race, and the rules by which the forms of the TPS are copied."""

from desk_app.base.text import _
from desk_app.domain.counts import words
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.settings_page import candidate_reading, candidates_card, count_keys_card, count_rules_card, section


class CountSection(section.Section):
    """The cards, read together."""

    listens = frozenset(
        {"setting", "election", "candidate", "count_rules", "attachment", "region", "count_reader", "operator"}
    )

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(self, _("Hasil suara"), _(words.DISCLAIMER))
        self.candidates = candidates_card.CandidatesCard(self)
        self.rules = count_rules_card.CountRulesCard(self)
        self.column.addWidget(self.candidates)
        self.keys = count_keys_card.CountKeysCard(self)
        self.column.addWidget(self.rules)
        self.column.addWidget(self.keys)
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.read(
            lambda: (candidate_reading.read(desk), count_rules_card.read(desk), count_keys_card.read(desk)), self._show
        )

    def show_record(self, no: int) -> None:
        self.candidates.wanted = no
        self.refresh()

    def _show(
        self, found: tuple[candidate_reading.Shown, count_rules_card.Shown, count_keys_card.Shown]
    ) -> None:
        self.candidates.show_read(found[0])
        self.rules.show_read(found[1])
        self.keys.show_read(found[2])
