# SPDX-License-Identifier: Apache-2.0
"""A package is what its sender's key says, not what it calls itself."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.exchange import manifest, package
from desk_app.operations import packages_found, receiving
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
        assert [one.already for one in packages_found.find(two.kabupaten, [same, path])].count(True) == 1
        finish(receiving.receive(two.kabupaten, [path]))
        assert [one.already for one in packages_found.find(two.kabupaten, [same, path])] == [True, True]


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
        assert [found.already for found in packages_found.find(two.kabupaten, [one])] == [True]
        assert [found.already for found in packages_found.find(two.kabupaten, [other])] == [False]
