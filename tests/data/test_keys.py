# SPDX-License-Identifier: Apache-2.0
"""Key slots: each password and the recovery sheet open the same data key, and nothing else does."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from desk_app.data import keys
from desk_app.domain import errors

DATA_KEY = bytes(range(32))
MEMORY = 8 << 20


def slot(number: int, name: str, password: str, kind: str = "account") -> keys.Slot:
    return keys.wrap(kind, number, name, password, DATA_KEY, memory=MEMORY)


RING = keys.Ring((slot(1, "Andi", "rahasia satu"), slot(2, "Budi", "rahasia dua")))


def test_each_password_opens_the_same_key() -> None:
    assert keys.unlock(RING, "rahasia satu") == (DATA_KEY, RING.slots[0])
    assert keys.unlock(RING, "rahasia dua") == (DATA_KEY, RING.slots[1])
    assert keys.unlock(RING, "rahasia dua", " budi ") == (DATA_KEY, RING.slots[1])


@pytest.mark.parametrize("typed", ["Rahasia satu", "rahasia satu ", "", "rahasia"])
def test_another_password_is_refused_in_words(typed: str) -> None:
    with pytest.raises(errors.NotPermitted, match="Kata sandi salah"):
        keys.unlock(RING, typed)


def test_a_password_opens_only_the_account_that_is_named() -> None:
    with pytest.raises(errors.NotPermitted, match="Kata sandi salah"):
        keys.unlock(RING, "rahasia satu", "Budi")
    with pytest.raises(errors.NotPermitted, match="Citra"):
        keys.unlock(RING, "rahasia satu", "Citra")


def test_how_letters_are_composed_does_not_matter() -> None:
    """A keyboard of another system may send é as two characters."""
    one = keys.Ring((slot(1, "Andi", unicodedata.normalize("NFC", "café-café")),))
    assert keys.unlock(one, unicodedata.normalize("NFD", "café-café"))[0] == DATA_KEY


def test_a_short_password_is_refused() -> None:
    with pytest.raises(errors.Refused, match="4"):
        slot(1, "Andi", "abc")


def test_the_recovery_sheet_opens_it_however_it_is_typed() -> None:
    secret = keys.new_recovery_secret()
    assert re.fullmatch(r"([A-HJ-NP-Z2-9]{5}-){5}[A-HJ-NP-Z2-9]", secret)
    ring = keys.with_slot(RING, slot(0, "", keys.plain_recovery_secret(secret), "recovery"))
    for typed in (secret, secret.lower(), secret.replace("-", " "), secret.replace("-", "")):
        assert keys.recover(ring, typed) == (DATA_KEY, "recovery")
    wrong = ("B" if secret[0] != "B" else "C") + secret[1:]
    for typed in (wrong, "", secret[:-1]):
        with pytest.raises(errors.NotPermitted, match="Kode pemulihan tidak cocok"):
            keys.recover(ring, typed)


def test_a_recovery_secret_is_no_password_and_a_password_no_recovery_secret() -> None:
    secret = keys.new_recovery_secret()
    ring = keys.with_slot(RING, slot(0, "", keys.plain_recovery_secret(secret), "recovery"))
    with pytest.raises(errors.NotPermitted):
        keys.unlock(ring, keys.plain_recovery_secret(secret))
    with pytest.raises(errors.NotPermitted):
        keys.recover(ring, "rahasia satu")


def test_no_two_slots_and_no_two_secrets_are_alike() -> None:
    one, two = slot(1, "Andi", "sama sama"), slot(1, "Andi", "sama sama")
    assert one.salt != two.salt
    assert one.box != two.box
    assert keys.new_recovery_secret() != keys.new_recovery_secret()
    assert keys.new_data_key() != keys.new_data_key()


def test_slots_are_replaced_and_removed_one_by_one() -> None:
    fresh = slot(2, "Budi", "kata baru")
    changed = keys.with_slot(RING, fresh)
    assert [one.number for one in changed.slots] == [1, 2]
    assert changed.account(2) == fresh
    assert keys.without_account(changed, 1).slots == (fresh,)
    assert keys.without_account(changed, 0).slots == changed.slots


def test_a_file_gives_back_what_was_saved(tmp_path: Path) -> None:
    keys.save(RING, tmp_path)
    assert keys.load(tmp_path) == RING
    assert [file.name for file in tmp_path.iterdir()] == [keys.FILE]


def test_the_file_holds_neither_key_nor_password(tmp_path: Path) -> None:
    keys.save(RING, tmp_path)
    data = (tmp_path / keys.FILE).read_bytes()
    for secret in (DATA_KEY, DATA_KEY.hex().encode(), b"rahasia"):
        assert secret not in data


def test_no_office_here(tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound, match="Tidak ada kantor"):
        keys.load(tmp_path)


def altered(**values: Any) -> str:
    made = keys._slot_out(RING.slots[0]) | values
    return json.dumps({"format": 1, "slots": [made]})


@pytest.mark.parametrize("text", [
    "", "{", "[]", "{}", '{"slots": 5}', '{"slots": [{}]}', '{"slots": [5]}', "\x00\x01",
    altered(salt="00"), altered(salt="zz" * 16), altered(box="00" * 40), altered(memory=1 << 60),
    altered(memory=0), altered(operations=0), altered(operations=1 << 20), altered(number="x"),
    altered(operations=None),
], ids=range(17))
def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / keys.FILE).write_text(text)
    with pytest.raises(errors.Damaged, match="Pulihkan dari backup"):
        keys.unlock(keys.load(tmp_path), "rahasia satu")


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.save(RING, tmp_path)
    before = (tmp_path / keys.FILE).read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        keys.save(keys.Ring(()), tmp_path)
    assert (tmp_path / keys.FILE).read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [keys.FILE]


def test_a_file_in_the_place_of_an_office_is_no_office(tmp_path: Path) -> None:
    file = tmp_path / "office"
    file.write_text("a letter")
    with pytest.raises(errors.NotFound, match="Tidak ada kantor"):
        keys.load(file)
    (tmp_path / keys.FILE).mkdir()
    with pytest.raises(errors.Refused, match="tidak dapat dibaca"):
        keys.load(tmp_path)


def test_a_key_file_nested_without_end_is_damaged(tmp_path: Path) -> None:
    (tmp_path / keys.FILE).write_text("[" * 100_000)
    with pytest.raises(errors.Damaged, match="Pulihkan dari backup"):
        keys.load(tmp_path)
