# SPDX-License-Identifier: Apache-2.0
"""The manifest: one form for each meaning; newer ones wait, wrong ones are refused."""

from dataclasses import replace
from typing import Any

import cbor2
import pytest

from desk_app.exchange import manifest, refusals, wire
from desk_app.exchange.manifest import Addressee, Kind, Manifest
from tests.exchange import sample_packages as sample

HEAD = Manifest(
    id=b"p" * 16,
    kind=Kind.DATA,
    sender=sample.SENDER,
    to=(Addressee("73.13", b"k" * 32), Addressee("73", b"")),
    number=12,
    volume=2,
    volumes=((100, b"h" * 32), (200, b"g" * 32)),
    clock=-3600,
    version="0.3.0",
)


def altered(**told: Any) -> bytes:
    return cbor2.dumps(cbor2.loads(HEAD.to_wire()) | told, canonical=True)


@pytest.mark.parametrize("kind", list(Kind))
def test_it_is_read_back_as_written(kind: Kind) -> None:
    head = replace(HEAD, kind=kind)
    assert manifest.from_wire(head.to_wire()) == head


def test_it_is_for_whom_it_names() -> None:
    assert HEAD.is_for("73.13", b"k" * 32)
    assert not HEAD.is_for("73.13", b"x" * 32)
    assert HEAD.is_for("73", b"x" * 32)
    assert not HEAD.is_for("73.13.06", b"k" * 32)


def test_the_mark_stands_for_the_package_whichever_the_volume() -> None:
    assert HEAD.mark == replace(HEAD, volume=1).mark
    assert len(HEAD.mark) == 32
    for other in (replace(HEAD, id=b"q" * 16), replace(HEAD, volumes=HEAD.volumes[:1]), replace(HEAD, to=())):
        assert other.mark != HEAD.mark


def test_36_another_form_of_the_same_manifest_is_refused() -> None:
    """§23 no. 36: keys in another order, a number in a longer form."""
    told = cbor2.loads(HEAD.to_wire())
    backwards = cbor2.dumps(dict(reversed(list(told.items()))))
    longer = HEAD.to_wire().replace(b"bno\x0c", b"bno\x18\x0c")
    assert cbor2.loads(backwards) == cbor2.loads(longer) == told
    for raw in (backwards, longer):
        assert raw != HEAD.to_wire()
        with pytest.raises(wire.BadBytes):
            manifest.from_wire(raw)


def test_what_a_newer_version_adds_beside_is_left_alone() -> None:
    assert manifest.from_wire(altered(moon="full", zodiac=[1, {"a": b""}])) == HEAD


@pytest.mark.parametrize("told", [{"min_reader": 3}, {"min_reader": 3, "to": "all", "caps": 7}, {"caps": ["zstd"]},
                                  {"kind": "vote"}], ids=str)  # fmt: skip
def test_49_one_that_asks_for_more_waits_for_a_newer_version(told: dict[str, Any]) -> None:
    """§23 no. 49: a higher min_reader, an unknown capability, an unknown kind."""
    with pytest.raises(refusals.Newer):
        manifest.from_wire(altered(**told))


@pytest.mark.parametrize(
    "told",
    [
        {"v": 0}, {"min_reader": 0}, {"min_reader": 2.0},
         {"min_reader": None}, {"min_reader": True}, {"caps": None}, {"caps": [1]}, {"kind": 5},
        {"id": b"short"}, {"id": "p" * 16}, {"from": []}, {"from": {}}, {"from": None},
        {"from": [sample.KEY, "x" * 100_000, "kecamatan", "73.13.06", sample.REPLICA, "TEM", sample.BOX.recipient]},
        {"from": [sample.KEY, "Desk\x00", "kecamatan", "73.13.06", sample.REPLICA, "TEM", sample.BOX.recipient]},
        {"from": [sample.KEY, "Desk", "kecamatan", "Tempe", sample.REPLICA, "TEM", sample.BOX.recipient]},
        {"from": [sample.KEY, "Desk", "kecamatan", "73.13.06", sample.REPLICA, "TEM", "age1"]},
        {"to": "73.13"}, {"to": [["73.13"]]}, {"to": [["73.13", b"x"]]}, {"to": [["73.13", None]]},
        {"to": [["73.13", ""]]}, {"to": [["73.13", b""]] * 1001}, {"no": -1}, {"no": 1 << 40}, {"no": "1"},
        {"volume": 0}, {"volume": 3}, {"volumes": []}, {"volumes": [[1, b"h"]] * 2}, {"volumes": [[-1, b"h" * 32]] * 2},
        {"volumes": [[1, b"h" * 32]] * 1000}, {"clock": float("inf")}, {"clock": 1 << 70}, {"clock": True},
        {"clock": cbor2.CBORTag(4, [1 << 30, 1])}, {"app": ["x"]}, {"app": "x" * 41}, {1: [0] * 20_000},
    ],
    ids=lambda told: str(told)[:40],
)  # fmt: skip
def test_one_of_another_shape_is_refused(told: dict[Any, Any]) -> None:
    raw = cbor2.dumps(cbor2.loads(HEAD.to_wire()) | told, canonical=True)
    with pytest.raises(wire.BadBytes):
        manifest.from_wire(raw)


def test_every_entry_is_needed() -> None:
    for name in cbor2.loads(HEAD.to_wire()):
        told = cbor2.loads(HEAD.to_wire())
        del told[name]
        with pytest.raises(wire.BadBytes):
            manifest.from_wire(cbor2.dumps(told, canonical=True))


@pytest.mark.parametrize("raw", [b"", b"\xf6", b"\x80", b"\xa0", b"\x9f\xff", b"\xff" * 50])
def test_what_is_no_map_is_refused(raw: bytes) -> None:
    with pytest.raises(wire.BadBytes):
        manifest.from_wire(raw)
