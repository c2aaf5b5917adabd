# SPDX-License-Identifier: Apache-2.0
"""The sentence about values that stand in no sum."""

from desk_app.operations import left_out


def test_only_what_is_left_out_is_told() -> None:
    assert left_out.words(0) == ""
    assert left_out.words(1200).startswith("1.200 data berbeda belum ikut dijumlahkan")
    assert left_out.paper(0) == []
    assert left_out.paper(3) == ["Tidak ikut dijumlahkan: 3 data berbeda antarkantor."]
