# SPDX-License-Identifier: Apache-2.0
"""Figures under seal: opened by whom they are for, bound to their record, and telling nothing by their length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.data import count_boxes
from desk_app.domain import errors

KEY = count_boxes.new_writing_key()


def test_a_box_opens_for_its_reader_alone() -> None:
    reader, other = count_boxes.new_reader(), count_boxes.new_reader()
    box = count_boxes.close_for(count_boxes.public_half(reader), KEY.secret)
    assert count_boxes.open_box(reader, box) == KEY.secret
    for secret, damaged in ((other, box), (reader, box[:-1]), (reader, b""), (reader, b"\0" * len(box))):
        with pytest.raises(count_boxes.Unreadable):
            count_boxes.open_box(secret, damaged)


def test_what_is_no_public_half_is_refused() -> None:
    with pytest.raises(errors.Refused):
        count_boxes.close_for(b"short", KEY.secret)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.integers(0, 99_999), max_size=30))
def test_figures_come_out_as_they_went_in(figures: dict[str, int]) -> None:
    sealed = count_boxes.seal(KEY, "pilkada|7313|1", {"f": figures})
    assert count_boxes.unseal(KEY, "pilkada|7313|1", sealed)["f"] == figures
    assert count_boxes.writing_name(sealed) == KEY.name


def test_figures_of_another_record_do_not_open() -> None:
    sealed = count_boxes.seal(KEY, "TPS 1", {"f": {"v1": 100}})
    for key, about, found in (
        (KEY, "TPS 2", sealed),
        (count_boxes.new_writing_key(), "TPS 1", sealed),
        (KEY, "TPS 1", sealed[:-1] + bytes([sealed[-1] ^ 1])),
        (KEY, "TPS 1", sealed[:30]),
        (KEY, "TPS 1", b"\x02" + sealed[1:]),
    ):
        with pytest.raises(count_boxes.Unreadable):
            count_boxes.unseal(key, about, found)


def test_the_same_figures_look_different_each_time_and_equally_long() -> None:
    few, many = ({"f": {f"v{no}": value for no in range(3)}} for value in (0, 99_999))
    first, second, third = (count_boxes.seal(KEY, "TPS 1", one) for one in (few, few, many))
    assert len({first, second, third}) == 3
    assert len(first) == len(second) == len(third)
    assert count_boxes.mark(first) != count_boxes.mark(second)


def test_what_is_sealed_alike_is_known_again_and_tells_no_more() -> None:
    photo = {"d": b"a photo" * 99}
    first = count_boxes.seal_alike(KEY, "TPS 1", photo)
    assert first == count_boxes.seal_alike(KEY, "TPS 1", photo)
    assert count_boxes.unseal(KEY, "TPS 1", first) == photo
    assert b"a photo" not in first
    nonces = {first[17:41]}
    others = [(KEY, "TPS 2", photo), (KEY, "TPS 1", {"d": b"another"}), (count_boxes.new_writing_key(), "TPS 1", photo)]
    for key, about, content in others:
        other = count_boxes.seal_alike(key, about, content)
        nonces.add(other[17:41])
        with pytest.raises(count_boxes.Unreadable):
            count_boxes.unseal(key, about + "x", other)
    assert len(nonces) == 4  # a nonce that stood for two contents would tell how they differ


def test_half_of_a_secret_is_nothing() -> None:
    secret = count_boxes.new_reader()
    first, second = count_boxes.halves(secret)
    assert secret not in (first, second)
    assert count_boxes.joined(first, second) == count_boxes.joined(second, first) == secret
    assert count_boxes.joined(first, None) is None
    assert count_boxes.joined(first, second[:-1]) is None


def test_the_key_of_the_file_is_no_other_key() -> None:
    secret = count_boxes.new_reader()
    assert len(count_boxes.database_key(secret)) == 32
    assert count_boxes.database_key(secret) != secret
    assert count_boxes.database_key(secret) == count_boxes.database_key(secret)


def test_a_box_is_opened_for_the_key_that_it_is_named_for() -> None:
    reader, name = count_boxes.new_reader(), KEY.name.hex()
    mark = count_boxes.public_half(reader)
    assert count_boxes.open_writing_key(reader, name, count_boxes.close_for(mark, KEY.secret)) == KEY
    other = count_boxes.new_writing_key()
    for content in (other.secret, KEY.secret[:-1], KEY.secret + b"x", b""):
        with pytest.raises(count_boxes.Unreadable):
            count_boxes.open_writing_key(reader, name, count_boxes.close_for(mark, content))
    for wrong in (name.upper(), other.name.hex(), "", "é"):
        with pytest.raises(count_boxes.Unreadable):
            count_boxes.open_writing_key(reader, wrong, count_boxes.close_for(mark, KEY.secret))


def test_what_somebody_writes_under_follows_from_his_own_key() -> None:
    own, other = count_boxes.new_reader(), count_boxes.new_reader()
    key = count_boxes.own_writing_key(own, "a")
    assert key == count_boxes.own_writing_key(own, "a")
    others = {count_boxes.own_writing_key(own, "b").secret, count_boxes.own_writing_key(other, "a").secret}
    assert len(others | {key.secret}) == 3


def test_what_is_a_reader() -> None:
    mark = count_boxes.public_half(count_boxes.new_reader()).hex()
    assert count_boxes.is_reader(mark)
    for wrong in (f" {mark}", mark[:-2], mark + "00", "00" * 32, "zz" * 32, "", "é"):
        assert not count_boxes.is_reader(wrong)
