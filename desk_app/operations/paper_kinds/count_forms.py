# SPDX-License-Identifier: Apache-2.0
"""Blank sheets for copying C.HASIL: one for each TPS of an area and each race that is copied (or the one asked for)."""

from collections.abc import Iterator

from desk_app.base.text import _
from desk_app.domain import errors, places, stations, words
from desk_app.domain.counts import lines
from desk_app.operations import candidates, count_rules, elections, form_numbers, printing_checks
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, form_stack
from desk_app.operations.targets import Page, Target
from desk_app.reports import count_form
from desk_app.reports import words as paper_words

N_ = words.N_


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The sheets of an area, TPS by TPS, race by race. Raises Refused where there is nothing to copy."""
    stack = form_stack.Stack(desk, asked)
    if not stack.is_of_stations:
        raise errors.Refused(N_("Formulir salinan C.HASIL dicetak untuk TPS. Pilih wilayah atau TPS."))
    kinds = _Kinds(stack, asked.race)
    with desk.reading() as connection:
        rows = stack.stations(connection, form_stack.MOST // len(kinds.races))
        names = stack.names(connection, {row.village for row in rows})
    count = sum(1 for row in rows for race in kinds.races if kinds.of(race, row.village) is not None)
    if not count:
        raise errors.Refused(N_("Daftar calon belum diisi. Isi dahulu di Pengaturan > Hasil suara."))

    def made() -> Iterator[count_form.Form]:
        for row in rows:
            named = names[row.village]
            for race in kinds.races:
                kind = kinds.of(race, row.village)
                if kind is not None:
                    yield count_form.Form(
                        kind,
                        form_numbers.number_of(row.subject),
                        stations.label(row.number),
                        named.village,
                        named.around,
                        row.voters,
                        named.headings,
                    )

    title = f"{count_form.NAME} {stack.where}"
    if asked.race:
        title = f"{count_form.NAME} {kinds.named(asked.race)} {stack.where}"
    sheets = stack.forms(title, count, lambda: iter(()), is_filled=False)
    forms = count_form.Forms(
        title, sheets.author, sheets.page, count, made, sheets.head, sheets.as_of, sheets.with_squares
    )
    paper = count_form.build(forms, f"{title} · {desk.identity.name}")
    return asking.Made(paper, stack.day, remarks=kinds.remarks(), forms=forms)


class _Kinds:
    """The races that are copied, each with its lines in a kecamatan."""

    def __init__(self, stack: form_stack.Stack, race: str) -> None:
        self._stack = stack
        known = count_rules.race_codes(stack.desk, stack.place.code)
        if race and race not in known:
            raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)
        self.races = (race,) if race else known
        self._known: dict[tuple[str, str], count_form.Kind | None] = {}
        self._same: dict[count_form.Kind, count_form.Kind] = {}

    def named(self, race: str) -> str:
        return next(one.label for one in self._stack.event.races if one.code == race)

    def of(self, race: str, village: str) -> count_form.Kind | None:
        """The sheet of a race in a village; None where nobody stands yet."""
        district = places.district_of(village) or village
        key = race, district
        if key not in self._known:
            form = candidates.form_of(self._stack.desk, race, district)
            has_votes = any(line.block is lines.Block.VOTES for line in form)
            kind = self._kind(race, form, village) if has_votes else None
            # Sheets that say the same are drawn once for all kecamatan.
            self._known[key] = self._same.setdefault(kind, kind) if kind is not None else None
        return self._known[key]

    def remarks(self) -> tuple[printing_checks.Remark, ...]:
        """Races without candidates, for which there is no sheet."""
        empty = sorted({race for (race, _district), kind in self._known.items() if kind is None})
        if not empty:
            return ()
        told = words.phrase(
            N_("Daftar calon belum diisi: {races}; formulirnya tidak dicetak."),
            races=", ".join(self.named(race) for race in empty),
        )
        return (printing_checks.Remark(told, target=Target(Page.SETTINGS)),)

    def _kind(self, race: str, form: tuple[lines.Line, ...], village: str) -> count_form.Kind:
        event = elections.event_at(self._stack.desk, village)
        by_block: dict[lines.Block, dict[str, count_form.Line]] = {}
        whole = {line.code.partition(".")[0] for line in form if lines.is_part(line.code)}
        for line in form:
            said = words.render(line.label.message, line.label.params, _)
            strong = line.code in (lines.VALID, lines.TOTAL) or line.row == lines.USERS or line.code in whole
            made = count_form.Line(said, line.sex is not None, strong)
            by_block.setdefault(line.block, {}).setdefault(line.row, made)
        brief = not any(line.sex in (lines.Sex.MEN, lines.Sex.WOMEN) for line in form)
        parts = tuple(
            count_form.Part(
                _(lines.BLOCK_LABELS[block]),
                tuple(count_form.Line(one.text, one.by_sex and not brief, one.strong) for one in rows.values()),
            )
            for block, rows in by_block.items()
        )
        day = paper_words.full_date(event.voting_day)
        return count_form.Kind(self.named(race), f"{event.name}, pemungutan suara {day}", parts)
