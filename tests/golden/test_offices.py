# SPDX-License-Identifier: Apache-2.0
"""Every office of a released layout opens for ever, is sound, tells the same digest, and can be worked on."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.base import progress
from desk_app.data import schema
from desk_app.domain import errors, records
from desk_app.operations import accounts, answers, checking, disagreements, history, opening, settings

HERE = Path(__file__).parent
EVENT, VILLAGE = "pemilu-2024", "73.13.06.1001"


@pytest.fixture(params=sorted(HERE.glob("office-v*.zip")), ids=lambda archive: archive.stem)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """The unpacked office and what it must tell."""
    with zipfile.ZipFile(request.param) as packed:
        packed.extractall(tmp_path / "office")
    return tmp_path / "office", json.loads(request.param.with_suffix(".json").read_text())


def test_there_is_one() -> None:
    assert list(HERE.glob("office-v*.zip"))


def test_it_opens_is_sound_and_tells_the_same_digest(golden: tuple[Path, dict[str, Any]]) -> None:
    folder, told = golden
    with opening.open_office(folder, told["password"]) as desk:
        sound = progress.finish(checking.check(desk))
        assert sound.faults == ()
        assert desk.identity.replica.hex() == told["replica"]
        assert checking.whole_digest(desk).hex() == told["digest"]
        assert {
            f"{scope.event}|{scope.place}|{int(scope.reader_class)}": found.hex()
            for scope, found in checking.digests(desk).items()
        } == told["scopes"]


def test_it_shows_what_was_typed(golden: tuple[Path, dict[str, Any]]) -> None:
    folder, told = golden
    answer, issue, follow_up = (schema.by_name[name] for name in ("answer", "issue", "follow_up"))
    with opening.open_office(folder, told["password"], name="Operator Satu") as desk:
        with desk.reading() as connection:
            rows = connection.execute(select(answer).where(answer.c.alive == 1)).all()
            issues = connection.execute(select(issue).order_by(issue.c.title)).all()
            [follow] = connection.execute(select(follow_up)).all()
        assert {(row.subject[-3:], row.item, row.choice, row.quantity, row.note) for row in rows} == {
            ("001", "log.tinta", None, 2, "dua botol, é"), ("001", "log.hujan", "done", None, None),
            ("002", "log.tinta", None, 1, None), ("003", "log.hujan", "not_yet", None, None),
            ("004", "log.hujan", "not_yet", None, None),
        }
        assert [(row.title, row.alive) for row in issues] == [
            ("Banjir", 1), ("Dari kabupaten", 1), ("Salah ketik", 0)]
        assert (follow.issue, follow.text) == (issues[0].no, "Ditinjau")
        [dispute] = disagreements.open_ones(desk)
        assert (dispute.field, sorted(side.value for side in dispute.sides)) == ("dpt_male", [140, 141])
        assert settings.get(desk, "paper") == "A4"
        assert [one.name for one in accounts.accounts(desk)] == ["Operator Satu", "Operator Dua"]
        no = history.find_record(desk, "answer", (EVENT, f"{VILLAGE}-002", "log.tinta"))
        told_changes = [[part.after for part in one.fields if part.field == "quantity"]
                        for one in history.history(desk, no)]
        assert told_changes == [[1], [3], [1]]


def test_it_keeps_what_a_newer_version_wrote(golden: tuple[Path, dict[str, Any]]) -> None:
    folder, told = golden
    with opening.open_office(folder, told["password"]) as desk, desk.reading() as connection:
        [unread] = connection.execute(select(schema.unread)).all()
        assert (unread.type, unread.field) == (records.ISSUE.no, 60_000)


def test_it_can_be_worked_on(golden: tuple[Path, dict[str, Any]]) -> None:
    folder, told = golden
    with opening.open_office(folder, told["password"]) as desk:
        answers.set_answer(desk, f"{VILLAGE}-001", "log.tinta", "5")
        history.undo(desk)
        assert progress.finish(checking.check(desk)).faults == ()


def test_each_of_its_secrets_opens_it(golden: tuple[Path, dict[str, Any]]) -> None:
    folder, told = golden
    opening.open_office(folder, told["password"] + " dua", name="Operator Dua").close()
    with pytest.raises(errors.NotPermitted):
        opening.open_office(folder, "lain")
    opened = accounts.open_with_sheet(folder, told["recovery"], "Operator Satu", "kata yang baru")
    opened.close()
