# SPDX-License-Identifier: Apache-2.0
"""Whether who stands before a locked window is its operator."""

from desk_app.data import keys
from desk_app.domain import errors, words
from desk_app.operations.desk import Desk

N_ = words.N_


def require_operator(desk: Desk, password: str) -> None:
    """See that this is the password of who is at the keyboard. Raises NotPermitted."""
    slot = keys.load(desk.folder).account(desk.operator.number)
    if slot is None or keys.unwrap(slot, password) != desk.data_key:
        raise errors.NotPermitted(N_("Kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi."))
