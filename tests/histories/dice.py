# SPDX-License-Identifier: Apache-2.0
"""Random bytes that a seed decides: the same history has the same replica ids, salts and winners every time."""

import random
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

_HONEST = {name: getattr(secrets, name) for name in ("token_bytes", "choice", "randbelow")}


@contextmanager
def thrown_from(seed: object) -> Iterator[random.Random]:
    """Let `secrets` throw dice of this seed; keys of boxes and nonces stay truly random, nothing hangs on them."""
    dice = random.Random(repr(seed))

    def token_bytes(count: int | None = None) -> bytes:
        return dice.randbytes(32 if count is None else count)

    def choice(among: Sequence[Any]) -> Any:
        return dice.choice(among)

    before = {name: getattr(secrets, name) for name in _HONEST}
    secrets.token_bytes, secrets.choice, secrets.randbelow = token_bytes, choice, dice.randrange
    try:
        yield dice
    finally:
        for name, value in before.items():
            setattr(secrets, name, value)
