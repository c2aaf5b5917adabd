# SPDX-License-Identifier: Apache-2.0
"""Every kind of record, each declared once; `TYPES` is the catalogue by wire number."""

from desk_app.domain.records.activity import ACTIVITY, ATTENDANCE, VISIT
from desk_app.domain.records.answer import ANSWER, RECAP
from desk_app.domain.records.attachment import ATTACHMENT
from desk_app.domain.records.checklist import CHECKLIST, REASON
from desk_app.domain.records.clash_accepted import CLASH_ACCEPTED
from desk_app.domain.records.contact import CONTACT
from desk_app.domain.records.count import (
    CANDIDATE,
    COUNT_FORM,
    COUNT_READER,
    COUNT_RECAP,
    COUNT_RESULT,
    COUNT_RULES,
    COUNT_WRAP,
)
from desk_app.domain.records.decision import DECISION
from desk_app.domain.records.declare import Field, FieldKind, Policy, Reach, RecordType
from desk_app.domain.records.election import ELECTION
from desk_app.domain.records.indicator import INDICATOR, INDICATOR_VALUE
from desk_app.domain.records.issue import FOLLOW_UP, ISSUE, LOG_ENTRY
from desk_app.domain.records.issue_parts import ISSUE_IDENTITY, ISSUE_LINK, ISSUE_PLACE
from desk_app.domain.records.logistics import SHIPMENT, SHIPMENT_LINE, STOCK_REPORT
from desk_app.domain.records.office import OFFICE, OPERATOR, SETTING, SIGNATORY
from desk_app.domain.records.own_format import OWN_FORMAT
from desk_app.domain.records.paper_words import PAPER_WORDS
from desk_app.domain.records.region import REGION
from desk_app.domain.records.report import DAILY_REPORT, PAPER_NUMBER, PAPER_SENT, PRINTED
from desk_app.domain.records.revote import REVOTE
from desk_app.domain.records.risk import DEPLOYMENT, REGION_RISK, RISK_INDICATOR
from desk_app.domain.records.roster import HANDOVER, LEAVE, PHONE, SHIFT
from desk_app.domain.records.saved_filter import SAVED_FILTER
from desk_app.domain.records.stage import HOLIDAY, STAGE
from desk_app.domain.records.station import STATION, STATION_RISK
from desk_app.domain.records.task import TASK
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
        PAPER_SENT,
        PAPER_NUMBER,
        PAPER_WORDS,
        DECISION,
        ATTACHMENT,
        TOLD_APART,
        CHECKLIST,
        REASON,
        SHIPMENT,
        SHIPMENT_LINE,
        STOCK_REPORT,
        LEAVE,
        SHIFT,
        HANDOVER,
        PHONE,
        CLASH_ACCEPTED,
        ISSUE_PLACE,
        ISSUE_LINK,
        REVOTE,
        SAVED_FILTER,
        ISSUE_IDENTITY,
        CONTACT,
        REGION_RISK,
        DEPLOYMENT,
        RISK_INDICATOR,
        INDICATOR,
        INDICATOR_VALUE,
        ACTIVITY,
        ATTENDANCE,
        TASK,
        VISIT,
        STAGE,
        HOLIDAY,
        OWN_FORMAT,
        CANDIDATE,
        COUNT_RULES,
        COUNT_READER,
        COUNT_WRAP,
        COUNT_FORM,
        COUNT_RESULT,
        COUNT_RECAP,
    )
}

NAMES: dict[str, RecordType] = {declared.name: declared for declared in TYPES.values()}

__all__ = [
    "ACTIVITY",
    "ANSWER",
    "ATTACHMENT",
    "ATTENDANCE",
    "CANDIDATE",
    "CHECKLIST",
    "CLASH_ACCEPTED",
    "CONTACT",
    "COUNT_FORM",
    "COUNT_READER",
    "COUNT_RECAP",
    "COUNT_RESULT",
    "COUNT_RULES",
    "COUNT_WRAP",
    "DAILY_REPORT",
    "DECISION",
    "DECREE",
    "DEPLOYMENT",
    "ELECTION",
    "FOLLOW_UP",
    "HANDOVER",
    "HOLIDAY",
    "INDICATOR",
    "INDICATOR_VALUE",
    "ISSUE",
    "ISSUE_IDENTITY",
    "ISSUE_LINK",
    "ISSUE_PLACE",
    "LEAVE",
    "LOG_ENTRY",
    "MEMBER",
    "NAMES",
    "OFFICE",
    "OPERATOR",
    "OWN_FORMAT",
    "PAPER_NUMBER",
    "PAPER_SENT",
    "PAPER_WORDS",
    "PHONE",
    "PRINTED",
    "REASON",
    "RECAP",
    "REGION",
    "REGION_RISK",
    "REVOTE",
    "RISK_INDICATOR",
    "SAVED_FILTER",
    "SECTION",
    "SETTING",
    "SHIFT",
    "SHIPMENT",
    "SHIPMENT_LINE",
    "SIGNATORY",
    "STAGE",
    "STATION",
    "STATION_RISK",
    "STOCK_REPORT",
    "TASK",
    "TEAM",
    "TEAM_DISTRICT",
    "TOLD_APART",
    "TYPES",
    "VISIT",
    "Field",
    "FieldKind",
    "Policy",
    "Reach",
    "RecordType",
]
