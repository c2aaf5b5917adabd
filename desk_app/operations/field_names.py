# SPDX-License-Identifier: Apache-2.0
"""Only fields that a verb offers are written by it: any other name is a mistake of the program, not of the user."""

from collections.abc import Collection, Iterable


def require_known(given: Iterable[str], offered: Collection[str], of: str) -> None:
    """Raises ValueError for a name that is not `offered`; `of`: what is written ("an issue")."""
    for name in given:
        if name not in offered:
            raise ValueError(f"{of} has no field {name} to write")
