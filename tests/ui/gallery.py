# SPDX-License-Identifier: Apache-2.0
"""Scenes with every widget, to be looked at: `python -m tests.ui.gallery DIR [light|dark]`."""

import io
import random
import sys
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.progress import Progress
from ui import bridge, main_window, runner, theme
from ui.widgets import (
    answer_buttons,
    big_table,
    columns,
    drive_picker,
    empty_state,
    fields,
    figure_card,
    form,
    marks,
    mosaic_layout,
    mosaic_panel,
    notice,
    page,
    pdf_preview,
    progress_panel,
    search_box,
    split_view,
    table_panel,
    time_line,
)

DISTRICTS = {
    "Sabangparu": 79, "Pammana": 97, "Takkalalla": 62, "Sajoanging": 56, "Majauleng": 91, "Tempe": 178,
    "Belawa": 86, "Tanasitolo": 121, "Maniangpajo": 48, "Pitumpanua": 125, "Bola": 61, "Penrang": 45,
    "Gilireng": 36, "Keera": 61,
}  # fmt: skip

STATION_COLUMNS = (
    columns.Column("number", "TPS", 56),
    columns.Column("village", "Desa/kelurahan", 130, stretches=True),
    columns.Column("voters", "DPT", 64, "right"),
    columns.Column("risk", "Rawan", 90),
    columns.Column("ready", "Kesiapan", 90),
    columns.Column("issues", "Masalah", 72, "right"),
)


def district_rows() -> list[mosaic_layout.MosaicRow]:
    dice = random.Random(73)
    rows = []
    for name, count in DISTRICTS.items():
        states = bytes(dice.choices(range(5), (60, 15, 20, 4, 1), k=count))
        rows.append(mosaic_layout.MosaicRow(f"{name} {count}", states, tuple(range(8, count, 8))))
    return rows


def station(number: int) -> tuple[object, ...]:
    dice = random.Random(number)
    code = dice.choices(marks.CODES, (60, 15, 20, 4, 1))[0]
    filled = {"siap": 30, "belum": 0}.get(code, dice.randrange(1, 30))
    villages = ("Maddukkelleng", "Lapongkoda", "Tempe", "Wiringpalannae", "Pattirosompe", "Bulupabbulu")
    return (
        f"{number % 60 + 1:03d}",
        dice.choice(villages) if number % 9 else "Desa dengan nama yang panjang sekali sampai enam puluh huruf",
        dice.randrange(180, 300),
        dice.choice(("", "", "", "bencana", "internet", "bencana, internet")),
        marks.Marked(f"{filled}/30", code),
        0 if code != "masalah" else 1,
    )


def figures() -> QtWidgets.QWidget:
    row = QtWidgets.QWidget()
    line = QtWidgets.QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(figure_card.FigureCard("TPS siap", "1.052", "dari 1.146", "siap"))
    line.addWidget(figure_card.FigureCard("TPS belum", "37", "lihat daftarnya", "belum"))
    line.addWidget(figure_card.FigureCard("Permasalahan terbuka", "12", "sangat mendesak 1 · tinggi 3", "masalah"))
    line.addWidget(figure_card.FigureCard("Data berbeda", "2", "menunggu klarifikasi", "berbeda"))
    return row


class HomePage(page.Page):
    def __init__(self) -> None:
        super().__init__("Beranda")
        self.subtitle.setText("Rabu, 14 Februari 2024 · H")
        self.add_button("Salin untuk WA", "wa", lambda: None)
        self.add_button("Lapor NIHIL", "kirim", lambda: None, role="primary")
        self.body.addWidget(figures())
        todo = [
            form.label("3 masalah sangat mendesak belum ditindaklanjuti"),
            form.label("2 data berbeda menunggu klarifikasi"),
            form.label("Laporan harian no. 6 belum dicetak"),
        ]
        panel = mosaic_panel.MosaicPanel()
        panel.set_rows(district_rows(), lambda at: f"TPS {at}", "1 kotak = 1 TPS")
        left = form.card(*todo, title="Perlu ditindaklanjuti")
        left.layout().addStretch(1)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(left, 1)
        row.addWidget(panel, 2)
        self.body.addLayout(row, 1)


