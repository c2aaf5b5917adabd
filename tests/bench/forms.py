# SPDX-License-Identifier: Apache-2.0
"""Blank checklist forms by the thousand beside others that make the same page; and the memory for ten thousand."""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from desk_app.base import files
from desk_app.base.progress import finish
from desk_app.reports import checklist_form, pdf
from tests.bench import form_rivals, many_forms, rivals
from tests.bench.table import Figure
from tests.bench.timing import Took, median, timed

ROOT = Path(__file__).resolve().parents[2]
AIM_PAGES, AIM_MIB, MANY = 2_000.0, 200.0, 10_000
_ROUNDS = 5
_SLOW = 150
"""Of those that take seconds for a hundred pages no more are asked for; they would not become quicker."""

_RIVALS: dict[str, tuple[str, Callable[[form_rivals.Forms, Path], None], int]] = {
    "typst": ("typst", form_rivals.typst, many_forms.STATIONS),
    "fpdf2": ("fpdf", form_rivals.fpdf2, many_forms.STATIONS),
    "reportlab platypus": ("reportlab", form_rivals.platypus, _SLOW),
    "WeasyPrint": ("weasyprint", form_rivals.weasyprint, _SLOW),
}

_CHILD = """
import json, re, sys
from pathlib import Path
from tests.bench import forms, many_forms
count = forms.make(many_forms.stack(int(sys.argv[2])), Path(sys.argv[1]))
# Not getrusage: that also tells of the process which began this one.
most = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())
print(json.dumps([count, int(most[1])]))
"""


def make(stack: checklist_form.Forms, target: Path) -> int:
    """A stack as the program makes it, with its code, flushed to the disk and read back; the number of pages."""
    paper = checklist_form.build(stack, stack.title)
    with files.writing(target) as part:
        return finish(pdf.write_forms(stack, paper.footer, part))


def measure(folder: Path) -> Iterator[Figure]:
    """Pages a second of each by the clock and in processor time, the quickest of them told first."""
    stack = many_forms.stack()
    make(many_forms.stack(2), folder / "warm.pdf")
    ours = median([timed(lambda: make(stack, folder / "ours.pdf")) for _ in range(_ROUNDS)])
    others = {name: took for name in _RIVALS if (took := _rival(name, folder)) is not None}
    quickest = max(others, key=lambda name: others[name][0] / others[name][1].processor, default="")
    for name in sorted(others, key=lambda name: name != quickest):
        count, took = others[name]
        aim = f">= {AIM_PAGES:,.0f} and >= 4x the quickest" if name == quickest else ""
        yield Figure(
            f"{many_forms.STATIONS:,} forms of {many_forms.ITEMS} items",
            many_forms.STATIONS / ours.seconds, name, count / took.seconds, "pages/s", aim,
        )
        yield Figure(
            f"{many_forms.STATIONS:,} forms of {many_forms.ITEMS} items: processor time",
            many_forms.STATIONS / ours.processor, name, count / took.processor, "pages/s",
        )
    yield Figure("size of the file of 1,146 forms", (folder / "ours.pdf").stat().st_size / 1e3, "a form alone",
                 (folder / "warm.pdf").stat().st_size / 1e3, "kB")
    if sys.platform == "linux":
        yield Figure(f"peak memory, {MANY:,} forms", _memory(folder), "aim", AIM_MIB, "MiB", f"<= {AIM_MIB:.0f}")


def _rival(name: str, folder: Path) -> tuple[int, Took] | None:
    """How many pages it made, and how long that took; None where it cannot be had."""
    module, work, count = _RIVALS[name]
    if module != "reportlab" and rivals.get(module) is None:
        return None
    forms = list(itertools.islice(many_forms.stack(count).forms(), count))
    target = folder / f"{module}.pdf"
    work(forms[:2], target)
    rounds = _ROUNDS if count > _SLOW and name == "typst" else 1
    return count, median([timed(lambda: work(forms, target)) for _ in range(rounds)])


def _memory(folder: Path) -> float:
    """The most memory that a process took that did nothing else, in MiB."""
    answer = subprocess.run(
        [sys.executable, "-c", _CHILD, str(folder / "many.pdf"), str(MANY)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )
    count, kib = json.loads(answer.stdout)
    if count != MANY:
        raise ValueError(f"{count} pages")
    return float(kib / 1024)
