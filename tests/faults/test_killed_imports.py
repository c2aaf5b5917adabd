# SPDX-License-Identifier: Apache-2.0
"""kill -9 in an import: whatever the moment, the database opens and holds what was before or all of it."""

import os

import pytest

from tests.faults import at_hand, failing

MODULE = "tests.faults.killed_imports"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_90_an_import_is_killed_in_every_statement(prepared: at_hand.Prepared) -> None:
    """§23 no. 90: before or after, never between; begun again it comes to its end."""
    [told] = failing.run(MODULE, prepared, "statement", preloaded=False)
    assert told["wrong"] == []
    assert not told["alike"], "an import that brings nothing proves nothing"
    assert told["before"] > 60


@pytest.mark.skipif(bool(failing.why_not()), reason=failing.why_not() or "-")
def test_90_an_import_is_killed_in_every_call_that_alters_a_file(prepared: at_hand.Prepared) -> None:
    """§23 no. 90: with half of its bytes written, and in the commit itself."""
    [told] = failing.run(MODULE, prepared, "call", preloaded=True)
    assert told["wrong"] == []
    assert told["before"] > 20
    assert told["after"] > 0
