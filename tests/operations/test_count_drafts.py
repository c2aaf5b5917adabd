# SPDX-License-Identifier: Apache-2.0
"""What was typed and not saved comes back to who typed it, and lies readable nowhere."""

from pathlib import Path

from desk_app.data import meta
from desk_app.operations import accounts, count_drafts, opening
from desk_app.operations.desk import Desk
from tests import small_offices

FIRST = small_offices.station(1)
TYPED = count_drafts.Draft(FIRST, "ppwp", 1, {"v1": 173, "v2": 41}, "dibaca dari foto")
OTHER = "kata sandi Budi"


def lying(desk: Desk) -> bytes:
    """All that the office's own table of values holds."""
    with desk.reading() as connection:
        return b"\n".join(name.encode() + b"=" + value for name, value in meta.read(connection).items())


def test_a_draft_outlives_the_program(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        count_drafts.keep(desk, TYPED)
        assert b"173" not in lying(desk)
        assert b"foto" not in lying(desk)
    with opening.open_office(tmp_path / "tempe", small_offices.PASSWORD) as again:
        assert count_drafts.waiting(again) == [TYPED]
        assert count_drafts.one(again, FIRST, "dpr") is None
        count_drafts.keep(again, count_drafts.Draft(FIRST, "ppwp", 1, {"v1": 174}))
        found = count_drafts.one(again, FIRST, "ppwp")
        assert found is not None
        assert found.figures == {"v1": 174}
        count_drafts.drop(again, FIRST, "ppwp")
        assert count_drafts.waiting(again) == []


def test_what_was_typed_of_a_region_is_no_form(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        region = count_drafts.Draft(small_offices.VILLAGE, "ppwp", 0, {"v1": 1_204_511}, "D.HASIL")
        count_drafts.keep(desk, TYPED)
        count_drafts.keep(desk, region)
        assert count_drafts.waiting(desk) == [TYPED]
        assert count_drafts.waiting_recaps(desk) == [region]
        assert count_drafts.one(desk, small_offices.VILLAGE, "ppwp") == region
        assert b"1204511" not in lying(desk)


def test_its_length_tells_nothing(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        lengths = set()
        for figures in ({}, {"v1": 1}, {f"v{no}": 99_999 for no in range(1, 19)}):
            count_drafts.keep(desk, count_drafts.Draft(FIRST, "ppwp", 1, figures))
            with desk.reading() as connection:
                held = meta.read(connection)
            lengths |= {len(value) for name, value in held.items() if name.startswith("counting/")}
        assert len(lengths) == 1


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        accounts.add_account(desk, "Budi", accounts.Role.OPERATOR, OTHER, key_memory=small_offices.KEY_MEMORY)
        count_drafts.keep(desk, TYPED)
    with opening.open_office(tmp_path / "tempe", OTHER, name="Budi") as other:
        assert count_drafts.waiting(other) == []
