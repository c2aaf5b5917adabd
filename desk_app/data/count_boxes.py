# SPDX-License-Identifier: Apache-2.0
"""Figures under seal: a writing key for what an operator copies, in a box for each reader, and the figures under it.

Who writes needs no key that reads what others wrote (decision 0027). A reader is an X25519 pair; a writing key is 32
random bytes, in a sealed box (libsodium) for each reader; figures stand under it by XChaCha20-Poly1305, bound to the
record that they belong to and padded, so that their length tells nothing.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import cbor2
from nacl import bindings, exceptions, public

from desk_app.domain import errors, words

N_ = words.N_

PAD = 64
SECRET = PUBLIC = 32
WRITING = 16
_NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_FRONT = b"\x01"
_DATABASE = b"desk counts database"
_FAULTS = (exceptions.CryptoError, cbor2.CBORError, ValueError, TypeError, EOFError, OverflowError, RecursionError)
"""What bytes that no version has written can raise."""


@dataclass(frozen=True, slots=True)
class WritingKey:
    """What an operator's figures of one kecamatan stand under; `name`: 16 bytes that name it, told to everybody."""

    secret: bytes

    @property
    def name(self) -> bytes:
        return hashlib.blake2b(self.secret, digest_size=WRITING, person=b"desk writing").digest()


class Unreadable(Exception):
    """Figures under a key that is not at hand, or bytes that no version has written."""


def new_reader() -> bytes:
    """The secret half of a new reader."""
    return bytes(public.PrivateKey.generate())


def public_half(secret: bytes) -> bytes:
    return bytes(public.PrivateKey(secret).public_key)


def new_writing_key() -> WritingKey:
    return WritingKey(secrets.token_bytes(SECRET))


def own_writing_key(own: bytes, about: str) -> WritingKey:
    """The writing key of an account for one matter: it follows from the account's own key, so that nobody can lay out
    another one for it to write under."""
    secret = hashlib.blake2b(about.encode(), digest_size=SECRET, key=own, person=b"desk writing own").digest()
    return WritingKey(secret)


def is_reader(mark: str) -> bool:
    """Whether it is the public half of a reader, in hex as it is kept, for whom a box can be made."""
    try:
        half = bytes.fromhex(mark)
        close_for(half, b"")
    except (ValueError, errors.Refused):
        return False
    return half.hex() == mark


def close_for(recipient: bytes, content: bytes) -> bytes:
    """A box around a key that the reader with this public half opens. Raises Refused for what is no public half."""
    try:
        return bytes(public.SealedBox(public.PublicKey(recipient)).encrypt(content))
    except (exceptions.CryptoError, ValueError, TypeError) as fault:
        raise errors.Refused(N_("Kunci pembuka hasil suara satu kantor tidak dapat dipakai.")) from fault


def open_box(secret: bytes, box: bytes) -> bytes:
    """What is in a box. Raises Unreadable."""
    try:
        return bytes(public.SealedBox(public.PrivateKey(secret)).decrypt(box))
    except (exceptions.CryptoError, ValueError, TypeError) as fault:
        raise Unreadable from fault


def open_writing_key(secret: bytes, writing: str, box: bytes) -> WritingKey:
    """The writing key in a box, if it is the one that the box is named for. Raises Unreadable."""
    key = WritingKey(open_box(secret, box))
    if len(key.secret) != SECRET or key.name.hex() != writing:
        raise Unreadable
    return key


def seal(key: WritingKey, about: str, content: Mapping[str, Any]) -> bytes:
    """Content (CBOR) under a writing key; `about` names the record, elsewhere the bytes do not open."""
    return _sealed(key, about, _padded(content), secrets.token_bytes(_NONCE))


def seal_alike(key: WritingKey, about: str, content: Mapping[str, Any]) -> bytes:
    """The same, but what is equal has equal bytes, so that a photo that is given twice is known again.

    For what is not guessed: who sees two such boxes sees whether they hold the same.
    """
    plain = _padded(content)
    told = len(about.encode()).to_bytes(4) + about.encode()
    nonce = hashlib.blake2b(told, digest_size=_NONCE, key=key.secret, person=b"desk alike")
    nonce.update(plain)
    return _sealed(key, about, plain, nonce.digest())


def writing_name(sealed: bytes) -> bytes:
    """Under which writing key these bytes stand. Raises Unreadable."""
    if len(sealed) < 1 + WRITING + _NONCE or not sealed.startswith(_FRONT):
        raise Unreadable
    return sealed[1 : 1 + WRITING]


def unseal(key: WritingKey, about: str, sealed: bytes) -> dict[str, Any]:
    """The content again. Raises Unreadable for another key, another record, or altered bytes."""
    if writing_name(sealed) != key.name:
        raise Unreadable
    nonce, closed = sealed[1 + WRITING : 1 + WRITING + _NONCE], sealed[1 + WRITING + _NONCE :]
    try:
        plain = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(closed, about.encode(), nonce, key.secret)
        content = cbor2.loads(plain[: plain.rindex(b"\x80")])
    except _FAULTS as fault:
        raise Unreadable from fault
    if not isinstance(content, dict):
        raise Unreadable
    return content


def _padded(content: Mapping[str, Any]) -> bytes:
    plain = cbor2.dumps(dict(content))
    return plain + b"\x80" + b"\0" * (-(len(plain) + 1) % PAD)


def _sealed(key: WritingKey, about: str, plain: bytes, nonce: bytes) -> bytes:
    closed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, about.encode(), nonce, key.secret)
    return _FRONT + key.name + nonce + closed


def mark(sealed: bytes) -> bytes:
    """32 bytes that are these sealed figures' alone; they tell nothing of the figures."""
    return hashlib.sha256(sealed).digest()


def database_key(secret: bytes) -> bytes:
    """The key of the database file of totals, for who holds an office's reading key."""
    return hashlib.blake2b(secret, digest_size=32, key=_DATABASE).digest()


def halves(secret: bytes) -> tuple[bytes, bytes]:
    """Two parts of which neither alone tells anything."""
    first = secrets.token_bytes(len(secret))
    return first, bytes(a ^ b for a, b in zip(first, secret, strict=True))


def joined(first: bytes | None, second: bytes | None) -> bytes | None:
    """The secret of two parts; None where one is missing or of another length."""
    if first is None or second is None or len(first) != len(second):
        return None
    return bytes(a ^ b for a, b in zip(first, second, strict=True))
