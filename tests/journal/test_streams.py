# SPDX-License-Identifier: Apache-2.0
"""Names of streams, the hash that runs along them, and who may read which scope."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope

REPLICA = bytes(range(16))
TEMPE = Scope("pemilu-2024", "73.13.06", ReaderClass.OPEN)


def test_a_name_is_the_same_for_ever() -> None:
    """It is on sticks and in databases: another way to reckon it would cut every stream in two."""
    assert streams.stream_id(REPLICA, TEMPE).hex() == "6ab8cb67f4d52df71b381e5d2f160f2f"


def test_each_part_of_a_scope_makes_another_stream() -> None:
    scopes = [
        TEMPE,
        Scope("pilkada-2024", "73.13.06", ReaderClass.OPEN),
        Scope("pemilu-2024", "73.13.07", ReaderClass.OPEN),
        Scope("pemilu-2024", "73.13.06", ReaderClass.SHARED_DOWN),
    ]
    names = {streams.stream_id(replica, scope) for replica in (REPLICA, bytes(16)) for scope in scopes}
    assert len(names) == 8


@given(st.lists(st.binary(max_size=30), max_size=8), st.integers(0, 8))
def test_where_a_stream_is_cut_does_not_matter(bodies: list[bytes], at: int) -> None:
    first = streams.advance_all(streams.START, bodies[:at])
    assert streams.advance_all(first, bodies[at:]) == streams.advance_all(streams.START, bodies)


@given(st.lists(st.binary(max_size=30), min_size=2, max_size=8, unique=True))
def test_the_order_of_changes_matters(bodies: list[bytes]) -> None:
    turned = [bodies[1], bodies[0], *bodies[2:]]
    assert streams.advance_all(streams.START, turned) != streams.advance_all(streams.START, bodies)


@given(st.binary(max_size=30))
def test_a_redacted_body_is_replaced_by_its_hash(body: bytes) -> None:
    known = hashlib.sha256(body).digest()
    assert streams.advance_by_hash(streams.START, known) == streams.advance(streams.START, body)


def test_a_seal_says_all_of_it() -> None:
    parts = (bytes(16), REPLICA, TEMPE, 5, bytes(32))
    others = [
        (b"x" * 16, *parts[1:]),
        (parts[0], bytes(16), *parts[2:]),
        (*parts[:2], Scope("", "73.13.06", ReaderClass.OPEN), *parts[3:]),
        (*parts[:2], Scope("pemilu-2024", "73.13", ReaderClass.OPEN), *parts[3:]),
        (*parts[:2], Scope("pemilu-2024", "73.13.06", ReaderClass.COUNTS), *parts[3:]),
        (*parts[:3], 6, parts[4]),
        (*parts[:4], b"y" * 32),
    ]
    assert len({streams.seal_text(*one) for one in [parts, *others]}) == 8


KECAMATAN, KABUPATEN, PROVINCE, NATION = "73.13.06", "73.13", "73", "0"
READERS = {
    # (class, place of the scope): who of Tempe, another kecamatan, Wajo, another kabupaten, Sulsel, nation may read
    (ReaderClass.OPEN, KECAMATAN): "yes no yes no yes yes",
    (ReaderClass.OPEN, KABUPATEN): "no no yes no yes yes",
    (ReaderClass.SHARED_DOWN, KABUPATEN): "yes yes yes no yes yes",
    (ReaderClass.SHARED_DOWN, KECAMATAN): "yes no yes no yes yes",
    (ReaderClass.SHARED_DOWN, NATION): "yes yes yes yes yes yes",
    (ReaderClass.COUNTS, KECAMATAN): "yes no yes no no no",
    (ReaderClass.CONFIDENTIAL, KECAMATAN): "no no no no no no",
    (ReaderClass.INTERNAL, KECAMATAN): "no no no no no no",
}


@pytest.mark.parametrize(("matter", "who"), READERS.items(), ids=str)
def test_who_may_read(matter: tuple[ReaderClass, str], who: str) -> None:
    reader_class, place = matter
    readers = (KECAMATAN, "73.13.07", KABUPATEN, "73.14", PROVINCE, NATION)
    scope = Scope("pemilu-2024", place, reader_class)
    assert [streams.may_read(reader, scope) for reader in readers] == [word == "yes" for word in who.split()]


def test_a_code_that_only_begins_alike_is_another_place() -> None:
    assert not streams.may_read("73.1", Scope("", "73.13", ReaderClass.OPEN))
