# SPDX-License-Identifier: Apache-2.0
"""The checklist as shipped: its items by phase, kind of place and race, and what a place needs of each."""

import pytest

from desk_app.domain import checklists, elections, errors, issues
from desk_app.domain.checklists import ItemKind, Template
from desk_app.domain.elections import Event
from desk_app.domain.places import Kind


def opened(template: Template, event: Event, region: str) -> tuple[Template, Event]:
    return checklists.for_event(template, event, region), elections.for_region(event, region)


def test_codes_are_unique_also_when_opened_out(template: Template, pemilu: Event, pilkada: Event) -> None:
    for event in (pemilu, pilkada):
        codes = [item.code for item in checklists.for_event(template, event).items]
        assert len(codes) == len(set(codes))
        assert all(len(code) <= 60 for code in codes)


def test_about_thirty_items_at_h_1(template: Template, pemilu: Event, pilkada: Event) -> None:
    counts = {
        event.code: len(checklists.items_for(checklists.for_event(template, event, "73.13"), -1, Kind.TPS))
        for event in (pemilu, pilkada)
    }
    assert counts == {"pemilu-2024": 30, "pilkada-2024": 24}


def test_every_phase_has_required_items_at_a_tps(template: Template, pemilu: Event) -> None:
    for phase in pemilu.phases:
        assert any(item.required for item in checklists.items_for(template, phase, Kind.TPS))


def test_every_kind_of_place_has_items(template: Template) -> None:
    assert {kind for item in template.items for kind in item.places} == set(Kind)


def test_sections_cover_the_heads_a_desk_asks_for(template: Template) -> None:
    codes = {section.code for section in template.sections}
    assert {"log", "tps", "org", "kam", "lis", "dis", "inf"} <= codes
    assert codes == set(issues.SECTION_CATEGORIES)
    assert all(item.label and item.label_en for item in template.items)
    assert all(item.unit for item in template.items if item.kind is ItemKind.NUMBER)


def test_one_row_for_each_race(template: Template, pemilu: Event, pilkada: Event) -> None:
    wajo, _ = opened(template, pemilu, "73.13")
    boxes = [item for item in checklists.items_for(wajo, -1, Kind.TPS) if item.code.startswith("log.kotak")]
    assert [item.code for item in boxes] == [
        f"log.kotak.{race}" for race in ("ppwp", "dpr", "dpd", "dprd_prov", "dprd_kab")
    ]
    assert boxes[0].label == "Kotak suara PPWP"
    assert boxes[0].race == "ppwp"
    jakarta, _ = opened(template, pemilu, "31.71")
    assert sum(item.code.startswith("log.kotak") for item in jakarta.items) == 4
    pagar_alam, _ = opened(template, pilkada, "16.72")
    assert checklists.item(pagar_alam, "log.suara.bupati").label == "Surat suara Pilwali"


def test_quantities(template: Template, pemilu: Event, pilkada: Event) -> None:
    def needed(event: Event, code: str, dpt: int | None = 287) -> int | None:
        whole, local = opened(template, event, "73.13")
        return checklists.required_quantity(checklists.item(whole, code), local, dpt)

    assert needed(pemilu, "log.suara.ppwp") == 293
    assert needed(pilkada, "log.suara.gubernur") == 295
    assert needed(pemilu, "log.suara.ppwp", None) is None
    assert needed(pemilu, "log.kotak.dpr") == 1
    assert needed(pemilu, "log.tinta") == 2
    assert needed(pemilu, "log.bilik") == 4
    assert needed(pemilu, "log.tunanetra") == 2
    assert needed(pilkada, "log.tunanetra") == 2
    assert needed(pemilu, "log.segel") is None
    assert needed(pemilu, "log.ties") is None
    assert needed(pemilu, "log.hujan") is None
    assert [needed(pemilu, code) for code in ("org.kpps", "org.linmas", "org.ptps")] == [7, 2, 1]


def test_figures_without_a_source_are_marked(template: Template, pemilu: Event, pilkada: Event) -> None:
    def assumed(event: Event, code: str) -> bool:
        quantity = checklists.quantity_of(checklists.item(template, code), event)
        assert quantity is not None
        return quantity.assumed

    assert assumed(pilkada, "log.tinta")
    assert not assumed(pemilu, "log.tinta")
    assert assumed(pemilu, "log.coblos")
    assert not assumed(pemilu, "org.kpps")


def test_an_item_asked_again_is_another_item(template: Template) -> None:
    first, again = checklists.item(template, "org.kpps"), checklists.item(template, "org.kpps@h")
    assert (first.phase, again.phase) == (-1, 0)
    assert first.label == again.label


def test_pages_are_numbered_from_one(template: Template) -> None:
    numbers = [item.no for item in checklists.items_for(template, 0, Kind.TPS)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_looking_up(template: Template) -> None:
    assert checklists.section_of(template, "log").label == "Logistik"
    with pytest.raises(errors.NotFound):
        checklists.item(template, "log.tidakada")


def test_every_unit_is_a_word_of_the_window(template: Template) -> None:
    assert {item.unit for item in template.items if item.unit} == set(checklists.UNITS)
