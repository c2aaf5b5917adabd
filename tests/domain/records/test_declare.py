# SPDX-License-Identifier: Apache-2.0
"""Declarations: what a field takes, in which form it keeps it, and what it refuses in words."""

import pytest

from desk_app.domain import errors, records
from desk_app.domain.records.declare import Field, FieldKind, RecordType

TEXT = Field(1, "note", FieldKind.TEXT, "Catatan", most=5)
NUMBER = Field(2, "count", FieldKind.NUMBER, "Jumlah", least=1, most=9)
DAY = Field(3, "day", FieldKind.DATE, "Tanggal", most=10)
CODE = Field(4, "code", FieldKind.CODE, "Pilihan", choices=("a", "b"))


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        (TEXT, "  abc ", "abc"),
        (TEXT, "e\u0301", "é"),
        (TEXT, "   ", None),
        (TEXT, "", None),
        (NUMBER, 9, 9),
        (DAY, "2024-02-29", "2024-02-29"),
        (CODE, "b", "b"),
        (NUMBER, None, None),
    ],
)
def test_what_a_field_keeps(field: Field, given: object, kept: object) -> None:
    assert field.check(given) == kept


@pytest.mark.parametrize(
    ("field", "given"),
    [
        (TEXT, "abcdef"),
        (TEXT, "a\0b"),
        (TEXT, 7),
        (NUMBER, 0),
        (NUMBER, 10),
        (NUMBER, "5"),
        (NUMBER, True),
        (DAY, "2024-02-30"),
        (DAY, "nope"),
        (DAY, "20240229"),
        (CODE, "c"),
    ],
)
def test_what_a_field_refuses(field: Field, given: object) -> None:
    with pytest.raises(errors.Refused) as refused:
        field.check(given)
    assert field.label in str(refused.value)


def test_a_number_or_name_that_stands_twice_is_found_at_once() -> None:
    for other in (Field(1, "other", FieldKind.TEXT, "x"), Field(9, "note", FieldKind.TEXT, "x")):
        with pytest.raises(ValueError, match="twice"):
            RecordType(no=99, name="odd", label="x", fields=(TEXT, other))


def test_wire_numbers_of_kinds_are_those_of_the_first_release() -> None:
    """They are on every stick for ever."""
    assert {no: declared.name for no, declared in records.TYPES.items()} == {
        1: "region",
        2: "election",
        3: "station",
        4: "station_risk",
        5: "answer",
        6: "recap",
        7: "issue",
        8: "follow_up",
        9: "log_entry",
        10: "decree",
        11: "section",
        12: "team",
        13: "member",
        14: "team_district",
        15: "office",
        16: "operator",
        17: "signatory",
        18: "setting",
        19: "daily_report",
        20: "printed",
        21: "decision",
        22: "attachment",
        23: "told_apart",
        24: "paper_sent",
        25: "paper_number",
        40: "leave",
        41: "shift",
        42: "handover",
        43: "phone",
        44: "contact",
        45: "clash_accepted",
        46: "own_format",
        47: "paper_words",
        48: "candidate",
        49: "count_rules",
        50: "checklist",
        51: "reason",
        52: "count_reader",
        53: "count_wrap",
        54: "count_form",
        55: "count_result",
        56: "count_recap",
        60: "issue_place",
        61: "issue_link",
        62: "revote",
        63: "saved_filter",
        64: "issue_identity",
        70: "region_risk",
        71: "deployment",
        72: "risk_indicator",
        80: "shipment",
        81: "shipment_line",
        82: "stock_report",
        90: "indicator",
        91: "indicator_value",
        92: "activity",
        93: "attendance",
        94: "task",
        95: "visit",
        96: "stage",
        97: "holiday",
    }


def test_what_stands_under_seal_is_weighed_apart() -> None:
    apart = {declared.name for declared in records.TYPES.values() if declared.is_weighed_apart}
    assert {"count_form", "count_result", "count_recap", "count_wrap"} <= apart
    assert not apart & {"answer", "recap", "candidate", "count_rules", "issue"}
