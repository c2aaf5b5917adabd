# SPDX-License-Identifier: Apache-2.0
"""Boxes and locks: opened by those they are for, by nobody else, and never beyond bounds or by a foreign exception."""

import base64
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain import errors
from desk_app.exchange import boxes, refusals, wire

ONE, TWO, THREE = boxes.new_key(), boxes.new_key(), boxes.new_key()
PLAIN = bytes(range(256)) * 40

WEAK = {
    "zero": "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "one": "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
    "order 8": "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
}
POINTS = {
    "zero": bytes(32),
    "one": bytes([1]) + bytes(31),
    "order 8": bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
}


class Pot:
    """Gathers what comes out of a box; refuses beyond `most`."""

    def __init__(self, most: int = 1 << 30) -> None:
        self.most = most
        self.held = bytearray()

    def write(self, data: bytes, /) -> int:
        self.held += data
        if len(self.held) > self.most:
            raise wire.bad("full")
        return len(data)

    def flush(self) -> None:
        return None


def opened(box: bytes, *secrets: str) -> bytes:
    pot = Pot()
    boxes.open_into(box, secrets, pot)
    return bytes(pot.held)


def test_each_receiver_opens_it_and_nobody_else() -> None:
    box = boxes.close(PLAIN, [ONE.recipient, TWO.recipient])
    assert opened(box, ONE.secret) == opened(box, TWO.secret) == PLAIN
    with pytest.raises(refusals.NotForUs):
        opened(box, THREE.secret)
    with pytest.raises(refusals.NotForUs):
        opened(box)


def test_65_an_older_key_still_opens_what_was_closed_for_it() -> None:
    """§23 no. 65: kept keys are tried too."""
    assert opened(boxes.close(PLAIN, [ONE.recipient]), TWO.secret, ONE.secret) == PLAIN


def test_a_receiver_named_twice_counts_once() -> None:
    box = boxes.close(b"", [ONE.recipient] * 3 + [TWO.recipient])
    assert box.count(b"-> X25519") == 2


def test_too_many_receivers_or_none_are_a_mistake_of_the_caller() -> None:
    for recipients in ([], [boxes.new_key().recipient for _ in range(boxes.MOST_RECIPIENTS + 1)]):
        with pytest.raises(ValueError, match="recipients"):
            boxes.close(b"", recipients)


def test_the_most_receivers_are_all_served() -> None:
    keys = [boxes.new_key() for _ in range(boxes.MOST_RECIPIENTS)]
    box = boxes.close(PLAIN, [key.recipient for key in keys])
    assert all(opened(box, key.secret) == PLAIN for key in keys)


@pytest.mark.parametrize("weak", list(WEAK))
def test_66_a_point_that_keeps_no_secret_is_no_receiver(weak: str) -> None:
    """§23 no. 66: age would abort the whole program on it."""
    assert not boxes.is_recipient(WEAK[weak])
    with pytest.raises(errors.Refused, match="Kode penerima"):
        boxes.close(PLAIN, [ONE.recipient, WEAK[weak]])


@pytest.mark.parametrize("weak", list(POINTS))
def test_66_a_box_with_such_a_point_is_refused(weak: str) -> None:
    """§23 no. 66: seen from the receiver."""
    lines = boxes.close(PLAIN, [ONE.recipient]).split(b"\n")
    assert lines[1].startswith(b"-> X25519 ")
    lines[1] = b"-> X25519 " + base64.b64encode(POINTS[weak]).rstrip(b"=")
    with pytest.raises(wire.BadBytes):
        opened(b"\n".join(lines), ONE.secret)


@given(st.text(max_size=80) | st.text(alphabet="age1qpzry9x8gf2tvdw0s3jn54khce6mu7l", min_size=50, max_size=70))
def test_whatever_is_said_to_be_a_receiver_is_judged(text: str) -> None:
    assert not boxes.is_recipient(text)


