# SPDX-License-Identifier: Apache-2.0
"""However a telephone writes the heads of messages, each message is found with hour, day and sender."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import chats
from desk_app.domain.chats import Kind, PastedLine

TODAY = date(2024, 2, 14)
CHAT = """[07.10, 14/2/2024] Camat Tempe: TPS 005 Maddukelleng buka
semua lengkap
[07:15:02, 14/2/2024] Lurah: TPS 3 belum buka, hujan
14/02/24 07.20 - Kapolsek: aman
"""


@pytest.mark.parametrize(
    ("head", "hour", "day"),
    [
        ("[13/2 10.20]", "10.20", date(2024, 2, 13)),
        ("[13/02/24 10.15]", "10.15", date(2024, 2, 13)),
        ("[13/02/24 10.15.22]", "10.15", date(2024, 2, 13)),
        ("[13/02/24, 10.15.22]", "10.15", date(2024, 2, 13)),
        ("[10.15, 13/2/2024]", "10.15", date(2024, 2, 13)),
        ("[10:15, 13/2]", "10.15", date(2024, 2, 13)),
        ("[13/02/24, 1:15:22\u202fPM]", "13.15", date(2024, 2, 13)),
        ("[13/02/24 12.05 AM]", "00.05", date(2024, 2, 13)),
        ("[2/13/24, 10:15:22 AM]", "10.15", date(2024, 2, 13)),
        ("\u200e[13/02/24 10.15.22]", "10.15", date(2024, 2, 13)),
        ("[10.15]", "10.15", None),
        ("13/02/24 10.31 -", "10.31", date(2024, 2, 13)),
        ("13/02/2024, 10.31 -", "10.31", date(2024, 2, 13)),
        ("13/02/24, 1:31 PM -", "13.31", date(2024, 2, 13)),
        ("13/2 10.31 –", "10.31", date(2024, 2, 13)),
        ("2024-02-13 10:31 -", "10.31", date(2024, 2, 13)),
        ("[31/12 23.10]", "23.10", date(2023, 12, 31)),
        ("[31/2/2024 07.10]", "07.10", None),
        ("14 Feb 2024 pukul 07.10 -", "07.10", date(2024, 2, 14)),
        ("[14 Februari 2024, 07.10]", "07.10", date(2024, 2, 14)),
        ("[Feb 14, 2024 at 7:10 AM]", "07.10", date(2024, 2, 14)),
        ("[2/14, 7:10 PM]", "19.10", date(2024, 2, 14)),
        ("14.02.24, 07:10 -", "07.10", date(2024, 2, 14)),
    ],
)
def test_a_head(head: str, hour: str, day: date | None) -> None:
    pasted = f"{head} Camat Tempe: TPS 5 buka\nsemua lengkap\n{head} ~\u00a0+62 812-3456-7890: aman"
    assert chats.read(pasted, TODAY) == [
        PastedLine("TPS 5 buka\nsemua lengkap", "Camat Tempe", hour, day),
        PastedLine("aman", "+62 812-3456-7890", hour, day),
    ]


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        (
            CHAT,
            [
                PastedLine("TPS 005 Maddukelleng buka\nsemua lengkap", "Camat Tempe", "07.10", date(2024, 2, 14)),
                PastedLine("TPS 3 belum buka, hujan", "Lurah", "07.15", date(2024, 2, 14)),
                PastedLine("aman", "Kapolsek", "07.20", date(2024, 2, 14)),
            ],
        ),
        (
            "TPS 005 buka 07.10\n\nTPS 006 buka",
            [PastedLine("TPS 005 buka 07.10", "", "07.10"), PastedLine("TPS 006 buka")],
        ),
        ("DPT 1.146, pukul 25.99", [PastedLine("DPT 1.146, pukul 25.99")]),
        ("07.10 - 07.30 antrean panjang", [PastedLine("07.10 - 07.30 antrean panjang", "", "07.10")]),
        ("[penting] TPS 5: hujan", [PastedLine("[penting] TPS 5: hujan")]),
        ("[07.10, 14/2/2024] https://kpu.example", [PastedLine("https://kpu.example", "", "07.10", TODAY)]),
        ("[07.10, 14/2/2024] Camat:\nTPS 5 buka", [PastedLine("TPS 5 buka", "Camat", "07.10", TODAY)]),
        ("", []),
    ],
)
def test_a_pasted_text(pasted: str, read: list[PastedLine]) -> None:
    assert chats.read(pasted, TODAY) == read


def test_one_date_tells_in_which_order_a_chat_writes_them() -> None:
    pasted = "[2/3/24, 9:00 AM] A: satu\n[2/13/24, 9:00 AM] A: dua"
    assert [one.day for one in chats.read(pasted)] == [date(2024, 2, 3), date(2024, 2, 13)]
    assert chats.read("[2/3/24 09.00] A: satu")[0].day == date(2024, 3, 2)
    assert chats.read("[2/3 09.00] A: satu")[0].day is None


@pytest.mark.parametrize(
    ("said", "kind", "text", "forwarded"),
    [
        ("<Media omitted>", Kind.MEDIA, "<Media omitted>", False),
        ("<Media tidak disertakan>", Kind.MEDIA, "<Media tidak disertakan>", False),
        ("\u200eimage omitted", Kind.MEDIA, "image omitted", False),
        ("IMG-20240214-WA0003.jpg (file attached)", Kind.MEDIA, "IMG-20240214-WA0003.jpg (file attached)", False),
        ("IMG-20240214-WA0003.jpg (file terlampir)\nTPS 3 banjir", Kind.TEXT, "TPS 3 banjir", False),
        ("This message was deleted", Kind.DELETED, "This message was deleted", False),
        ("Pesan ini telah dihapus.", Kind.DELETED, "Pesan ini telah dihapus.", False),
        ("Diteruskan\nTPS 3 buka", Kind.TEXT, "TPS 3 buka", True),
        ("Forwarded many times: TPS 3 buka", Kind.TEXT, "TPS 3 buka", True),
        ("Diteruskan ke KPU pukul 07.00", Kind.TEXT, "Diteruskan ke KPU pukul 07.00", False),
        ("TPS 3 buka <This message was edited>", Kind.TEXT, "TPS 3 buka", False),
    ],
)
def test_what_whatsapp_writes_itself(said: str, kind: Kind, text: str, forwarded: bool) -> None:
    [found] = chats.read(f"14/02/24 07.10 - Camat: {said}", TODAY)
    assert (found.kind, found.text, found.forwarded) == (kind, text, forwarded)


def test_what_has_no_sender_is_said_by_whatsapp() -> None:
    pasted = "14/02/24 07.10 - Camat menambahkan Lurah\n14/02/24 07.11 - Camat: kami menambahkan tenda"
    assert [one.kind for one in chats.read(pasted, TODAY)] == [Kind.SYSTEM, Kind.TEXT]


@pytest.mark.parametrize(("sender", "said"), [("+62 812-3456-7890", True), ("0812 3456 789", True), ("Camat 3", False)])
def test_a_number_is_no_name(sender: str, said: bool) -> None:
    assert chats.is_numbered(sender) is said


def test_of_a_number_only_its_end_is_written_down() -> None:
    assert chats.shown_sender("+62 812-3456-7890") == "WA …7890"
    assert chats.shown_sender("Camat 3") == "Camat 3"


PIECES = st.sampled_from(
    ["[07.10, 14/2/2024] Camat: ", "14/02/24 07.10 - ", "TPS 5 buka", "\n", "[", "]", "-", ":", "Diteruskan",
     "٣/٤ ٠٧.١٠", "31/12", "<Media omitted>", "Feb 30", "Mei", "\u202f", "\u2028", "25.99", "/",
     "99999999999999999999", "² 07.10 - A: x"]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12))).map("".join), st.dates() | st.none())
def test_any_text_is_read(pasted: str, today: date | None) -> None:
    for one in chats.read(pasted, today):
        assert one.text.strip()
        assert one.one_line
