# SPDX-License-Identifier: Apache-2.0
"""Accounts: each opens the office with a password of its own; who was removed is out; the data stay."""

from pathlib import Path

import pytest

from desk_app.data import keys
from desk_app.domain import errors
from desk_app.operations import accounts, answers, checking, history, opening
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests import small_offices
from tests.small_offices import EVENT, KEY_MEMORY, PASSWORD, station

BUDI = "rahasia Budi"


def add_budi(desk: Desk, role: Role = Role.OPERATOR) -> accounts.Account:
    return accounts.add_account(desk, "Budi", role, BUDI, key_memory=KEY_MEMORY)


def listed(desk: Desk) -> list[tuple[int, str, str, bool, bool]]:
    return [(one.number, one.name, one.role.value, one.can_open, one.own) for one in accounts.accounts(desk)]


def opens(desk: Desk, password: str, name: str | None = None) -> Desk:
    """The office closed and opened again with a password."""
    desk.close()
    return opening.open_office(desk.folder, password, name=name)


def test_the_first_operator_is_the_admin(desk: Desk) -> None:
    assert listed(desk) == [(1, "Andi", "admin", True, True)]
    assert accounts.account_names(desk.folder) == ["Andi"]
    assert accounts.own_role(desk) is Role.ADMIN


def test_a_new_operator_opens_the_office_and_signs_what_is_typed(desk: Desk) -> None:
    made = add_budi(desk, Role.VERIFIER)
    assert (made.number, made.role) == (2, Role.VERIFIER)
    with opens(desk, BUDI, "budi") as again:
        assert listed(again) == [(1, "Andi", "admin", True, False), (2, "Budi", "verifikator", True, True)]
        answers.set_answer(again, station(1), "log.tinta", "2")
        no = history.find_record(again, "answer", (EVENT, station(1), "log.tinta"))
        assert history.history(again, no)[0].operator == "Budi"


def test_only_an_admin_arranges_accounts(desk: Desk) -> None:
    add_budi(desk)
    with opens(desk, BUDI) as again:
        for doing in (
            lambda: accounts.add_account(again, "Citra", Role.ADMIN, "rahasia", key_memory=KEY_MEMORY),
            lambda: accounts.set_role(again, 2, Role.ADMIN),
            lambda: accounts.reset_password(again, 1, "rahasia", key_memory=KEY_MEMORY),
            lambda: accounts.remove_account(again, 1),
            lambda: accounts.renew_recovery_sheet(again, key_memory=KEY_MEMORY),
        ):
            with pytest.raises(errors.NotPermitted, match="Hanya admin"):
                doing()
        assert len(listed(again)) == 2


@pytest.mark.parametrize("name", ["Andi", " andi ", "", "   "])
def test_a_name_is_needed_and_stands_for_one(desk: Desk, name: str) -> None:
    with pytest.raises(errors.Refused):
        accounts.add_account(desk, name, Role.OPERATOR, "rahasia", key_memory=KEY_MEMORY)
    assert len(listed(desk)) == 1


def test_a_short_password_makes_no_account(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="paling sedikit"):
        accounts.add_account(desk, "Budi", Role.OPERATOR, "abc", key_memory=KEY_MEMORY)
    assert listed(desk) == [(1, "Andi", "admin", True, True)]


def test_changing_the_password_keeps_the_data(desk: Desk) -> None:
    answers.set_answer(desk, station(1), "log.tinta", "2")
    digest = checking.whole_digest(desk)
    file = desk.store.path.read_bytes()[:16]
    accounts.change_password(desk, PASSWORD, "kata yang baru", key_memory=KEY_MEMORY)
    answers.set_answer(desk, station(1), "log.tinta", "2")  # equal: nothing is written
    with opens(desk, "kata yang baru") as again:
        assert checking.whole_digest(again) == digest
        assert again.store.path.read_bytes()[:16] == file
    with pytest.raises(errors.NotPermitted, match="Kata sandi salah"):
        opening.open_office(desk.folder, PASSWORD)


def test_the_old_password_is_asked(desk: Desk) -> None:
    before = (desk.folder / keys.FILE).read_bytes()
    with pytest.raises(errors.NotPermitted, match="Kata sandi lama salah"):
        accounts.change_password(desk, "bukan ini", "kata yang baru", key_memory=KEY_MEMORY)
    assert (desk.folder / keys.FILE).read_bytes() == before