def test_what_only_resembles_a_receiver_is_none() -> None:
    for text in (ONE.recipient.upper(), ONE.recipient[:-1], " " + ONE.recipient, ONE.secret):
        assert not boxes.is_recipient(text)
    assert boxes.is_recipient(ONE.recipient)


def test_the_two_halves_belong_together() -> None:
    assert boxes.recipient_of(ONE.secret) == ONE.recipient
    with pytest.raises(errors.Damaged, match="Kunci pembuka"):
        boxes.recipient_of("AGE-SECRET-KEY-1QQQ")


def test_every_flipped_bit_and_every_cut_of_a_box_is_refused() -> None:
    box = boxes.close(b"isi", [ONE.recipient])
    for position in range(len(box)):
        for bit in (1, 4, 32, 128):
            with pytest.raises((wire.BadBytes, refusals.NotForUs)):
                opened(box[:position] + bytes([box[position] ^ bit]) + box[position + 1 :], ONE.secret)
        with pytest.raises(wire.BadBytes):
            opened(box[:position], ONE.secret)
    for wrong in (box + b"x", box + box, b"", b"x" * 300, boxes.FRONT):
        with pytest.raises(wire.BadBytes):
            opened(wrong, ONE.secret)


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_behind_a_good_beginning_are_refused(tail: bytes) -> None:
    for box in (boxes.FRONT + tail, boxes.FRONT + b"-> X25519 " + tail, boxes.FRONT + b"\n--- " + tail):
        with pytest.raises((wire.BadBytes, refusals.NotForUs)):
            opened(box, ONE.secret)


@pytest.mark.parametrize(
    "header",
    [
        b"-> X a\nAAAA\n" * 100_000,
        b"-> X a\nAAAA\n" * 1300,
        b"-> " + b"A" * (1 << 24),
        b"-> X a\n" + (b"A" * 64 + b"\n") * 230,
        b"-> X a\n" + (b"A" * 64 + b"\n") * 100_000,
    ],
    ids=["stanzas", "many small stanzas", "an endless word", "a long stanza", "an endless stanza"],
)
def test_a_long_header_takes_no_time(header: bytes) -> None:
    """age reads a header anew for each of its lines: 192 kB took it half a minute."""
    box = boxes.FRONT + header + b"--- " + b"A" * 43 + b"\n" + bytes(100)
    begun = time.process_time()
    with pytest.raises((wire.BadBytes, refusals.NotForUs)):
        opened(box, ONE.secret)
    assert time.process_time() - begun < 1


def test_a_sink_may_stop_it() -> None:
    box = boxes.close(bytes(4 << 20), [ONE.recipient])
    pot = Pot(most=100_000)
    with pytest.raises(wire.BadBytes) as caught:
        boxes.open_into(box, [ONE.secret], pot)
    assert caught.value.params == {"why": "full"}
    assert len(pot.held) < 300_000


def test_a_lock_opens_with_its_word_alone() -> None:
    lock, recipient = boxes.new_lock("XK7P-2M4Q-9TRD")
    assert len(lock) == boxes.LOCK_LENGTH
    secret = boxes.unlock(lock, "XK7P-2M4Q-9TRD")
    assert boxes.recipient_of(secret) == recipient
    assert opened(boxes.close(PLAIN, [recipient]), secret) == PLAIN
    for wrong in ("", "XK7P-2M4Q-9TRE", "xk7p-2m4q-9trd", "\ud800"):
        with pytest.raises(refusals.WrongSecret):
            boxes.unlock(lock, wrong)


def test_a_lock_that_was_altered_opens_with_no_word() -> None:
    lock, _ = boxes.new_lock("benar")
    for position in (0, 15, 16, 40, 60, boxes.LOCK_LENGTH - 1):
        with pytest.raises(refusals.WrongSecret):
            boxes.unlock(lock[:position] + bytes([lock[position] ^ 1]) + lock[position + 1 :], "benar")


def test_two_locks_of_one_word_differ() -> None:
    assert boxes.new_lock("sama")[0] != boxes.new_lock("sama")[0]