class ChecklistPage(page.Page):
    def __init__(self, lanes: runner.Runner) -> None:
        super().__init__("Kesiapan TPS")
        self.subtitle.setText("H-1 · logistik")
        self.add_button("Salin ke bawah", "salin", lambda: None)
        table = big_table.BigTable(STATION_COLUMNS, lambda ids: [station(n) for n in ids], lanes, unit="TPS")
        place = fields.ChoiceField([("73.13.06", "Tempe"), ("73.13.07", "Belawa")])
        table.top.insertWidget(0, place)
        table.set_ids(array("I", range(1, 179)), 1146)
        detail = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(form.label("TPS 005 · Kel. Maddukkelleng", "heading"), 1)
        head.addWidget(marks.Chip(marks.Marked("27/30", "belum_lengkap")))
        column.addLayout(head)
        column.addWidget(form.label("DPT 287 (L 139 P 148) · SDN 12, Jl. Bau Mahmud · Tim VIII", "muted"))
        items = QtWidgets.QFrame()
        theme.set_role(items, "card")
        grid = QtWidgets.QGridLayout(items)
        for at, (words, kind) in enumerate(
            (
                ("Kotak suara", "number"),
                ("Surat suara PPWP", "number"),
                ("Terlindung dari hujan", "done"),
                ("Listrik tersedia", "not_yet"),
                ("Akses kursi roda", ""),
                ("Tenda cadangan", "not_needed"),
            )
        ):
            grid.addWidget(form.label(str(at + 1), "muted"), at, 0)
            grid.addWidget(form.label(words), at, 1)
            if kind == "number":
                field = fields.NumberField()
                field.set_value(5 if at == 0 else 285)
                grid.addWidget(field, at, 2)
                code = "siap" if at == 0 else "masalah"
                grid.addWidget(marks.Chip(marks.Marked("" if at == 0 else "kurang 8", code)), at, 3)
            else:
                buttons = answer_buttons.AnswerButtons()
                buttons.set_value(kind)
                grid.addWidget(buttons, at, 2, 1, 2)
        grid.setColumnStretch(1, 1)
        column.addWidget(items)
        note = fields.NoteField("catatan …", lines=2)
        column.addWidget(note)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(QtWidgets.QPushButton("Catat sebagai permasalahan"))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.split = split_view.SplitView(table, form.scrolled(detail))
        self.body.addWidget(self.split, 1)
        table.show_id(5)


@dataclass(frozen=True, slots=True)
class Problem:
    number: int
    place: str
    category: str
    severity: marks.Marked
    state: str


PROBLEMS = [
    Problem(12, "TPS 005 Tempe", "Logistik", marks.Marked("Tinggi", "masalah"), "Diteruskan ke provinsi"),
    Problem(11, "Kec. Belawa", "Cuaca", marks.Marked("Sangat mendesak", "masalah"), "Terbuka"),
    Problem(10, "Gudang KPU", "Keamanan", marks.Marked("Rendah", "belum"), "Ditutup"),
    Problem(9, "TPS 901 Lapas", "Pemilih", marks.Marked("Sedang", "belum_lengkap"), "Menunggu klarifikasi"),
]


class IssuePage(page.Page):
    def __init__(self) -> None:
        super().__init__("Permasalahan")
        self.add_button("Permasalahan baru", "tambah", lambda: None, role="primary")
        self.tell("Nomor 12 sudah ditutup. Buka kembali dahulu.", notice.Tone.REFUSED, "Buka kembali", lambda: None)
        panel = table_panel.TablePanel(
            (
                columns.Column("number", "No.", 56, "right"),
                columns.Column("place", "Tempat", 140),
                columns.Column("category", "Kategori", 100),
                columns.Column("severity", "Tingkat", 150),
                columns.Column("state", "Keadaan", 120),
            ),
            identity="number",
            unit="permasalahan",
        )
        panel.set_rows(PROBLEMS)
        panel.set_sort("number", ascending=False)
        panel.show_row(11)
        line = time_line.TimeLine()
        line.set_entries(
            [
                time_line.Entry(
                    "14-02-2024 07.10", "Operator 2", "Hujan lebat, tenda TPS roboh.", "masalah", "masalah"
                ),
                time_line.Entry(
                    "14-02-2024 07.25",
                    "Camat Belawa",
                    "Tenda cadangan dikirim dari kantor camat.",
                    "sampaikan",
                ),
                time_line.Entry(
                    "14-02-2024 08.05",
                    "Operator 2",
                    "Tenda berdiri kembali, pemungutan suara berjalan.",
                    "siap",
                    "siap",
                ),
            ]
        )
        fields_ = form.Form(2)
        fields_.add("what", "Uraian", fields.NoteField("Apa yang terjadi?", lines=2), wide=True)
        fields_.add("place", "Tempat", fields.LineField("ketik: tem 5"), "Nomor TPS dan nama desa")
        refused = fields_.add("severity", "Tingkat", fields.ChoiceField([("tinggi", "Tinggi"), ("rendah", "Rendah")]))
        refused.refuse("Pilih tingkatnya dahulu.")
        right = form.card(form.label("Tindak lanjut", "heading"), line, form.line(), fields_)
        right.layout().addStretch(1)
        self.body.addWidget(split_view.SplitView(panel, form.scrolled(right)), 1)


