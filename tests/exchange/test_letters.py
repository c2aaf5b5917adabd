# SPDX-License-Identifier: Apache-2.0
"""Letters: an invitation answered by whoever held its key, a rescue secret, and kinds not known left alone."""

from dataclasses import replace

import pytest

from desk_app.exchange import cards, letters, wire
from desk_app.exchange.letters import Letter
from tests.exchange import sample_packages as sample

INVITATION, INVITATION_KEY = b"i" * 16, b"k" * 32


def request(seed: bytes = sample.SEED, name: str = "Desk Tempe") -> cards.Card:
    return cards.make_card(
        seed,
        version=1,
        key=sample.KEY,
        recipient=sample.BOX.recipient,
        place="73.13.06",
        level="kecamatan",
        name=name,
        short="TEM06",
    )


def test_an_answered_invitation_is_believed() -> None:
    letter = letters.make_join(request(), INVITATION, INVITATION_KEY)
    read = letters.read_join(letter)
    assert (letter.kind, read.card, read.invitation) == (letters.JOIN, request(), INVITATION)
    assert read.holds(INVITATION_KEY)


def test_without_the_key_of_the_invitation_it_is_not() -> None:
    read = letters.read_join(letters.make_join(request(), INVITATION, b"guess" * 6 + b"xx"))
    assert not read.holds(INVITATION_KEY)


def test_a_code_does_not_pass_for_another_card_or_invitation() -> None:
    read = letters.read_join(letters.make_join(request(), INVITATION, INVITATION_KEY))
    assert not replace(read, card=request(name="Desk Lain")).holds(INVITATION_KEY)
    assert not replace(read, invitation=b"j" * 16).holds(INVITATION_KEY)
    assert not replace(read, code=bytes(32)).holds(INVITATION_KEY)


def test_the_card_must_be_signed_by_its_own_key() -> None:
    for card in (request(sample.OTHER_SEED), replace(request(), place="73.13.07")):
        read = letters.read_join(letters.make_join(card, INVITATION, INVITATION_KEY))
        assert not read.holds(INVITATION_KEY)


def test_a_rescue_secret_is_read_back() -> None:
    letter = letters.make_rescue(4, "ABCDE-FGHJK")
    assert letter.kind == letters.RESCUE
    assert letters.read_rescue(letter) == letters.Rescue(4, "ABCDE-FGHJK")


@pytest.mark.parametrize(
    "payload",
    [b"", b"\xf6", wire.dump([1]), wire.dump([1, 2]), wire.dump([-1, "x"]), wire.dump([1, "a\nb"]),
     wire.dump([1, "x"]) * 2, wire.dump([b"", b"", b""]), wire.dump([b"x", b"i" * 16, bytes(32)])],
)  # fmt: skip
def test_a_payload_of_another_shape_is_refused(payload: bytes) -> None:
    with pytest.raises(wire.BadBytes):
        letters.read_rescue(Letter(letters.RESCUE, payload))
    with pytest.raises(wire.BadBytes):
        letters.read_join(Letter(letters.JOIN, payload))


def test_what_is_asked_for_is_read_back_up_to_a_number() -> None:
    digests = [number.to_bytes(32, "big") for number in range(letters.MOST_WANTED + 5)]
    read = letters.read_wanted(letters.make_wanted(7, digests))
    assert (read.version, read.digests) == (7, tuple(digests[: letters.MOST_WANTED]))
    assert letters.read_wanted(letters.make_wanted(1, [])).digests == ()


@pytest.mark.parametrize(
    "payload",
    [b"", wire.dump([1]), wire.dump([1, b"x" * 31]), wire.dump([-1, b""]), wire.dump([1, "x" * 32]),
     wire.dump([1, bytes(32 * (letters.MOST_WANTED + 1))])],
)  # fmt: skip
def test_an_asking_of_another_shape_is_refused(payload: bytes) -> None:
    with pytest.raises(wire.BadBytes):
        letters.read_wanted(Letter(letters.PHOTOS, payload))
