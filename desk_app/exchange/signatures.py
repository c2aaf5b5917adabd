# SPDX-License-Identifier: Apache-2.0
"""Signatures of offices (Ed25519): each signed text begins with words of its own, so none can pass for another's."""

import functools

from nacl import exceptions, signing


def public(seed: bytes) -> bytes:
    """The public key of a 32-byte seed."""
    return bytes(_key(seed).verify_key)


def sign(seed: bytes, text: bytes) -> bytes:
    return _key(seed).sign(text).signature


@functools.lru_cache(maxsize=8)
def _key(seed: bytes) -> signing.SigningKey:
    """Reckoned once: a package of a province carries a signed word on each of its kecamatan."""
    return signing.SigningKey(seed)


def holds(key: bytes, text: bytes, signature: bytes) -> bool:
    """Whether the signature is this key's over exactly this text."""
    try:
        signing.VerifyKey(key).verify(text, signature)
    except (exceptions.BadSignatureError, ValueError, TypeError):
        return False
    return True
