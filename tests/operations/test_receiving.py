# SPDX-License-Identifier: Apache-2.0
"""A package is what its sender's key says, not what it calls itself."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import attachments_travelling as travelling
from desk_app.exchange import letters, manifest, package
from desk_app.operations import receiving
from tests import crafted, two_offices

STRANGER = bytes(range(32))


def test_a_package_is_not_known_because_another_one_bears_its_id(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        path = two.send(two.tempe, two.kabupaten)
        head = package.peek(path)
        same = crafted.write(
            tmp_path / "x.desk", two.tempe, two.kabupaten, seed=STRANGER, package_id=head.id, number=head.number
        )
        finish(receiving.receive(two.kabupaten, [same]))
        assert [one.already for one in receiving.find(two.kabupaten, [same, path])].count(True) == 1
        finish(receiving.receive(two.kabupaten, [path]))
        assert [one.already for one in receiving.find(two.kabupaten, [same, path])] == [True, True]


def test_photos_are_not_known_because_another_package_bears_their_id(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        kind = manifest.Kind.PHOTO
        one, other = (
            crafted.write(
                tmp_path / name, two.tempe, two.kabupaten, seed=seed, package_id=b"p" * 16, kind=kind
            )
            for name, seed in (("1.desk", STRANGER), ("2.desk", two.tempe.identity.seed))
        )
        finish(receiving.receive(two.kabupaten, [one]))
        assert [found.already for found in receiving.find(two.kabupaten, [one])] == [True]
        assert [found.already for found in receiving.find(two.kabupaten, [other])] == [False]


def test_a_sender_is_called_as_on_its_card(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        named = {"name": "Desk Pemilu Provinsi", "place": "73"}
        path = crafted.write(tmp_path / "x.desk", two.tempe, two.kabupaten, number=9, named=named)
        [found] = receiving.find(two.kabupaten, [path])
        [outcome] = finish(receiving.receive(two.kabupaten, [path]))
        own = two.tempe.identity
        assert (found.sender, found.place) == (outcome.sender, outcome.place) == (own.name, own.place)


def test_a_stranger_asks_for_no_photos_in_the_name_of_another(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        own = two.tempe.identity
        asking = letters.make_wanted((1 << 40) - 1, [])
        path = crafted.write(tmp_path / "x.desk", two.tempe, two.kabupaten, seed=STRANGER, letters=(asking,))
        finish(receiving.receive(two.kabupaten, [path]))
        with two.kabupaten.store.writing() as connection:
            assert travelling.note_asked(connection, own.public, own.replica, 1 << 20, [b"d" * 32])
