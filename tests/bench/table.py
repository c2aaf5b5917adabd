# SPDX-License-Identifier: Apache-2.0
"""How a figure stands beside its rival, and how figures are printed."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure, the rival's in the same run, the unit of both, and the aim in words."""

    name: str
    value: float
    rival: str
    rival_value: float
    unit: str
    aim: str = ""

    @property
    def ratio(self) -> float:
        return self.value / self.rival_value if self.rival_value else float("inf")


def show(figures: Iterable[Figure]) -> None:
    """Print figures as a table that `docs/benchmarks.md` takes as it is."""
    print("| what | figure | rival | rival's figure | ratio | aim |\n|---|---|---|---|---|---|")
    for one in figures:
        print(
            f"| {one.name} | {one.value:,.2f} {one.unit} | {one.rival} | {one.rival_value:,.2f} {one.unit} "
            f"| {one.ratio:.2f} | {one.aim} |",
            flush=True,
        )
