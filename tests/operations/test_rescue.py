# SPDX-License-Identifier: Apache-2.0
"""The secret that the kabupaten keeps opens the office, also after the power went while it was made."""

from pathlib import Path

import pytest

from desk_app.data import keys, meta
from desk_app.operations import opening, rescue
from desk_app.operations.desk import Desk
from tests import small_offices


def told(desk: Desk) -> str:
    with desk.reading() as connection:
        return meta.read(connection)["rescue_secret"].decode()


def test_a_fresh_secret_takes_the_place_of_the_one_before(desk: Desk) -> None:
    rescue.renew(desk, key_memory=small_offices.KEY_MEMORY)
    first = told(desk)
    assert keys.recover(keys.load(desk.folder), first) == (desk.data_key, rescue.KIND)
    rescue.renew(desk, key_memory=small_offices.KEY_MEMORY)
    with pytest.raises(Exception, match="cocok"):
        keys.recover(keys.load(desk.folder), first)
    assert keys.recover(keys.load(desk.folder), told(desk)) == (desk.data_key, rescue.KIND)


def test_what_is_told_opens_after_a_power_cut_between_database_and_key_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_offices.make(tmp_path / "office").desk as desk:
        rescue.renew(desk, key_memory=small_offices.KEY_MEMORY)

        def cut(*_args: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(keys, "save", cut)
            with pytest.raises(KeyboardInterrupt):
                rescue.renew(desk, key_memory=small_offices.KEY_MEMORY)
    with opening.open_office(tmp_path / "office", small_offices.PASSWORD) as again:
        assert keys.recover(keys.load(again.folder), told(again)) == (again.data_key, rescue.KIND)
