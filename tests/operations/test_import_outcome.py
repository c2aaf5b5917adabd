# SPDX-License-Identifier: Apache-2.0
"""What an import tells: who sent it is as its card says."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import packages_found, receiving
from tests import crafted, two_offices


def test_a_sender_is_called_as_on_its_card(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        named = {"name": "Desk Pemilu Provinsi", "place": "73"}
        path = crafted.write(tmp_path / "x.desk", two.tempe, two.kabupaten, number=9, named=named)
        [found] = packages_found.find(two.kabupaten, [path])
        [outcome] = finish(receiving.receive(two.kabupaten, [path]))
        own = two.tempe.identity
        assert (found.sender, found.place) == (outcome.sender, outcome.place) == (own.name, own.place)
