# SPDX-License-Identifier: Apache-2.0
"""What is said of a package."""

import dataclasses

from desk_app.operations import import_outcome, intake_words
from desk_app.operations.desk import Desk
from desk_app.operations.intake_words import Mark

NOTHING = import_outcome.Outcome(
    sender="Desk Tempe",
    place="73.13.06",
    number=14,
    code="AAAA-BBBB-CCCC-DDDD",
    accepted=True,
    changes=0,
    same=0,
    waiting=0,
    new={},
    changed={},
    disputed=0,
    missing=(),
    lines=(),
)


def told(desk: Desk, *, waited: int = 0, here: tuple[int, ...] = (), **more: object) -> dict[Mark, str]:
    outcome = dataclasses.replace(NOTHING, **more)  # type: ignore[arg-type]
    return {one.mark: one.words for one in intake_words.tell(desk, outcome, waited=waited, here=here)}


def test_nothing_new_is_said(desk: Desk) -> None:
    assert told(desk, same=9) == {Mark.KNOWN: "Tidak ada yang baru: isinya sudah ada di sini."}


def test_kinds_are_counted_with_dots(desk: Desk) -> None:
    found = told(desk, changes=1234, same=3, new={"answer": 1200}, changed={}, disputed=2)
    assert found[Mark.NEW] == "1.200 isian kesiapan baru"
    assert found[Mark.DIFFERS] == "2 data berbeda menunggu klarifikasi"
    assert found[Mark.KNOWN] == "Selebihnya sudah ada di sini"


def test_what_waits_names_what_it_waits_for(desk: Desk) -> None:
    waits = told(desk, waiting=5, missing=(12, 13))[Mark.WAITS]
    assert waits == "5 isian menunggu kiriman ke-12, ke-13 dari Desk Tempe, yang belum diterima. Minta dikirim ulang."
    assert "juga ada di sini" in told(desk, waiting=5, missing=(12,), here=(12, 14))[Mark.WAITS]
    assert "kiriman lain" in told(desk, waiting=5)[Mark.WAITS]


def test_what_waited_before_is_not_counted_again_and_its_coming_in_is_told(desk: Desk) -> None:
    assert Mark.WAITS not in told(desk, waited=5, waiting=5, missing=(12,))
    assert told(desk, waited=5, waiting=2)[Mark.NEW] == "3 isian yang tadinya menunggu ikut masuk"


def test_each_reason_to_keep_apart_has_its_words(desk: Desk) -> None:
    for reason, piece in (("unknown", "belum terdaftar"), ("revoked", "sudah dicabut"), ("scope", "luar wilayahnya")):
        words = told(desk, apart=((reason, "Desk Belawa", 7),))[Mark.APART]
        assert words.startswith("7 isian disisihkan")
        assert piece in words
        assert ("Desk Belawa" in words) == (reason != "unknown")


def test_a_clock_is_told_however_far_it_is(desk: Desk) -> None:
    assert "17-02-2007" in told(desk, clock=1_171_700_000)[Mark.CLOCK]
    assert "31-12-9999" in told(desk, clock=1 << 60)[Mark.CLOCK]
    assert "tidak mungkin benar" in told(desk, clock=-(1 << 60))[Mark.CLOCK]


def test_a_new_identity_is_told(desk: Desk) -> None:
    assert "diberi tanda baru" in told(desk, renewed=True)[Mark.RENEWED]


def test_numbers_are_drawn_together() -> None:
    assert intake_words.numbers((2,)) == "ke-2"
    assert intake_words.numbers((5, 3, 4, 9, 10)) == "ke-3 sampai ke-5, ke-9, ke-10"
    assert intake_words.numbers(tuple(range(1, 40, 2))).endswith("dan lainnya")
