# SPDX-License-Identifier: Apache-2.0
"""PSU, PSSU, PSL, PSS, read for lists: with the DPT of their TPS and the number of the issue they came from."""

from typing import Any

import sqlalchemy
from sqlalchemy import Integer, cast, select

from desk_app.data import duplicates, place_names, schema
from desk_app.domain import places, revotes

_revote = schema.by_name["revote"]
_station = schema.by_name["station"]
_issue = schema.by_name["issue"]


def rows(connection: sqlalchemy.Connection, event: str, area: str = "", issue: int = 0) -> list[Any]:
    """The records of an area, or those that came of one issue, by place and kind.

    `dpt`: of the TPS as it is known now; `issue_no` and `issue_number`: the issue as it is shown.
    """
    substr = sqlalchemy.func.substr
    query = (
        select(
            _revote,
            (_station.c.dpt_male + _station.c.dpt_female).label("dpt"),
            _issue.c.no.label("issue_no"),
            _issue.c.number.label("issue_number"),
        )
        .select_from(_revote)
        .outerjoin(
            _station,
            (_station.c.event == _revote.c.event)
            & (_station.c.village == substr(_revote.c.place, 1, _VILLAGE))
            & (_station.c.number == cast(substr(_revote.c.place, _VILLAGE + 2), Integer))
            & (_station.c.alive != 0),
        )
        .outerjoin(_issue, _issue.c.no == duplicates.shown_with(_revote.c.issue))
        .where(_revote.c.event == event, _revote.c.alive != 0)
        .order_by(_revote.c.place, _revote.c.kind, _revote.c.no)
    )
    if area and area != places.NATION:
        query = query.where(_revote.c.place >= area, _revote.c.place < place_names.after(area))
    if issue:
        query = query.where(_issue.c.no == issue)
    return list(connection.execute(query))


def held(connection: sqlalchemy.Connection, event: str) -> dict[str, list[str]]:
    """The votes that were held again, by their TPS: of which race each, "" where of all."""
    query = select(_revote.c.place, _revote.c.race).where(
        _revote.c.event == event, _revote.c.state == revotes.State.HELD.value, _revote.c.alive != 0
    )
    found: dict[str, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.place, []).append(row.race or "")
    return found


def one(connection: sqlalchemy.Connection, no: int) -> Any:
    """One record, None where there is none that lives."""
    return connection.execute(select(_revote).where(_revote.c.no == no, _revote.c.alive != 0)).one_or_none()


def standing(connection: sqlalchemy.Connection, event: str, place: str, kind: str, race: str = "") -> int | None:
    """The record of that kind of one TPS which is neither held nor dropped, None without one.

    `race`: one that is of this race, or of all; without it one of any race.
    """
    query = (
        select(_revote.c.no)
        .where(
            _revote.c.event == event,
            _revote.c.place == place,
            _revote.c.kind == kind,
            _revote.c.alive != 0,
            _revote.c.state.in_(("direkomendasikan", "ditetapkan")),
        )
        .order_by(_revote.c.no)
    )
    if race:
        query = query.where(sqlalchemy.func.coalesce(_revote.c.race, "").in_((race, "")))
    found: int | None = connection.execute(query).scalar()
    return found


_VILLAGE = 13
