# SPDX-License-Identifier: Apache-2.0
"""The package file: read back as written; cut, flipped, mixed, forged or foreign files are refused with their reason.

The names with a number are cases of the catalogue in exchange.md §23.
"""

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import cbor2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.domain import errors
from desk_app.exchange import boxes, contents, manifest, package, refusals, segments, signatures, wire
from desk_app.exchange.manifest import Kind
from tests.exchange import sample_packages as sample

WORD = "XK7P-2M4Q"
CLOSED = sample.files(sample.carried())[0]
OPEN = sample.files(sample.carried(), Kind.CARD)[0]
READY = sample.files(sample.carried(invitation={"id": b"i"}), Kind.READY, passphrase=WORD)[0]


def put(folder: Path, data: bytes) -> Path:
    path = folder / "uji.desk"
    path.write_bytes(data)
    return path


def refused(folder: Path, data: bytes, kind: type[errors.Refused]) -> errors.Refused:
    """Refused for this reason by `read`, and never taken for whole by a look at its head alone."""
    path = put(folder, data)
    with pytest.raises(kind) as caught:
        package.read(path)
    assert type(caught.value) is kind
    assert "uji.desk" in str(caught.value)
    return caught.value


def test_a_package_is_read_back_as_written(tmp_path: Path) -> None:
    held = sample.carried(sample.segment(), counts={"answer": 3})
    [path] = sample.write(tmp_path, sample.files(held))
    sealed = package.read(path)
    assert sealed.manifest == package.peek(path)
    assert sealed.manifest.sender == sample.SENDER
    assert sealed.manifest.to == (manifest.Addressee("73.13", b""),)
    assert (sealed.manifest.kind, sealed.manifest.number, sealed.manifest.clock) == (Kind.DATA, 1, 1_707_782_400)
    assert sealed.sha256 == hashlib.sha256(path.read_bytes()).digest()
    assert package.unseal(sealed, secrets=[sample.OTHER_BOX.secret]) == held


def test_the_sender_can_read_it_again(tmp_path: Path) -> None:
    assert sample.opened(put(tmp_path, CLOSED), secret=sample.BOX.secret) == sample.carried()


