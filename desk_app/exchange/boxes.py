# SPDX-License-Identifier: Apache-2.0
"""Boxes that only their receivers open (age, X25519), and the lock of a ready file that opens with a word on paper.

age's own boxes under a passphrase are not used: they take what memory and time the *making* computer finds right
(512 MiB on a fast one), and open only as a whole in memory. A lock is a key pair of its own, whose secret half is
wrapped under the passphrase by Argon2id with settings that never come from a file.
"""

import io
import secrets as dice
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import pyrage  # type: ignore[import-untyped]
from nacl import bindings, exceptions, pwhash, secret

from desk_app.domain import errors, words
from desk_app.exchange import refusals, wire

N_ = words.N_

MOST_RECIPIENTS = 64
FRONT = b"age-encryption.org/v1\n"
LONGEST_HEADER = 16 << 10
"""age reads a header again from its beginning for each line: 192 kB take it half a minute. Ours are below 8 kB."""

SECRET_LENGTH = 74
LOCK_LENGTH = pwhash.argon2id.SALTBYTES + secret.SecretBox.NONCE_SIZE + secret.SecretBox.MACBYTES + SECRET_LENGTH
OPERATIONS = 3
MEMORY = 64 << 20
"""Argon2id for every lock: a tenth of a second on an office computer. Other numbers are another format."""

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_NO_KEY = "No matching keys found"


class Sink(Protocol):
    """Takes what comes out of a box, piece by piece, and may stop it by raising."""

    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


@dataclass(frozen=True, slots=True)
class BoxKey:
    """The two halves of an office's box key: `secret` stays, `recipient` is told to everybody."""

    secret: str
    recipient: str


def new_key() -> BoxKey:
    made = pyrage.x25519.Identity.generate()
    return BoxKey(str(made), str(made.to_public()))


def recipient_of(secret_half: str) -> str:
    """The public half of a secret one. Raises Damaged for what is none."""
    return str(_identity(secret_half).to_public())


def is_recipient(text: str) -> bool:
    """Whether a box can be closed to this public half; age aborts on points that keep no secret (§23 no. 66)."""
    try:
        if str(pyrage.x25519.Recipient.from_str(text)) != text:
            return False
        bindings.crypto_scalarmult(bytes(32), _point(text))
    except (pyrage.RecipientError, exceptions.CryptoError, ValueError):
        return False
    return True


def close(plain: bytes, recipients: Iterable[str]) -> bytes:
    """A box around these bytes that each of the recipients opens; a recipient named twice counts once."""
    chosen = sorted(set(recipients))
    if not 0 < len(chosen) <= MOST_RECIPIENTS:
        raise ValueError(f"{len(chosen)} recipients")
    if not all(is_recipient(one) for one in chosen):
        raise errors.Refused(N_("Kode penerima satu kantor tidak dapat dipakai. Minta kartu kantor itu sekali lagi."))
    box: bytes = pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(one) for one in chosen])
    return box


def open_into(box: bytes, secret_halves: Iterable[str], sink: Sink) -> None:
    """Open a box into a sink, which may have got a part when this raises BadBytes; NotForUs if no key fits."""
    _check_header(box)
    keys = [_identity(one) for one in secret_halves]
    try:
        pyrage.decrypt_io(io.BytesIO(box), sink, keys)
    except pyrage.DecryptError as fault:
        if str(fault) == _NO_KEY:
            raise refusals.NotForUs(N_("Kiriman ini ditujukan kepada kantor lain.")) from fault
        raise wire.bad("not a box") from fault
    except OSError as fault:
        raise wire.bad("a box that is not whole") from fault


def new_lock(passphrase: str) -> tuple[bytes, str]:
    """A lock of `LOCK_LENGTH` bytes that this passphrase opens, and the recipient whose boxes it then opens."""
    key = new_key()
    salt = dice.token_bytes(pwhash.argon2id.SALTBYTES)
    wrapped = secret.SecretBox(_stretch(passphrase, salt)).encrypt(key.secret.encode("ascii"))
    return salt + bytes(wrapped), key.recipient


def unlock(lock: bytes, passphrase: str) -> str:
    """The secret half in a lock. Raises WrongSecret."""
    salt, wrapped = lock[: pwhash.argon2id.SALTBYTES], lock[pwhash.argon2id.SALTBYTES :]
    try:
        return secret.SecretBox(_stretch(passphrase, salt)).decrypt(wrapped).decode("ascii")
    except (exceptions.CryptoError, ValueError) as fault:
        raise refusals.WrongSecret(N_("Kode pembuka tidak cocok.")) from fault


def _stretch(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE, passphrase.encode("utf-8"), salt, opslimit=OPERATIONS, memlimit=MEMORY
    )


def _identity(secret_half: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(secret_half)
    except pyrage.IdentityError as fault:
        raise errors.Damaged(N_("Kunci pembuka kantor ini rusak. Pulihkan dari cadangan.")) from fault


def _check_header(box: bytes) -> None:
    if not box.startswith(FRONT) or box.find(b"\n--- ", 0, LONGEST_HEADER) < 0:
        raise wire.bad("not the header of a box")


def _point(recipient: str) -> bytes:
    """The 32 bytes in a recipient whose letters age has already checked: five bits each, six letters of check."""
    number = 0
    for letter in recipient[4:-6]:
        number = number << 5 | _LETTERS.index(letter)
    return (number >> 4).to_bytes(32, "big")
