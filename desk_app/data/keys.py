# SPDX-License-Identifier: Apache-2.0
"""Key slots: the random data key of an office, wrapped once for each password and for the recovery sheet.

The file `desk.keys` stands beside the database: without it nobody opens the database, and it opens nothing without a
password (exchange.md "Settled first" 12, §25). Changing a password wraps the key again; nothing is re-encrypted.
"""

import json
import secrets
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nacl import exceptions, pwhash, secret

from desk_app.base import files
from desk_app.domain import errors, words

N_ = words.N_

FILE = "desk.keys"
OPERATIONS = 2
MEMORY = 64 << 20
"""Argon2id: 64 MiB and two passes, about 60 ms on an office computer and dear to a guesser."""

MOST_OPERATIONS, LEAST_MEMORY, MOST_MEMORY = 16, 8 << 10, 1 << 30
"""What a slot may ask for: a damaged key file must not take the computer's memory."""

BOX = secret.SecretBox.NONCE_SIZE + secret.SecretBox.MACBYTES + secret.SecretBox.KEY_SIZE

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
RECOVERY_LETTERS = 26
"""26 letters of 32: 130 bits, printed once on the recovery sheet."""

SHORTEST_PASSWORD = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key wrapped under one secret. `number`: operator number, 0 for the recovery sheet."""

    kind: str
    number: int
    name: str
    salt: bytes
    operations: int
    memory: int
    box: bytes


@dataclass(frozen=True, slots=True)
class Ring:
    """All slots of an office, as kept in its key file."""

    slots: tuple[Slot, ...]

    def account(self, number: int) -> Slot | None:
        return next((slot for slot in self.slots if slot.kind == "account" and slot.number == number), None)


def new_data_key() -> bytes:
    return secrets.token_bytes(32)


def new_recovery_secret() -> str:
    """A fresh secret for the recovery sheet, in groups that can be read aloud."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LETTERS))
    return "-".join(letters[start : start + 5] for start in range(0, RECOVERY_LETTERS, 5))


def plain_recovery_secret(typed: str) -> str:
    """What was typed from a recovery sheet, without spaces and dashes, in capitals."""
    return "".join(letter for letter in typed.upper() if letter in ALPHABET)


def wrap(kind: str, number: int, name: str, password: str, data_key: bytes, *, memory: int = MEMORY) -> Slot:
    """A slot that opens with this password. Raises Refused for one too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise errors.Refused(N_("Kata sandi paling sedikit {least} huruf."), least=SHORTEST_PASSWORD)
    salt = secrets.token_bytes(pwhash.argon2id.SALTBYTES)
    wrapping = _stretch(password, salt, OPERATIONS, memory)
    box = secret.SecretBox(wrapping).encrypt(data_key)
    return Slot(kind, number, name, salt, OPERATIONS, memory, bytes(box))


def unwrap(slot: Slot, password: str) -> bytes | None:
    """The data key, or None if the password is another."""
    wrapping = _stretch(password, slot.salt, slot.operations, slot.memory)
    try:
        return bytes(secret.SecretBox(wrapping).decrypt(slot.box))
    except exceptions.CryptoError:
        return None


def unlock(ring: Ring, password: str, name: str | None = None) -> tuple[bytes, Slot]:
    """The data key and the slot that this password opens; `name` narrows it to one account. Raises NotPermitted."""
    wanted = None if name is None else name.casefold().strip()
    for slot in ring.slots:
        if slot.kind != "account" or (wanted is not None and slot.name.casefold() != wanted):
            continue
        key = unwrap(slot, password)
        if key is not None:
            return key, slot
    if wanted is not None and not any(slot.name.casefold() == wanted for slot in ring.slots):
        raise errors.NotPermitted(N_("Tidak ada operator bernama “{name}” di kantor ini."), name=name)
    raise errors.NotPermitted(N_("Kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi."))


def recover(ring: Ring, typed: str) -> tuple[bytes, str]:
    """The data key by the recovery sheet or the word of the kabupaten, and which of both. Raises NotPermitted."""
    plain = plain_recovery_secret(typed)
    for slot in ring.slots:
        if slot.kind in ("recovery", "rescue") and plain:
            key = unwrap(slot, plain)
            if key is not None:
                return key, slot.kind
    raise errors.NotPermitted(N_("Kode pemulihan tidak cocok. Periksa setiap huruf pada lembar pemulihan."))


def with_slot(ring: Ring, slot: Slot) -> Ring:
    """The ring with this slot in place of the one for the same kind and number."""
    others = tuple(one for one in ring.slots if (one.kind, one.number) != (slot.kind, slot.number))
    return replace(ring, slots=(*others, slot))


def without_account(ring: Ring, number: int) -> Ring:
    return replace(
        ring, slots=tuple(one for one in ring.slots if one.kind != "account" or one.number != number)
    )


def save(ring: Ring, folder: Path) -> None:
    """Write the key file, whole or not at all."""
    text = json.dumps({"format": 1, "slots": [_slot_out(slot) for slot in ring.slots]}, indent=1)
    files.write_whole(folder / FILE, text.encode())


def load(folder: Path) -> Ring:
    """Read the key file. Raises NotFound and Damaged."""
    path = folder / FILE
    try:
        data = json.loads(path.read_bytes())
        return Ring(tuple(_slot_in(one) for one in data["slots"]))
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise errors.NotFound(N_("Tidak ada kantor di {folder}."), folder=folder) from fault
    except OSError as fault:
        raise errors.Refused(
            N_("Berkas kunci {path} tidak dapat dibaca: {reason}."), path=path, reason=fault.strerror or str(fault)
        ) from fault
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as fault:
        raise errors.Damaged(
            N_("Berkas kunci {path} rusak. Pulihkan dari backup terakhir."), path=path
        ) from fault


def _stretch(password: str, salt: bytes, operations: int, memory: int) -> bytes:
    # One form for one spelling: what is typed on another system may be composed otherwise.
    plain = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE, plain, salt, opslimit=operations, memlimit=memory
    )


def _slot_out(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.kind,
        "number": slot.number,
        "name": slot.name,
        "salt": slot.salt.hex(),
        "operations": slot.operations,
        "memory": slot.memory,
        "box": slot.box.hex(),
    }


def _slot_in(data: dict[str, Any]) -> Slot:
    slot = Slot(
        str(data["kind"]),
        int(data["number"]),
        str(data["name"]),
        bytes.fromhex(data["salt"]),
        int(data["operations"]),
        int(data["memory"]),
        bytes.fromhex(data["box"]),
    )
    costs = 1 <= slot.operations <= MOST_OPERATIONS and LEAST_MEMORY <= slot.memory <= MOST_MEMORY
    if not costs or len(slot.salt) != pwhash.argon2id.SALTBYTES or len(slot.box) != BOX:
        raise ValueError("a slot that no version has written")
    return slot
