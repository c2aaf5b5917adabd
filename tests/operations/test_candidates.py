# SPDX-License-Identifier: Apache-2.0
"""Candidates of each race: who stands where, written singly and as a list, received by a kecamatan."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.domain.counts.lines import CandidateKind
from desk_app.operations import attachments, candidates, count_rules, election_settings, history, offices
from desk_app.operations.desk import Desk
from tests import acquainted, photographs, regency_offices, two_offices
from tests.operations import carried_photos
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import KEY_MEMORY, NOW, PASSWORD


def told(desk: Desk, race: str, district: str = "") -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in candidates.of_race(desk, race, district)]


@pytest.fixture
def pilkada(wajo: Desk) -> Desk:
    election_settings.choose(wajo, "pilkada-2024")
    return wajo


def test_nothing_is_known(pilkada: Desk) -> None:
    assert candidates.of_race(pilkada, "bupati") == ()
    assert candidates.all_of(pilkada) == {"gubernur": (), "bupati": ()}
    assert candidates.source(pilkada, "bupati") == ""


def test_pairs_that_are_only_counted(pilkada: Desk) -> None:
    election_settings.set_pairs(pilkada, "bupati", 3)
    assert told(pilkada, "bupati")[2] == ("3", "Pasangan calon nomor 3")
    candidates.put(pilkada, "bupati", "2", "Andi – Budi")
    assert [name for _code, name in told(pilkada, "bupati")] == [
        "Pasangan calon nomor 1", "Andi – Budi", "Pasangan calon nomor 3",
    ]
    election_settings.set_pairs(pilkada, "bupati", 1)
    assert [code for code, _name in told(pilkada, "bupati")] == ["1", "2"], "two pairs have no empty column beside them"
    candidates.remove(pilkada, "bupati", ["2"])
    assert told(pilkada, "bupati") == [("1", "Pasangan calon nomor 1"), ("0", "Kolom kosong")]


def test_one_is_put_altered_and_removed(pilkada: Desk) -> None:
    no = candidates.put(pilkada, "bupati", "01", "  Andi  –  Budi ", short="AB")
    assert candidates.put(pilkada, "bupati", "1", "Andi Baso – Budi") == no, "the number names who it is"
    candidates.edit(pilkada, no, short="BB")
    [one] = candidates.of_race(pilkada, "bupati")
    assert (one.name, one.short, one.kind, one.record) == ("Andi Baso – Budi", "BB", CandidateKind.PAIR, no)
    assert candidates.remove(pilkada, "bupati", ["1"]) == 1
    assert candidates.of_race(pilkada, "bupati") == ()
    history.undo(pilkada)
    assert told(pilkada, "bupati") == [("1", "Andi Baso – Budi")]


def test_the_order_is_that_of_the_numbers(pilkada: Desk) -> None:
    candidates.put_list(pilkada, "bupati", "10 Sepuluh\n2 Dua\n1 Satu")
    assert [code for code, _name in told(pilkada, "bupati")] == ["1", "2", "10"]
    history.undo(pilkada)
    assert told(pilkada, "bupati") == [], "a list is undone as one"


def test_a_single_pair_stands_against_the_empty_column(pilkada: Desk) -> None:
    candidates.put_single(pilkada, "bupati", "Andi – Budi")
    assert told(pilkada, "bupati") == [("1", "Andi – Budi"), ("0", "Kolom kosong")]
    with pytest.raises(errors.Refused, match="tunggal"):
        candidates.put(pilkada, "bupati", "2", "Citra – Dewi")
    codes = [line.code for line in candidates.form_of(pilkada, "bupati", TEMPE) if line.block == "perolehan"]
    assert codes == ["v1", "v0"]
    candidates.put_list(pilkada, "gubernur", "Andi\nBudi")
    with pytest.raises(errors.Refused, match="tunggal"):
        candidates.put_single(pilkada, "gubernur", "Andi")
    assert told(pilkada, "gubernur") == [("1", "Andi"), ("2", "Budi")], "all of it or nothing"


def test_parties_and_their_candidates(wajo: Desk) -> None:
    candidates.put_parties(wajo, "dprd_kab", [("3", "Partai C"), ("1", "Partai A")])
    candidates.put_list(wajo, "dprd_kab", "3.1 Andi\n3.2 Besse", [TEMPE])
    candidates.put_list(wajo, "dprd_kab", "3.1 Citra", [BELAWA])
    assert told(wajo, "dprd_kab", TEMPE) == [
        ("1", "Partai A"), ("3", "Partai C"), ("3.0", "Partai C"), ("3.1", "Andi"), ("3.2", "Besse"),
    ]
    assert told(wajo, "dprd_kab", f"{BELAWA}.1003-001") == [
        ("1", "Partai A"), ("3", "Partai C"), ("3.0", "Partai C"), ("3.1", "Citra"),
    ]
    assert [code for code, _name in told(wajo, "dprd_kab")] == ["1", "3", "3.0", "3.2"], "3.1 are two persons"
    assert len(candidates.all_of(wajo)["dprd_kab"]) == 5
    candidates.put_parties(wajo, "dprd_kab", [("3", "Partai Cinta")])
    assert told(wajo, "dprd_kab", TEMPE)[1] == ("3", "Partai Cinta")
    assert candidates.remove(wajo, "dprd_kab", ["3"]) == 4, "a party goes with its candidates"
    assert told(wajo, "dprd_kab") == [("1", "Partai A")]


def test_what_is_refused(wajo: Desk) -> None:
    for arguments, why in (
        (("ppwp", "1", " "), "Isi nama"),
        (("ppwp", "satu", "Andi"), "nomor urut"),
        (("ppwp", "1.1", "Andi"), "bertitik"),
        (("dprd_kab", "4.1", "Andi"), "partai nomor 4"),
        (("bupati", "1", "Andi"), "bupati"),
        (("ppwp", "1", "Andi", CandidateKind.PARTY), "Pasangan calon"),
        (("ppwp", "1", "Andi", None, [TEMPE]), "seluruh wilayah"),
        (("dprd_kab", "4", "Partai", None, ["73.14.01"]), "luar wilayah"),
        (("dprd_kab", "4", "Partai", None, [f"{TEMPE}.1003"]), "bukan kecamatan"),
        (("ppwp", "1", "A" * 241), "240"),
    ):
        with pytest.raises(errors.Refused, match=why):
            candidates.put(wajo, *arguments)  # type: ignore[arg-type]
    with pytest.raises(errors.Refused, match="calon nomor 7"):
        candidates.remove(wajo, "ppwp", ["7"])
    with pytest.raises(ValueError, match="candidate"):
        candidates.edit(wajo, 1, code="3")
    assert not any(candidates.all_of(wajo).values())


def test_another_number_with_the_photo(pilkada: Desk, tmp_path: Path) -> None:
    candidates.put_list(pilkada, "bupati", "1 Andi\n2 Budi")
    one, two = (kept.record or 0 for kept in candidates.of_race(pilkada, "bupati"))
    photo = tmp_path / "andi.jpg"
    photo.write_bytes(photographs.jpeg())
    attachments.add(pilkada, one, photo)
    with pytest.raises(errors.Refused, match="Budi"):
        candidates.renumber(pilkada, one, "2")
    candidates.renumber(pilkada, two, "3")
    candidates.renumber(pilkada, one, "2")
    assert told(pilkada, "bupati") == [("2", "Andi"), ("3", "Budi")]
    moved = candidates.of_race(pilkada, "bupati")[0].record or 0
    assert [held.name for held in attachments.of_record(pilkada, moved)] == ["andi.jpg"]
    candidates.remove(pilkada, "bupati", ["2"])
    again = candidates.put(pilkada, "bupati", "2", "Citra")
    assert attachments.of_record(pilkada, again) == (), "who comes after has no photo of another one"


def test_a_kecamatan_receives_them(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        candidates.put_list(two.kabupaten, "ppwp", "Andi\nBudi")
        assert candidates.of_race(two.tempe, "ppwp", TEMPE) == ()
        two.carry(two.kabupaten, two.tempe)
        assert told(two.tempe, "ppwp", TEMPE) == [("1", "Andi"), ("2", "Budi")]
        assert candidates.source(two.tempe, "ppwp") == "73.13"
        photo = tmp_path / "andi.jpg"
        photo.write_bytes(photographs.jpeg())
        attachments.add(two.kabupaten, candidates.of_race(two.kabupaten, "ppwp")[0].record or 0, photo)
        carried_photos.sent(two.kabupaten, TEMPE, tmp_path / "photos")
        carried_photos.take(two.tempe, [tmp_path / "photos"])
        [held] = attachments.of_record(two.tempe, candidates.of_race(two.tempe, "ppwp")[0].record or 0)
        assert (held.name, held.here) == ("andi.jpg", True)
        with pytest.raises(errors.NotPermitted):
            candidates.put(two.tempe, "ppwp", "3", "Citra")
        assert not candidates.may_edit(two.tempe)
        count_rules.edit(two.kabupaten, brief=True)
        two.carry(two.kabupaten, two.tempe)
        forms = [candidates.form_of(desk, "ppwp", TEMPE) for desk in (two.kabupaten, two.tempe)]
        assert forms[0] == forms[1]
        assert all(line.sex in (None, "j") for line in forms[1])


def test_the_list_of_the_province(tmp_path: Path) -> None:
    asked = offices.NewOffice("73", "pilkada-2024", "Andi", PASSWORD)
    sulsel = offices.create_office(tmp_path / "sulsel", asked, now=lambda: NOW, key_memory=KEY_MEMORY).desk
    with sulsel, regency_offices.make(tmp_path / "wajo") as wajo:
        election_settings.choose(wajo, "pilkada-2024")
        acquainted.introduce(sulsel, wajo)
        candidates.put_list(sulsel, "gubernur", "Andi\nBudi")
        two_offices.Two(sulsel, wajo, tmp_path).carry(sulsel, wajo)
        assert told(wajo, "gubernur", TEMPE) == [("1", "Andi"), ("2", "Budi")]
        assert candidates.source(wajo, "gubernur") == "73"
        candidates.put(wajo, "gubernur", "2", "Budi Karya")
        assert told(wajo, "gubernur") == [("1", "Andi"), ("2", "Budi Karya")]
        assert candidates.source(wajo, "gubernur") == "73.13"
        assert told(sulsel, "gubernur") == [("1", "Andi"), ("2", "Budi")]
        candidates.put_single(wajo, "bupati", "Citra")
        two_offices.Two(wajo, sulsel, tmp_path).carry(wajo, sulsel)
        assert told(sulsel, "bupati") == []
        assert told(sulsel, "bupati", TEMPE) == [("1", "Citra"), ("0", "Kolom kosong")]