class SendPage(page.Page):
    def __init__(self, lanes: runner.Runner) -> None:
        super().__init__("Kirim & terima")
        self.make_scrollable()
        row = QtWidgets.QHBoxLayout()
        for words in ("Kirim Data", "Terima Data"):
            button = QtWidgets.QPushButton(words)
            theme.set_role(button, "large")
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(
            drive_picker.DrivePicker(
                lanes,
                lambda: [drive_picker.Drive(Path("/media/FLASHDISK"), "FLASHDISK", 7_500_000_000, 8_000_000_000)],
            )
        )
        panel = progress_panel.ProgressPanel()
        panel.begin("Menulis paket …")
        panel.show_progress(Progress(740, 1146, "Menyalin isian …"))
        self.body.addWidget(panel)
        self.body.addWidget(form.label("Flashdisk boleh dicabut", "done"))
        for tone in notice.Tone:
            bar = notice.NoticeBar()
            bar.tell(notice.Notice("41 isian dari 6 TPS dan 2 permasalahan sudah masuk.", tone, "Lihat"))
            self.body.addWidget(bar)
        chips = QtWidgets.QHBoxLayout()
        for code in marks.CODES:
            chips.addWidget(marks.Chip(marks.Marked("", code)))
        chips.addStretch(1)
        self.body.addLayout(chips)
        checks = QtWidgets.QHBoxLayout()
        for box in (
            QtWidgets.QCheckBox("tanpa foto"),
            QtWidgets.QRadioButton("A4"),
            QtWidgets.QRadioButton("F4"),
        ):
            box.setChecked(True)
            checks.addWidget(box)
        combo = fields.ChoiceField([(1, "Pemilu 2024"), (2, "Pilkada 2024")])
        combo.setEnabled(False)
        checks.addWidget(combo)
        for role in ("", "primary", "danger", "link"):
            button = QtWidgets.QPushButton(role or "biasa")
            theme.set_role(button, role)
            checks.addWidget(button)
        off = QtWidgets.QPushButton("tidak aktif")
        off.setEnabled(False)
        checks.addWidget(off)
        self.body.addLayout(checks)
        self.body.addStretch(1)


class ReportPage(page.Page):
    def __init__(self, lanes: runner.Runner) -> None:
        super().__init__("Laporan")
        self.add_button("Simpan PDF", "unduh", lambda: None)
        self.add_button("Cetak", "cetak", lambda: None, role="primary")
        settings = form.Form()
        settings.add("date", "Tanggal", fields.DateField())
        settings.add("sign", "Penanda tangan", fields.ChoiceField([(1, "Bupati"), (2, "a.n. Sekretaris Daerah")]))
        settings.add("paper", "Kertas", fields.ChoiceField([("A4", "A4"), ("F4", "F4 (215 × 330 mm)")]))
        left = form.card(settings, title="Laporan harian")
        left.layout().addStretch(1)
        preview = pdf_preview.PdfPreview(lanes)
        preview.show_pdf(sample_pdf())
        self.body.addWidget(split_view.SplitView(left, preview, share=0.3), 1)


class EmptyPage(page.Page):
    def __init__(self) -> None:
        super().__init__("Tim & penugasan")
        self.body.addWidget(
            empty_state.EmptyState(
                "tim",
                "Belum ada tim",
                "Di sini berdiri tim-tim desk dengan anggota dan wilayah tugasnya.",
                "Buat tim pertama",
                lambda: None,
            )
        )


