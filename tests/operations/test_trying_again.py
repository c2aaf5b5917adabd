# SPDX-License-Identifier: Apache-2.0
"""What was kept apart, and comes in."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import apart
from desk_app.operations import issue_register, issues, receiving, trust, trying_again, vouching
from tests import two_offices


def test_only_what_is_vouched_for_by_now_comes_in(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        vouching.accept(belawa, trust.roots_of(two.kabupaten), trust.request_of(two.kabupaten.identity))
        trust.hear_of(belawa, *trust.known_to(two.kabupaten, "73.13.07"))
        issues.new_issue(belawa, "Jalan putus", "73.13.07")
        finish(receiving.receive(two.kabupaten, [two.send(belawa, two.kabupaten)]))
        heard: list[frozenset[str]] = []
        two.kabupaten.news.listen(lambda news: heard.append(news.flags))
        assert trying_again.try_again(two.kabupaten) == 0
        assert heard == []
        vouching.accept(two.kabupaten, (), trust.request_of(belawa.identity))
        assert trying_again.try_again(two.kabupaten) == 3
        with two.kabupaten.reading() as connection:
            assert apart.of_offices(connection) == []
        assert [row.title for row in issue_register.issue_rows(two.kabupaten)] == ["Jalan putus"]
        assert {"issue", "exchange"} <= heard[0]
        assert trying_again.try_again(two.kabupaten) == 0
