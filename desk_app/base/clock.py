# SPDX-License-Identifier: Apache-2.0
"""The computer's clock, in one place: shown with doubt, never used to order or decide."""

import time
from collections.abc import Callable

Clock = Callable[[], int]


def now() -> int:
    """Seconds since 1970, UTC, as this computer believes."""
    return int(time.time())
