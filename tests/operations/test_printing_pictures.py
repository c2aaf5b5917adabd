# SPDX-License-Identifier: Apache-2.0
"""Photos of a record on paper: the first ones in their order, and how many are left out."""

from pathlib import Path

from desk_app.operations import attachments, count_entry, issues, printing_pictures
from desk_app.operations.desk import Desk
from tests import counting_people, photographs
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps


def test_the_first_ones_and_how_many_are_left_out(wajo: Desk, tmp_path: Path) -> None:
    no = issues.new_issue(wajo, "Banjir", TEMPE)
    for place in range(3):
        path = tmp_path / f"{place}.jpg"
        path.write_bytes(photographs.jpeg((64, 48), seed=place))
        attachments.add(wajo, no, path)
    shown, left = printing_pictures.of_record(wajo, no, 2)
    assert (len(shown), left) == (2, 1)
    assert all(picture.data for picture in shown)


def test_of_what_is_kept_in_confidence_none(wajo: Desk, tmp_path: Path) -> None:
    no = issues.new_issue(wajo, "Dugaan", TEMPE, confidential=True)
    path = tmp_path / "a.jpg"
    path.write_bytes(photographs.jpeg((64, 48)))
    attachments.add(wajo, no, path)
    assert printing_pictures.of_record(wajo, no, 9) == ((), 0)


def test_of_the_count_none_whoever_prints(wajo: Desk, tmp_path: Path) -> None:
    counting_people.prepare(wajo)
    no = count_entry.save(wajo, tps(TEMPE_VILLAGE, 1), RACE, {"v1": 3}).record
    path = tmp_path / "a.jpg"
    path.write_bytes(photographs.jpeg((64, 48)))
    photo = attachments.add(wajo, no, path)
    assert attachments.content(wajo, photo)
    assert printing_pictures.of_record(wajo, no, 9)[0] == ()
