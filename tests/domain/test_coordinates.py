# SPDX-License-Identifier: Apache-2.0
"""A coordinate is read as people paste it, and refused outside Indonesia."""

import pytest

from desk_app.domain import coordinates, errors


@pytest.mark.parametrize(
    "text",
    [
        "-4.021945, 120.034512",
        "-4.021945 120.034512",
        "-4,021945; 120,034512",
        "-4.021945,120.034512",
        "-4.021945° / 120.034512°",
    ],
)
def test_a_coordinate_is_read_as_it_is_pasted(text: str) -> None:
    assert coordinates.parse(text) == (-4_021_945, 120_034_512)


def test_what_is_written_is_read_again() -> None:
    assert coordinates.parse(coordinates.write(-4_021_945, 120_034_512)) == (-4_021_945, 120_034_512)
    assert coordinates.write(None, 3) == ""
    assert coordinates.parse("  ") is None


@pytest.mark.parametrize("text", ["dekat masjid", "-4.02", "120.03, -4.02", "52.1, 4.3", "-4.0, 120.0, 7"])
def test_what_is_no_coordinate_here_is_refused(text: str) -> None:
    with pytest.raises(errors.Refused):
        coordinates.parse(text)
