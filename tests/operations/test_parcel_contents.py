# SPDX-License-Identifier: Apache-2.0
"""A package in the outbox is counted: kinds, TPS, voters of whole TPS, and the numbers that add up."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import answers, issues, parcel_contents, sending
from desk_app.operations.desk import OUTBOX, Desk
from tests import acquainted, regency_offices, two_offices

FIRST, SECOND, NUMBER = two_offices.FIRST, two_offices.SECOND, two_offices.NUMBER


def counted(desk: Desk, files: list[Path]) -> parcel_contents.Contents:
    return parcel_contents.of_files(desk, [desk.folder / OUTBOX / path.name for path in files])


def test_the_first_package_holds_the_tps_whole(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        first = two.kabupaten.folder / OUTBOX
        [path] = first.glob("*-731306-000001-*")
        found = counted(two.kabupaten, [path])
        own = [values for (village, _), values in regency_offices.STATIONS.items() if village.startswith("73.13.06")]
        assert (found.male, found.female) == (
            sum(int(str(one["dpt_male"])) for one in own),
            sum(int(str(one["dpt_female"])) for one in own),
        )
        assert found.stations == len(own)
        assert ("station", len(own), 0) in found.kinds


def test_what_is_new_what_is_altered_and_what_adds_up(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.carry(two.kabupaten, two.tempe)  # with word of what has come there
        answers.set_answers(two.tempe, [(FIRST, NUMBER, 3, None), (SECOND, NUMBER, 4, None)])
        no = issues.new_issue(two.tempe, "Padam", FIRST[:13])
        sent = finish(sending.send(two.tempe, "73.13", two.stick))
        found = counted(two.tempe, list(sent.files))
        assert found.kinds == (("answer", 2, 0), ("issue", 1, 0))
        assert (found.stations, found.male, found.female, found.numbers) == (2, None, None, 7)
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        answers.set_answer(two.tempe, FIRST, NUMBER, 5)
        answers.set_answer(two.tempe, FIRST, NUMBER, 6)
        issues.edit_issue(two.tempe, no, impact="Gelap")
        found = counted(two.tempe, list(finish(sending.send(two.tempe, "73.13", two.stick)).files))
        assert found.kinds == (("answer", 0, 1), ("issue", 0, 1))
        assert (found.stations, found.numbers) == (1, 6)


def test_of_two_offices_the_value_that_is_shown_counts(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "sulsel", "73") as province:
        acquainted.introduce(province, two.kabupaten)
        answers.set_answer(two.tempe, FIRST, NUMBER, 3)
        two.carry(two.tempe, two.kabupaten)
        answers.set_answer(two.kabupaten, FIRST, NUMBER, 8)  # its stream is the older one, and stands in front
        found = counted(two.kabupaten, list(finish(sending.send(two.kabupaten, "73", two.stick)).files))
        assert ("answer", 1, 0) in found.kinds
        assert found.numbers == 8


def test_a_file_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        path = two.send(two.tempe, two.kabupaten)
        path.write_bytes(path.read_bytes()[:-20])
        with pytest.raises(errors.Damaged):
            parcel_contents.of_files(two.tempe, [path])
