# SPDX-License-Identifier: Apache-2.0
"""Laporan: choose a paper, settle what is on it, see it as it will be printed, make it final, print or save it."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import words as domain_words
from desk_app.operations import change_settings, daily_reports, papers, printing, targets
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.pages.reports_page import delivery, options, register
from ui.widgets import empty_state, form, notice, page, paper_gallery, pdf_preview, remark_list, split_view

_PAUSE_MS = 120
Shown = delivery.Shown


class ReportsPage(page.Page):
    """The page. A target's `chosen` may say {"report": key, "day": date or ISO text, "show": "register"}; its
    `subject` is a kecamatan for a report about it alone, its `record` a paper of the register."""

    listens = frozenset(
        "daily_report printed signatory setting issue follow_up readiness answer recap conflict station region "
        "election decree section team member team_district exchange".split()
    )
    help_topic = "reports"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Laporan"))
        self._desk = desk
        self._runner = runner_
        self._shown: Shown | None = None
        self._seen: set[str] = set()
        self._drawn: set[str] = set()
        self.nihil_button = self.add_button(_("Lapor NIHIL"), "siap", self.report_nihil)
        self.final_button = self.add_button(_("Jadikan final"), "berhasil", self.make_final)
        self.final_button.setToolTip(_("Nomor, masa laporan, dan kodenya lalu tetap, dan tercatat di daftar."))
        self.copy_button = self.add_button(_("Salin untuk WA"), "wa", self.copy_text)
        self.save_button = self.add_button(_("Simpan PDF"), "unduh", self.save)
        self.print_button = self.add_button(_("Cetak"), "cetak", self.print_paper, role="primary")
        self.print_button.setShortcut(QtGui.QKeySequence(QtGui.QKeySequence.StandardKey.Print))
        cards = [paper_gallery.Card(one.key, _(one.title), _(one.description)) for one in printing.reports(desk)]
        self.gallery = paper_gallery.PaperGallery(cards)
        self.options = options.PaperOptions()
        self.remarks = remark_list.RemarkList()
        self.preview = pdf_preview.PdfPreview(runner_)
        self.refusal = empty_state.EmptyState("laporan", _("Naskah sedang disusun …"))
        self.delivery = delivery.Delivery(desk, runner_, self)
        self.register = register.PaperRegister()
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.refusal)
        self.stack.addWidget(self.preview)
        self.split = split_view.SplitView(self._left(), self._right(), name="reports", share=0.36)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.split, icons.icon("laporan"), _("Naskah"))
        self.tabs.addTab(self.register, icons.icon("riwayat"), _("Daftar naskah final"))
        self.body.addWidget(self.delivery.progress)
        self.body.addWidget(self.tabs, 1)
        self.first_field = self.gallery
        self._pause = QtCore.QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self._connect()
        self._set_ready(False)

    @property
    def prepared(self) -> papers.Prepared | None:
        """The paper that is shown, None while there is none."""
        return self._shown.prepared if self._shown is not None else None

    def refresh(self, flags: frozenset[str]) -> None:
        """Make the paper anew from the present data, and read the register."""
        if not flags or flags & {"printed", "exchange"}:
            desk = self._desk
            self._runner.read(lambda: register.lines(desk), self.register.set_rows, self.failed, key="printed")
        self._pause.start()

    def open(self, target: object) -> None:
        """Show a paper, or the register."""
        if not isinstance(target, targets.Target):
            return
        chosen: Mapping[str, object] = target.chosen
        if target.record or chosen.get("show") == "register":
            self.tabs.setCurrentWidget(self.register)
            self._show_printed(target.record)
            return
        self.tabs.setCurrentWidget(self.split)
        day = chosen.get("day")
        known_keys = [one.key for one in printing.reports(self._desk)]
        report = str(chosen.get("report") or "")
        asked = papers.Asked(
            report=report if report in known_keys else printing.DAILY,
            day=date.fromisoformat(day) if isinstance(day, str) else day if isinstance(day, date) else None,
            area=target.subject,
            phase=target.phase,
        )
        self.gallery.choose(asked.report)
        self.options.ask(asked)

    def report_nihil(self) -> None:
        """Lapor NIHIL for the day, or take it back."""
        self.options.commit()
        desk, day = self._desk, self.options.report_day
        if self.nihil_button.property("taken"):
            self._runner.write(lambda: daily_reports.reopen_report(desk, day), None, self.failed)
            return
        told = _("Lapor NIHIL tercatat dan dihitung sebagai laporan.")
        self._runner.write(
            lambda: daily_reports.report_nihil(desk, day), lambda _no: self.tell(told, notice.Tone.DONE), self.failed
        )

    def make_final(self) -> None:
        """Jadikan final: say what that means for this very paper, and do it when that is confirmed."""
        if self._shown is None or self._shown.prepared.issued is not None:
            return
        self.options.commit()
        shown = self._shown
        grave = [line.words for line in self.remarks.lines if line.grave]
        first = _("Periksa dahulu: {what}").format(what=grave[0]) + " " if grave else ""
        words = _("Sesudah final, nomor, masa laporan, dan kode {code} tidak berubah lagi. Penanda tangan: {who}.")
        who = shown.prepared.signatory or _("titik-titik")
        last = ""
        if self.remarks.lines:
            count = len(self.remarks.lines)
            last = " " + ngettext(
                "{count} catatan di atas naskah belum dibereskan.",
                "{count} catatan di atas naskah belum dibereskan.",
                count,
            ).format(count=count)
        self.tell(
            first + words.format(code=shown.prepared.code, who=who) + last,
            notice.Tone.WARNING,
            _("Ya, jadikan final"),
            lambda: self._finalise(shown),
        )

    def _finalise(self, shown: Shown) -> None:
        """Unless something of the paper was altered in between: then its new code is told first."""
        if self._shown is not None and self._shown.prepared.code == shown.prepared.code:
            self.delivery.make_final(self._shown)
        else:
            self.make_final()

    def copy_text(self) -> None:
        """Salin untuk WA."""
        if self._shown is not None:
            self.delivery.copy(self._shown)

    def save(self) -> None:
        """Simpan PDF."""
        if self._shown is not None and self._may_go_on(self.save):
            self.delivery.ask_and_save(self._shown)

    def print_paper(self) -> None:
        """Cetak."""
        if self._shown is not None and self._may_go_on(self.print_paper):
            self.delivery.print_out(self._shown)

    def _show_printed(self, no: int) -> None:
        """The line of a paper in the register, also where the register has not been read yet."""
        desk = self._desk

        def show(lines: list[register.PaperLine]) -> None:
            self.register.filter.clear()
            self.register.set_rows(lines)
            self.register.show_row(no)

        self._runner.read(lambda: register.lines(desk), show, self.failed, key="printed")

    def _may_go_on(self, again: Callable[[], None]) -> bool:
        """A grave remark is said once more before a paper leaves; the second time it goes."""
        grave = [line.words for line in self.remarks.lines if line.grave and line.words not in self._seen]
        if not grave:
            return True
        self._seen.update(grave)
        self.tell(_("Periksa dahulu: {what}").format(what=grave[0]), notice.Tone.WARNING, _("Tetap lanjut"), again)
        return False

    def _left(self) -> QtWidgets.QWidget:
        inner = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(inner)
        column.setContentsMargins(0, theme.SPACE, theme.SPACE, 0)
        column.setSpacing(12)
        column.addWidget(self.gallery)
        self.look = QtWidgets.QPushButton(_("Lihat naskah"))
        icons.put(self.look, "lihat")
        self.look.clicked.connect(lambda _checked=False: self.split.show_detail())
        column.addWidget(self.look)
        column.addWidget(form.card(self.options), 1)
        return form.scrolled(inner)

    def _right(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.remarks)
        column.addWidget(self.stack, 1)
        return side

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._choose)
        self.options.changed.connect(self._pause.start)
        self.options.written.connect(self._write)
        self.options.addressed.connect(self._write_address)
        self.remarks.followed.connect(self._follow)
        self.register.told.connect(self.tell)
        self.delivery.told.connect(self.notices.tell)
        self.delivery.failed.connect(self.failed)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        QtCore.QTimer.singleShot(0, self, lambda: self.look.setVisible(self.split.is_narrow))

    def _choose(self, key: str) -> None:
        self.options.commit()
        before = self.options.asked
        self.options.ask(papers.Asked(report=key, day=before.day, paper=before.paper))

    def _make(self) -> None:
        desk, asked = self._desk, self.options.asked

        def offer() -> options.Offered:
            return options.offered(desk, asked)

        def make() -> Shown:
            made = printing.make(desk, asked)
            if made.issued is None:
                made = made.draft()
            return Shown(made, made.preview(), made.text())

        self._runner.read(offer, self._take_offered, self.failed, key="paper options")
        self._runner.read(make, self._take, self._refuse, key="paper")

    def _take_offered(self, found: options.Offered) -> None:
        self.options.show_offered(found)
        daily = found.asked.report == printing.DAILY and not found.asked.area
        self.nihil_button.setVisible(found.asked.report == printing.DAILY)
        self.nihil_button.setEnabled(daily)
        self.nihil_button.setProperty("taken", found.kept.nihil)
        self.nihil_button.setText(_("Batalkan NIHIL") if found.kept.nihil else _("Lapor NIHIL"))

    def _take(self, shown: Shown) -> None:
        self._shown = shown
        prepared = shown.prepared
        self.remarks.set_lines(
            [
                remark_list.Line(
                    domain_words.render(remark.words.message, remark.words.params, _), remark.grave, remark.target
                )
                for remark in prepared.remarks
            ]
        )
        said = _("Final · kode {code}") if prepared.issued is not None else _("Konsep · kode {code}")
        if not prepared.report.registered:
            said = _("Kode pemeriksaan dokumen {code}")
        self.subtitle.setText(said.format(code=prepared.code))
        self.subtitle.setToolTip(_("Kode pemeriksaan dokumen {code}").format(code=prepared.code))
        self.final_button.setVisible(prepared.issued is None and prepared.report.registered)
        self.preview.show_pdf(shown.pdf)
        self.stack.setCurrentWidget(self.preview)
        self._set_ready(True)
        self._draw_card(prepared.report.key, shown.pdf)
        self._draw_others(prepared.report.key)

    def _refuse(self, error: Exception) -> None:
        """No paper: say beside its place why."""
        if not isinstance(error, known.Refused):
            raise error
        self._shown = None
        self.remarks.set_lines(())
        self.subtitle.setText("")
        self.refusal.set_words(_("Naskah belum dapat disusun"), errors.words(error))
        self.stack.setCurrentWidget(self.refusal)
        self._set_ready(False)

    def _set_ready(self, ready: bool) -> None:
        for button in (self.final_button, self.copy_button, self.save_button, self.print_button):
            button.setEnabled(ready)

    def _draw_card(self, key: str, data: bytes) -> None:
        self._runner.draw(
            lambda: paper_gallery.first_page(data),
            lambda picture: self.gallery.set_picture(key, picture),
            key=f"card {key}",
        )

    def _draw_others(self, but: str) -> None:
        """Once, the small pictures of the papers that are not chosen."""
        for one in printing.reports(self._desk):
            if one.key == but or one.key in self._drawn:
                continue
            self._drawn.add(one.key)
            self._make_card(one.key)

    def _make_card(self, key: str) -> None:
        desk = self._desk
        # A paper that cannot be made yet keeps its plain card; the reason is told when it is chosen.
        self._runner.read(
            lambda: printing.make(desk, papers.Asked(report=key)).preview(),
            lambda data: self._draw_card(key, data),
            lambda error: None if isinstance(error, known.Refused) else self.failed(error),
        )

    def _write(self, field: str, text: str) -> None:
        desk, day, seen = self._desk, self.options.report_day, self.options.form.rows[field].seen
        self._runner.write(
            lambda: daily_reports.write_report(desk, day, seen=seen, **{field: text}), None, self.failed
        )

    def _write_address(self, text: str) -> None:
        desk = self._desk
        self._runner.write(lambda: change_settings.set_many(desk, {"addressed_to": text}), None, self.failed)

    def _follow(self, target: object) -> None:
        if isinstance(target, targets.Target):
            self.navigate.emit(target.page.value, target)
