# SPDX-License-Identifier: Apache-2.0
"""The page of papers: all of them to choose from, one with its settings and its picture, the register of final ones."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.progress import Progress
from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import (
    daily_reports,
    paper_options,
    papers,
    printing,
    targets,
)
from desk_app.operations.desk import Desk
from ui import errors, icons, runner
from ui.pages.reports_page import delivery, keeping, making, options, own_forms, paper_view, save_menu, shelf
from ui.pages.reports_page import register as final_papers
from ui.widgets import notice, page, pdf_preview, remark_list, room

_PAUSE_MS = 120
Shown = making.Shown


_OF_COUNT = frozenset({"count_key", "count_form", "count_result", "count_rules", "candidate"})
"""What alters papers of the count alone: the usual paper is not made anew with every form that is copied."""


class ReportsPage(page.Page):
    """The page. A target's `chosen` may say {"report": key, "day": date or ISO text, "show": "register" or "papers"};
    its `subject` is a region for a report about it alone, its `record` what that report is about: a member, a team,
    an activity; without a report a paper of the register."""

    listens = _OF_COUNT | frozenset(
        "daily_report printed paper_sent paper_number paper_words signatory setting issue follow_up readiness answer "
        "recap conflict station region election decree section team member team_district exchange activity attendance "
        "attachment own_format log_entry shipment indicator stage revote visit task".split()
    )
    help_topic = "reports"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Laporan"))
        self._desk = desk
        self._runner = runner_
        self._shown: Shown | None = None
        self._seen: set[str] = set()
        self._asked: dict[str, papers.Asked] = {}
        self._fresh = False
        self.nihil_button = self.add_button(_("Lapor NIHIL"), "siap", self.report_nihil)
        self.final_button = self.add_button(_("Jadikan final"), "berhasil", self.make_final)
        self.final_button.setToolTip(_("Nomor, masa laporan, dan kodenya lalu tetap, dan tercatat di daftar."))
        self.copy_button = self.add_button(_("Salin untuk WA"), "wa", self.copy_text)
        self.save_button = self.add_button(_("Simpan"), "unduh", lambda: None, role="menu")
        self.save_menu = save_menu.SaveMenu(self.save_button)
        self.save_menu.face_wanted.connect(self.save)
        self.save_menu.form_wanted.connect(self.save_in)
        self.save_button.setMenu(self.save_menu)
        self.print_button = self.add_button(_("Cetak"), "cetak", self.print_paper, role="primary")
        self.print_button.setShortcut(QtGui.QKeySequence(QtGui.QKeySequence.StandardKey.Print))
        self.shelf = shelf.PaperShelf(desk, runner_)
        self.gallery = self.shelf.gallery
        # Made a turn of the events later, with the usual paper: the page itself is there at once.
        self._view = room.Room(self._make_view, lambda made: made, waits=True)
        self.making = making.Making(desk, runner_, self)
        self.delivery = delivery.Delivery(desk, runner_, self)
        self._register = room.Room(self._make_register, lambda made: made)
        self.own_forms = room.Room(self._make_own_forms, lambda made: made)
        self.papers = QtWidgets.QStackedWidget()
        self.papers.addWidget(self.shelf)
        self.papers.addWidget(self._view)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.papers, icons.icon("laporan"), _("Buat naskah"))
        self.tabs.addTab(self._register, icons.icon("riwayat"), _("Daftar naskah final"))
        self.tabs.addTab(self.own_forms, icons.icon("catatan"), _("Format kami"))
        self.body.addWidget(self.delivery.progress)
        self.body.addWidget(self.tabs, 1)
        self.first_field = self.gallery.filter
        self._pause = QtCore.QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self._connect()
        self._set_ready(False)
        self._show_buttons()

    @property
    def prepared(self) -> papers.Prepared | None:
        """The paper that is shown, None while there is none."""
        return self._shown.prepared if self._shown is not None else None

    def refresh(self, flags: frozenset[str]) -> None:
        """Make the paper anew from the present data, and read the register."""
        of_register = not flags or flags & {"printed", "paper_sent", "paper_number", "attachment", "exchange"}
        if of_register and self._register.made is not None:
            self._register.made.refresh()
        if flags & {"own_format"} and self.own_forms.made is not None:
            self.own_forms.made.refresh()
        if flags and flags <= _OF_COUNT and not _is_of_count(self.options.asked.report):
            return
        if "count_key" in flags and self._shown is not None and self._shown.prepared.report.needs:
            # Whoever has no right any more is not to look at what was made with it.
            self._shown = None
            self._set_ready(False)
            self.view.wait()
        # The usual paper is made before anybody asks for it: so it is there with the click.
        self._pause.start()

    def open(self, target: object) -> None:
        """Show a paper, all papers, or the register."""
        if not isinstance(target, targets.Target):
            return
        chosen: Mapping[str, object] = target.chosen
        report = str(chosen.get("report") or "")
        if (target.record and not report) or chosen.get("show") == "register":
            self.tabs.setCurrentWidget(self._register)
            self.register.show_paper(target.record)
            return
        if chosen.get("show") == "papers":
            self.show_all()
            return
        day = chosen.get("day")
        issue = chosen.get("issue")
        asked = papers.Asked(
            report=report if report in [one.key for one in paper_options.kinds(self._desk)] else printing.DAILY,
            day=date.fromisoformat(day) if isinstance(day, str) else day if isinstance(day, date) else None,
            area=target.subject,
            phase=target.phase,
            issue=issue if isinstance(issue, int) else 0,
            record=target.record,
        )
        self.tabs.setCurrentWidget(self.papers)
        self._show(asked)

    def show_all(self) -> None:
        """All papers to choose from."""
        self.options.commit()
        self.tabs.setCurrentWidget(self.papers)
        self.papers.setCurrentWidget(self.shelf)
        self._show_buttons()
        self.gallery.filter.setFocus()
        self.gallery.filter.selectAll()

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
        words = _("Ditandatangani {who}: sesudah final, nomor, masa laporan, dan kode {code} tidak berubah lagi.")
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

    def save(self, ending: str = printing.PDF) -> None:
        """Simpan, in one of the faces of the paper."""
        if self._shown is not None and self._may_go_on(lambda: self.save(ending)):
            self.delivery.ask_and_save(self._shown, ending)

    def print_paper(self) -> None:
        """Cetak."""
        if self._shown is not None and self._may_go_on(self.print_paper):
            self.delivery.print_out(self._shown)

    def _may_go_on(self, again: Callable[[], None]) -> bool:
        """A grave remark is said once more before a paper leaves; the second time it goes."""
        grave = [line.words for line in self.remarks.lines if line.grave and line.words not in self._seen]
        if not grave:
            return True
        self._seen.update(grave)
        self.tell(_("Periksa dahulu: {what}").format(what=grave[0]), notice.Tone.WARNING, _("Tetap lanjut"), again)
        return False

    def _connect(self) -> None:
        self.shelf.chosen.connect(self._choose)
        self.shelf.bundle_wanted.connect(self._save_bundle)
        self.making.made.connect(self._take)
        self.making.whole.connect(self._take_whole)
        self.making.refused.connect(self._refuse)
        self.making.stepped.connect(self._step)
        self.delivery.told.connect(self.notices.tell)
        self.delivery.failed.connect(self.failed)
        self.delivery.line_wanted.connect(self._note_sending)
        self.tabs.currentChanged.connect(lambda _at: self._show_buttons())

    @property
    def view(self) -> paper_view.PaperView:
        """One paper with its settings and its picture."""
        return self._view.content

    @property
    def options(self) -> options.PaperOptions:
        """The settings of the paper."""
        return self.view.options

    @property
    def remarks(self) -> remark_list.RemarkList:
        """What to look at before it is signed."""
        return self.view.remarks

    @property
    def preview(self) -> pdf_preview.PdfPreview:
        """Its pages."""
        return self.view.preview

    def _make_view(self) -> paper_view.PaperView:
        made = paper_view.PaperView(self._runner)
        made.all_wanted.connect(self.show_all)
        made.options.changed.connect(self._pause.start)
        made.remarks.followed.connect(self._follow)
        kept = keeping.Keeping(self._desk, self._runner, made.options)
        kept.told.connect(self.notices.tell)
        kept.failed.connect(self.failed)
        made.options.number_wanted.connect(lambda: kept.give_number(self._shown))
        made.several.print_wanted.connect(
            lambda each, final: self.delivery.print_several(self.options.asked, each, final=final)
        )
        made.several.save_wanted.connect(
            lambda each, final: self.delivery.save_several(self.options.asked, each, final=final)
        )
        return made

    @property
    def register(self) -> final_papers.PaperRegister:
        """The final papers; made when they are first wanted."""
        return self._register.content

    def _make_register(self) -> final_papers.PaperRegister:
        made = final_papers.PaperRegister(self._desk, self._runner)
        made.told.connect(self.notices.tell)
        made.failed.connect(self.failed)
        made.refresh()
        return made

    def _make_own_forms(self) -> own_forms.OwnForms:
        made = own_forms.OwnForms(self._desk, self._runner)
        made.told.connect(self.notices.tell)
        made.failed.connect(self.failed)
        made.refresh()
        return made

    def _choose(self, key: str) -> None:
        """A card was chosen: as it was settled the last time it was open, else as usual."""
        before = self.options.asked
        usual = papers.Asked(report=key)
        asked = self._asked.get(key, usual)
        if asked.report == before.report:
            asked = before
        self._show(asked)

    def _show(self, asked: papers.Asked) -> None:
        self.options.commit()
        before = self.options.asked
        self._asked[before.report] = before
        self.shelf.use(asked.report)
        self.papers.setCurrentWidget(self._view)
        self.view.split.show_detail() if self.view.split.is_narrow else None
        self._show_buttons()
        self.view.back.setFocus()
        if asked != before or self._shown is None:
            self._pause.stop()
            self.options.take(asked)
            self.view.wait()
            self._set_ready(False)
            self._fresh = asked.report not in self._asked or asked != self._asked[asked.report]
            self._make()
        else:
            self._draw_card()

    def _make(self) -> None:
        asked = self.options.asked
        self.making.make(asked, fresh=self._fresh)
        self._offer(asked)

    def _offer(self, asked: papers.Asked) -> None:
        desk, fresh = self._desk, self._fresh
        self._runner.read(
            lambda: paper_options.offered(desk, paper_options.settled(desk, asked) if fresh else asked),
            self._take_offered,
            self.failed,
            key="paper options",
        )

    def _take_offered(self, found: paper_options.Offered) -> None:
        if found.asked.report != self.options.asked.report:
            return
        if self._fresh:
            self._fresh = False
            self.options.take(found.asked)
        self.options.show_offered(found)
        self.view.several.set_offered(found)
        self.save_menu.set_forms(found.forms)
        daily = found.asked.report == printing.DAILY and not found.asked.area
        self.nihil_button.setEnabled(daily)
        self.nihil_button.setProperty("taken", found.kept.nihil)
        self.nihil_button.setText(_("Batalkan NIHIL") if found.kept.nihil else _("Lapor NIHIL"))
        self._show_buttons()

    def _take(self, shown: Shown) -> None:
        self._shown = shown
        prepared = shown.prepared
        self.remarks.set_lines(
            [
                remark_list.Line(paper_options.remark_words(remark.words), remark.grave, remark.target)
                for remark in prepared.remarks
            ]
        )
        self.subtitle.setText(self._state_words(prepared))
        self.subtitle.setToolTip(_("Kode pemeriksaan dokumen {code}").format(code=prepared.code))
        self.view.show_pdf(shown.pdf, more=shown.has_more and prepared.forms is not None)
        self._set_ready(True)
        self._show_buttons()
        self._draw_card()

    def _state_words(self, prepared: papers.Prepared) -> str:
        if not prepared.report.registered:
            return _("Formulir, tidak dijadikan final")
        said = _("Final · kode {code}") if prepared.issued is not None else _("Konsep · kode {code}")
        return said.format(code=prepared.code)

    def _take_whole(self, shown: Shown) -> None:
        self._shown = shown
        self.view.show_pdf(shown.pdf)

    def _refuse(self, error: Exception) -> None:
        """No paper: say beside its place why."""
        self._shown = None
        self.remarks.set_lines(())
        self.subtitle.setText("")
        self._set_ready(False)
        if not isinstance(error, known.Refused):
            self.view.refuse("")
            raise error
        self.view.refuse(errors.words(error))

    def _step(self, step: Progress) -> None:
        self.view.wait(_(step.words))

    def _set_ready(self, ready: bool) -> None:
        for button in (self.final_button, self.copy_button, self.save_button, self.print_button):
            button.setEnabled(ready)

    def _show_buttons(self) -> None:
        """Only what can be done with what is in sight."""
        one = self.tabs.currentWidget() is self.papers and self.papers.currentWidget() is self._view
        for button in (self.copy_button, self.save_button, self.print_button):
            button.setVisible(one)
        if not one:
            self.nihil_button.hide()
            self.final_button.hide()
            self.subtitle.hide()
            return
        asked, made = self.options.asked, self.prepared
        self.nihil_button.setVisible(asked.report == printing.DAILY)
        may = made is None or (made.issued is None and made.report.registered and not made.report.secret)
        self.final_button.setVisible(may)
        self.subtitle.show()
        if made is not None:
            self.save_menu.set_tables(made.has_tables)

    def save_in(self, own: paper_options.OwnFormat) -> None:
        """Simpan, in a form of the office's own."""
        if self._shown is not None and self._may_go_on(lambda: self.save_in(own)):
            self.delivery.ask_and_fill(self._shown, own)

    def _draw_card(self) -> None:
        if self._shown is not None and self.shelf.isVisible():
            self.shelf.set_picture(self._shown.prepared.report.key, self._shown.pdf)

    def _save_bundle(self, keys: Sequence[str], endings: Sequence[str]) -> None:
        chosen = [self._asked.get(key, papers.Asked(report=key)) for key in keys]
        target = self.delivery.ask_folder()
        if target is not None:
            self.shelf.several.setChecked(False)
            self.delivery.save_chosen(chosen, target, endings)

    def _note_sending(self, no: int) -> None:
        self.options.commit()
        self.tabs.setCurrentWidget(self._register)
        self.register.show_paper(no)

    def _follow(self, target: object) -> None:
        if isinstance(target, targets.Target):
            self.navigate.emit(target.page.value, target)


def _is_of_count(report: str) -> bool:
    kind = printing.kind(report)
    return bool(kind.needs) or "race" in kind.asks
