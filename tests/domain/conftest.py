# SPDX-License-Identifier: Apache-2.0
"""The shipped data, read once: events, checklist template, regions."""

from pathlib import Path

import pytest

from desk_app.domain import checklists, elections, regions

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def pemilu() -> elections.Event:
    return elections.parse((RESOURCES / "elections" / "pemilu-2024.toml").read_bytes())


@pytest.fixture(scope="session")
def pilkada() -> elections.Event:
    return elections.parse((RESOURCES / "elections" / "pilkada-2024.toml").read_bytes())


@pytest.fixture(scope="session")
def template() -> checklists.Template:
    return checklists.parse((RESOURCES / "checklists" / "kesiapan.toml").read_bytes())


@pytest.fixture(scope="session")
def shipped() -> bytes:
    return (RESOURCES / "checklists" / "kesiapan.toml").read_bytes()


@pytest.fixture(scope="session")
def packed() -> bytes:
    return (RESOURCES / "regions" / "regions.bin").read_bytes()


@pytest.fixture(scope="session")
def index(packed: bytes) -> regions.Index:
    return regions.read_index(packed)
