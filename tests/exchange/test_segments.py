# SPDX-License-Identifier: Apache-2.0
"""Seals: an author's word for exactly one stream, length and hash."""

from dataclasses import replace

from desk_app.exchange import segments
from desk_app.journal import streams
from tests.exchange import sample_packages as sample


def text(one: segments.Segment, upto: int | None = None, rolling: bytes | None = None) -> bytes:
    return streams.seal_text(one.stream, one.replica, one.scope, upto or one.seal.upto, rolling or one.seal.rolling)


def test_a_seal_holds_for_its_own_text_only() -> None:
    one = sample.segment()
    assert segments.seal_holds(one.seal, text(one))
    assert not segments.seal_holds(one.seal, text(one, upto=4))
    assert not segments.seal_holds(one.seal, text(one, rolling=bytes(32)))
    assert not segments.seal_holds(one.seal, text(one) + b"x")
    assert not segments.seal_holds(replace(one.seal, office_key=bytes(32)), text(one))


def test_a_seal_names_the_key_that_made_it() -> None:
    assert sample.segment().seal.office_key == sample.KEY
