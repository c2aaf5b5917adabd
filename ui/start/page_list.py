# SPDX-License-Identifier: Apache-2.0
"""The pages of the window in their order; each is imported when it is first visited, or ahead while nobody waits."""

import functools
import importlib
from collections.abc import Callable, Mapping

from desk_app.base import garbage
from desk_app.base.text import _
from desk_app.domain.words import N_
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import page

PAGES: tuple[tuple[str, str, str, str], ...] = (
    ("home", N_("Beranda"), "beranda", "ui.pages.home_page:HomePage"),
    ("stations", N_("Data TPS"), "data_tps", "ui.pages.stations_page:StationsPage"),
    ("readiness", N_("Kesiapan TPS"), "kesiapan", "ui.pages.readiness_page:ReadinessPage"),
    ("logistics", N_("Logistik"), "logistik", "ui.pages.logistics_page:LogisticsPage"),
    ("issues", N_("Permasalahan"), "permasalahan", "ui.pages.issues_page:IssuesPage"),
    ("teams", N_("Tim & Penugasan"), "tim", "ui.pages.teams_page:TeamsPage"),
    ("activities", N_("Kegiatan"), "kegiatan", "ui.pages.activities_page:ActivitiesPage"),
    ("counts", N_("Hasil Suara"), "hasil", "ui.pages.counts_page:CountsPage"),
    ("exchange", N_("Kirim & Terima"), "kirim_terima", "ui.pages.exchange_page:ExchangePage"),
    ("reports", N_("Laporan"), "laporan", "ui.pages.reports_page:ReportsPage"),
    ("settings", N_("Pengaturan"), "pengaturan", "ui.pages.settings_page:SettingsPage"),
)
"""Key, words, icon, and the class that is the page."""

ALIASES: Mapping[str, str] = {"checklist": "readiness", "logbook": "issues"}
"""What targets call a part of a page (`operations.targets.Page`)."""


def specs(desk: Desk, lanes: runner.Runner, made: Callable[[page.Page], object]) -> list[page.PageSpec]:
    """The pages of an open office; `made` is told of each when it is made."""
    return [page.PageSpec(key, _(title), icon, factory(where, desk, lanes, made)) for key, title, icon, where in PAGES]


def import_ahead(lanes: runner.Runner) -> None:
    """Import the pages beside the window, one after the other: a first visit then only builds."""
    left = len(PAGES)

    def imported(_module: object) -> None:
        nonlocal left
        left -= 1
        if not left:
            garbage.pass_over()

    for _key, _title, _icon, where in PAGES:
        lanes.read(functools.partial(importlib.import_module, where.partition(":")[0]), imported)


def factory(
    where: str, desk: Desk, lanes: runner.Runner, told: Callable[[page.Page], object]
) -> Callable[[], page.Page]:
    """What makes the page of a class named "module:Class"."""

    def make() -> page.Page:
        module, _colon, name = where.partition(":")
        made = getattr(importlib.import_module(module), name)(desk, lanes)
        if not isinstance(made, page.Page):
            raise TypeError(where)
        told(made)
        return made

    return make
