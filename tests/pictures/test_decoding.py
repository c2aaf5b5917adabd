# SPDX-License-Identifier: Apache-2.0
"""Pictures of unknown origin: bounds before anything is unpacked, every mode, and whatever bytes come."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desk_app.domain import errors
from desk_app.pictures import decoding
from tests import photographs

SMALL = photographs.jpeg((64, 48))
LINE = photographs.png(photographs.half_red((64, 48)))


@pytest.mark.parametrize(("mode", "made"), [
    ("1", "L"), ("L", "L"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGB"), ("LA", "L"), ("I;16", "L"),
])  # fmt: skip
def test_every_mode_of_a_png(mode: str, made: str) -> None:
    image = Image.new("I;16", (300, 200), 200 * 256) if mode == "I;16" else Image.new("L", (300, 200), 200)
    if mode != "I;16":
        image = image.convert(mode)
    found = decoding.decoded(photographs.png(image), 100, "x.png")
    assert (found.mode, found.size) == (made, (100, 67))
    seen = found.convert("L").getpixel((50, 30))
    assert isinstance(seen, int)
    assert abs(seen - 200) < (60 if mode == "1" else 8)


def test_what_is_transparent_is_white() -> None:
    found = decoding.decoded(photographs.png(Image.new("RGBA", (30, 20), (0, 0, 0, 0))), 100, "x.png")
    assert found.getpixel((5, 5)) == (255, 255, 255)


def test_colours_of_a_press() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (200, 100), (0, 255, 255, 0)).save(out, "JPEG")
    red = decoding.decoded(out.getvalue(), 100, "x.jpg").getpixel((50, 30))
    assert isinstance(red, tuple)
    assert red[0] > 200 > 80 > red[1]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("data", [photographs.jpeg(), photographs.png(photographs.noise())], ids=["jpeg", "png"])
def test_a_picture_that_was_cut(data: bytes, share: float) -> None:
    with pytest.raises(errors.Damaged, match=r"foto\.jpg rusak atau terpotong"):
        decoding.decoded(data[: int(len(data) * share)], 100, "foto.jpg")


@pytest.mark.parametrize("data", [b"", b"MZ\x90\0" * 50, b"<svg onload='x()'/>", b"GIF89a" + bytes(50)])
def test_what_is_no_jpeg_and_no_png(data: bytes) -> None:
    with pytest.raises(errors.Damaged):
        decoding.decoded(data, 100, "foto.jpg")


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    with pytest.raises(errors.Refused, match="terlalu besar"):
        decoding.decoded(photographs.bomb(), 100, "x.png")


BOUNDED = """
import resource
from pathlib import Path
from desk_app.domain import errors
from desk_app.pictures import decoding
data = Path({path!r}).read_bytes()
decoding.decoded(Path({path!r}).with_name("small.png").read_bytes(), 100, "x")
try:
    print(decoding.decoded(data, 2048, "x").size)
except errors.Refused as fault:
    print(fault)
status = Path("/proc/self/status")
told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if status.exists():  # what the system counts holds the parent's memory, too
    told = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
print(told // 1024)
"""


@pytest.mark.parametrize(
    ("width", "height", "refused"), [(40_000, 40_000, True), (9_000, 9_000, True), (6_000, 6_000, False)]
)
def test_memory_is_bounded_whatever_the_size(tmp_path: Path, width: int, height: int, refused: bool) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(photographs.bomb(width, height))
    path.with_name("small.png").write_bytes(LINE)
    answer = subprocess.run(
        [sys.executable, "-c", BOUNDED.format(path=str(path))], capture_output=True, text=True, check=True
    )
    said, peak = answer.stdout.splitlines()
    assert ("terlalu besar" in said) is refused
    assert int(peak) < 256


@given(st.sampled_from([SMALL, LINE, photographs.phone((64, 48))]), st.data())
def test_any_bytes_are_shown_or_refused(data: bytes, drawn: st.DataObject) -> None:
    spoilt = bytearray(data)
    for place in drawn.draw(st.lists(st.integers(0, len(data) - 1), max_size=6)):
        spoilt[place] = drawn.draw(st.integers(0, 255))
    try:
        found = decoding.decoded(bytes(spoilt), 40, "x")
    except errors.Refused:
        found = None
    assert found is None or max(found.size) <= 40
    assert isinstance(decoding.exif_of(bytes(spoilt)), dict)
