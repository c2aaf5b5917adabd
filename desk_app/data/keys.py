# SPDX-License-Identifier: Apache-2.0
"""Key slots: the random data key of an office, wrapped once for each password and for the recovery sheet.

The file `desk.keys` stands beside the database: without it nobody opens the database, and it opens nothing without a
password (exchange.md "Settled first" 12, §25). Changing a password wraps the key again; nothing is re-encrypted.

An account has a key of its own beside (X25519, wrapped under the same password): to it goes what only this account may
read of the count (`data/count_boxes.py`, decision 0027). Who holds the office's key of the count stands here too.
"""

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from nacl import exceptions, public, pwhash, secret

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
    public: bytes = b""
    """The public half of the account's own key; empty for sheets, and for a slot of an earlier version."""
    own: bytes = b""
    """Its secret half, wrapped under the same password."""
    secret: bytes = field(default=b"", repr=False, compare=False)
    """The secret half itself, of a slot that was opened with its password; never kept in a file."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who can open the office's key of the count: its secret half in a box for that account's own key.

    `rights`: what for (`domain/counts/rights.py`). `pair`: "" where this account opens it alone; else two holders with
    the same word here have half of it each. Number 0 with a slot is the sheet in the safe.
    """

    number: int
    rights: tuple[str, ...]
    box: bytes
    pair: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """All slots of an office, as kept in its key file. `counts`: the public half of its key of the count."""

    slots: tuple[Slot, ...]
    counts: bytes = b""
    holders: tuple[Holder, ...] = ()

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


def wrap(
    kind: str, number: int, name: str, password: str, data_key: bytes, *, memory: int = MEMORY, own: bytes = b""
) -> Slot:
    """A slot that opens with this password. Raises Refused for one too short.

    `own`: the secret half of the account's own key, where it has one already; else an account gets a new one.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise errors.Refused(N_("Kata sandi paling sedikit {least} huruf."), least=SHORTEST_PASSWORD)
    salt = secrets.token_bytes(pwhash.argon2id.SALTBYTES)
    wrapping = _stretch(password, salt, OPERATIONS, memory)
    box = secret.SecretBox(wrapping).encrypt(data_key)
    slot = Slot(kind, number, name, salt, OPERATIONS, memory, bytes(box))
    return _with_own(slot, wrapping, own) if kind == "account" else slot


def unwrap(slot: Slot, password: str) -> bytes | None:
    """The data key, or None if the password is another."""
    found = _open(slot, password)
    return None if found is None else found[0]


def opened(slot: Slot, password: str) -> Slot | None:
    """The slot with its own key opened, made anew where an earlier version made none; None for another password."""
    found = _open(slot, password)
    return None if found is None else found[1]


def unlock(ring: Ring, password: str, name: str | None = None) -> tuple[bytes, Slot]:
    """The data key and the slot that this password opens; `name` narrows it to one account. Raises NotPermitted.

    The slot has its own key with it, a new one where it had none; `opening` keeps it.
    """
    wanted = None if name is None else name.casefold().strip()
    for slot in ring.slots:
        if slot.kind != "account" or (wanted is not None and slot.name.casefold() != wanted):
            continue
        found = _open(slot, password)
        if found is not None:
            return found
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
    """The ring without what this account opens."""
    return replace(
        ring,
        slots=tuple(one for one in ring.slots if one.kind != "account" or one.number != number),
        holders=tuple(one for one in ring.holders if one.number != number),
    )


def with_counts(ring: Ring, public_half: bytes, holders: tuple[Holder, ...]) -> Ring:
    """The ring with this key of the count, held by these."""
    return replace(ring, counts=public_half, holders=holders)


def save(ring: Ring, folder: Path) -> None:
    """Write the key file, whole or not at all."""
    content: dict[str, Any] = {"format": 1, "slots": [_slot_out(slot) for slot in ring.slots]}
    if ring.counts:
        content["counts"] = {"public": ring.counts.hex(), "holders": [_holder_out(one) for one in ring.holders]}
    files.write_whole(folder / FILE, json.dumps(content, indent=1).encode())


def load(folder: Path) -> Ring:
    """Read the key file. Raises NotFound and Damaged."""
    path = folder / FILE
    try:
        data = json.loads(path.read_bytes())
        slots = tuple(_slot_in(one) for one in data["slots"])
        counts = data.get("counts", {"public": "", "holders": []})
        return Ring(
            slots,
            bytes.fromhex(counts["public"]),
            tuple(_holder_in(one) for one in counts["holders"]),
        )
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


def _open(slot: Slot, password: str) -> tuple[bytes, Slot] | None:
    wrapping = _stretch(password, slot.salt, slot.operations, slot.memory)
    try:
        data_key = bytes(secret.SecretBox(wrapping).decrypt(slot.box))
        if slot.kind != "account":
            return data_key, slot
        if not slot.own:
            return data_key, _with_own(slot, wrapping)
        own = bytes(secret.SecretBox(_own_wrapping(wrapping)).decrypt(slot.own))
    except exceptions.CryptoError:
        return None
    return data_key, replace(slot, secret=own)


def _with_own(slot: Slot, wrapping: bytes, own: bytes = b"") -> Slot:
    key = public.PrivateKey(own) if own else public.PrivateKey.generate()
    box = secret.SecretBox(_own_wrapping(wrapping)).encrypt(bytes(key))
    return replace(slot, public=bytes(key.public_key), own=bytes(box), secret=bytes(key))


def _own_wrapping(wrapping: bytes) -> bytes:
    return hashlib.blake2b(wrapping, digest_size=secret.SecretBox.KEY_SIZE, person=b"desk own key").digest()


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
        **({"public": slot.public.hex(), "own": slot.own.hex()} if slot.own else {}),
    }


def _holder_out(holder: Holder) -> dict[str, Any]:
    return {
        "number": holder.number,
        "rights": list(holder.rights),
        "box": holder.box.hex(),
        "pair": holder.pair,
    }


def _holder_in(data: dict[str, Any]) -> Holder:
    rights = tuple(str(one) for one in data["rights"])
    return Holder(int(data["number"]), rights, bytes.fromhex(data["box"]), str(data["pair"]))


def _slot_in(data: dict[str, Any]) -> Slot:
    slot = Slot(
        str(data["kind"]),
        int(data["number"]),
        str(data["name"]),
        bytes.fromhex(data["salt"]),
        int(data["operations"]),
        int(data["memory"]),
        bytes.fromhex(data["box"]),
        bytes.fromhex(data.get("public", "")),
        bytes.fromhex(data.get("own", "")),
    )
    costs = 1 <= slot.operations <= MOST_OPERATIONS and LEAST_MEMORY <= slot.memory <= MOST_MEMORY
    boxes = len(slot.box) == BOX and len(slot.own) in (0, BOX)
    if not costs or not boxes or len(slot.salt) != pwhash.argon2id.SALTBYTES:
        raise ValueError("a slot that no version has written")
    return slot
