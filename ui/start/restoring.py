# SPDX-License-Identifier: Apache-2.0
"""A backup takes the place of an office, and the office is opened again: the work, and what is said afterwards."""

from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui

from desk_app.base.progress import Steps
from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import backups, days, desk, opening, recovery
from ui import errors
from ui.widgets import notice


@dataclass(frozen=True, slots=True)
class Asked:
    """`office` and `backup`: folders; `before`: the office as it is open now, which is closed; None if it cannot be."""

    office: Path
    backup: Path
    name: str
    password: str
    before: desk.Desk | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The office, open again; where the data of before lie; why they have no backup of their own, if they have none."""

    desk: desk.Desk
    backup: Path
    kept: Path | None
    trouble: known.Refused | None


def steps(asked: Asked) -> Steps[Done]:
    """Make a backup of what is there, close it, bring the other one back, and open it. Raises Refused."""
    trouble: known.Refused | None = None
    if asked.before is not None:
        number = int(asked.backup.name) if asked.backup.name.isdigit() else 0
        try:
            yield from backups.backup_if_due(asked.before, backups.Reason.RESTORE, number)
        except known.Refused as refusal:
            # What is there may be the very trouble; it is put aside whole in any case.
            trouble = refusal
        finally:
            asked.before.close()
    restored = yield from recovery.restore(asked.backup, asked.office, asked.password, name=asked.name)
    opened = opening.open_office(asked.office, asked.password, name=asked.name)
    return Done(opened, asked.backup, restored.kept, trouble)


def words(done: Done) -> notice.Notice:
    """What the window says when it opens: which backup stands here now, and where the data of before are."""
    at = days.local(done.desk, int(backups.read_sheet(done.backup)["at"]))
    said = [
        _("Backup no. {number} ({day} pukul {hour}) sudah dipulihkan.").format(
            number=int(done.backup.name), day=f"{at:%d-%m-%Y}", hour=f"{at:%H.%M}"
        )
    ]
    kept = done.kept
    if kept is not None:
        said.append(_("Data sebelumnya tidak dihapus: disimpan tersendiri di dalam folder kantor."))
    if done.trouble is not None:
        said.append(
            _("Backup dari data sebelumnya tidak dapat dibuat: {why}").format(why=errors.words(done.trouble))
        )
    return notice.Notice(
        " ".join(said),
        notice.Tone.DONE if done.trouble is None else notice.Tone.WARNING,
        _("Buka foldernya") if kept is not None else "",
        (lambda: QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(kept)))) if kept is not None else None,
        stays=True,
    )
