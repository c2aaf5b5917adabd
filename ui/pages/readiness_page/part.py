# SPDX-License-Identifier: Apache-2.0
"""What the tabs of Kesiapan TPS share: the office, the lanes, and what they tell the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore

from desk_app.domain import places
from desk_app.operations import areas, days, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import notice


@dataclass(frozen=True, slots=True)
class Basics:
    """What all tabs stand on: the phases with today's, the level of the office and the regions below it."""

    phases: tuple[int, ...]
    today: int
    level: places.Level
    regions: Sequence[areas.Area]


def basics(desk: Desk) -> Basics:
    """Read what all tabs stand on."""
    level = places.level_of(desk.identity.place)
    if level is places.Level.DISTRICT:
        held = areas.villages(desk, desk.identity.place)
    else:
        held = areas.districts(desk) if level is places.Level.REGENCY else areas.regencies(desk)
    return Basics(days.phases(desk), days.phase(desk), level, held)


class Part(QtCore.QObject):
    """`told(Notice)`: a notice for the foot of the page. `quiet()`: what it says is over. `failed(Exception)`.

    `led(key, target)`: another page is wanted.
    """

    told = QtCore.Signal(object)
    quiet = QtCore.Signal()
    failed = QtCore.Signal(object)
    led = QtCore.Signal(str, object)

    def __init__(self, desk: Desk, lanes: runner.Runner, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.lanes = lanes

    def when(self, moment: int) -> str:
        """A moment by the office's clock, "" for none."""
        return days.local(self.desk, moment).strftime("%d-%m %H.%M") if moment else ""

    def say(self, words: str, tone: notice.Tone = notice.Tone.INFO) -> None:
        """Tell something at the foot of the page."""
        self.told.emit(notice.Notice(words, tone))

    def done(self, words: str) -> None:
        """Good news."""
        self.say(words, notice.Tone.DONE)

    def lead(self, key: str, target: targets.Target) -> None:
        """Go to another page."""
        self.led.emit(key, target)
