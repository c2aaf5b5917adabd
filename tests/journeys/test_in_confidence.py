# SPDX-License-Identifier: Apache-2.0
"""What is kept in confidence, asked for through every operation there is, by who may not know it (decision 0019).

Every function of `desk_app.operations` that can be called with what an attacker at the keyboard has (record numbers,
places, words) is called, and nothing that it gives back may hold a word of an issue in confidence.
"""

import dataclasses
import inspect
import itertools
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors, records
from desk_app.exchange import package
from desk_app.operations import (
    attachments,
    disagreements,
    duplicates,
    history,
    import_undo,
    intake_lines,
    issue_deeds,
    issue_detail,
    issue_identities,
    issue_links,
    issue_places,
    issue_register,
    issue_text,
    issues,
    papers,
    parcel_register,
    printing,
    receiving,
    register_export,
    register_sheets,
    revotes,
    sending,
    tasks,
    undone_words,
    values,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests import every_operation, photographs, two_offices
from tests.operators import at_the_keyboard
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps

STATION, SECOND = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
NAMES = ("Namasaksi", "Nomorsaksi", "Namaterlapor", "Catatansaksi")
WORDS = (
    "Amplopbiru", "Amplopmerah", "Uraiangelap", "Dampakgelap", "Sarangelap", "Lanjutangelap", "Unsurgelap",
    "Fotogelap", "Keterangangelap", "Gabunggelap", "Lanjutangabung",
)  # fmt: skip
NUMBERED = ("no", "record", "issue", "activity", "activity_no", "owner", "member", "team", "keep", "shipment")
SAID = {
    "subject": [STATION], "place": [STATION, TEMPE], "area": ["", TEMPE], "district": [TEMPE], "regency": ["73.13"],
    "typed": [*WORDS, *NAMES], "text": ["", *WORDS, *NAMES], "kind": list(records.NAMES), "to": ["73.13"],
    "page": ["issues"], "key": ["issues"],
}  # fmt: skip
_UNTRIED = ("accounts", "backups", "entrance", "locking", "offices", "opening", "recovery", "transact")
_HUNG = ("issue", "follow_up", "issue_place", "issue_link", "issue_identity", "attachment", "task", "revote")
_MOST_CALLS = 60


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        tell_secrets(made, tmp_path)
        yield made


def tell_secrets(two: two_offices.Two, folder: Path) -> None:
    """Issues in confidence at the kecamatan with all that can hang on them, carried, and disagreed about."""
    tempe, kabupaten = two.tempe, two.kabupaten
    told = {"category": "UNG", "confidential": True, "description": "Uraiangelap", "impact": "Dampakgelap"}
    secret = issues.new_issue(tempe, "Amplopbiru dibagi", STATION, reporter="Unsurgelap", **told)
    issues.new_issue(tempe, "Amplopbiru dibagi", STATION, **told)  # looks like the first
    merged = issues.new_issue(tempe, "Gabunggelap dibagi", STATION, **told)
    plain = issues.new_issue(tempe, "Terang", STATION, category="UNG")
    issue_deeds.follow_up(tempe, merged, "Lanjutangabung")
    duplicates.merge(tempe, plain, [merged])
    issue_identities.write(
        tempe, secret, reporter="Namasaksi", contact="Nomorsaksi", accused="Namaterlapor", note="Catatansaksi"
    )
    issue_deeds.give_advice(tempe, secret, "Sarangelap")
    spoken = issue_deeds.follow_up(tempe, secret, "Lanjutangelap")
    issue_links.link(tempe, secret, plain)
    issue_places.add(tempe, secret, [SECOND])
    photo = folder / "Fotogelap.jpg"
    photo.write_bytes(photographs.jpeg((32, 24)))
    for owner in (secret, spoken, merged):
        attachments.add(tempe, owner, photo, "Keterangangelap")
    tasks.new_task(tempe, "Tugas", source_kind="issue", source=secret)
    revotes.note(tempe, [STATION], revotes.Kind.REPEATED, issue=secret)
    two.carry(tempe, kabupaten)
    there = min(row.no for row in issue_register.issue_rows(kabupaten) if row.confidential)
    issues.edit_issue(kabupaten, there, title="Amplopmerah dibagi")
    issues.edit_issue(tempe, secret, title="Amplopbiru disebar")
    two.carry(tempe, kabupaten)
    two.carry(kabupaten, tempe)


def test_an_operator_finds_no_word_of_it_at_either_office(two: two_offices.Two, tmp_path: Path) -> None:
    for desk in (two.tempe, two.kabupaten):
        assert disagreements.count(desk) == 1
        with at_the_keyboard(desk, Role.OPERATOR):
            assert found_in(desk, tmp_path, (*WORDS, *NAMES)) == {}


def test_no_name_leaves_the_office_that_wrote_it(two: two_offices.Two, tmp_path: Path) -> None:
    assert found_in(two.kabupaten, tmp_path, NAMES) == {}
    for to in (two.kabupaten, two.tempe):
        source = two.tempe if to is two.kabupaten else two.kabupaten
        for path in finish(sending.send(source, to.identity.place, two.stick)).files:
            carried = package.unseal(package.read(path), secrets=[to.identity.box])
            assert not [name for name in NAMES if name in everything_of(carried)]
    assert set(found_in(two.tempe, tmp_path, NAMES)) == {"issue_identities.identity", "history.history"}


def test_a_package_is_looked_at_taken_and_taken_back_without_a_word_of_it(two: two_offices.Two) -> None:
    """Whoever puts the stick in need not be one who may read."""
    secret = min(row.no for row in issue_register.issue_rows(two.tempe) if row.confidential)
    spoken = issue_deeds.follow_up(two.tempe, secret, "Lanjutangelap lagi")
    attachments.add(two.tempe, spoken, two.stick.parent / "Fotogelap.jpg", "Keterangangelap")
    issues.edit_issue(two.tempe, secret, impact="Dampakgelap sekali")
    path, desk = two.send(two.tempe, two.kabupaten), two.kabupaten
    with at_the_keyboard(desk, Role.OPERATOR):
        speaker = values.Speaker(desk)
        seen = receiving.preview(desk, path)
        [taken] = finish(receiving.receive(desk, [path]))
        told = [seen, taken, intake_lines.lines(speaker, seen.lines), parcel_register.entries(desk)]
        undone = import_undo.undo_import(desk, taken.arrival)
        told += [undone, undone_words.left(desk, undone.left), history.next_undo(desk)]
    assert {line.kind for line in seen.lines} == {"issue", "follow_up", "attachment"}
    assert [word for word in (*WORDS, *NAMES) for one in told if word in everything_of(one)] == []


def test_what_was_merged_into_an_open_issue_is_on_no_paper_and_in_no_copy(two: two_offices.Two) -> None:
    """Whoever may read both copies and prints the open one."""
    desk = two.tempe
    plain = next(row.no for row in issue_register.issue_rows(desk) if not row.confidential)
    found = issue_detail.issue(desk, plain)
    assert [(one.veiled, one.text) for one in found.thread] == [(True, "Lanjutangabung")]
    assert [one.veiled for one in found.merged] == [True]
    paper = printing.make(desk, papers.Asked(catalogue.SPECIAL.key, issue=plain))
    listed = issue_register.issue_rows(desk)
    told = [issue_text.whatsapp_text(desk, found), everything_of(paper), listed, tasks.rows(desk)]
    told += [told for name, _said, told in printed_papers(desk) if name == f"paper {catalogue.DAILY.key}"]
    assert len(told) == 5
    assert [word for word in (*WORDS, *NAMES) for one in told if word in str(one)] == []


def test_an_operator_cannot_work_on_it(two: two_offices.Two, tmp_path: Path) -> None:
    desk = two.tempe
    secret = min(row.no for row in issue_register.issue_rows(desk) if row.confidential)
    plain = next(row.no for row in issue_register.issue_rows(desk) if not row.confidential)
    alike = max(row.no for row in issue_register.issue_rows(desk) if row.confidential)
    [photo] = [one.no for one in attachments.of_record(desk, secret)]
    [waiting] = disagreements.open_ones(desk)
    [place] = [one.no for one in issue_detail.issue(desk, secret).places]
    [link] = [one.no for one in issue_detail.issue(desk, secret).links]
    with at_the_keyboard(desk, Role.OPERATOR):
        for way in (
            lambda: attachments.content(desk, photo),
            lambda: attachments.picture(desk, photo),
            lambda: attachments.save_as(desk, photo, tmp_path / "x.jpg"),
            lambda: attachments.set_caption(desk, photo, "x"),
            lambda: attachments.delete(desk, photo),
            lambda: attachments.add(desk, secret, tmp_path / "Fotogelap.jpg"),
            lambda: duplicates.merge(desk, plain, [secret]),
            lambda: duplicates.merge(desk, secret, [alike]),
            lambda: duplicates.tell_apart(desk, [secret, alike]),
            lambda: duplicates.renumber(desk, secret),
            lambda: disagreements.decide(desk, waiting.record, waiting.kind, waiting.field, "Terang"),
            lambda: issue_places.remove_all(desk, [place]),
            lambda: issue_links.unlink(desk, link),
            lambda: history.history(desk, secret),
        ):
            with pytest.raises(errors.NotPermitted):
                way()
        [veiled] = disagreements.open_ones(desk)
        assert (veiled.veiled, veiled.shown, [side.value for side in veiled.sides]) == (True, None, [None, None])
        assert disagreements.choices_of([veiled], veiled.sides[0].office) == []
    assert [one.no for one in attachments.of_record(desk, secret)] == [photo]
    disagreements.decide_many(desk, [disagreements.choice(waiting, waiting.sides[0])])
    assert disagreements.count(desk) == 0


def found_in(desk: Desk, folder: Path, sought: tuple[str, ...]) -> dict[str, set[str]]:
    """Which function told which of the words, of all that could be called without writing."""
    found: dict[str, set[str]] = {}
    called = 0
    for name, said, told in itertools.chain(read(desk, folder), printed_papers(desk), workbooks(desk, folder)):
        called += 1
        words = {word for word in sought if word in told and word not in said}
        if words:
            found.setdefault(name, set()).update(words)
    assert called > 400
    return found


class Written(Exception):
    """Something would have been written."""


def read(desk: Desk, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Every operation with every argument that can be thought of: its name, what was said, what came back."""
    with desk.reading() as connection:
        numbers = [
            no
            for kind in _HUNG
            for no in connection.exec_driver_sql(f"SELECT no FROM {kind}").scalars()
        ]

    def refuse(work: Callable[[], Any]) -> NoReturn:
        raise Written

    written, desk.on_writer = desk.on_writer, refuse  # type: ignore[method-assign, assignment]
    try:
        for name, verb in every_operation.operations(_UNTRIED):
            for arguments in itertools.islice(argued(verb, numbers, folder), _MOST_CALLS):
                try:
                    told = everything_of(verb(desk, **arguments))
                except Written:
                    break
                except Exception:  # noqa: BLE001 - what cannot be called so tells nothing
                    continue
                yield name, str(list(arguments.values())), told
    finally:
        desk.on_writer = written  # type: ignore[method-assign]


def argued(verb: Callable[..., Any], numbers: list[int], folder: Path) -> Iterator[dict[str, Any]]:
    """What a verb may be called with; nothing for one that wants what cannot be thought of."""
    named, tried = [], []
    for one in every_operation.parameters(verb):
        if one.kind in (one.VAR_KEYWORD, one.VAR_POSITIONAL):
            continue
        if one.default is not one.empty and one.name not in ("no", "issue", "record", "text"):
            continue
        named.append(one.name)
        tried.append(thought_of(one, numbers, folder))
    for chosen in itertools.product(*tried):
        yield dict(zip(named, chosen, strict=True))


def thought_of(one: inspect.Parameter, numbers: list[int], folder: Path) -> list[Any]:
    kind = str(one.annotation)
    if one.annotation is int:
        return list(numbers) if one.name in NUMBERED else [0, 1, 100]
    if one.annotation is str:
        return SAID.get(one.name, ["x", ""])
    if any(f"{many}[int]" in kind for many in ("Sequence", "Iterable", "Collection")):
        return [numbers, *([no] for no in numbers)]
    if "Sequence[str]" in kind:
        return [[STATION]]
    if one.annotation is date:
        return [date(2024, 2, 13)]
    return [folder / "saved.bin"] if one.annotation is Path else []


def printed_papers(desk: Desk) -> Iterator[tuple[str, str, str]]:
    for report in catalogue.REPORTS:
        try:
            made = printing.make(desk, papers.Asked(report.key))
        except errors.Refused:
            continue
        yield f"paper {report.key}", "", everything_of(made)


def workbooks(desk: Desk, folder: Path) -> Iterator[tuple[str, str, str]]:
    for key in register_sheets.keys(desk):
        path = folder / "register.xlsx"
        finish(register_export.export(desk, key, path, personal=True))
        with zipfile.ZipFile(path) as book:
            yield f"workbook {key}", "", "".join(book.read(part).decode() for part in book.namelist())


def everything_of(told: Any, held: set[int] | None = None) -> str:
    """All words in a result, however deep."""
    held = set() if held is None else held
    if isinstance(told, str | int | float | bool | type(None)):
        return f" {told} "
    if isinstance(told, bytes):
        return told.decode("utf-8", "ignore")
    if id(told) in held or isinstance(told, Desk):
        return ""
    held.add(id(told))
    if inspect.isgenerator(told):
        return everything_of(finish(told), held)
    if isinstance(told, dict):
        return "".join(everything_of(part, held) for pair in told.items() for part in pair)
    if isinstance(told, list | tuple | set | frozenset):
        return "".join(everything_of(part, held) for part in told)
    if dataclasses.is_dataclass(told):
        return "".join(everything_of(getattr(told, one.name, None), held) for one in dataclasses.fields(told))
    return str(told)
