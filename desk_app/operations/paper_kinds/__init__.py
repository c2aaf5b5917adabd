# SPDX-License-Identifier: Apache-2.0
"""The kinds of official papers: a file each that gathers it from the office's data, listed here by key."""

from collections.abc import Mapping
from typing import Final

from desk_app.operations.paper_kinds import asking, book, daily, exchange, special, team
from desk_app.reports import catalogue

GATHER: Final[Mapping[str, asking.Gather]] = {
    catalogue.DAILY.key: daily.gather,
    catalogue.TEAM_STRUCTURE.key: team.gather,
    catalogue.BOOK.key: book.gather,
    catalogue.SPECIAL.key: special.gather,
    catalogue.CLARIFICATION.key: exchange.gather,
    catalogue.CALL_LIST.key: exchange.gather,
    catalogue.HANDOVER.key: exchange.gather,
    catalogue.RECEIPT.key: exchange.gather,
    catalogue.SLIPS.key: exchange.gather,
    catalogue.SPARE_KEY.key: exchange.gather,
}
