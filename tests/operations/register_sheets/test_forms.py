# SPDX-License-Identifier: Apache-2.0
"""Forms that registers share: hours, codes in words, lists with their codes."""

from datetime import time, timedelta

import pytest

from desk_app.domain import errors
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import forms


def test_hours(wajo: Desk) -> None:
    form = forms.hour(wajo)
    assert [form.write(minutes) for minutes in (0, 450, 1440)] == ["00.00", "07.30", "24.00"]
    for cell in ("07.30", "7:30", time(7, 30), timedelta(hours=7, minutes=30)):
        assert form.read(cell) == 450
    for wrong in ("25.00", timedelta(days=3), timedelta(hours=-1), 7.3, "pagi", ""):
        with pytest.raises(errors.Refused):
            form.read(wrong)


def test_codes_in_words(wajo: Desk) -> None:
    form = forms.coded({"kpu": "Keputusan KPU"})(wajo)
    assert (form.write("kpu"), form.write("baru"), form.read("keputusan kpu")) == ("Keputusan KPU", "baru", "kpu")
    with pytest.raises(errors.Refused):
        form.read("apa")


def test_proposed_words_leave_room_for_others(wajo: Desk) -> None:
    form = forms.proposed({"kpu": "KPU Kabupaten"})(wajo)
    assert (form.read("KPU kabupaten"), form.read("PT PLN")) == ("kpu", "PT PLN")
    assert (form.write("kpu"), form.write("PT PLN")) == ("KPU Kabupaten", "PT PLN")


def test_a_list_by_code_by_both_and_by_a_label_that_is_alone() -> None:
    form = forms.listed({"a.1": "Kotak", "a.2": "Bilik", "b": "bilik"})
    assert form.choices[0] == "Kotak [a.1]"
    for said, code in (("Kotak [a.1]", "a.1"), ("a.2", "a.2"), ("kotak", "a.1"), ("apa saja [a.1]", "a.1")):
        assert form.read(said) == code
    with pytest.raises(errors.Refused):
        form.read("Bilik")


def test_goods(wajo: Desk) -> None:
    assert any(one.endswith("[log.kotak]") for one in forms.counted_goods(wajo).choices)
    assert not any(one.endswith("[log.kotak]") for one in forms.goods(wajo).choices)
