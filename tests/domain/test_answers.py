# SPDX-License-Identifier: Apache-2.0
"""Answers: keys, numbers, judgement."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import answers, errors
from desk_app.domain.answers import AnswerValue, Mark, Verdict, Written
from desk_app.domain.checklists import Item, ItemKind

RAIN = Item("log.hujan", "Terlindung dari hujan", "Rain", "log")
BALLOTS = Item("log.suara.ppwp", "Surat suara PPWP", "Ballots", "log", ItemKind.NUMBER, "lembar")


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("s", Mark.DONE),
        ("1", Mark.DONE),
        ("Sudah", Mark.DONE),
        ("done", Mark.DONE),
        ("B", Mark.NOT_YET),
        ("2", Mark.NOT_YET),
        ("belum", Mark.NOT_YET),
        ("not_yet", Mark.NOT_YET),
        ("t", Mark.NOT_NEEDED),
        ("0", Mark.NOT_NEEDED),
        (" Tidak  perlu ", Mark.NOT_NEEDED),
        ("NOT_NEEDED", Mark.NOT_NEEDED),
    ],
)
def test_keys_and_words(typed: str, mark: Mark) -> None:
    assert answers.parse(RAIN, typed) is mark


@pytest.mark.parametrize("typed", ["", "3", "10", "x", "285", "tidak"])
def test_anything_else_is_refused_with_the_choices(typed: str) -> None:
    with pytest.raises(errors.Refused, match="Sudah"):
        answers.parse(RAIN, typed)


@pytest.mark.parametrize("number", [0, 1, 2, 285])
def test_in_a_number_item_digits_are_the_number(number: int) -> None:
    value = answers.parse(BALLOTS, f" {number} ")
    assert value == number
    assert not isinstance(value, Mark)


def test_a_number_item_can_be_not_needed() -> None:
    assert answers.parse(BALLOTS, "T") is Mark.NOT_NEEDED


@pytest.mark.parametrize("typed", ["", "s", "belum", "1.146", "-3", "2,5", "²", "99999999", "9" * 5000])
def test_no_number_is_refused(typed: str) -> None:
    with pytest.raises(errors.Refused):
        answers.parse(BALLOTS, typed)


@given(st.sampled_from(Mark) | st.integers(0, answers.HIGHEST))
def test_values_are_stored_and_read_back(value: answers.AnswerValue) -> None:
    assert answers.decode(answers.encode(value)) == value
    item = RAIN if isinstance(value, Mark) else BALLOTS
    assert answers.parse(item, answers.encode(value)) == value


def test_too_few_fail_and_say_how_many() -> None:
    judgement = answers.judge(BALLOTS, 285, 293)
    assert judgement.failed
    assert str(judgement.words) == "kurang 8"


def test_enough_is_good_and_more_is_said() -> None:
    assert answers.judge(BALLOTS, 293, 293) == answers.Judgement(Verdict.OK)
    assert str(answers.judge(BALLOTS, 294, 293).words) == "lebih 1"
    more = answers.judge(BALLOTS, 296, 293)
    assert more.verdict is Verdict.OK
    assert str(more.words) == "lebih 3"


def test_without_a_known_quantity_any_number_is_good() -> None:
    assert answers.judge(BALLOTS, 0, None).verdict is Verdict.OK


def test_marks() -> None:
    assert answers.judge(RAIN, Mark.DONE, None).verdict is Verdict.OK
    assert answers.judge(RAIN, Mark.NOT_YET, None).failed
    assert answers.judge(RAIN, Mark.NOT_NEEDED, None).verdict is Verdict.NOT_APPLICABLE
    assert answers.judge(BALLOTS, Mark.NOT_NEEDED, 293).verdict is Verdict.NOT_APPLICABLE


def test_words_for_people() -> None:
    assert str(answers.words(285, BALLOTS)) == "285 lembar"
    assert str(answers.words(Mark.NOT_NEEDED, RAIN)) == "Tidak perlu"


CHOICE = replace(RAIN, kind=ItemKind.CHOICE, choices=("Baik", "!Rusak berat"))
TEXT = replace(RAIN, kind=ItemKind.TEXT)
MOMENT = replace(RAIN, kind=ItemKind.MOMENT)
PHOTO = replace(RAIN, kind=ItemKind.PHOTO)


@pytest.mark.parametrize(
    ("item", "typed", "value"),
    [
        (CHOICE, "baik", Written("Baik")), (CHOICE, "2", Written("Rusak berat")), (CHOICE, "t", Mark.NOT_NEEDED),
        (TEXT, "  Pak  Camat ", Written("Pak Camat")), (TEXT, "285", Written("285")), (TEXT, "T", Mark.NOT_NEEDED),
        (TEXT, "s", Written("s")),
        (MOMENT, "14-02-2024 7.10", Written("2024-02-14 07:10")),
        (MOMENT, "2024-02-14 07:10", Written("2024-02-14 07:10")),
        (MOMENT, "tidak perlu", Mark.NOT_NEEDED), (PHOTO, "s", Mark.DONE),
    ],
)  # fmt: skip
def test_words_as_answers(item: Item, typed: str, value: AnswerValue) -> None:
    assert answers.parse(item, typed) == value
    stored = answers.columns(value)
    assert answers.value_of(stored["choice"], stored["quantity"], stored["written"]) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("item", "typed"),
    [(CHOICE, "3"), (CHOICE, "sudah"), (CHOICE, ""), (MOMENT, "30-02-2024 07.10"), (MOMENT, "07.10"),
     (MOMENT, "14-02-2024 25.00"), (TEXT, "x" * 2001), (PHOTO, "foto.jpg")],
)  # fmt: skip
def test_words_that_mean_nothing_are_refused(item: Item, typed: str) -> None:
    with pytest.raises(errors.Refused):
        answers.parse(item, typed)


def test_a_bad_choice_fails_and_any_other_words_are_good() -> None:
    assert answers.judge(CHOICE, Written("Rusak berat"), None).failed
    assert answers.judge(CHOICE, Written("Baik"), None).verdict is Verdict.OK
    assert answers.judge(TEXT, Written("Baik"), 3).verdict is Verdict.OK
    assert str(answers.words(Written("2024-02-14 07:10"), MOMENT)) == "14-02-2024 07.10"
    assert str(answers.words(Written("a {b}"), TEXT)) == "a {b}"
