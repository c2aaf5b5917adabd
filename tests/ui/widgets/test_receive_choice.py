# SPDX-License-Identifier: Apache-2.0
"""What the button will do with what lies there, or why it does nothing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import intake
from ui.widgets import parcel_card, receive_choice

State, Standing = intake.State, intake.Standing


def offered(state: State, standing: Standing = Standing.KNOWN) -> intake.Offered:
    return intake.Offered(Path("a.desk"), state, "Desk Tempe", standing=standing, sender_code="WXYZ")


NOTHING = receive_choice.Chosen((), frozenset(), {}, ())


def test_what_will_be_done() -> None:
    chosen = receive_choice.Chosen(
        (offered(State.USABLE), offered(State.REQUEST)), frozenset(), {}, (offered(State.CARRIED),)
    )
    assert receive_choice.sentences(chosen, [], []) == [
        "1 kiriman akan dimasukkan. Backup dibuat dahulu.", "1 kantor akan didaftarkan.",
        "1 titipan untuk kantor lain ikut dibawa."]


@pytest.mark.parametrize(("state", "standing", "said"), [
    (State.REQUEST, Standing.NEW, "Cocokkan dahulu kode"), (State.USABLE, Standing.KNOWN, "Centang kiriman"),
    (State.BROKEN, Standing.KNOWN, "1 berkas tidak dapat dipakai"), (State.READY, Standing.KNOWN, "Berkas siap dibuka"),
    (State.OWN, Standing.KNOWN, "hanya ada berkas buatan kantor ini"),
    (State.KNOWN, Standing.KNOWN, "sudah pernah dimasukkan"),
])
def test_why_nothing_is_done(app: object, qtbot: QtBot, state: State, standing: Standing, said: str) -> None:
    one = offered(state, standing)
    cards = []
    if state not in (State.OWN, State.KNOWN):
        cards = [parcel_card.ParcelCard(one)]
        qtbot.addWidget(cards[0])
    [told] = receive_choice.sentences(NOTHING, cards, [one])
    assert said in told


def test_why_there_is_nothing_to_read() -> None:
    assert receive_choice.why_empty(None)[0] == "Pilih satu kiriman"
    assert "sudah ada di sini" in receive_choice.why_empty(offered(State.KNOWN))[1]