def test_nothing_of_it_can_be_read_without_a_key() -> None:
    said = os.urandom(8192)
    held = sample.carried(replace(sample.segment(), bodies=(said,)))
    assert said in sample.files(held, Kind.CARD)[0]
    for [data] in (sample.files(held), sample.files(held, Kind.READY, passphrase=WORD)):
        assert not any(said[start : start + 8] in data for start in range(0, len(said), 8))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(1, 200)), min_size=1, max_size=6),
    st.integers(200, 4000),
    st.sampled_from([Kind.DATA, Kind.CARD, Kind.PHOTO]),
)
def test_whatever_runs_come_back_whole(tmp_path: Path, runs: list[tuple[int, int]], volume: int, kind: Kind) -> None:
    made = [sample.segment(count, min(weight, volume // count or 1)) for count, weight in runs]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "VOLUME", volume)
        paths = sample.write(tmp_path, sample.files(sample.carried(*made), kind))
    found = [sample.opened(path) for path in paths]
    assert [one for part in found for one in part.segments] == made
    heads = [package.peek(path) for path in paths]
    assert [head.volume for head in heads] == list(range(1, len(paths) + 1))
    assert len({head.mark for head in heads}) == 1


def test_16_its_name_does_not_matter(tmp_path: Path) -> None:
    """§23 no. 16: upper-cased, shortened, or a photo's name from a chat."""
    for name in ("KEC07B~1.DES", "IMG-20240213-WA0007.jpg", "tanpa ekstensi"):
        path = tmp_path / name
        path.write_bytes(CLOSED)
        assert package.looks_like_package(path)
        assert sample.opened(path) == sample.carried()


def test_the_name_on_the_stick_is_plain() -> None:
    assert package.file_name("TEM06", "73.13", 1, 1, 3) == "TEM06-7313-000001-001of003.desk"
    for short, to in (("Ténggara/..", "../../etc"), ("", "é"), ("x" * 300, "CON:")):
        name = package.file_name(short, to, 12, 1, 1)
        assert name.isascii()
        assert not set(name[:-5]) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
        assert len(name) < 80
        assert name.startswith(package.front_of(short))


def test_5_an_empty_file_is_cut(tmp_path: Path) -> None:
    """§23 no. 5: zero length, right name."""
    refused(tmp_path, b"", refusals.Cut)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are not of this system")
def test_26_links_folders_devices_and_pipes_are_not_touched(tmp_path: Path) -> None:
    """§23 no. 26: reading a pipe would wait for ever."""
    target = put(tmp_path, CLOSED)
    link, pipe, folder, gone = (tmp_path / name for name in ("a.desk", "b.desk", "c.desk", "d.desk"))
    link.symlink_to(target)
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (link, pipe, folder, Path("/dev/zero")):
        assert not package.looks_like_package(path)
        with pytest.raises(refusals.NotAPackage):
            package.read(path)
        with pytest.raises(refusals.NotAPackage):
            package.peek(path)
    assert not package.looks_like_package(gone)
    with pytest.raises(refusals.Unreadable):
        package.read(gone)


def test_28_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 28: its size is taken, then more is written."""
    path = put(tmp_path, CLOSED)
    size = os.fstat

    def grown(handle: int) -> os.stat_result:
        told = size(handle)
        with path.open("ab") as file:
            file.write(b"more")
        return told

    monkeypatch.setattr(os, "fstat", grown)
    with pytest.raises(errors.Damaged):
        package.read(path)


def test_31_every_flipped_bit_is_refused(tmp_path: Path) -> None:
    """§23 no. 31: each byte of a small package, a bit of its upper and one of its lower half."""
    path = tmp_path / "uji.desk"
    for position in range(len(CLOSED)):
        for bit in (position % 4, 4 + position // 4 % 4):
            path.write_bytes(CLOSED[:position] + bytes([CLOSED[position] ^ 1 << bit]) + CLOSED[position + 1 :])
            with pytest.raises(errors.Damaged) as caught:
                package.read(path)
            assert "uji.desk" in str(caught.value)


def test_31_a_bit_flipped_on_the_way_is_said_to_be_damage_not_forgery(tmp_path: Path) -> None:
    """§23 no. 31: also where only the head is looked at."""
    raw, _, _ = sample.parts(CLOSED)
    for position in range(package._HEAD, package._HEAD + len(raw) + 64, 3):
        path = put(tmp_path, CLOSED[:position] + bytes([CLOSED[position] ^ 16]) + CLOSED[position + 1 :])
        for look in (package.peek, package.read):
            with pytest.raises(refusals.Altered):
                look(path)


@pytest.mark.parametrize("data", [CLOSED, READY, OPEN], ids=["closed", "ready", "open"])
def test_31_flips_under_a_repaired_check_are_refused(tmp_path: Path, data: bytes) -> None:
    """§23 no. 31: by someone who reckons the final check anew."""
    path = tmp_path / "uji.desk"
    for position in range(len(data) - 40):
        front = data[:position] + bytes([data[position] ^ 4]) + data[position + 1 : -40]
        path.write_bytes(front + hashlib.sha256(front).digest() + package.END)
        with pytest.raises((errors.Damaged, refusals.Newer)):
            package.read(path)


@pytest.mark.parametrize("data", [CLOSED, READY, OPEN], ids=["closed", "ready", "open"])
def test_32_every_cut_is_refused_as_a_cut(tmp_path: Path, data: bytes) -> None:
    """§23 no. 32: every length."""
    path = tmp_path / "uji.desk"
    for length in range(len(data)):
        path.write_bytes(data[:length])
        with pytest.raises(refusals.Cut):
            package.read(path)


def test_3_a_file_of_full_length_with_an_old_end_is_refused(tmp_path: Path) -> None:
    """§23 nos. 3 and 4: sectors that never reached the stick."""
    for sector in range(0, len(CLOSED), 128):
        refused(tmp_path, CLOSED[:sector] + bytes(len(CLOSED[sector : sector + 128])) + CLOSED[sector + 128 :],
                refusals.NotAPackage if sector == 0 else refusals.Altered)  # fmt: skip


def test_33_junk_after_the_end_is_refused(tmp_path: Path) -> None:
    """§23 no. 33."""
    for junk in (b"x", bytes(512), package.END, CLOSED[-40:]):
        refused(tmp_path, CLOSED + junk, refusals.Altered)


def test_34_two_packages_in_one_file_are_refused(tmp_path: Path) -> None:
    """§23 no. 34."""
    refused(tmp_path, CLOSED + CLOSED, refusals.Altered)
    refused(tmp_path, CLOSED + OPEN, refusals.Altered)


@pytest.mark.parametrize("length", [0, 1, (256 << 10) + 1, 1 << 31, (1 << 32) - 1])
def test_35_lengths_that_are_not_there_take_no_memory(tmp_path: Path, length: int) -> None:
    """§23 no. 35: magic right, length 2³²-1."""
    data = package.MAGIC + length.to_bytes(4, "big") + CLOSED[12:]
    refused(tmp_path, data, refusals.Altered)
    with pytest.raises(errors.Damaged):
        package.peek(put(tmp_path, data))


def test_36_a_manifest_in_another_form_is_refused_though_signed(tmp_path: Path) -> None:
    """§23 no. 36: keys in another order."""
    told = sample.told(CLOSED)
    raw = cbor2.dumps(dict(reversed(told.items())))
    refused(tmp_path, sample.signed(raw, sample.parts(CLOSED)[2]), refusals.Altered)


def test_37_keys_twice_in_a_signed_manifest_are_refused(tmp_path: Path) -> None:
    """§23 no. 37: the same key with two values."""
    raw, _, body = sample.parts(CLOSED)
    twice = bytes([raw[0] + 1]) + raw[1:5].replace(b"\x61v\x02", b"\x61v\x02\x61v\x03") + raw[5:]
    assert cbor2.loads(twice)["v"] == 3
    refused(tmp_path, sample.signed(twice, body), refusals.Altered)


def test_38_bytes_after_a_signed_manifest_are_refused(tmp_path: Path) -> None:
    """§23 no. 38."""
    raw, _, body = sample.parts(CLOSED)
    refused(tmp_path, sample.signed(raw + b"\x00", body), refusals.Altered)


@pytest.mark.parametrize(
    "told",
    [{"clock": float("nan")}, {"clock": float("inf")}, {"no": 1.0}, {"clock": 1 << 63}, {"clock": 1 << 8_000_00},
     {"more": cbor2.CBORTag(35, "(a+)+$")}, {"clock": cbor2.CBORTag(4, [1 << 30, 1])}, {"from": {}},
     {"min_reader": 0.5}, {"app": ["x"]}, {"to": 7}],
    ids=["NaN", "infinite", "float", "2^63", "100 kB", "expression", "decimal", "nobody", "half", "list", "number"],
)  # fmt: skip
def test_39_to_43_values_that_are_not_ours_are_refused_though_signed(tmp_path: Path, told: dict[str, Any]) -> None:
    """§23 nos. 39, 40 and 43: floats, numbers beyond 64 bits, tags."""
    refused(tmp_path, sample.retold(CLOSED, **told), refusals.Altered)


def test_41_deep_nesting_in_a_signed_manifest_is_refused(tmp_path: Path) -> None:
    """§23 no. 41."""
    raw, _, body = sample.parts(CLOSED)
    deep = bytes([raw[0] + 1]) + raw[1:] + b"\x64more" + b"\x81" * 100_000 + b"\x00"
    refused(tmp_path, sample.signed(deep, body), refusals.Altered)


def test_42_an_endless_list_in_a_signed_manifest_is_refused(tmp_path: Path) -> None:
    """§23 no. 42."""
    raw, _, body = sample.parts(CLOSED)
    for head in (0x5B, 0x7B, 0x9B, 0xBB):
        endless = bytes([raw[0] + 1]) + raw[1:] + b"\x64more" + bytes([head]) + (1 << 40).to_bytes(8, "big")
        refused(tmp_path, sample.signed(endless, body), refusals.Altered)


def test_44_names_that_hide_something_are_made_plain_when_sent_and_refused_when_received(tmp_path: Path) -> None:
    """§23 no. 44: NUL, turned direction; halves of surrogates cannot be written at all."""
    named = replace(sample.SENDER, name="Desk\u202e Wajo\0\n", short="TE\u0301M")
    bodies = list(package.seal_up(contents.pack(sample.carried())))
    [data] = package.volumes(bodies, sample.SEED, named, kind=Kind.CARD, package_id=sample.PACKAGE, to=[], number=1,
                            clock=0, version="0.3")  # fmt: skip
    sender = package.read(put(tmp_path, data)).manifest.sender
    assert (sender.name, sender.short) == ("Desk Wajo", "TÉM")
    told = sample.told(CLOSED)
    for name in ("Desk\0", "Desk\u202e", "Desk\u200b"):
        refused(tmp_path, sample.retold(CLOSED, None, **{"from": [told["from"][0], name, *told["from"][2:]]}),
                refusals.Altered)  # fmt: skip


def test_46_a_file_that_is_something_else_first_is_refused(tmp_path: Path) -> None:
    """§23 no. 46: ours behind the head of a PDF, a program, an archive."""
    for head in (b"%PDF-1.7\n", b"MZ\x90\0", b"PK\x03\x04", b"\n"):
        assert not package.looks_like_package(put(tmp_path, head + CLOSED))
        refused(tmp_path, head + CLOSED, refusals.NotAPackage)


def test_47_a_photo_with_our_ending_is_no_package(tmp_path: Path) -> None:
    """§23 no. 47."""
    assert not package.looks_like_package(put(tmp_path, b"\xff\xd8\xff" * 100))
    fault = refused(tmp_path, b"\xff\xd8\xff" * 100, refusals.NotAPackage)
    assert str(fault) == "uji.desk bukan kiriman Desk."


@pytest.mark.parametrize("told", [{"min_reader": 3, "from": "?"}, {"caps": ["pieces"]}, {"kind": "vote"}], ids=str)
def test_49_a_newer_one_is_kept_for_later(tmp_path: Path, told: dict[str, Any]) -> None:
    """§23 no. 49: whole, but only a later version can read it."""
    fault = refused(tmp_path, sample.retold(CLOSED, **told), refusals.Newer)
    assert "Perbarui program" in str(fault)
    with pytest.raises(refusals.Newer):
        package.peek(put(tmp_path, sample.retold(CLOSED, **told)))


def pair(number: int, weight: int) -> list[bytes]:
    """A package of two volumes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "VOLUME", 100)
        runs = [sample.segment(1, weight), sample.segment(2, weight // 2)]
        made = sample.files(sample.carried(*runs), number=number)
    assert len(made) == 2
    return made


def test_50_a_volume_of_one_package_is_not_taken_for_one_of_another(tmp_path: Path) -> None:
    """§23 no. 50: the manifest and signature of B before the body of A."""
    one, two = pair(1, 90), pair(2, 91)
    for index in (0, 1):
        raw, signature, _ = sample.parts(two[index])
        refused(tmp_path, sample.framed(raw, signature, sample.parts(one[index])[2]), refusals.Altered)
    raw, signature, _ = sample.parts(one[0])
    refused(tmp_path, sample.framed(raw, signature, sample.parts(one[1])[2]), refusals.Altered)


def test_51_volumes_of_two_exports_with_one_id_can_be_told_apart(tmp_path: Path) -> None:
    """§23 no. 51: the same number and id, written twice: each volume is bound to its own set."""
    one, two = pair(1, 90), pair(1, 90)
    heads = [package.read(put(tmp_path, data)).manifest for data in (*one, *two)]
    assert len({head.id for head in heads}) == 1
    assert heads[0].mark == heads[1].mark != heads[2].mark == heads[3].mark
    assert heads[0].volumes == heads[1].volumes != heads[2].volumes


def test_54_a_package_for_others_is_whole_but_stays_closed(tmp_path: Path) -> None:
    """§23 no. 54: it can be carried on."""
    path = put(tmp_path, CLOSED)
    stranger = boxes.new_key()
    sealed = package.read(path)
    for secrets in ([], [stranger.secret]):
        with pytest.raises(refusals.NotForUs) as caught:
            package.unseal(sealed, secrets=secrets)
        assert "Teruskan" in str(caught.value)
    assert package.unseal(sealed, secrets=[stranger.secret, sample.OTHER_BOX.secret]) == sample.carried()


def test_a_ready_file_opens_with_its_word_alone(tmp_path: Path) -> None:
    sealed = package.read(put(tmp_path, READY))
    found = package.unseal(sealed, passphrase=WORD)
    assert found.invitation == {"id": b"i"}
    for wrong in ("", WORD.lower(), WORD + " "):
        with pytest.raises(refusals.WrongSecret) as caught:
            package.unseal(sealed, passphrase=wrong, secrets=[sample.OTHER_BOX.secret])
        assert "uji.desk" in str(caught.value)


def test_a_package_signed_by_another_than_it_names_is_refused(tmp_path: Path) -> None:
    [data] = sample.files(sample.carried(), seed=sample.OTHER_SEED)
    fault = refused(tmp_path, data, refusals.Forged)
    assert "tanda pengirim" in str(fault)
    with pytest.raises(refusals.Forged):
        package.peek(put(tmp_path, data))


@pytest.mark.parametrize("text", [b"", b"desk package 1\n", b"desk seal", b"desk card"])
def test_60_a_signature_by_the_right_key_over_something_else_is_refused(tmp_path: Path, text: bytes) -> None:
    """§23 no. 60: the same bytes signed for another purpose."""
    raw, _, body = sample.parts(CLOSED)
    refused(tmp_path, sample.framed(raw, signatures.sign(sample.SEED, text + raw), body), refusals.Forged)
    assert package.read(put(tmp_path, sample.framed(raw, signatures.sign(sample.SEED, sample.CONTEXT + raw), body)))


def test_60_a_manifest_signature_seals_no_stream() -> None:
    raw, signature, _ = sample.parts(CLOSED)
    seal = segments.Seal(sample.KEY, 3, bytes(32), signature)
    assert signatures.holds(sample.KEY, sample.CONTEXT + raw, signature)
    assert not segments.seal_holds(seal, raw)


def rewrapped(data: bytes, **told: object) -> bytes:
    """A box taken out of its package and sent by another office under its own name."""
    sender = [signatures.public(sample.OTHER_SEED), *sample.told(data)["from"][1:]]
    body = sample.parts(data)[2]
    return sample.signed(cbor2.dumps(sample.told(data) | {"from": sender} | told, canonical=True), body,
                         sample.OTHER_SEED)  # fmt: skip


@pytest.mark.parametrize("data", [CLOSED, READY, OPEN], ids=["closed", "ready", "open"])
def test_a_box_sent_under_another_name_is_refused(tmp_path: Path, data: bytes) -> None:
    """Nobody passes on what another said, unopened, as his own: the box names its sender and package inside."""
    path = put(tmp_path, rewrapped(data))
    with pytest.raises(refusals.Forged):
        package.unseal(package.read(path), secrets=[sample.OTHER_BOX.secret], passphrase=WORD)
    other = put(tmp_path, sample.retold(data, id=b"q" * 16))
    with pytest.raises(refusals.Forged):
        package.unseal(package.read(other), secrets=[sample.OTHER_BOX.secret], passphrase=WORD)


@pytest.mark.parametrize(
    "plain",
    [b"", b"\xf6", b"\xa0", b"\x81" * 100_000, wire.dump({"of": [sample.KEY, sample.PACKAGE]}) + b"\0",
     cbor2.dumps({"of": [sample.KEY, sample.PACKAGE], "x": 0.5}), b"\x9b" + b"\xff" * 8, b"\xbf\xff",
     wire.dump({"of": [sample.KEY, sample.PACKAGE], "segments": [[]]})],
)  # fmt: skip
def test_a_body_of_another_shape_is_refused_though_signed(tmp_path: Path, plain: bytes) -> None:
    path = put(tmp_path, sample.card_of(plain))
    sealed = package.read(path)
    with pytest.raises(refusals.Altered) as caught:
        package.unseal(sealed)
    assert "uji.desk" in str(caught.value)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("body", [b"", b"\0", b"\1", boxes.FRONT, bytes(1000), boxes.FRONT * 20,
                                  bytes(boxes.LOCK_LENGTH) + boxes.FRONT], ids=range(7))  # fmt: skip
def test_a_body_that_is_closed_in_no_known_way_is_refused(tmp_path: Path, kind: Kind, body: bytes) -> None:
    path = put(tmp_path, sample.retold(CLOSED, body, kind=str(kind)))
    with pytest.raises((refusals.Altered, refusals.WrongSecret)):
        package.unseal(package.read(path), secrets=[sample.OTHER_BOX.secret], passphrase=WORD)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.data())
def test_a_hostile_sender_meets_known_refusals_alone(tmp_path: Path, data: st.DataObject) -> None:
    """Bits flipped in the plain contents or in the box, then packed and signed as they should be."""
    whole = data.draw(st.sampled_from([CLOSED, OPEN]))
    raw, _, body = sample.parts(whole)
    part = bytearray(data.draw(st.sampled_from([raw, body])))
    manifest_hit = bytes(part) == raw
    for position in data.draw(st.sets(st.integers(0, len(part) - 1), min_size=1, max_size=3)):
        part[position] ^= 1 << data.draw(st.integers(0, 7))
    wrong = sample.signed(bytes(part), body) if manifest_hit else sample.retold(whole, bytes(part))
    try:
        sample.opened(put(tmp_path, wrong))
    except (errors.Damaged, refusals.Newer, refusals.NotForUs):
        return
    assert manifest_hit or whole is OPEN


def test_a_body_that_is_not_closed_as_it_should_be_is_never_written() -> None:
    """A mistake of ours must not put readable data on a stick."""
    [plain] = contents.pack(sample.carried())
    [closed] = package.seal_up([plain], recipients=[sample.BOX.recipient])
    [locked] = package.seal_up([plain], passphrase=WORD)
    told: dict[str, Any] = {"package_id": sample.PACKAGE, "to": [], "number": 1, "clock": 0, "version": "0.3"}
    for body, kind in ((plain, Kind.DATA), (plain, Kind.READY), (plain, Kind.PHOTO), (closed, Kind.CARD),
                       (closed, Kind.READY), (locked, Kind.DATA)):  # fmt: skip
        with pytest.raises(ValueError, match="not closed"):
            list(package.volumes([body], sample.SEED, sample.SENDER, kind=kind, **told))
    with pytest.raises(ValueError, match="passphrase"):
        list(package.seal_up([plain], recipients=[sample.BOX.recipient], passphrase=WORD))


def test_a_manifest_that_nobody_could_read_is_never_written() -> None:
    [body] = contents.pack(sample.carried())
    told: dict[str, Any] = {"kind": Kind.CARD, "package_id": sample.PACKAGE, "number": 1, "clock": 0, "version": "0.3"}
    for sender, to in ((replace(sample.SENDER, place="Tempe"), []), (replace(sample.SENDER, recipient=""), []),
                       (sample.SENDER, [("73.13", b"x")])):  # fmt: skip
        with pytest.raises(ValueError, match="nobody could read"):
            list(package.volumes([body], sample.SEED, sender, to=to, **told))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file on this system")
def test_13_a_drive_that_gives_no_bytes_is_said_to_be_unreadable() -> None:
    """§23 no. 13: the system answers EIO, as this file of its own always does."""
    path = Path("/proc/self/mem")
    assert not package.looks_like_package(path)
    for look in (package.peek, package.read):
        with pytest.raises(refusals.Unreadable, match="Coba salin sekali lagi"):
            look(path)
