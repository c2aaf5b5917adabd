# SPDX-License-Identifier: Apache-2.0
"""`counts import`, `template` and `phone`: tried, brought in, and told with the disclaimer."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desk_app import __main__ as program
from desk_app.domain.counts import short_codes
from desk_app.operations import candidates, count_phone
from tests import counted_offices, regency_offices, small_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps

ONE = tps(TEMPE_VILLAGE, 1)
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        figures = {"users_j": 210, "v1": 100, "v2": 50, "v3": 54, "valid": 205, "invalid": 6, "total": 210}
        form = candidates.form_of(desk, RACE, ONE)
        code = short_codes.encode(ONE, count_phone.races(desk), RACE, form, figures, near="73.13")
        (tmp_path / "code").write_text(code, "utf-8")
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)

    def made(*arguments: str, status: int = 0) -> str:
        assert program.main([*arguments, "--office", str(tmp_path / "wajo"), "--as", "Andi"]) == status
        said = capsys.readouterr()
        return said.out + said.err

    return made


def test_a_template_is_filled_tried_and_brought_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    run("counts", "template", RACE, str(path))
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    assert page.cell(2, 1).value == ONE
    for row, figures in enumerate(((100, 50, 54, 204), (1, 2, 3, "1.234")), 2):
        for heading, figure in zip(("1. Anis", "2. Bowo", "3. Ganda", "Jumlah suara sah"), figures, strict=True):
            page.cell(row, heads.index(heading) + 1).value = figure
    book.save(path)
    tried = json.loads(run("counts", "import", str(path), "--try", "--json", status=1))
    assert (tried["new"], tried["unread"], tried["empty"], tried["race"]) == (2, 1, 7, RACE)
    assert tried["lines"] == tried["form"]
    assert run("counts", "show", ONE, RACE, "--json").count("100") == 0
    marked = tmp_path / "bertanda.xlsx"
    said = run("counts", "import", str(path), "--marked", str(marked), status=1)
    assert said.startswith("Salinan internal desk – bukan data resmi, bukan data pembanding.")
    assert "2 baris: 2 baru, 0 berubah, 0 sama, 0 ditolak" in said
    assert "dua cara" in said
    assert openpyxl.load_workbook(marked).worksheets[0].max_row == 10
    assert json.loads(run("counts", "show", ONE, RACE, "--json"))["figures"] == {
        "v1": 100, "v2": 50, "v3": 54, "valid": 204,
    }


def test_columns_are_mapped_by_hand(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text(f"Kode TPS;A;B\n{ONE};7;8\n", "utf-8")
    run("counts", "import", str(path), "--race", RACE, "--map", "Kode TPS=Kode TPS", "--map", "A=v2", "--map", "B=v1")
    assert json.loads(run("counts", "show", ONE, RACE, "--json"))["figures"] == {"v1": 8, "v2": 7}


def test_a_code_is_looked_at_and_kept(run: Run, tmp_path: Path) -> None:
    code = (tmp_path / "code").read_text()
    tried = json.loads(run("counts", "phone", code, "--try", "--json"))
    assert (tried["subject"], tried["figures"]["v1"], tried["findings"]) == (ONE, 100, ["V03", "V04"])
    said = run("counts", "phone", code)
    assert "TPS 001, Tempe, Kecamatan Tempe" in said
    assert "2 catatan." in said
    assert "sudah Anda salin" not in said
    run("counts", "save", ONE, RACE, "v1=100")
    assert "sudah Anda salin" in run("counts", "phone", code, status=1)
