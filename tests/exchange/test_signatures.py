# SPDX-License-Identifier: Apache-2.0
"""Signatures: true for their key and text alone, false and never a fault for whatever else."""

from desk_app.exchange import signatures

SEED = bytes(range(32))


def test_a_signature_is_for_one_key_and_one_text() -> None:
    key, signature = signatures.public(SEED), signatures.sign(SEED, b"text")
    assert signatures.holds(key, b"text", signature)
    assert not signatures.holds(key, b"texts", signature)
    assert not signatures.holds(signatures.public(bytes(32)), b"text", signature)
    for position in range(64):
        wrong = signature[:position] + bytes([signature[position] ^ 1]) + signature[position + 1 :]
        assert not signatures.holds(key, b"text", wrong)


def test_keys_and_signatures_that_are_none_hold_nothing() -> None:
    signature = signatures.sign(SEED, b"text")
    for key in (b"", b"x", bytes(32), bytes([1]) + bytes(31), b"\xff" * 32):
        assert not signatures.holds(key, b"text", signature)
        assert not signatures.holds(key, b"text", bytes(64))
    assert not signatures.holds(signatures.public(SEED), b"text", b"short")
