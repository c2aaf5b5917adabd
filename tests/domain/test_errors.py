# SPDX-License-Identifier: Apache-2.0
"""Refusals carry their words and their figures."""

import pickle

import pytest

from desk_app.domain import errors


def test_a_refusal_says_the_indonesian_sentence() -> None:
    refusal = errors.Refused("Nomor {number} tidak ada.", number=5)
    assert str(refusal) == "Nomor 5 tidak ada."
    assert refusal.message == "Nomor {number} tidak ada."
    assert refusal.params == {"number": 5}


def test_words_from_the_user_are_not_read_as_a_format() -> None:
    assert str(errors.Refused("“{text}” salah", text="{jahat}")) == "“{jahat}” salah"
    assert str(errors.Refused("{tanpa isi}")) == "{tanpa isi}"


def test_consent_is_asked_for_one_thing() -> None:
    assert pickle.loads(pickle.dumps(errors.NeedsConsent("Sudah dikirim.", no=7))).no == 7


@pytest.mark.parametrize("kind", [errors.NotFound, errors.NotPermitted, errors.Damaged])
def test_the_families_are_refusals_and_survive_a_process_boundary(kind: type[errors.Refused]) -> None:
    again = pickle.loads(pickle.dumps(kind("a {x}", x=1)))
    assert type(again) is kind
    assert isinstance(again, errors.Refused)
    assert str(again) == "a 1"
