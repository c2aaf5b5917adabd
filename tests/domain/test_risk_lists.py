# SPDX-License-Identifier: Apache-2.0
"""The list of indicators: what an office writes over the shipped one, and where things stand in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, risk, risk_lists
from desk_app.domain.elections import EventKind
from desk_app.domain.risk_lists import Written

SHIPPED = risk.indicators(EventKind.REGIONAL)
CODES = [one.code for one in SHIPPED]


def codes(*written: Written) -> list[str]:
    return [one.code for one in risk_lists.listed(SHIPPED, written)]


def test_nothing_written_is_the_shipped_list() -> None:
    assert risk_lists.listed(SHIPPED, []) == list(SHIPPED)


def test_other_words_keep_the_code_and_lose_the_short_form() -> None:
    [found] = [one for one in risk_lists.listed(SHIPPED, [Written("K24", label="Tanpa sinyal")]) if one.code == "K24"]
    assert (found.label, found.short, found.variable, found.own, found.in_use) == (
        "Tanpa sinyal",
        "",
        SHIPPED[23].variable,
        True,
        True,
    )


def test_what_is_out_of_use_stays_in_its_place() -> None:
    found = risk_lists.listed(SHIPPED, [Written("K03", in_use=False)])
    assert [one.code for one in found] == CODES
    assert [one.code for one in found if not one.in_use] == ["K03"]


def test_the_offices_own_come_last_or_where_they_were_put() -> None:
    own = Written("1672-01", "Jalan longsor", "longsor", "Lokasi TPS")
    assert codes(own) == [*CODES, "1672-01"]
    put = Written("1672-01", "Jalan longsor", position=1500)
    assert codes(put)[:3] == ["K01", "1672-01", "K02"]
    [made] = [one for one in risk_lists.listed(SHIPPED, [own]) if one.code == "1672-01"]
    assert (made.label, made.short, made.variable, made.own) == ("Jalan longsor", "longsor", "Lokasi TPS", True)


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(-3, 40)), max_size=60))
def test_whatever_is_moved_stands_where_it_was_put(moves: list[tuple[int, int]]) -> None:
    written: dict[str, Written] = {"X": Written("X", "Sendiri")}
    for which, place in moves:
        order = codes(*written.values())
        code = order[which]
        others = [one for one in order if one != code]
        at = min(max(place, 0), len(others))
        held = risk_lists.positions(SHIPPED, written.values())
        for one, position in risk_lists.moved(order, held, code, place).items():
            written[one] = Written(one, written.get(one, Written(one)).label, position=position)
        assert codes(*written.values()) == [*others[:at], code, *others[at:]]


def test_a_gap_that_is_used_up_makes_the_whole_list_anew() -> None:
    written: dict[str, Written] = {}
    most = 0
    for turn in range(60):
        order = codes(*written.values())
        code = order[-1]
        changes = risk_lists.moved(order, risk_lists.positions(SHIPPED, written.values()), code, 1)
        most = max(most, len(changes))
        for one, position in changes.items():
            written[one] = Written(one, position=position)
        assert codes(*written.values()) == [order[0], code, *order[1:-1]], f"turn {turn}"
    assert most > 1


def test_one_move_writes_one_position_and_none_where_it_stands_already() -> None:
    held = risk_lists.positions(SHIPPED, [])
    assert list(risk_lists.moved(CODES, held, "K20", 0)) == ["K20"]
    assert risk_lists.moved(CODES, held, "K20", 19) == {}


def test_a_new_code_is_of_the_region_and_never_given_twice() -> None:
    assert risk_lists.new_code("16.72", "", CODES) == "1672-01"
    taken = [*CODES, "1672-01", "1672-09", "7313-40", "1672-xx", "1672-K7-30"]
    assert risk_lists.new_code("16.72", "", taken) == "1672-10"
    assert risk_lists.new_code("16.72", "K7", taken) == "1672-K7-31"
    assert risk_lists.new_code("16.72", "M2", taken) == "1672-M2-01"


def test_an_indicator_needs_words_that_no_other_has() -> None:
    assert risk_lists.check_label("  Jalan   longsor ", SHIPPED) == "Jalan longsor"
    with pytest.raises(errors.Refused, match="Isi nama"):
        risk_lists.check_label(" ", SHIPPED)
    with pytest.raises(errors.Refused, match="sudah ada"):
        risk_lists.check_label("riwayat KEKERASAN", SHIPPED)
