# SPDX-License-Identifier: Apache-2.0
"""Susunan tim dan pembagian wilayah: the annex of the decree."""

from desk_app.operations import printing_checks, printing_team
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import team_structure


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The structure as it stands; its number is the decree's where none is asked for."""
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    setting = printing_team.Setting(asked.as_of, asked.paper, signer, (asked.number or "").strip())
    gathered = printing_team.gather(desk, setting)
    remarks = printing_checks.of_team(desk, gathered, signer)
    return asking.Made(team_structure.build(gathered), day, gathered.decree.number or "", signer, remarks)
