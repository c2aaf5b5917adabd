# SPDX-License-Identifier: Apache-2.0
"""Every target leads to a page, every page has its icon, its class and its chapter."""

import importlib
import os
import subprocess
import sys

from desk_app.operations import targets
from ui import icons
from ui.start import handbook, page_list
from ui.widgets import page


def test_every_target_leads_to_a_page() -> None:
    keys = {key for key, *_rest in page_list.PAGES}
    assert {page_list.ALIASES.get(one.value, one.value) for one in targets.Page} == keys


def test_every_page_is_there() -> None:
    for key, _title, icon, where in page_list.PAGES:
        module, _colon, name = where.partition(":")
        made = getattr(importlib.import_module(module), name)
        assert issubclass(made, page.Page)
        assert icon in icons.GLYPHS
        assert key in handbook.CHAPTERS
        assert not made.help_topic or made.help_topic in handbook.CHAPTERS, where


def test_pages_are_imported_ahead() -> None:
    code = (
        "import sys; from PySide6 import QtCore; from ui import runner; from ui.start import page_list\n"
        "app = QtCore.QCoreApplication([]); lanes = runner.Runner()\n"
        "names = {where.partition(':')[0] for *_rest, where in page_list.PAGES}\n"
        "before = names & sys.modules.keys()\n"
        "page_list.import_ahead(lanes); lanes.wait_idle(); import gc\n"
        "print(len(before), names <= sys.modules.keys(), gc.get_freeze_count() > 10_000)\n"
        "sys.stdout.flush(); lanes.close()"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "True", "True"]
