# SPDX-License-Identifier: Apache-2.0
"""Besse copies forms and holds no key: through which door could she reach a total, or a figure of somebody else's?

Command line, papers, workbooks, search, history, package, backup, and the files of the office themselves, with all that
her password opens. The figures are large and odd, so that no other number is taken for one of them.
"""

import contextlib
import io
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

import cbor2
import pypdfium2
import pytest
import sqlcipher3.dbapi2 as driver

from desk_app import __main__ as program
from desk_app.base.progress import finish
from desk_app.data import count_boxes, keys
from desk_app.data.count_rows import Key
from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    accounts,
    count_board,
    count_check,
    count_entry,
    count_keys,
    count_notes,
    count_recaps,
    count_view,
    history,
    opening,
    printing_past,
    printing_register,
    search,
    tally,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import KEYS
from desk_app.reports import catalogue
from tests import acquainted, counted_offices, regency_offices, two_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

BESSE = "sandi besse"
COPIED = {1: (70_011, 80_051), 2: (70_029, 80_077), 3: (70_047, 80_099)}
"""What Andi copied: votes by the number of the TPS."""

OWN = (71_003, 81_001)
"""What Besse copied herself, of TPS 5."""

MOMENT = "2099-01-01T00:00"
COLUMNS = list(zip(*COPIED.values(), strict=True))
HIDDEN = sorted(
    {value for votes in COPIED.values() for value in votes}
    | {sum(part) for votes in COLUMNS for many in (2, 3) for part in itertools.combinations(votes, many)}
    | {sum(votes) + own for votes, own in zip(COLUMNS, OWN, strict=True)}
)
"""Every figure of somebody else's, and every sum in which one is."""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder, stick = tmp_path / "wajo", tmp_path / "stick"
    stick.mkdir()
    with (
        regency_offices.make(folder) as andi,
        two_offices.kecamatan(tmp_path / "tempe", TEMPE) as tempe,
    ):
        acquainted.introduce(andi, tempe)
        counted_offices.stand(andi, names=("Anis", "Bowo"))
        counted_offices.hold(andi)
        accounts.add_account(andi, "Besse", Role.OPERATOR, BESSE, key_memory=KEY_MEMORY)
        for number, votes in COPIED.items():
            copy(andi, number, votes)
        count_check.correct(andi, tps(TEMPE_VILLAGE, 3), RACE, "v1", COPIED[3][0] - 1, "Foto")
        count_check.correct(andi, tps(TEMPE_VILLAGE, 3), RACE, "v1", COPIED[3][0], f"Bukan {COPIED[3][1]}")
        count_check.accept(andi, tps(TEMPE_VILLAGE, 2), RACE, ["V18"], f"Tertulis {COPIED[2][0]}, jelas")
        count_check.reread(andi, tps(TEMPE_VILLAGE, 3), RACE, f"Mungkin {COPIED[3][0]}")
        count_recaps.put(andi, TEMPE, RACE, {"v1": COPIED[1][0]}, f"Papan PPK: {COPIED[1][1]}")
        finish(tally.refresh(andi))
    with opening.open_office(folder, BESSE, now=lambda: NOW) as besse:
        copy(besse, 5, OWN)
    return folder


def copy(desk: Desk, number: int, votes: tuple[int, int]) -> None:
    count_entry.save(desk, tps(TEMPE_VILLAGE, number), RACE, {"v1": votes[0], "v2": votes[1]})


def told(text: str) -> list[str]:
    """Which hidden figure stands in a text, with dots or without."""
    return [form for value in HIDDEN for form in (str(value), f"{value:,}".replace(",", ".")) if form in text]


