# SPDX-License-Identifier: Apache-2.0
"""Files are whole or absent, and nothing else is written to on the way."""

from collections.abc import Iterator
from pathlib import Path

from desk_app.base import files


def test_a_link_that_waits_under_the_name_of_a_part_leads_nowhere(tmp_path: Path) -> None:
    """A stick may hold one that points at the office's own files."""
    other = tmp_path / "other"
    other.write_bytes(b"precious")
    (tmp_path / f"x.desk{files.PART}").symlink_to(other)
    (tmp_path / "y.desk").symlink_to(other)
    files.write_whole(tmp_path / "x.desk", b"new")
    files.write_whole(tmp_path / "y.desk", b"new")
    assert other.read_bytes() == b"precious"
    assert [(tmp_path / name).read_bytes() for name in ("x.desk", "y.desk")] == [b"new", b"new"]
    assert not list(tmp_path.glob(f"*{files.PART}"))


def test_what_was_begun_before_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / f"x.desk{files.PART}").write_bytes(b"half of something longer")
    files.write_whole(tmp_path / "x.desk", [b"n", b"ew"])
    assert (tmp_path / "x.desk").read_bytes() == b"new"


def test_written_piece_by_piece_it_has_its_name_only_at_the_end(tmp_path: Path) -> None:
    with files.writing(tmp_path / "x.pdf") as part:
        part.write(b"n")
        assert [path.name for path in tmp_path.iterdir()] == [f"x.pdf{files.PART}"]
        part.write(b"ew")
    assert (tmp_path / "x.pdf").read_bytes() == b"new"
    assert part.digest == files.sha256_of(tmp_path / "x.pdf")


def test_left_off_it_leaves_the_file_before_and_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")

    def writing() -> Iterator[None]:
        with files.writing(tmp_path / "x.pdf") as part:
            part.write(b"half")
            yield
            part.write(b"rest")

    begun = writing()
    next(begun)
    begun.close()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.pdf", b"old")]
