# SPDX-License-Identifier: Apache-2.0
"""What a file is by its content, what to do with the others, and names that no system stumbles over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, media
from desk_app.domain.media import Media


@pytest.mark.parametrize(("front", "kind"), [
    (b"\xff\xd8\xff\xe0\0\x10JFIF", Media.JPEG), (b"\x89PNG\r\n\x1a\n\0\0", Media.PNG), (b"%PDF-1.7\n", Media.PDF),
])  # fmt: skip
def test_by_content(front: bytes, kind: Media) -> None:
    assert media.recognise(front, "laporan.exe") is kind


@pytest.mark.parametrize(("front", "words"), [
    (b"\0\0\0\x18ftypheic\0\0", "HEIC"),
    (b"\0\0\0\x18ftypmif1\0\0", "HEIC"),
    (b"\0\0\0\x18ftypisom\0\0", "video"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "simpan sebagai JPEG"),
    (b"GIF89a", "Paint"),
    (b"PK\x03\x04", "sebagai PDF"),
    (b"MZ\x90\0", "bukan foto"),
    (b"<svg xmlns=", "bukan foto"),
    (b"<!DOCTYPE html>", "bukan foto"),
    (b" %PDF-1.7", "bukan foto"),
    (b"", "kosong"),
])  # fmt: skip
def test_what_is_not_taken_and_what_to_do(front: bytes, words: str) -> None:
    with pytest.raises(errors.Refused, match=words) as refused:
        media.recognise(front, "foto.jpg")
    assert "foto.jpg" in str(refused.value)


def test_a_pdf_without_its_end() -> None:
    media.require_whole_pdf(b"%PDF-1.7 ... startxref\n9\n%%EOF\n", "a.pdf")
    with pytest.raises(errors.Damaged, match="terpotong"):
        media.require_whole_pdf(b"%PDF-1.7 ... startx", "a.pdf")


@pytest.mark.parametrize(("name", "kept"), [
    ("C:\\Users\\Andi\\foto gudang.jpg", "foto gudang.jpg"),
    ("../../etc/passwd", "passwd"),
    ("a\nb\0c\u202egpj.exe", "abcgpj.exe"),
    ("e\u0301.jpg", "é.jpg"),
    ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
    ("", ""),
])  # fmt: skip
def test_names_as_they_are_kept(name: str, kept: str) -> None:
    assert media.plain_name(name) == kept


@pytest.mark.parametrize(("name", "saved"), [
    ("IMG_0012.JPG", "IMG_0012.jpg"),
    ("CON.jpg", "_CON.jpg"),
    ("nul.txt", "_nul.jpg"),
    ("com1", "_com1.jpg"),
    ("a:b*c?.jpg", "a_b_c_.jpg"),
    ("titik. . .", "titik.jpg"),
    ("faktur.pdf.exe", "faktur.pdf.jpg"),
    ("\u202egpj.exe", "gpj.jpg"),
    ("...", "lampiran.jpg"),
])  # fmt: skip
def test_names_as_they_are_saved(name: str, saved: str) -> None:
    assert media.file_name(name, Media.JPEG) == saved


@given(st.text(max_size=400), st.sampled_from(Media))
def test_any_name_is_one_part_of_a_path(name: str, kind: Media) -> None:
    saved = media.file_name(name, kind)
    stem = saved.removesuffix(media.ENDINGS[kind])
    assert saved != stem
    assert 0 < len(saved) <= 90
    assert not set(saved) & set('<>:"/\\|?*\0\n')
    assert stem == stem.strip(" .")
    assert media.plain_name(saved) == saved


@pytest.mark.parametrize(("size", "words"), [
    (12, "1 KB"), (640_000, "640 KB"), (2_100_000, "2,1 MB"), (1_200_000_000, "1.200 MB"),
])  # fmt: skip
def test_sizes_in_words(size: int, words: str) -> None:
    assert media.size_words(size) == words
