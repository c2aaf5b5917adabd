# SPDX-License-Identifier: Apache-2.0
"""Every kind of record, each declared once; `TYPES` is the catalogue by wire number."""

from desk_app.domain.records.answer import ANSWER, RECAP
from desk_app.domain.records.attachment import ATTACHMENT
from desk_app.domain.records.decision import DECISION
from desk_app.domain.records.declare import Field, FieldKind, Policy, Reach, RecordType
from desk_app.domain.records.election import ELECTION
from desk_app.domain.records.issue import FOLLOW_UP, ISSUE, LOG_ENTRY
from desk_app.domain.records.office import OFFICE, OPERATOR, SETTING, SIGNATORY
from desk_app.domain.records.region import REGION
from desk_app.domain.records.report import DAILY_REPORT, PRINTED
from desk_app.domain.records.station import STATION, STATION_RISK
from desk_app.domain.records.team import DECREE, MEMBER, SECTION, TEAM, TEAM_DISTRICT
from desk_app.domain.records.told_apart import TOLD_APART

TYPES: dict[int, RecordType] = {
    declared.no: declared
    for declared in (
        REGION,
        ELECTION,
        STATION,
        STATION_RISK,
        ANSWER,
        RECAP,
        ISSUE,
        FOLLOW_UP,
        LOG_ENTRY,
        DECREE,
        SECTION,
        TEAM,
        MEMBER,
        TEAM_DISTRICT,
        OFFICE,
        OPERATOR,
        SIGNATORY,
        SETTING,
        DAILY_REPORT,
        PRINTED,
        DECISION,
        ATTACHMENT,
        TOLD_APART,
        ATTACHMENT,
    )
}

NAMES: dict[str, RecordType] = {declared.name: declared for declared in TYPES.values()}

__all__ = [
    "ANSWER",
    "ATTACHMENT",
    "DAILY_REPORT",
    "DECISION",
    "DECREE",
    "ELECTION",
    "FOLLOW_UP",
    "ISSUE",
    "LOG_ENTRY",
    "MEMBER",
    "NAMES",
    "OFFICE",
    "OPERATOR",
    "PRINTED",
    "RECAP",
    "REGION",
    "SECTION",
    "SETTING",
    "SIGNATORY",
    "STATION",
    "STATION_RISK",
    "TEAM",
    "TEAM_DISTRICT",
    "TOLD_APART",
    "TYPES",
    "Field",
    "FieldKind",
    "Policy",
    "Reach",
    "RecordType",
]
