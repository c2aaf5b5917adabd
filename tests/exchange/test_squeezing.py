# SPDX-License-Identifier: Apache-2.0
"""Compression: what went in comes out, up to a limit and not a byte beyond it."""

import contextlib
import lzma
import random
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.exchange import squeezing, wire

DENSE = random.Random(1).randbytes(50_000)
BOMB = squeezing.squeeze(bytes(64 << 20))


def unsqueezed(data: bytes, most: int = 1 << 20, step: int = 8192) -> bytes:
    engine = squeezing.Unsqueezer(most)
    for start in range(0, len(data), step):
        engine.write(data[start : start + step])
    engine.flush()
    return engine.finish()


@given(st.binary(max_size=3000), st.integers(1, 400))
def test_what_goes_in_comes_out_in_whatever_steps(raw: bytes, step: int) -> None:
    assert unsqueezed(squeezing.squeeze(raw), step=step) == raw


@pytest.mark.parametrize("raw", [DENSE, b"isian" * 10_000], ids=["stored", "packed"])
def test_the_limit_is_exact(raw: bytes) -> None:
    assert unsqueezed(squeezing.squeeze(raw), most=50_000) == raw
    with pytest.raises(wire.BadBytes):
        unsqueezed(squeezing.squeeze(raw), most=49_999)


def test_what_does_not_get_smaller_is_stored() -> None:
    assert squeezing.squeeze(DENSE) == b"\0" + DENSE
    begun = time.process_time()
    squeezing.squeeze(DENSE * 200)
    assert time.process_time() - begun < 0.5
    text = "".join(f"{number} isian dari TPS {number % 7}\n" for number in range(2000)).encode()
    assert len(squeezing.squeeze(text)) < len(text) / 5


def test_45_a_bomb_is_refused_at_the_limit() -> None:
    """§23 no. 45: a thousand for one and more."""
    assert (64 << 20) / len(BOMB) > 1000
    tracemalloc.start()
    with pytest.raises(wire.BadBytes):
        unsqueezed(BOMB)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20


def test_every_cut_is_refused() -> None:
    data = squeezing.squeeze(b"isian kesiapan " * 50)
    for length in range(len(data)):
        with pytest.raises(wire.BadBytes):
            unsqueezed(data[:length], step=7)


def test_bytes_after_the_end_are_refused() -> None:
    data = squeezing.squeeze(b"isian")
    for step in (1, 8192):
        for tail in (b"x", data, b"\0"):
            with pytest.raises(wire.BadBytes):
                unsqueezed(data + tail, step=step)
    engine = squeezing.Unsqueezer(10)
    engine.write(data)
    engine.write(b"")
    assert engine.finish() == b"isian"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(wire.BadBytes):
        assert unsqueezed(data) is not None


def test_another_container_is_refused() -> None:
    for data in (lzma.compress(b"isian"), b"\1" + lzma.compress(b"isian"), b"\2isian", b"", b"\1"):
        with pytest.raises(wire.BadBytes):
            unsqueezed(data)
