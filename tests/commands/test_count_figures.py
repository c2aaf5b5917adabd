# SPDX-License-Identifier: Apache-2.0
"""Lines of a form as they are typed on the command line."""

import pytest

from desk_app.commands import count_figures
from desk_app.domain import errors


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("v1=100", ("v1", 100)),
        ("valid=1.234", ("valid", 1234)),
        ("v3.1=7", ("v3.1", 7)),
        ("users_j=0", ("users_j", 0)),
        ("v2=-", ("v2", None)),
    ],
)
def test_a_line_is_read(text: str, read: tuple[str, int | None]) -> None:
    assert count_figures.read(text) == read


@pytest.mark.parametrize("text", ["v1", "v1=", "=5", "v1=-5", "v1=1,5", "V1=3", "v1=٣", ""])
def test_what_is_no_line_is_refused(text: str) -> None:
    with pytest.raises(errors.Refused):
        count_figures.read(text)
