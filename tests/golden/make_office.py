# SPDX-License-Identifier: Apache-2.0
"""Makes the golden office of this version: `python -m tests.golden.make_office`. Run once for a released layout.

The archive and the sheet beside it are committed and never made again for the same version: they stand for the
offices out there. What is in it: answers, a note, an undo, a deletion, a disagreement with the kabupaten, a field of
a newer version, a setting, a second operator, a recovery sheet.
"""

import json
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk_app.data import arrivals, keys, receiving, sending
from desk_app.domain import records
from desk_app.domain.records.declare import Field, FieldKind
from desk_app.operations import accounts, answers, change_settings, checking, history, offices
from desk_app.operations.desk import DATABASE, Desk
from desk_app.operations.transact import transact

HERE = Path(__file__).parent
PASSWORD = "demo"
EVENT, VILLAGE = "pemilu-2024", "73.13.06.1001"
NOW = 1_707_800_400
NEWER = replace(
    records.ISSUE, fields=(*records.ISSUE.fields, Field(60_000, "newer", FieldKind.TEXT, "dari versi baru"))
)


def fill(tempe: Desk, wajo: Desk) -> None:
    """A little of everything that a file may hold."""
    rows = [((EVENT, VILLAGE, number), {"dpt_male": 140, "dpt_female": 150}) for number in range(1, 6)]
    transact(tempe, "Daftar TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
    first, second, third, fourth, _ = (f"{VILLAGE}-{number:03d}" for number in range(1, 6))
    answers.set_answer(tempe, first, "log.tinta", "2", note="dua botol, é")
    answers.set_answer(tempe, first, "log.hujan", "S")
    answers.set_answer(tempe, second, "log.tinta", "1")
    answers.set_answer(tempe, second, "log.tinta", "3")
    history.undo(tempe)
    answers.fill_down(tempe, [third, fourth], "log.hujan", "B")
    change_settings.set_many(tempe, {"paper": "A4"})
    place = {"event": EVENT, "place": VILLAGE}
    gone = transact(tempe, "x", lambda unit: unit.create(records.ISSUE, {**place, "title": "Salah ketik"}))
    transact(tempe, "x", lambda unit: unit.delete(records.ISSUE, gone))
    issue = transact(tempe, "x", lambda unit: unit.create(records.ISSUE, {**place, "title": "Banjir"}))
    transact(tempe, "x", lambda unit: unit.create(records.FOLLOW_UP, {"issue": issue, "text": "Ditinjau"}))
    transact(tempe, "x", lambda unit: unit.create(records.MEMBER, {"event": EVENT, "person": "Nama Uji"}))
    transact(wajo, "x", lambda unit: unit.put(records.STATION, (EVENT, VILLAGE, 1), {"dpt_male": 141}))
    newer = {**place, "title": "Dari kabupaten", "newer": "isian dari versi baru"}
    transact(wajo, "x", lambda unit: unit.create(NEWER, newer))
    accounts.add_account(tempe, "Operator Dua", accounts.Role.OPERATOR, PASSWORD + " dua")


def pass_on(source: Desk, target: Desk) -> None:
    with source.store.writing() as connection:
        sending.seal_own(
            connection,
            {source.identity.replica},
            lambda one, upto, rolling: sending.SealRow(upto, rolling, source.identity.public, b"signature"),
        )
        runs = list(sending.runs(connection, lambda scope: True, {}))

    def take() -> None:
        with target.store.writing() as connection:
            arrival = arrivals.next_number(connection)
            arrivals.add(connection, arrival, NOW, "import", 1, "Data diterima")
            receiver = receiving.Receiver(connection, arrival)
            for run in runs:
                assert run.stream.replica is not None
                assert run.stream.scope is not None
                receiver.take(
                    run.stream.id, run.stream.replica, run.stream.scope, run.first, run.before, run.bodies, run.seal
                )
            receiver.settle()

    target.on_writer(take)


def office(folder: Path, place: str) -> offices.Made:
    asked = offices.NewOffice(place, EVENT, "Operator Satu", PASSWORD, with_master_data=False)
    return offices.create_office(folder, asked, now=lambda: NOW)


def sheet(desk: Desk, recovery_secret: str) -> dict[str, Any]:
    """What the office must tell for ever."""
    return {
        "password": PASSWORD,
        "recovery": recovery_secret,
        "replica": desk.identity.replica.hex(),
        "digest": checking.whole_digest(desk).hex(),
        "scopes": {
            f"{scope.event}|{scope.place}|{int(scope.reader_class)}": found.hex()
            for scope, found in checking.digests(desk).items()
        },
    }


def main(name: str) -> None:
    archive = HERE / f"{name}.zip"
    if archive.exists():
        sys.exit(f"{archive.name} is committed and stays as it is; give the new layout another name")
    with tempfile.TemporaryDirectory() as temporary:
        made, other = office(Path(temporary) / "tempe", "73.13.06"), office(Path(temporary) / "wajo", "73.13")
        with made.desk as tempe, other.desk as wajo:
            fill(tempe, wajo)
            pass_on(wajo, tempe)
            told = sheet(tempe, made.recovery_secret)
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in (DATABASE, keys.FILE):
                packed.write(made.desk.folder / file, file)
    (HERE / f"{name}.json").write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "office-v1")
