# SPDX-License-Identifier: Apache-2.0
"""Lanes keep their order, results come on the window's thread, stale and orphaned ones do not come."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.base.progress import Progress
from ui import runner


def test_writes_happen_in_order_on_one_thread(lanes: runner.Runner) -> None:
    threads: set[int] = set()
    order: list[int] = []
    delivered: list[int] = []

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        time.sleep(0.002 if number % 2 else 0)
        order.append(number)
        return number

    for number in range(20):
        lanes.write(lambda number=number: work(number), delivered.append)
    assert lanes.pending == 20
    assert lanes.wait_idle()
    assert order == delivered == list(range(20))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_results_arrive_on_the_windows_thread(lanes: runner.Runner) -> None:
    where: list[int] = []
    lanes.read(lambda: 1, lambda _value: where.append(threading.get_ident()))
    lanes.read(lambda: 1 // 0, failed=lambda _error: where.append(threading.get_ident()))
    assert where == []
    lanes.wait_idle()
    assert where == [threading.get_ident()] * 2


def test_two_reads_at_a_time_and_one_draw(lanes: runner.Runner) -> None:
    def most_at_once(lane: str) -> int:
        now, most = [0], [0]
        lock = threading.Lock()

        def work() -> None:
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            time.sleep(0.01)
            with lock:
                now[0] -= 1

        for _turn in range(6):
            getattr(lanes, lane)(work)
        lanes.wait_idle()
        return most[0]

    assert most_at_once("read") == 2
    assert most_at_once("draw") == 1
    assert most_at_once("write") == 1


def test_only_the_newest_read_of_a_key_is_delivered(lanes: runner.Runner) -> None:
    seen: list[str] = []
    begun: list[str] = []

    def find(text: str) -> str:
        begun.append(text)
        time.sleep(0.01)
        return text

    for text in ("t", "te", "tem", "temp", "tempe"):
        lanes.read(lambda text=text: find(text), seen.append, key="search")
    lanes.read(lambda: "other", seen.append, key="else")
    lanes.wait_idle()
    assert sorted(seen) == ["other", "tempe"]
    assert len(begun) < 5, "what was replaced before it began is not run"


def test_a_failure_without_a_listener_is_trouble(lanes: runner.Runner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.trouble) as told:
        lanes.write(lambda: {}["x"])
    assert isinstance(told.args[0], KeyError)
    lanes.wait_idle()


def test_a_deleted_widget_is_not_called(lanes: runner.Runner) -> None:
    class Owner(QtCore.QObject):
        called = 0

        def take(self, _value: object) -> None:
            Owner.called += 1

    def holding(owner: Owner) -> Callable[[object], None]:
        return lambda value: owner.take(value)

    kept, gone = Owner(), Owner()
    for owner in (kept, gone):
        lanes.read(lambda: time.sleep(0.02), owner.take)
        lanes.read(lambda: time.sleep(0.02), lambda value, owner=owner: owner.take(value))
        lanes.read(lambda: time.sleep(0.02), holding(owner))
    import shiboken6

    shiboken6.delete(gone)
    lanes.wait_idle()
    assert Owner.called == 3


def count(limit: int, pause: float = 0.0) -> Iterator[Progress]:
    for done in range(limit):
        if pause:
            time.sleep(pause)
        yield Progress(done, limit, "menghitung")


def test_long_work_tells_progress_and_returns(lanes: runner.Runner) -> None:
    def steps():  # type: ignore[no-untyped-def]
        yield from count(5, 0.01)
        return "selesai"

    seen: list[int] = []
    results: list[str] = []
    lanes.long(steps, lambda step: seen.append(step.done), results.append)
    lanes.wait_idle()
    assert results == ["selesai"]
    assert seen[0] == 0
    assert seen == sorted(seen)


def test_progress_does_not_flood_the_window(lanes: runner.Runner) -> None:
    seen: list[int] = []
    lanes.long(lambda: count(200_000), lambda step: seen.append(step.done))
    lanes.wait_idle()
    assert 0 < len(seen) < 100


def test_long_work_can_be_cancelled_and_cleans_up(lanes: runner.Runner) -> None:
    ended: list[str] = []

    def steps() -> Iterator[Progress]:
        try:
            yield from count(1_000_000, 0.001)
        finally:
            ended.append("cleaned")

    handle = lanes.long(
        steps,
        lambda step: handle.cancel() if step.done > 2 else None,
        lambda _value: ended.append("done"),
        cancelled=lambda: ended.append("cancelled"),
    )
    assert lanes.wait_idle(5000)
    assert ended == ["cleaned", "cancelled"]


def test_long_work_that_writes_waits_its_turn(lanes: runner.Runner) -> None:
    order: list[str] = []
    lanes.write(lambda: (time.sleep(0.02), order.append("first")))
    lanes.long(lambda: count(1), done=lambda _value: order.append("import"), lane="write")
    lanes.write(lambda: None, lambda _value: order.append("last"))
    lanes.wait_idle()
    assert order == ["first", "import", "last"]


def test_wait_idle_gives_up(lanes: runner.Runner) -> None:
    lanes.read(lambda: time.sleep(0.2))
    assert not lanes.wait_idle(20)
    assert lanes.wait_idle()


def test_it_gives_up_in_time_again_and_again(lanes: runner.Runner) -> None:
    ended = threading.Event()
    QtCore.QTimer.singleShot(15_000, ended.set)  # if it never gave up
    lanes.read(ended.wait)
    assert [lanes.wait_idle(span) for span in range(90, 130, 2)] == [False] * 20
    ended.set()


def test_a_closed_runner_takes_nothing(lanes: runner.Runner) -> None:
    lanes.write(lambda: None)
    lanes.close()
    assert lanes.pending == 0
    with pytest.raises(RuntimeError):
        lanes.write(lambda: None)


def test_wait_idle_inside_a_delivery_does_not_wait_for_itself(lanes: runner.Runner) -> None:
    waited: list[bool] = []
    order: list[str] = []

    def wait(_nothing: None) -> None:
        waited.append(lanes.wait_idle(2000))
        order.append("waited")

    lanes.read(lambda: None, wait)
    lanes.write(lambda: time.sleep(0.05), lambda _none: order.append("written"))
    assert lanes.wait_idle()
    assert waited == [True]
    assert order == ["written", "waited"]


class Other(QtCore.QObject):
    """Who says something that the window hears with its next events."""

    told = QtCore.Signal()


def test_it_waits_for_what_is_asked_together_with_the_last_result(lanes: runner.Runner) -> None:
    """The count is at nought for a moment, and the next event of the same batch asks for more."""
    answers: list[str] = []

    def ask_more() -> None:
        lanes.read(lambda: time.sleep(0.05), lambda _value: answers.append("more"))

    other = Other()
    other.told.connect(ask_more, QtCore.Qt.ConnectionType.QueuedConnection)
    done = threading.Event()
    lanes.read(done.set)
    assert done.wait(5)
    time.sleep(0.05)  # the result stands in the queue of the window now, and this behind it
    other.told.emit()
    assert lanes.wait_idle()
    assert (answers, lanes.pending) == (["more"], 0)


class Held:
    """Says on which thread the last hold on it was dropped."""

    def __init__(self, where: list[int]) -> None:
        self.where = where

    def __del__(self) -> None:
        self.where.append(threading.get_ident())


def test_what_a_job_holds_is_let_go_on_the_windows_thread(lanes: runner.Runner) -> None:
    """A widget that dies on another thread disconnects its signals there, and the window waits for it for ever."""
    where: list[int] = []

    def asked(number: int) -> None:
        held = Held(where)
        match number % 4:
            case 0:
                lanes.read(lambda: held.where and None)
            case 1:
                lanes.write(lambda: held.where[9_999])
            case 2:
                lanes.read(lambda: held.where and None, key="one")
            case _:
                lanes.long(lambda: steps(held))

    def steps(held: Held) -> Iterator[Progress]:
        for no in range(3):
            yield Progress(no, 3, str(len(held.where)))

    lanes.trouble.connect(lambda _error: None)
    for number in range(400):
        asked(number)
    assert lanes.wait_idle()
    assert len(where) == 400
    assert set(where) == {threading.get_ident()}
