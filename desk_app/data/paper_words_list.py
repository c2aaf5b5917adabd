# SPDX-License-Identifier: Apache-2.0
"""What an office has written into its papers, read part by part."""

import sqlalchemy
from sqlalchemy import select

from desk_app.data import schema

_words = schema.by_name["paper_words"]


def of_paper(connection: sqlalchemy.Connection, event: str, kind: str, period: str) -> dict[str, str]:
    """The parts of a paper that hold words, by their code."""
    asked = select(_words.c.part, _words.c.text).where(
        _words.c.event == event,
        _words.c.kind == kind,
        _words.c.period == period,
        _words.c.alive != 0,
        _words.c.text.is_not(None),
    )
    return {row.part: row.text for row in connection.execute(asked)}