def words_of(path: Path) -> str:
    """All that a file that somebody takes away tells."""
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        found = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        return found + data.decode("latin-1")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "\n".join(packed.read(name).decode("latin-1") for name in packed.namelist())
    return data.decode("latin-1")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command says; one that is refused says why."""
    with contextlib.suppress(SystemExit):  # wrong usage is told too
        program.main(list(arguments))
    said = capsys.readouterr()
    return said.out + said.err


def test_the_sum_is_there_for_who_holds_the_key(office: Path) -> None:
    with opening.open_office(office, PASSWORD) as andi:
        first, second = (sum(votes) + own for votes, own in zip(COLUMNS, OWN, strict=True))
        expected = {"v1": first, "v2": second}
        assert counted_offices.sums(andi) == {TEMPE: expected}
        assert told(str(expected))


def test_by_the_command_line(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", PASSWORD)
    at = ("--office", str(office))
    assert told(run(capsys, "counts", "totals", RACE, *at))  # it would be found
    monkeypatch.setenv("DESK_PASSWORD", BESSE)
    first, own = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 5)
    said = [
        run(capsys, "counts", verb, *more, *at, *form)
        for verb, *more in (
            ("totals", RACE),
            ("totals", RACE, "--region", TEMPE),
            ("turnout", RACE),
            ("progress", RACE),
            ("missing", RACE),
            ("notes", RACE),
            ("disputed", RACE),
            ("queue", RACE),
            ("stations", TEMPE_VILLAGE),
            ("show", first, RACE),
            ("show", own, RACE),
            ("view", first, RACE),
            ("view", own, RACE),
            ("recaps",),
        )
        for form in ((), ("--json",))
    ]
    said += [
        run(capsys, *verb, *at)
        for verb in (("info",), ("check",), ("conflicts",), ("packages",), ("digest",), ("undo",))
    ]
    assert not [one for one in said if one.startswith("usage")]
    assert [one for text in said for one in told(text)] == []
    assert str(OWN[0]) in "".join(said)  # her own is hers


def test_by_papers_and_workbooks(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", BESSE)
    out = tmp_path / "out"
    out.mkdir()
    at = ("--office", str(office))
    said = []
    for kind in catalogue.REPORTS:
        for ending in ("pdf", "xlsx", "txt"):
            said.append(run(capsys, "print", kind.key, *at, "--out", str(out / f"{kind.key}.{ending}")))
    said += [run(capsys, "workbook", "out", key, str(out / f"daftar-{key}.xlsx"), "--personal", *at) for key in KEYS]
    assert len(list(out.iterdir())) > 60
    found = {path.name: one for path in out.iterdir() if (one := told(words_of(path)))}
    assert found == {}
    assert [one for text in said for one in told(text)] == []


def test_by_papers_that_somebody_else_made_final(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--office", str(office))
    monkeypatch.setenv("DESK_PASSWORD", PASSWORD)
    votes = [kind.key for kind in catalogue.REPORTS if kind.needs]
    for key in votes:
        out = tmp_path / f"{key}.pdf"
        area = ("--area", tps(TEMPE_VILLAGE, 3)) if key == "hasil-tps" else ()
        run(capsys, "print", key, *at, "--out", str(out), *area)
        assert out.is_file(), key
    assert told(words_of(tmp_path / "rekap-suara.pdf"))  # it would be found
    monkeypatch.setenv("DESK_PASSWORD", BESSE)
    said = [
        run(capsys, "print", key, *at, "--out", str(tmp_path / f"b-{key}.pdf"), "--as-of", MOMENT) for key in votes
    ]
    assert not list(tmp_path.glob("b-*"))
    with opening.open_office(office, BESSE) as besse:
        lines = printing_register.lines(besse)
        assert {line.paper.kind for line in lines} == set(votes)
        said.append(repr(lines))
        for line in [one for one in lines if one.has_file]:
            kept = tmp_path / f"{line.paper.kind}-kept.pdf"
            kept.write_bytes(besse.attachments.get(line.paper.pdf))
            said.append(words_of(kept))
        for line in lines:
            for ask in (
                lambda no: printing_register.kept_pdf(besse, no),
                lambda no: finish(printing_past.issued_again(besse, no)),
                lambda no: finish(printing_past.issued_anew(besse, no)),
            ):
                with pytest.raises(errors.NotPermitted):
                    ask(line.paper.no)
    assert [one for text in said for one in told(text)] == []
    assert not list((office / "past").glob("*"))


def test_by_search_and_history(office: Path) -> None:
    with opening.open_office(office, BESSE) as besse:
        for value in HIDDEN:
            assert str(value) not in repr(search.search(besse, str(value)))
        with besse.reading() as connection:
            records = connection.exec_driver_sql("SELECT DISTINCT record FROM change").scalars().all()
        assert told(repr([history.history(besse, no) for no in records])) == []


def test_by_whatever_an_operation_returns(office: Path) -> None:
    subject = tps(TEMPE_VILLAGE, 1)
    key = Key(EVENT, TEMPE_VILLAGE, 1, RACE)
    with opening.open_office(office, BESSE) as besse:
        for ask in (
            lambda: finish(tally.refresh(besse)),
            lambda: tally.store_of(besse),
            lambda: tally.opened(besse, key),
            lambda: count_board.totals(besse, RACE),
            lambda: count_board.participation(besse, RACE),
            lambda: count_notes.notes(besse, RACE),
            lambda: count_notes.disputed(besse, RACE),
            lambda: count_recaps.gaps(besse, RACE),
            lambda: count_recaps.beside(besse, RACE, TEMPE),
            lambda: count_view.view(besse, subject, RACE),
            lambda: count_check.correct(besse, subject, RACE, "v1", 1, "x"),
            lambda: count_check.decide(besse, subject, RACE, count_check.TYPED, "x", {"v1": 1}),
            lambda: count_keys.grant(besse, 2, [Right.TOTALS]),
            lambda: count_keys.seal(besse, 1, 2, key_memory=KEY_MEMORY),
        ):
            with pytest.raises(errors.NotPermitted):
                ask()
        board = (count_board.progress(besse, RACE), count_board.missing(besse, RACE))
        assert told(repr((board, count_entry.stations(besse, TEMPE_VILLAGE)))) == []


def test_by_the_files_of_the_office_and_all_that_her_password_opens(office: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with opening.open_office(office, BESSE) as besse:
        data_key, secret = besse.data_key, besse.operator.secret
        opened = count_keys.opened_keys(besse)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DESK_PASSWORD", BESSE)
        assert program.main(["send", "--to", TEMPE, "--out", str(stick), "--office", str(office)]) == 0
        assert program.main(["backup", "--office", str(office)]) == 0
    assert len(opened) == 1
    assert (office / "counts.db").is_file()
    # The database with its key: no figure in any column, no sealed one that her keys open but her own.
    rows = list(everything(office / "desk.db", data_key))
    for value in HIDDEN:
        assert value not in rows
        assert not any(cbor2.dumps(value) in one for one in rows if isinstance(one, bytes))
    assert told(repr([one for one in rows if isinstance(one, str)])) == []
    assert [found for one in rows if isinstance(one, bytes) for found in told(one.decode("latin-1"))] == []
    sealed = {one for one in rows if isinstance(one, bytes) and one[:1] == b"\x01" and len(one) > 100}
    about = "|".join((EVENT, tps(TEMPE_VILLAGE, 5), RACE, "1", "73.13/2"))
    read = []
    for one in sealed:
        for key in opened.values():
            try:
                read.append(count_boxes.unseal(key, about, one)["f"]["v1"])
            except count_boxes.Unreadable:
                continue
    assert set(read) == {OWN[0]}
    # The file of totals: no key of hers opens it.
    ring = keys.load(office)
    for key in (data_key, secret, ring.counts, count_boxes.database_key(data_key), count_boxes.database_key(secret)):
        with pytest.raises(driver.DatabaseError):
            list(everything(office / "counts.db", key))
    for holder in ring.holders:
        with pytest.raises(count_boxes.Unreadable):
            count_boxes.open_box(secret, holder.box)
    # What lies in folders: package, backup, key file.
    for path in [one for folder in (office, stick) for one in folder.rglob("*") if one.is_file()]:
        content = path.read_bytes()
        assert not any(cbor2.dumps(value) in content for value in HIDDEN), path
        assert told(content.decode("latin-1")) == [], path


def everything(path: Path, key: bytes) -> Iterator[object]:
    """Every value of every table of a database."""
    connection = driver.connect(str(path))
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if not table.startswith("found"):
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    yield from row
    finally:
        connection.close()
