# SPDX-License-Identifier: Apache-2.0
"""The limits are the office's own."""

import pytest

from desk_app.domain import errors
from desk_app.domain.revotes import Limit
from desk_app.operations import revote_limits
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps

ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)


def test_the_limits_are_the_offices_own(wajo: Desk) -> None:
    assert revote_limits.limits(wajo) == {
        Limit.REPEATED: 10, Limit.COURT: None, Limit.RECOUNT: None, Limit.CONTINUED: None, Limit.DELAYED: None,
    }  # fmt: skip
    revote_limits.set_limits(wajo, {Limit.REPEATED: "", Limit.DELAYED: "14"})
    assert revote_limits.limits(wajo)[Limit.REPEATED] is None
    assert revote_limits.limits(wajo)[Limit.DELAYED] == 14
    with pytest.raises(errors.Refused):
        revote_limits.set_limits(wajo, {Limit.REPEATED: "sepuluh"})
