# SPDX-License-Identifier: Apache-2.0
"""Statements and receipts: read back as written, signed, in one order, refused in every other shape."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.exchange import statements, wire
from desk_app.exchange.statements import Held
from desk_app.journal.streams import ReaderClass
from tests.exchange import sample_packages as sample

IDS = st.binary(min_size=16, max_size=16)
HELD = st.lists(
    st.builds(Held, IDS, st.integers(0, (1 << 40) - 1), st.binary(min_size=32, max_size=32)),
    unique_by=lambda one: one.stream,
)


def statement(**other: Any) -> statements.Statement:
    told = {
        "replica": sample.REPLICA,
        "version": 7,
        "place": "73.13.06",
        "reader_class": ReaderClass.OPEN,
        "held": [Held(b"b" * 16, 3, bytes(32)), Held(b"a" * 16, 5, bytes(32))],
        "superseded": [b"o" * 16],
        **other,
    }
    return statements.make_statement(sample.SEED, **told)


def receipt(packages: list[tuple[bytes, int]] | None = None) -> statements.Receipt:
    pairs = [(b"b" * 16, 2), (b"a" * 16, 1)] if packages is None else packages
    return statements.make_receipt(sample.SEED, version=3, sender=sample.KEY, packages=pairs)


@given(HELD, st.lists(IDS, unique=True), st.sampled_from(list(ReaderClass)), st.integers(1, (1 << 40) - 1))
def test_a_statement_is_read_back_as_written_and_holds(
    held: list[Held], superseded: list[bytes], reader_class: ReaderClass, version: int
) -> None:
    one = statement(held=held, superseded=superseded, reader_class=reader_class, version=version)
    again = statements.Statement.from_wire(one.to_wire())
    assert again == one
    assert again.holds()
    assert again.reader_class is reader_class


@given(st.lists(st.tuples(IDS, st.integers(0, 1 << 20)), max_size=80, unique=True))
def test_a_receipt_is_read_back_as_written_and_names_the_newest(packages: list[tuple[bytes, int]]) -> None:
    one = receipt(packages)
    again = statements.Receipt.from_wire(one.to_wire())
    assert again == one
    assert again.holds()
    assert len(one.packages) == min(len(packages), statements.MOST_PACKAGES)
    left = [number for package_id, number in packages if (package_id, number) not in one.packages]
    assert max(left, default=0) <= min((number for _, number in one.packages), default=0)


def test_a_receipt_of_many_packages_names_the_newest() -> None:
    one = receipt([(number.to_bytes(16, "big"), number) for number in range(70)])
    assert [number for _, number in one.packages] == list(range(6, 70))


def test_whatever_is_altered_no_longer_holds() -> None:
    said = statement()
    for altered in (
        replace(said, place="73.13.07"),
        replace(said, version=8),
        replace(said, replica=b"x" * 16),
        replace(said, reader_class=ReaderClass.COUNTS),
        replace(said, held=said.held[:1]),
        replace(said, held=(said.held[0]._replace(upto=99), said.held[1])),
        replace(said, superseded=()),
        replace(said, office_key=bytes(32)),
    ):
        assert not altered.holds()
    got = receipt()
    for wrong in (replace(got, version=4), replace(got, packages=got.packages[:1]), replace(got, sender=bytes(32))):
        assert not wrong.holds()


def test_60_one_does_not_pass_for_the_other() -> None:
    """§23 no. 60: right key, other context."""
    said, got = statement(), receipt()
    assert not replace(said, signature=got.signature).holds()
    assert not replace(got, signature=said.signature).holds()
    with pytest.raises(wire.BadBytes):
        statements.Statement.from_wire(got.to_wire())
    with pytest.raises(wire.BadBytes):
        statements.Receipt.from_wire(said.to_wire())


@pytest.mark.parametrize(
    "altered",
    [
        {"held": (Held(b"b" * 16, 3, bytes(32)), Held(b"a" * 16, 5, bytes(32)))},
        {"held": (Held(b"a" * 16, 3, bytes(32)), Held(b"a" * 16, 5, bytes(32)))},
        {"held": (Held(b"a" * 16, -1, bytes(32)),)},
        {"held": (Held(b"a" * 16, 1 << 40, bytes(32)),)},
        {"held": (Held(b"a" * 16, 1, bytes(31)),)},
        {"held": (("a", 1),)},
        {"superseded": (b"o" * 16, b"o" * 16)},
        {"superseded": (b"o",)},
        {"reader_class": 6},
        {"place": "Wajo"},
        {"version": 0},
        {"office_key": b""},
        {"signature": b""},
    ],
    ids=str,
)
def test_a_statement_of_another_shape_is_refused(altered: dict[str, Any]) -> None:
    with pytest.raises(wire.BadBytes):
        statements.Statement.from_wire(replace(statement(), **altered).to_wire())


@pytest.mark.parametrize(
    "packages",
    [
        ((b"b" * 16, 2), (b"a" * 16, 1)),
        ((b"a" * 16, 1), (b"a" * 16, 1)),
        tuple((number.to_bytes(16, "big"), number) for number in range(65)),
        ((b"a", 1),),
        ((b"a" * 16,),),
    ],
    ids=["out of order", "twice", "too many", "short", "one"],
)
def test_a_receipt_of_another_shape_is_refused(packages: Any) -> None:
    with pytest.raises(wire.BadBytes):
        statements.Receipt.from_wire(replace(receipt(), packages=packages).to_wire())


def test_every_flipped_bit_is_refused_or_unsigned() -> None:
    for raw, kind in ((statement().to_wire(), statements.Statement), (receipt().to_wire(), statements.Receipt)):
        for position in range(len(raw)):
            for bit in range(8):
                wrong = raw[:position] + bytes([raw[position] ^ 1 << bit]) + raw[position + 1 :]
                try:
                    read: statements.Statement | statements.Receipt = kind.from_wire(wrong)
                except wire.BadBytes:
                    continue
                assert not read.holds()
                assert read.to_wire() == wrong
