# SPDX-License-Identifier: Apache-2.0
"""What is asked under conditions, what is seen again, and what the numbered checks find."""

from dataclasses import replace

import pytest

from desk_app.domain import checklists, elections
from desk_app.domain.checklists import Item, ItemKind, Template, asking, conditions
from desk_app.domain.checklists.given import AnswerValue, Mark
from desk_app.domain.checklists.rules import Level, Rule
from desk_app.domain.elections import Event
from desk_app.domain.places import Kind


def number(code: str, **values: object) -> Item:
    return replace(Item(code, code, code, "a", kind=ItemKind.NUMBER, required=True), **values)  # type: ignore[arg-type]


FIRST, SECOND, THIRD = (
    number("a"),
    number("b", condition=conditions.parse("a > 0")),
    number("c", condition=conditions.parse("b > 0")),
)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, "a"), ({"a": 0}, "a"), ({"a": 2}, "ab"), ({"a": 2, "b": 1}, "abc"),
        ({"a": 0, "b": 1}, "a"), ({"b": 1}, "a"), ({"a": Mark.NOT_NEEDED}, "a"),
    ],
)  # fmt: skip
def test_what_is_not_asked_opens_nothing(given: dict[str, AnswerValue], asked: str) -> None:
    assert "".join(item.code for item in asking.asked((FIRST, SECOND, THIRD), given)) == asked


def test_conditional_items_are_not_required_of_a_place_of_which_nothing_is_known() -> None:
    assert asking.required((FIRST, SECOND, THIRD)) == 1


@pytest.mark.parametrize(
    ("minimum", "version", "again"), [(0, None, False), (2, 1, True), (2, 2, False), (2, None, True)]
)
def test_an_answer_under_an_older_version_is_seen_again(minimum: int, version: int | None, again: bool) -> None:
    assert asking.must_be_seen_again(number("a", minimum=minimum), version) is again


def found(pemilu: Event, check: str, given: dict[str, AnswerValue | None], **more: bool) -> list[asking.Finding]:
    rule = Rule("K-005", Level.WARNING, check, "x", "x")
    page = [number("a"), number("b"), number("c", required=False)]
    return asking.findings([rule], page, given, pemilu, 287, {"a": "Sah"}, **more)


def test_an_equation_is_told_with_its_difference(pemilu: Event) -> None:
    one = found(pemilu, "[a] + 6 = [b]", {"a": 210, "b": 217})[0]
    assert (one.code, one.holds, one.items) == ("K-005@h", False, ("a", "b"))
    assert str(one.words) == "(Sah 210 + 6 → 216) = b 217, selisih 1"
    assert one.about == "a=210 b=217"
    assert found(pemilu, "[a] + 6 = [b]", {"a": 210, "b": 216}) == []
    right = found(pemilu, "[a] + 6 = [b]", {"a": 210, "b": 216}, equations=True)
    assert [(rule.holds, rule.difference) for rule in right] == [(True, "0")]


@pytest.mark.parametrize("given", [{}, {"a": 3}, {"a": 3, "b": None}, {"a": 3, "b": Mark.NOT_NEEDED}])
def test_what_is_blank_is_not_zero(pemilu: Event, given: dict[str, AnswerValue | None]) -> None:
    assert found(pemilu, "[a] = [b]", given) == []


@pytest.mark.parametrize(
    ("given", "is_found"),
    [
        ({"a": 0, "b": 0}, True), ({"a": 0, "b": 0, "c": 0}, True), ({"a": 0}, False), ({"a": 0, "b": None}, False),
        ({"a": 0, "b": 0, "c": 1}, False), ({}, False), ({"a": 0, "b": Mark.NOT_NEEDED, "c": 0}, True),
    ],
)  # fmt: skip
def test_a_page_of_zeros_is_found_when_it_is_filled(
    pemilu: Event, given: dict[str, AnswerValue | None], is_found: bool
) -> None:
    assert bool(found(pemilu, "semua nol", given)) is is_found


def test_checks_about_races_are_made_for_each(template: Template, pemilu: Event) -> None:
    local = elections.for_region(pemilu, "73.13")
    opened = checklists.for_event(template, pemilu, "73.13")
    page = checklists.items_for(opened, -1, Kind.TPS)
    given: dict[str, AnswerValue | None] = {"log.suara.dpr": 700, "log.suara.ppwp": 293}
    codes = [one.code for one in asking.findings(opened.rules, page, given, local, 287, {})]
    assert codes == ["K-004.dpr@h-1"]


def test_the_shipped_checks_find_more_people_than_were_sworn_in(template: Template, pemilu: Event) -> None:
    page = checklists.items_for(template, -1, Kind.TPS)
    given: dict[str, AnswerValue | None] = {"org.kpps_dilantik": 7, "org.kpps": 9}
    assert [one.rule.code for one in asking.findings(template.rules, page, given, pemilu, 287, {})] == ["K-002"]
