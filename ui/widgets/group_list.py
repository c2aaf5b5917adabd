# SPDX-License-Identifier: Apache-2.0
"""The structure of a desk at the left: its head, its sections, its teams in Roman order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6 import QtCore

from desk_app.base.text import _, ngettext
from desk_app.domain import teams as rules
from desk_app.domain.words import N_
from desk_app.operations import teams
from ui.widgets import columns, table_panel

HEAD = ("head", 0)
_SHORT = {"Kecamatan": N_("Kec."), "Kabupaten/Kota": N_("Kab/Kota"), "Provinsi": N_("Prov.")}
"""What stands in the narrow column of the regions of a team."""
_AROUND = 18


@dataclass(frozen=True, slots=True)
class Group:
    """A group of members: `key` is ("head", 0), ("section", no) or ("team", no)."""

    key: tuple[str, int]
    name: str
    leader: str
    districts: int | None
    members: int
    people: str = ""
    """Names and offices of its members: so that the filter finds the group of a person."""


class GroupList(table_panel.TablePanel):
    """The list of groups."""

    def __init__(self) -> None:
        super().__init__(
            [
                columns.Column("name", _("Bagian"), 190, sortable=False, stretches=True, below="leader"),
                columns.Column("leader", _("Ketua"), 110, sortable=False),
                columns.Column("districts", _("Kec."), 46, align="right", sortable=False, hint=_("Kecamatan")),
                columns.Column("members", _("Anggota"), 70, align="right", sortable=False),
                columns.Column("people", _("Nama anggota"), 60, sortable=False),
            ],
            name="groups",
            identity="key",
            unit=lambda count: ngettext("{count} bagian", "{count} bagian", count),
            filter_words=_("Cari bagian atau nama anggota …"),
        )
        self.view.setColumnHidden(len(self.model.columns) - 1, True)

    def set_unit(self, words: str) -> None:
        """Say what the teams of this office are sent to: kecamatan, at a province kabupaten and kota."""
        short = _SHORT.get(words, words)
        place = next(at for at, column in enumerate(self.model.columns) if column.key == "districts")
        if self.model.columns[place].hint != words:
            altered = replace(self.model.columns[place], title=_(short), hint=words)
            told = (*self.model.columns[:place], altered, *self.model.columns[place + 1 :])
            self.view.columns = self.model.columns = told
            self.model.headerDataChanged.emit(QtCore.Qt.Orientation.Horizontal, place, place)
            width = self.view.fontMetrics().horizontalAdvance(short) + _AROUND
            self.view.horizontalHeader().resizeSection(place, max(46, width))


def groups(held: teams.Structure, names: dict[str, str]) -> Sequence[Group]:
    """The rows of the list; `names`: kecamatan by code."""
    made = [Group(HEAD, _("Pimpinan desk"), _leader(held.head), None, len(held.head), _people(held.head))]
    for section in held.sections:
        members = held.of_section(section.no)
        key = ("section", section.no)
        made.append(Group(key, section.name, _leader(members), None, len(members), _people(members)))
    for team in held.teams:
        places = ", ".join(names.get(code, code) for code in team.districts)
        own = team.name if team.number else ""
        name = " · ".join(part for part in (team.label, own, places) if part)
        present, key = team.present, ("team", team.no)
        made.append(Group(key, name, _leader(present), len(team.districts), len(present), _people(present)))
    return made


def group_of(member: teams.Member) -> tuple[str, int]:
    """The key of the group in which a member stands."""
    if member.team:
        return ("team", member.team)
    return ("section", member.section) if member.section else HEAD


def _people(members: Sequence[teams.Member]) -> str:
    return "; ".join(" · ".join(part for part in (one.person, one.office) if part) for one in members)


def _leader(members: Sequence[teams.Member]) -> str:
    leaders = [one for one in members if rules.leads(one.role)]
    return (leaders[0].person or leaders[0].office) if leaders else ""
