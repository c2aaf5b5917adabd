# SPDX-License-Identifier: Apache-2.0
"""Issues that may be the same as one being typed: by place, category and shared words."""

import re
from typing import Any

from desk_app.data import issue_list, issue_parts
from desk_app.operations import issue_hours, issue_register, settings
from desk_app.operations.desk import Desk

LOOK_ALIKE_DAYS = 30
_MIN_WORD = 4


def look_alikes(
    desk: Desk, title: str, place: str = "", category: str = "", *, besides: int = 0, limit: int = 5
) -> list[issue_register.IssueRow]:
    """Issues that may be the same as one being typed: same place, near in category, or sharing words; best first."""
    wanted = _words(title)
    now = desk.now()
    event = settings.event_code(desk)
    with desk.reading() as connection:
        found = issue_list.alike(
            connection, event, place, category, sorted(wanted)[:8], now - LOOK_ALIKE_DAYS * 86_400
        )
        further = issue_parts.also_at(connection, place) if place else frozenset()
        scored: list[tuple[int, int, Any]] = []
        for row in found:
            if row.no == besides:
                continue
            score = 0 if row.confidential else 2 * len(wanted & _words(row.title or ""))
            score += 3 if place and (row.place == place or row.no in further) else 0
            score += 1 if category and row.category == category else 0
            if score >= _ALIKE:
                scored.append((score, row.no, row))
        scored.sort(key=lambda one: one[:2], reverse=True)
        chosen = [issue_list.RawIssue(row, 0, None) for _score, _no, row in scored[:limit]]
        hung = issue_register.Hung(connection, [raw.row.no for raw in chosen], chosen)
    return issue_register.told(desk, chosen, {}, hung, issue_hours.timing(desk), {})


_ALIKE = 3


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _MIN_WORD}
