# SPDX-License-Identifier: Apache-2.0
"""A field that is not offered is named."""

import pytest

from desk_app.operations import field_names


def test_the_name_that_is_not_offered_is_told() -> None:
    field_names.require_known({"title": "x"}, ("title", "place"), "an issue")
    with pytest.raises(ValueError, match="an issue has no field state to write"):
        field_names.require_known(["title", "state"], ("title", "place"), "an issue")
