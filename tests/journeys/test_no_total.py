# SPDX-License-Identifier: Apache-2.0
"""Besse copies forms and holds no key: through which door could she reach a total, or a figure of somebody else's?

Command line, papers, workbooks, search, history, photos, package, backup, and the files of the office themselves, with
all that her password opens. The figures are large and odd, so that no other number is taken for one of them.
"""

import contextlib
import hashlib
import io
import itertools
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import cbor2
import nacl.secret
import pypdfium2
import pytest
import sqlcipher3.dbapi2 as driver

from desk_app import __main__ as program
from desk_app.base.progress import finish
from desk_app.data import arrivals, attachments_kept, count_boxes, keys
from desk_app.data.count_rows import Key
from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    accounts,
    as_at,
    attachments,
    count_board,
    count_check,
    count_entry,
    count_keys,
    count_notes,
    count_recaps,
    count_view,
    count_writing_keys,
    history,
    opening,
    printing_past,
    printing_pictures,
    printing_register,
    search,
    tally,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import KEYS
from desk_app.reports import catalogue
from tests import acquainted, counted_offices, photographs, regency_offices, two_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

BESSE = "sandi besse"
COPIED = {1: (70_011, 80_051), 2: (70_029, 80_077), 3: (70_047, 80_099)}
"""What Andi copied: votes by the number of the TPS."""

OWN = (71_003, 81_001)
"""What Besse copied herself, of TPS 5."""

OWN_PHOTO = photographs.jpeg((320, 240), seed=5)

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
        photograph(andi)
    with opening.open_office(folder, BESSE, now=lambda: NOW) as besse:
        copy(besse, 5, OWN)
        [own] = owners(besse, "count_form", tps(TEMPE_VILLAGE, 5))
        attach(besse, own, "foto sendiri.jpg", OWN_PHOTO, "Halaman 1")
    return folder


def photograph(desk: Desk) -> None:
    """Photos of every form, what was settled, and a D.HASIL, with figures in their names and captions."""
    for number in COPIED:
        [form] = owners(desk, "count_form", tps(TEMPE_VILLAGE, number))
        for place in (1, 2):
            name = f"suara {COPIED[number][0]}-{place}.jpg"
            attach(desk, form, name, photographs.jpeg((320, 240), seed=10 * number + place))
    for no in (*owners(desk, "count_result"), *owners(desk, "count_recap")):
        attach(desk, no, f"putusan {COPIED[3][0]}.jpg", photographs.jpeg((320, 240), seed=no % 1000))
        attach(desk, no, f"papan {COPIED[3][0]}.pdf", photographs.pdf(f"Papan {COPIED[3][1]}"))


def owners(desk: Desk, table: str, subject: str = "") -> list[int]:
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE alive != 0").mappings().all()
    return [row["no"] for row in rows if not subject or f"{row['village']}-{row['number']:03d}" == subject]


def attach(desk: Desk, record: int, name: str, data: bytes, caption: str = f"Jumlah {COPIED[1][0]}") -> None:
    added = finish(attachments.add_all(desk, record, [attachments.Source(name, data=data)], caption))
    assert added.refused == ()


def attached(desk: Desk) -> list[tuple[int, bool]]:
    """Every attachment, and whether it is Besse's own."""
    with desk.reading() as connection:
        numbers = connection.exec_driver_sql("SELECT no FROM attachment").scalars().all()
    return [(no, attachments.attachment(desk, no).by == "Besse") for no in numbers]


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


def test_by_photos(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    at = ("--office", str(office))
    with opening.open_office(office, PASSWORD) as andi:
        every = attached(andi)
        assert len(every) >= 12
        assert all(attachments.content(andi, no) for no, _own in every)  # who verifies opens hers as well
        assert told(repr([attachments.attachment(andi, no) for no, _own in every]))  # it would be found
    said = []
    with opening.open_office(office, BESSE) as besse:
        assert [own for _no, own in attached(besse)].count(True) == 1
        with besse.reading() as connection:
            before = as_at.Moment(arrivals.latest(connection) - 1, NOW)
        said.append(look_at_photos(besse, out))
        said.append(finish(as_at.reading(besse, before, lambda past: look_at_photos(past, out))))
        records = [one for kind in ("count_form", "count_result", "count_recap") for one in owners(besse, kind)]
        assert {printing_pictures.of_record(besse, no, 9)[0] for no in records} == {()}
    monkeypatch.setenv("DESK_PASSWORD", BESSE)
    for record in records:
        for form in ((), ("--json",)):
            said.append(run(capsys, "attach", "list", "--record", str(record), *at, *form))
    said += [run(capsys, "attach", "save", str(no), "--out", str(out), *at) for no, own in every if not own]
    said += [run(capsys, "attach", "delete", str(no), *at) for no, own in every if not own]
    assert list(out.iterdir()) == []
    assert [one for text in said for one in told(text)] == []
    with opening.open_office(office, PASSWORD) as andi:
        assert len(attached(andi)) == len(every)


def look_at_photos(desk: Desk, out: Path) -> str:
    """What is not her own opens by nothing that an operation offers; returns all that is told of it."""
    for no, own in attached(desk):
        if own:
            assert attachments.content(desk, no).startswith(b"\xff\xd8\xff")
            continue
        assert attachments.attachment(desk, no).closed
        for ask in (
            lambda no: attachments.content(desk, no),
            lambda no: attachments.picture(desk, no, 64),
            lambda no: attachments.suggested_name(desk, no),
            lambda no: attachments.save_as(desk, no, out),
            lambda no: attachments.set_caption(desk, no, "x"),
            lambda no: attachments.delete(desk, no),
        ):
            with pytest.raises(errors.NotPermitted):
                ask(no)
    others = [no for no, own in attached(desk) if not own]
    assert others
    return repr([(attachments.attachment(desk, no), history.history(desk, no)) for no in others])


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
        opened = count_writing_keys.opened_keys(besse)
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
    # The photos, with the key under which the office keeps them: hers alone is opened by a key of hers.
    require_sealed(office, data_key, opened)
    # What lies in folders: package, backup, key file.
    for path in [one for folder in (office, stick) for one in folder.rglob("*") if one.is_file()]:
        content = path.read_bytes()
        assert not any(cbor2.dumps(value) in content for value in HIDDEN), path
        assert told(content.decode("latin-1")) == [], path


def require_sealed(office: Path, data_key: bytes, opened: Mapping[bytes, count_boxes.WritingKey]) -> None:
    """Of the contents kept with the photos, and in the copies of them, none but her own can be seen."""
    with opening.open_office(office, PASSWORD) as andi:
        shown = {no: (attachments.content(andi, no), own) for no, own in attached(andi)}
    folders = [path for path in office.rglob(attachments_kept.FOLDER) if path.is_dir()]
    assert len(folders) == 2  # of the office and of its backup
    for folder in folders:
        # As `Kept` closes them, without its asking for the digest by which a content is named.
        box = nacl.secret.SecretBox(hashlib.blake2b(key=data_key, person=b"desk photo key", digest_size=32).digest())
        contents = [bytes(box.decrypt(path.read_bytes())) for path in folder.iterdir()]
        assert len(contents) == len(shown)
        for content in contents:
            assert content[:1] == b"\x01"
            for begin in (b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n", b"%PDF-", b"%%EOF"):
                assert begin not in content
        for photo, _own in shown.values():
            middle = photo[len(photo) // 2 :][:24]
            assert not any(middle in content for content in contents)
        hers = [content for content in contents if count_boxes.writing_name(content) in opened]
        assert len(hers) == [own for _photo, own in shown.values()].count(True) == 1


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
