# SPDX-License-Identifier: Apache-2.0
"""Stages of an office: the program's, what is written over them, H-n that moves with voting day, and both elections."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.domain.stages import State
from desk_app.operations import election_settings, history, holidays, stages
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices

NOON = datetime(2024, 11, 25, 12, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def november(tmp_path: Path) -> Iterator[Desk]:
    """Wajo on 25 November 2024, at work on the Pilkada."""
    with regency_offices.make(tmp_path / "wajo", now=lambda: int(NOON.timestamp())) as made:
        election_settings.choose(made, "pilkada-2024")
        yield made


def row(desk: Desk, code: str) -> stages.StageRow:
    found = stages.calendar(desk)
    return next(one for one in (*found.rows, *found.dropped) if one.code == code)


def test_the_day_in_the_calendar(november: Desk) -> None:
    found = stages.calendar(november)
    assert (found.today, found.h(found.today)) == (date(2024, 11, 25), "H-2")
    assert [one.code for one in found.running] == ["masa_tenang"]
    assert [(one.stage.code, one.is_end, one.days) for one in found.deadlines[:3]] == [
        ("masa_tenang", True, 1),
        ("pemungutan", False, 2),
        ("rekapitulasi_kecamatan", False, 3),
    ]
    quiet = row(november, "masa_tenang")
    assert (quiet.starts_words, quiet.ends_words, quiet.length, quiet.state) == ("H-3", "H-1", 3, State.RUNNING)
    assert row(november, "kampanye").state is State.OVER


def test_the_offices_own_days_take_the_source_of_the_others_away(november: Desk) -> None:
    assert row(november, "masa_tenang").stage.source
    stages.save(november, "masa_tenang", {"ends": "26-11-2024", "starts": "H-4"})
    quiet = row(november, "masa_tenang").stage
    assert (quiet.starts, quiet.ends, quiet.source, quiet.own) == (date(2024, 11, 23), date(2024, 11, 26), "", True)
    stages.save(november, "masa_tenang", {"source": "Keputusan KPU Wajo"})
    assert row(november, "masa_tenang").stage.source == "Keputusan KPU Wajo"
    history.undo(november)
    history.undo(november)
    assert row(november, "masa_tenang").stage.starts == date(2024, 11, 24)


def test_h_n_moves_with_voting_day_and_a_date_does_not(november: Desk) -> None:
    counted = stages.add(november, "Distribusi logistik ke TPS", "H-3", "H-1", "Surat KPU")
    dated = stages.add(november, "Rakor", "20-11-2024", "20-11-2024")
    assert (counted, dated) == ("7313-01", "7313-02")
    election_settings.edit(november, voting_day=date(2024, 12, 4))
    assert row(november, counted).stage.starts == date(2024, 12, 1)
    assert row(november, counted).starts_words == "H-3"
    assert (row(november, dated).stage.starts, row(november, dated).starts_words) == (date(2024, 11, 20), "H-14")


def test_dates_of_another_voting_day_are_not_said_of_this_one(november: Desk) -> None:
    election_settings.make(november, "pilkada-2024", "Pemungutan suara ulang", date(2025, 4, 16))
    found = {one.code: one.stage for one in stages.calendar(november).rows}
    assert found["pemungutan"].starts == date(2025, 4, 16)
    assert found["kampanye"].starts is None
    assert row(november, "kampanye").state is State.OPEN


def test_what_is_left_out_is_neither_running_nor_next(november: Desk) -> None:
    stages.use(november, "masa_tenang", False)
    found = stages.calendar(november)
    assert found.running == ()
    assert "masa_tenang" not in {one.stage.code for one in found.deadlines}
    assert [one.code for one in found.dropped] == ["masa_tenang"]
    stages.use(november, "masa_tenang", True)
    assert stages.calendar(november).dropped == ()


def test_refusals(november: Desk) -> None:
    with pytest.raises(errors.Refused, match="selesai sebelum mulai"):
        stages.add(november, "Rakor", "H-1", "H-3")
    with pytest.raises(errors.Refused, match="selesai sebelum mulai"):
        stages.save(november, "masa_tenang", {"starts": "27-11-2024"})
    with pytest.raises(errors.Refused, match="nama"):
        stages.add(november, " ", "H-1")
    with pytest.raises(errors.Refused, match="bukan tanggal"):
        stages.add(november, "Rakor", "lusa")
    with pytest.raises(errors.NotFound):
        stages.save(november, "tidak_ada", {"name": "x"})


def test_both_elections_keep_their_own(november: Desk) -> None:
    stages.add(november, "Debat", "H-20", "H-20")
    other = stages.calendar(november, "pemilu-2024")
    assert "Debat" not in [one.stage.name for one in other.rows]
    assert (other.event.voting_day, other.h(other.today)) == (date(2024, 2, 14), "H+285")
    assert {one.state for one in other.rows} == {State.OVER, State.OPEN}


def test_for_whatsapp_with_days_h_n_and_sources(november: Desk) -> None:
    text = stages.whatsapp_text(november)
    assert "25-11-2024 (H-2), hari pemungutan suara 27-11-2024" in text
    assert "- Masa tenang, sampai 26-11-2024 (H-1)" in text
    assert "- 27-11-2024 (H): Pemungutan dan penghitungan suara mulai" in text
    assert "- Kampanye: 25-09-2024 (H-63) s.d. 23-11-2024 (H-4) [inews.id 11-1-2024" in text
    election_settings.choose(november, "pemilu-2024")
    assert "- Kampanye: tanggal belum diisi" in stages.whatsapp_text(november)


def test_the_kecamatan_reads_what_the_kabupaten_wrote(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        code = stages.add(two.kabupaten, "Rakor camat", "H-2", "H-2")
        holidays.save(two.kabupaten, date(2024, 2, 8), "Isra Mikraj")
        two.carry(two.kabupaten, two.tempe)
        assert row(two.tempe, code).stage.starts == date(2024, 2, 12)
        assert date(2024, 2, 8) in holidays.days_off(two.tempe)
        assert not stages.may_edit(two.tempe)
        with pytest.raises(errors.NotPermitted):
            stages.use(two.tempe, code, False)
        with pytest.raises(errors.NotPermitted):
            holidays.save(two.tempe, date(2024, 2, 9), "x")
