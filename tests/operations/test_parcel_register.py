# SPDX-License-Identifier: Apache-2.0
"""The register of packages: both directions, codes that fit at both ends, gaps."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.operations import answers, parcel_register, receiving
from tests import two_offices


def test_both_offices_see_the_same_code(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        sent = [one for one in parcel_register.entries(two.tempe) if one.sent]
        received = [one for one in parcel_register.entries(two.kabupaten) if not one.sent]
    assert [one.number for one in sent] == [one.number for one in received] == [1]
    assert sent[0].code == received[0].code
    assert len(sent[0].code) == 19
    assert sent[0].office == "Desk Pemilu Kabupaten Wajo"
    assert received[0].office == "Desk Pemilu Kecamatan Tempe"
    assert received[0].changes > 0
    assert received[0].arrival > 0


def test_the_code_is_told_also_when_the_file_is_gone(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        for path in (two.tempe.folder / "outbox").iterdir():
            path.unlink()
        [sent] = [one for one in parcel_register.entries(two.tempe) if one.sent]
        codes = [one.code for one in parcel_register.entries(two.kabupaten) if not one.sent]
    assert sent.code in codes


def test_a_package_that_never_came_is_a_gap(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        lost = two.send(two.tempe, two.kabupaten)
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.carry(two.tempe, two.kabupaten)
        assert parcel_register.gaps(two.kabupaten) == [
            parcel_register.Gap("Desk Pemilu Kecamatan Tempe", "73.13.06", (2,))
        ]
        finish(receiving.receive(two.kabupaten, [lost]))
        assert parcel_register.gaps(two.kabupaten) == []
