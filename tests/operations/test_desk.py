# SPDX-License-Identifier: Apache-2.0
"""An office opens with a password and for one program at a time; its folder tells nobody what was typed."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from desk_app.data import keys
from desk_app.domain import errors, records
from desk_app.operations import answers, backups, history, opening
from desk_app.operations.desk import DATABASE, Desk
from desk_app.operations.transact import transact
from tests import small_offices
from tests.small_offices import EVENT, PASSWORD, VILLAGE, station

TYPED = ("kebanjiran setinggi lutut", "Haji Muhammad Uji", "198001012005011001", "Lurah Teddaopu")


def type_all(desk: Desk) -> None:
    answers.set_answer(desk, station(1), "log.hujan", "B", note=f"Rumah {TYPED[0]}")
    member = {"event": EVENT, "person": TYPED[1], "nip": TYPED[2], "office": TYPED[3]}
    no = transact(desk, "x", lambda unit: unit.create(records.MEMBER, member))
    transact(desk, "x", lambda unit: unit.delete(records.MEMBER, no))
    history.undo(desk)


def test_no_file_of_the_office_holds_a_typed_word(desk: Desk) -> None:
    """Open and closed, with the journal of SQLite beside it and a backup within."""
    type_all(desk)
    next(steps := backups.make_backup(desk))
    for _ in steps:
        pass
    seen = set()
    for closed in (False, True):
        if closed:
            desk.close()
        for file in desk.folder.rglob("*"):
            if file.is_file():
                seen.add(file.name)
                data = file.read_bytes()
                for word in (*TYPED, "setinggi", "Muhammad", VILLAGE, "log.hujan", "CREATE TABLE"):
                    assert word.encode() not in data, f"{word} in {file.name}"
                    assert word.encode("utf-16-le") not in data
    assert seen >= {DATABASE, f"{DATABASE}-wal", keys.FILE, "backup.json"}


def test_a_wrong_password_is_refused_in_words_and_says_nothing_else(
    desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    desk.close()
    for name in (None, "Andi"):
        with pytest.raises(errors.NotPermitted, match=r"Kata sandi salah\. Periksa huruf besar dan kecil"):
            opening.open_office(desk.folder, "bukan ini", name=name)
    assert capfd.readouterr() == ("", "")
    opening.open_office(desk.folder, PASSWORD).close()


def test_the_key_file_of_another_office_is_refused_in_words(
    desk: Desk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with small_offices.make(tmp_path / "other", stations=0).desk as other:
        (desk.folder / keys.FILE).write_bytes((other.folder / keys.FILE).read_bytes())
    desk.close()
    with pytest.raises(errors.Damaged, match="kunci salah atau berkas rusak"):
        opening.open_office(desk.folder, PASSWORD)
    assert capfd.readouterr() == ("", "")


def test_no_office_in_a_folder(tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound, match="Tidak ada kantor"):
        opening.open_office(tmp_path, PASSWORD)
    assert list(tmp_path.iterdir()) == []


def test_a_second_program_is_refused_until_the_first_is_closed(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="sedang dibuka oleh program lain"):
        opening.open_office(desk.folder, PASSWORD)
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from desk_app.domain import errors\nfrom desk_app.operations import opening\n"
        "try: opening.open_office(Path(sys.argv[1]), sys.argv[2]).close()\n"
        "except errors.Refused as refusal: print(refusal)\n"
    )

    def other_process() -> str:
        answer = subprocess.run(
            [sys.executable, "-c", program, str(desk.folder), PASSWORD], capture_output=True, text=True, check=True)
        return answer.stdout

    assert "sedang dibuka oleh program lain" in other_process()
    desk.close()
    assert other_process() == ""


def test_a_refused_opening_lets_the_office_go(desk: Desk) -> None:
    desk.close()
    connection = driver.connect(str(desk.folder / DATABASE))
    connection.execute(f"PRAGMA key = \"x'{desk.data_key.hex()}'\"")
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    caught = []  # as long as they are kept, nothing lets go by being forgotten
    for _ in range(2):
        with pytest.raises(errors.Refused, match="bukan data kantor Desk") as refusal:
            opening.open_office(desk.folder, PASSWORD)
        caught.append(refusal)
