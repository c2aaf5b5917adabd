# SPDX-License-Identifier: Apache-2.0
"""Where packages go: the offices that are known, and the one above, known or not, each with what it lacks."""

from pathlib import Path

from desk_app.operations import answers, destinations
from tests import two_offices


def test_who_is_known_and_what_it_lacks(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        [province, tempe] = destinations.listed(two.kabupaten)
        assert (province.place, province.known, tempe.place, tempe.known) == ("73", False, "73.13.06", True)
        assert tempe.said_last > 0
        answers.set_answer(two.kabupaten, two_offices.FIRST, two_offices.YES_NO, "sudah")
        assert destinations.listed(two.kabupaten)[1].unsent == tempe.unsent + 1
