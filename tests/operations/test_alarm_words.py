# SPDX-License-Identifier: Apache-2.0
"""Alarms in words, and put away."""

from pathlib import Path

from desk_app.data import alarms
from desk_app.data.aside import Reason
from desk_app.operations import alarm_words, todo
from desk_app.operations.desk import Desk
from tests import two_offices

KINDS = ["restored", "lost_journal", "two_roots", "apart_scope", "apart_revoked", "differs", "newer_kind"]
KINDS += [f"aside_{reason}" for reason in Reason]


def raise_(desk: Desk, kind: str, office: str = "Desk Belawa", **told: str) -> None:
    with desk.store.writing() as connection:
        alarms.add(connection, desk.now(), kind, office, told)


def test_every_kind_is_a_sentence_without_words_of_the_trade(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        for kind in KINDS:
            office = "73.13.06" if kind == "two_roots" else "Desk Belawa"
            raise_(two.kabupaten, kind, office, sender="Desk Tempe", place="73.13.06")
        told = {one.no: one.words for one in alarm_words.standing(two.kabupaten)}
    assert len(told) == len(KINDS)
    for words in told.values():
        assert words[0].isupper()
        assert words.endswith(".")
        assert not any(term in words for term in ("{", "replika", "hash", "sidik", "sertifikat", "stream", "73.13.06"))
    assert any("Desk Pemilu Kecamatan Tempe yang saling bertentangan" in words for words in told.values())
    fork = "untuk Kecamatan Tempe tidak dimasukkan: Satu nomor dipakai dua kali"
    assert any(fork in words for words in told.values())


def test_what_was_read_goes_and_is_no_longer_a_thing_to_do(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        desk = two.kabupaten
        assert alarm_words.standing(desk) == []
        raise_(desk, "differs")
        raise_(desk, "restored")
        [line] = [one for one in todo.todo(desk) if one.kind is todo.TodoKind.ALARM]
        assert line.words == "2 peringatan pada Kirim & Terima perlu dibaca"
        heard: list[frozenset[str]] = []
        desk.news.listen(lambda news: heard.append(news.flags))
        newest, oldest = alarm_words.standing(desk)
        assert "backup atau salinan" in newest.words
        alarm_words.put_away(desk, newest.no)
        assert alarm_words.standing(desk) == [oldest]
        assert heard == [frozenset({"exchange"})]
        alarm_words.put_away(desk, oldest.no)
        assert alarm_words.count(desk) == 0
        assert not any(one.kind is todo.TodoKind.ALARM for one in todo.todo(desk))
