# SPDX-License-Identifier: Apache-2.0
"""Lines of posko chats say what they say: numbers of TPS, matters, recaps, NIHIL, trouble, and what is over."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import chat_words, issues
from desk_app.domain.chat_words import Trouble


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("TPS 005 buka 07.10", {"numbers": (5,), "matter": "har.buka", "done": True, "hour": "07.10"}),
        ("tps 12 sdh dibuka jam 7", {"numbers": (12,), "matter": "har.buka", "hour": "07.00"}),
        ("Belawa 12 tps blm buka", {"count": 12, "total": None, "matter": "har.buka", "done": False}),
        ("Tempe 170/178 buka 07.30 camat", {"count": 170, "total": 178, "hour": "07.30", "source": "camat"}),
        ("170 dari 178 TPS buka", {"count": 170, "total": 178, "numbers": ()}),
        ("semua TPS di kec tempe sudah buka", {"every": True, "matter": "har.buka", "done": True}),
        ("TPS 1,2,3 dan 5 Maddukkelleng buka", {"numbers": (1, 2, 3, 5)}),
        ("tps 1-4 sudah buka", {"numbers": (1, 2, 3, 4)}),
        ("tps 7 s/d 9 tutup", {"numbers": (7, 8, 9), "matter": "har.tutup"}),
        ("tps 5 12 pemilih belum terlayani", {"numbers": (5,), "count": None, "matter": ""}),
        ("tps 3, 40 orang antre", {"numbers": (3,)}),
        ("penghitungan suara selesai tps 7", {"matter": "har.selesai", "done": True}),
        ("TPS 3 belum selesai penghitungan", {"matter": "har.selesai", "done": False}),
        ("tps 3 mulai penghitungan", {"matter": "har.hitung", "done": True}),
        ("tps 8 sudah berdiri", {"matter": "tps.berdiri", "numbers": (8,)}),
        ("Tempe 1.200 pemilih jam 10", {"matter": "hh.pemilih", "count": 1200, "hour": "10.00"}),
        ("pemilih 120 tps 5", {"matter": "hh.pemilih", "count": 120, "numbers": (5,)}),
        ("NIHIL", {"nihil": True}),
        ("Situasi aman terkendali, tidak ada kendala", {"nihil": True, "trouble": None}),
        ("tps 3 hujan deras kotak basah", {"trouble": Trouble("LOG", "tinggi"), "matter": ""}),
        ("tps 3 belum buka, hujan", {"matter": "har.buka", "done": False, "trouble": None}),
        ("kotak dibuka di tps 4", {"matter": "", "trouble": Trouble("LOG", "tinggi")}),
        ("tps 7 kpps meninggal", {"trouble": Trouble("PEN", "sangat_mendesak")}),
        ("tps 4 terlambat", {"trouble": Trouble("PEN", "sedang")}),
        ("listrik padam sudah teratasi tps 4", {"trouble": None}),
        ("tidak ada banjir", {"trouble": None}),
        ("hujan reda di belawa", {"trouble": None}),
        ("Siap, terima kasih pak 🙏", {"courtesy": True}),
        ("tps siap", {"courtesy": False}),
        ("DPT 1.146", {"hour": "", "count": None}),
        ("14/2", {"count": None, "total": None}),
        ("170/0 buka", {"count": None}),
    ],
)
def test_a_line(line: str, says: dict[str, Any]) -> None:
    said = chat_words.read(line)
    assert {name: getattr(said, name) for name in says} == says


def test_a_list_that_is_too_long_is_no_list() -> None:
    assert chat_words.read("tps 1-999 buka").numbers == (1, 999)
    assert chat_words.read("tps " + ", ".join(map(str, range(1, 100)))).numbers == ()


def test_every_sign_of_trouble_is_a_category_and_a_severity_of_the_register() -> None:
    lines = ("rusuh", "kpps meninggal", "politik uang", "tidak netral", "banjir", "listrik padam", "selisih", "hoaks")
    for line in lines:
        trouble = chat_words.read(line).trouble
        assert trouble is not None, line
        assert trouble.category in issues.CATEGORIES
        assert trouble.severity in set(issues.Severity)


PIECES = st.sampled_from(
    ["tps 5", " 170/178", " buka", " blm ", "07.10", ",", " dan ", "-", "٣", "²", "%", "nihil", " s/d "]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8))).map("".join))
def test_any_text_is_read(text: str) -> None:
    said = chat_words.read(text)
    assert all(0 < number < 1000 for number in said.numbers)
    assert said.count is None or said.total is None or said.count <= said.total
