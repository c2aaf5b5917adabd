# SPDX-License-Identifier: Apache-2.0
"""Refusals of files: each reason is a kind, says the file's name, and uses plain office words."""

import errno
import pickle

import pytest

from desk_app.domain import errors
from desk_app.exchange import refusals, wire

FILE = "TEM06-7313-000001-001of001.desk"
ALL = [
    refusals.not_a_package(FILE),
    refusals.too_large(FILE),
    refusals.unreadable(FILE, OSError(errno.EIO, "Input/output error")),
    refusals.cut(FILE),
    refusals.altered(FILE),
    refusals.forged(FILE),
    refusals.newer(FILE),
    refusals.not_for_us(FILE),
    refusals.wrong_secret(FILE),
]


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: type(fault).__name__)
def test_a_refusal_names_the_file_in_plain_words(fault: errors.Refused) -> None:
    said = str(fault)
    assert FILE in said
    assert not any(word in said.lower() for word in ("hash", "sertifikat", "sidik jari", "digest", "byte", "manifest"))
    again = pickle.loads(pickle.dumps(fault))
    assert (type(again), str(again)) == (type(fault), said)


def test_reasons_can_be_told_apart() -> None:
    kinds = [refusals.Newer, refusals.NotForUs, refusals.WrongSecret]
    assert not any(issubclass(kind, errors.Damaged) for kind in kinds)
    for kind in (refusals.NotAPackage, refusals.Unreadable, refusals.Cut, refusals.Altered, refusals.Forged):
        assert issubclass(kind, errors.Damaged)


def test_a_refusal_from_inside_gets_the_name_of_the_file() -> None:
    for fault in (refusals.Newer("x"), refusals.NotForUs("x"), refusals.WrongSecret("x")):
        named = refusals.named(fault, FILE)
        assert type(named) is type(fault)
        assert FILE in str(named)
    assert isinstance(refusals.named(wire.bad("a tag"), FILE), refusals.Altered)