def sample_pdf() -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen import canvas

    sink = io.BytesIO()
    paper = canvas.Canvas(sink, A4, invariant=1)
    for number in range(1, 4):
        paper.setFont("Helvetica-Bold", 16)
        paper.drawCentredString(A4[0] / 2, 780, "LAPORAN HARIAN")
        paper.setFont("Helvetica", 11)
        for line in range(30):
            paper.drawString(72, 740 - 18 * line, f"Baris {line + 1} pada halaman {number}")
        paper.showPage()
    paper.save()
    return sink.getvalue()


def hits(text: str) -> list[search_box.Hit]:
    return [
        search_box.Hit("TPS 005 Maddukkelleng", "Kec. Tempe · DPT 287 · 27/30", "data_tps", "kesiapan", 5),
        search_box.Hit("Permasalahan 12", "TPS 005 Tempe · Logistik · terbuka", "permasalahan", "masalah", 12),
        search_box.Hit("Laporan harian", "Dokumen", "laporan", "laporan"),
    ]


def specs(lanes: runner.Runner) -> list[page.PageSpec]:
    return [
        page.PageSpec("beranda", "Beranda", "beranda", HomePage),
        page.PageSpec("kesiapan", "Kesiapan TPS", "kesiapan", lambda: ChecklistPage(lanes)),
        page.PageSpec("masalah", "Permasalahan", "permasalahan", IssuePage),
        page.PageSpec("tim", "Tim & penugasan", "tim", EmptyPage),
        page.PageSpec("kirim", "Kirim & terima", "kirim_terima", lambda: SendPage(lanes)),
        page.PageSpec("laporan", "Laporan", "laporan", lambda: ReportPage(lanes)),
    ]


def window(lanes: runner.Runner) -> main_window.MainWindow:
    made = main_window.MainWindow(specs(lanes), lanes, bridge.Bridge(), search=hits)
    made.set_office("Desk Pemilu Kabupaten Wajo")
    made.head.set_event("Pemilu 14-02-2024 · H-6")
    made.head.set_operator("Operator 2", [QtGui.QAction("Ganti kata sandi", made), QtGui.QAction("Keluar", made)])
    made.actions_.set_undo("Kotak suara TPS 005: 5")
    made.rail.set_badge("masalah", 12)
    made.rail.set_badge("kirim", 3, "belum_lengkap")
    made.foot.set_saved(made.foot._now() - 3)
    made.foot.set_unsent("belum dikirim ke kabupaten: 41 isian")
    made.foot.set_backup("backup terakhir pukul 12.04")
    return made


def crash(made: main_window.MainWindow) -> None:
    made.crash.tell("Desk 0.1 · Python 3.11\n\nTraceback (most recent call last):\n  …\nValueError: contoh")


def draw(lanes: runner.Runner, folder: Path, prefix: str, size: QtCore.QSize, wait: Callable[[], object]) -> list[Path]:
    """Render every page of the sample window into PNG files."""
    made = window(lanes)
    made.resize(size)
    made.show()
    files = []

    def shoot(name: str) -> None:
        wait()
        path = folder / f"{prefix}-{name}.png"
        made.grab().save(str(path))
        files.append(path)

    for spec in specs(lanes):
        made.go(spec.key)
        shoot(spec.key)
    front = made.page("kesiapan")
    made.go("kesiapan")
    assert isinstance(front, ChecklistPage)
    front.split.show_detail()
    shoot("kesiapan-detail")
    made.head.search.setText("5 tempe")
    made.head.search.set_hits("5 tempe", hits("5 tempe"))
    shoot("cari")
    made.head.search.clear()
    crash(made)
    shoot("gangguan")
    made.close()
    made.deleteLater()
    return files


def main(folder: str, scheme: str = "light", width: str = "1366", height: str = "720") -> None:
    app = QtWidgets.QApplication([])
    theme.apply(app, theme.Scheme(scheme))
    lanes = runner.Runner()

    def wait() -> None:
        loop = QtCore.QEventLoop()
        QtCore.QTimer.singleShot(250, loop.quit)
        loop.exec()
        lanes.wait_idle()

    Path(folder).mkdir(parents=True, exist_ok=True)
    draw(lanes, Path(folder), f"{scheme}-{width}", QtCore.QSize(int(width), int(height)), wait)
    lanes.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
