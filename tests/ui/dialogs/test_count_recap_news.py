# SPDX-License-Identifier: Apache-2.0
"""Somebody else alters what is being typed: the lines that are not typed follow him, those that are stay and say so."""

from collections.abc import Mapping

from desk_app.operations import count_recaps
from ui.dialogs import count_recap_news

BEFORE: count_recap_news.Typed = ({"v1": 10, "v2": 20}, "D.HASIL desa")


def recap(figures: Mapping[str, int], note: str = "D.HASIL desa", *, is_open: bool = True) -> count_recaps.Recap:
    return count_recaps.Recap(1, "73.13.06", "Tempe", "ppwp", figures, {}, note, is_open)


def test_nothing_is_said_where_nothing_changed() -> None:
    typed: count_recap_news.Typed = ({"v1": 11, "v2": 20}, "x")
    found = count_recap_news.renewed(BEFORE, typed, recap({"v2": 20, "v1": 10}))
    assert found == count_recap_news.Renewed(typed)


def test_what_nobody_types_follows() -> None:
    found = count_recap_news.renewed(BEFORE, BEFORE, recap({"v1": 10, "v2": 21}, "Salinan PPK"))
    assert found.typed == ({"v1": 10, "v2": 21}, "Salinan PPK")
    assert "diubah orang lain" in found.words
    assert not found.rivals


def test_what_is_typed_stays_and_the_other_lines_follow() -> None:
    typed: count_recap_news.Typed = ({"v1": 11, "v2": 20}, "D.HASIL desa")
    found = count_recap_news.renewed(BEFORE, typed, recap({"v1": 10, "v2": 21, "v3": 3}))
    assert found.typed == ({"v1": 11, "v2": 21, "v3": 3}, "D.HASIL desa")
    assert "Yang Anda ketik tetap" in found.words
    assert not found.rivals


def test_a_line_that_both_typed_is_told() -> None:
    found = count_recap_news.renewed(BEFORE, ({"v1": 11, "v2": 20}, "Lain"), recap({"v1": 12, "v2": 20}, "Salinan PPK"))
    assert found.typed == ({"v1": 11, "v2": 20}, "Lain")
    assert found.rivals == {"v1": 12}
    assert "1 baris" in found.words
    same = count_recap_news.renewed(BEFORE, ({"v1": 12, "v2": 20}, ""), recap({"v1": 12, "v2": 20}))
    assert not same.rivals


def test_a_line_that_is_emptied_here_stays_empty_and_one_emptied_there_goes() -> None:
    found = count_recap_news.renewed(BEFORE, ({"v2": 20}, ""), recap({"v1": 10, "v2": 21}))
    assert found.typed == ({"v2": 21}, "")
    found = count_recap_news.renewed(BEFORE, ({"v1": 11, "v2": 20}, "D.HASIL desa"), recap({"v1": 10}))
    assert found.typed == ({"v1": 11}, "D.HASIL desa")


def test_one_that_was_removed_goes_unless_one_types_in_it() -> None:
    found = count_recap_news.renewed(BEFORE, BEFORE, None)
    assert (found.typed, found.words) == (({}, ""), "Rekap ini baru saja dihapus orang lain.")
    typed: count_recap_news.Typed = ({"v1": 11, "v2": 20}, "D.HASIL desa")
    found = count_recap_news.renewed(BEFORE, typed, None)
    assert found.typed == typed
    assert "belum tersimpan" in found.words


def test_one_that_cannot_be_read_any_more_goes_unless_one_types_in_it() -> None:
    shut = recap({}, "", is_open=False)
    assert count_recap_news.renewed(BEFORE, BEFORE, shut) == count_recap_news.Renewed(({}, ""))
    typed: count_recap_news.Typed = ({"v1": 11}, "")
    found = count_recap_news.renewed(BEFORE, typed, shut)
    assert found.typed == typed
    assert "tersegel" in found.words
