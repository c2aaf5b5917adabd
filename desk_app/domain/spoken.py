# SPDX-License-Identifier: Apache-2.0
"""Bytes as letters that are read aloud or typed from paper: blocks of four, the last letters check the rest."""

import hashlib

from desk_app.domain import errors, words

N_ = words.N_

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which are misread."""

BLOCK = 4
_CHECK = 2


def blocks(data: bytes, count: int) -> str:
    """The beginning of these bytes as so many blocks of four letters (20 bits each), joined by dashes.

    Fewer blocks are the beginning of more of them. Raises ValueError where there are too few bytes.
    """
    bits = count * BLOCK * 5
    if len(data) * 8 < bits:
        raise ValueError(f"{len(data)} bytes for {count} blocks")
    return _joined(int.from_bytes(data, "big") >> len(data) * 8 - bits, count * BLOCK)


def say(secret: bytes) -> str:
    """The letters of these bytes and of a check over them, in blocks joined by dashes."""
    whole = secret + hashlib.sha256(b"desk spoken" + secret).digest()[:_CHECK]
    return _joined(int.from_bytes(whole, "big"), -(-len(whole) * 8 // 5))


def hear(typed: str, length: int) -> bytes:
    """The bytes of what was typed, small letters, spaces and dashes as one likes. Raises Refused."""
    letters = [letter for letter in typed.upper() if letter.isalnum()]
    size = length + _CHECK
    wrong = [letter for letter in letters if letter not in ALPHABET]
    if wrong:
        raise errors.Refused(
            N_("Huruf “{letter}” tidak dipakai dalam kode. Periksa kembali pada lembarnya."), letter=wrong[0]
        )
    if len(letters) != -(-size * 8 // 5):
        raise errors.Refused(
            N_("Kode ini seharusnya {wanted} huruf, yang diketik {given} huruf."),
            wanted=-(-size * 8 // 5),
            given=len(letters),
        )
    number = 0
    for letter in letters:
        number = number * 32 + ALPHABET.index(letter)
    if number >> (size * 8):
        raise _mistyped()
    whole = number.to_bytes(size, "big")
    secret = whole[:length]
    if hashlib.sha256(b"desk spoken" + secret).digest()[:_CHECK] != whole[length:]:
        raise _mistyped()
    return secret


def mistyped_block(typed: str, length: int) -> int:
    """The number (from 1) of the only block in which one other letter makes the code fit; 0 if that cannot be told."""
    letters = [letter for letter in typed.upper() if letter.isalnum()]
    if len(letters) != -(-(length + _CHECK) * 8 // 5):
        return 0
    fitting = set()
    for at, letter in enumerate(letters):
        for other in ALPHABET:
            if other != letter and _fits("".join([*letters[:at], other, *letters[at + 1 :]]), length):
                fitting.add(at // BLOCK + 1)
    return fitting.pop() if len(fitting) == 1 else 0


def _fits(typed: str, length: int) -> bool:
    try:
        hear(typed, length)
    except errors.Refused:
        return False
    return True


def _joined(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, rest = divmod(number, 32)
        letters.append(ALPHABET[rest])
    text = "".join(reversed(letters))
    return "-".join(text[start : start + BLOCK] for start in range(0, len(text), BLOCK))


def _mistyped() -> errors.Refused:
    return errors.Refused(N_("Kode salah ketik. Periksa setiap blok pada lembarnya."))
