# SPDX-License-Identifier: Apache-2.0
"""Every widget is drawn: light and dark, wide and at the size of 1366×768 at 150 %; pages fit the small screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.ui import gallery
from ui import runner, theme


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("size", [(1366, 720), (911, 470)])
def test_scenes(
    app: QtWidgets.QApplication, lanes: runner.Runner, tmp_path: Path, scheme: theme.Scheme, size: tuple[int, int]
) -> None:
    theme.apply(app, scheme)
    files = gallery.draw(lanes, tmp_path, f"{scheme}-{size[0]}", QtCore.QSize(*size), lanes.wait_idle)
    assert len(files) == 9
    for path in files:
        image = QtGui.QImage(str(path))
        assert (image.width(), image.height()) == size, f"{path.name}: the page does not fit"
        colours = {image.pixel(x, y) for x in range(0, size[0], 5) for y in range(0, size[1], 5)}
        assert len(colours) > 20, f"{path.name} is nearly empty"
    theme.apply(app, theme.Scheme.LIGHT)


def test_pages_are_small_enough(lanes: runner.Runner) -> None:
    for spec in gallery.specs(lanes):
        made = spec.factory()
        least = made.minimumSizeHint()
        assert least.width() <= 911 - 52, spec.key
        assert least.height() <= 470 - 80, spec.key
        made.deleteLater()


def test_at_one_and_a_half_the_pictures_are_sharp(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.ui.gallery", str(tmp_path), "light", "911", "470"],
        env=os.environ | {"QT_SCALE_FACTOR": "1.5", "DESK_HOME": str(tmp_path / "home")},
        check=True, capture_output=True, timeout=60,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    image = QtGui.QImage(str(tmp_path / "light-911-beranda.png"))
    assert image.width() == pytest.approx(911 * 1.5, abs=1)
