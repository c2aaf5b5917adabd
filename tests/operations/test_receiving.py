# SPDX-License-Identifier: Apache-2.0
"""Who may say what with a package: nobody in the name of another."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import attachments_travelling as travelling
from desk_app.exchange import letters
from desk_app.operations import receiving
from tests import crafted, two_offices

STRANGER = bytes(range(32))


def test_a_stranger_asks_for_no_photos_in_the_name_of_another(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        own = two.tempe.identity
        asking = letters.make_wanted((1 << 40) - 1, [])
        path = crafted.write(tmp_path / "x.desk", two.tempe, two.kabupaten, seed=STRANGER, letters=(asking,))
        finish(receiving.receive(two.kabupaten, [path]))
        with two.kabupaten.store.writing() as connection:
            assert travelling.note_asked(connection, own.public, own.replica, 1 << 20, [b"d" * 32])