def test_one_changes_only_the_own_password(desk: Desk) -> None:
    add_budi(desk)
    accounts.change_password(desk, PASSWORD, "kata yang baru", key_memory=KEY_MEMORY)
    opens(desk, BUDI, "Budi").close()


def test_a_key_file_that_cannot_be_written_keeps_the_old_password(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            accounts.change_password(desk, PASSWORD, "kata yang baru", key_memory=KEY_MEMORY)
    opens(desk, PASSWORD).close()


def test_an_admin_gives_a_new_password(desk: Desk) -> None:
    made = add_budi(desk)
    accounts.reset_password(desk, made.number, "kata dari admin", key_memory=KEY_MEMORY)
    with pytest.raises(errors.NotPermitted):
        keys.unlock(keys.load(desk.folder), BUDI)
    with opens(desk, "kata dari admin") as again:
        assert again.operator.name == "Budi"


def test_who_was_removed_is_out_and_keeps_the_name_of_what_was_typed(desk: Desk) -> None:
    made = add_budi(desk)
    with opens(desk, BUDI) as budi:
        answers.set_answer(budi, station(1), "log.tinta", "2")
    with opens(budi, PASSWORD) as again:
        accounts.remove_account(again, made.number)
        assert listed(again) == [(1, "Andi", "admin", True, True)]
        no = history.find_record(again, "answer", (EVENT, station(1), "log.tinta"))
        assert history.history(again, no)[0].operator == "Budi"
        fresh = accounts.add_account(again, "Citra", Role.OPERATOR, "rahasia Citra", key_memory=KEY_MEMORY)
        assert fresh.number == 3
        assert history.history(again, no)[0].operator == "Budi"
    with pytest.raises(errors.NotPermitted):
        opening.open_office(desk.folder, BUDI)


def test_the_office_keeps_an_admin(desk: Desk) -> None:
    made = add_budi(desk)
    with pytest.raises(errors.Refused, match="sedang dipakai"):
        accounts.remove_account(desk, 1)
    with pytest.raises(errors.Refused, match="satu admin"):
        accounts.set_role(desk, 1, Role.OPERATOR)
    accounts.set_role(desk, made.number, Role.ADMIN)
    accounts.set_role(desk, 1, Role.OPERATOR)
    assert [one.role for one in accounts.accounts(desk)] == [Role.OPERATOR, Role.ADMIN]


def test_there_must_be_such_an_operator(desk: Desk) -> None:
    for doing in (accounts.remove_account, lambda one, no: accounts.set_role(one, no, Role.ADMIN)):
        with pytest.raises(errors.NotFound, match="7"):
            doing(desk, 7)


def test_the_recovery_sheet_opens_the_office_and_gives_a_new_password(tmp_path: Path) -> None:
    made = small_offices.make(tmp_path / "office")
    made.desk.close()
    folder = made.desk.folder
    with pytest.raises(errors.NotPermitted, match="Kode pemulihan"):
        accounts.open_with_sheet(folder, "AAAAA-BBBBB", "Andi", "kata yang baru", key_memory=KEY_MEMORY)
    with pytest.raises(errors.NotFound, match="Citra"):
        accounts.open_with_sheet(folder, made.recovery_secret, "Citra", "kata yang baru", key_memory=KEY_MEMORY)
    opened = accounts.open_with_sheet(
        folder, made.recovery_secret.lower(), "andi", "kata yang baru", key_memory=KEY_MEMORY)
    with opened:
        assert opened.operator.number == 1
        answers.set_answer(opened, station(1), "log.tinta", "2")
    with pytest.raises(errors.NotPermitted):
        opening.open_office(folder, PASSWORD)
    opening.open_office(folder, "kata yang baru").close()


def test_a_renewed_recovery_sheet_voids_the_old_one(tmp_path: Path) -> None:
    made = small_offices.make(tmp_path / "office")
    fresh = accounts.renew_recovery_sheet(made.desk, key_memory=KEY_MEMORY)
    made.desk.close()
    ring = keys.load(made.desk.folder)
    with pytest.raises(errors.NotPermitted):
        keys.recover(ring, made.recovery_secret)
    assert keys.recover(ring, fresh) == (made.desk.data_key, "recovery")
    assert fresh not in (made.desk.folder / keys.FILE).read_text()
    opening.open_office(made.desk.folder, PASSWORD).close()
