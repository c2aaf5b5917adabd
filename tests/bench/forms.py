# SPDX-License-Identifier: Apache-2.0
"""Blank checklist forms by the thousand beside others that make the same page; and the memory for ten thousand."""

import functools
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from desk_app.base import files
from desk_app.base.progress import finish
from desk_app.reports import checklist_form, document, pdf
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


def write(stack: checklist_form.Forms, target: Path) -> int:
    """The file alone, as the others make it."""
    with target.open("wb") as sink:
        return finish(pdf.write_forms(stack, document.Footer(stack.title, stack.as_of, "ABCD-EFGH-JKLM-NPQR"), sink))


def measure(folder: Path) -> Iterator[Figure]:
    """Pages a second of each by the clock and in processor time, the quickest of them told first."""
    stack = many_forms.stack()
    ours: list[Took] = []
    others: dict[str, list[Took]] = {}
    for each in range(_ROUNDS + 1):
        took = timed(lambda: write(stack, folder / "ours.pdf"))
        if each:  # what is loaded and read once is not counted, of nobody
            ours.append(took)
        for name, (module, work, count) in _RIVALS.items():
            if module != "reportlab" and rivals.get(module) is None:
                continue
            if each > 1 and count < many_forms.STATIONS:
                continue
            forms = list(itertools.islice(many_forms.stack(count).forms(), count if each else 2))
            took = timed(functools.partial(work, forms, folder / f"{module}.pdf"))
            if each:
                others.setdefault(name, []).append(took)
    mine = median(ours)
    theirs = {name: median(every) for name, every in others.items()}
    quickest = max(theirs, key=lambda name: _RIVALS[name][2] / theirs[name].seconds, default="")
    for name in sorted(theirs, key=lambda name: name != quickest):
        count = _RIVALS[name][2]
        aim = f">= {AIM_PAGES:,.0f} and >= 4x the quickest" if name == quickest else ""
        what = f"{many_forms.STATIONS:,} forms of {many_forms.ITEMS} items"
        clock, processor = many_forms.STATIONS / mine.seconds, many_forms.STATIONS / mine.processor
        yield Figure(what, clock, name, count / theirs[name].seconds, "pages/s", aim)
        yield Figure(f"{what}: processor time", processor, name, count / theirs[name].processor, "pages/s")
    saved = median([timed(lambda: make(stack, folder / "saved.pdf")) for _ in range(_ROUNDS)])
    yield Figure("the same with code, flushed to the disk, read back", many_forms.STATIONS / saved.seconds,
                 "the file alone", many_forms.STATIONS / mine.seconds, "pages/s")
    if sys.platform == "linux":
        yield Figure(f"peak memory, {MANY:,} forms", _memory(folder), "aim", AIM_MIB, "MiB", f"<= {AIM_MIB:.0f}")


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
