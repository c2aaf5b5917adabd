# SPDX-License-Identifier: Apache-2.0
"""What may be put in of what is offered; packages of photos of one sender are one."""

from pathlib import Path

from desk_app.operations.import_outcome import Outcome
from desk_app.operations.intake_offered import Offered, Standing, State, photos_joined


def photos(name: str, sender: str, state: State, number: int) -> Offered:
    outcome = Outcome(sender, "73.13.06", number, "", True, 0, 0, 0, {}, {}, 0, (), ())
    return Offered(Path(name), state, sender, number=number, sender_code=sender, outcome=outcome, is_photo=True)


def test_photos_of_one_sender_are_one_and_usable_where_one_of_them_is() -> None:
    data = Offered(Path("data"), State.USABLE, "a", sender_code="a")
    found = photos_joined([
        photos("1", "a", State.KNOWN, 3), data, photos("2", "a", State.USABLE, 4), photos("3", "b", State.KNOWN, 1)])
    assert [(one.path.name, one.state, one.number, one.parts) for one in found] == [
        ("1", State.USABLE, 4, (Path("2"),)), ("data", State.USABLE, 0, ()), ("3", State.KNOWN, 1, ())]


def test_a_request_is_of_use_only_where_it_can_be_vouched_for() -> None:
    assert Offered(Path("a"), State.REQUEST, standing=Standing.NEW).usable
    assert not Offered(Path("a"), State.REQUEST, standing=Standing.STRANGE).usable
    assert not Offered(Path("a"), State.KNOWN).usable
