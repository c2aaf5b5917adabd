# SPDX-License-Identifier: Apache-2.0
"""Terima Data whole: looked through, backed up, put in, told."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.operations import (
    answers,
    backups,
    change_settings,
    disagreements,
    enrolment,
    intake,
    intake_lines,
    intake_words,
    issue_register,
    issues,
    joining,
    outgoing,
    parcel_register,
    sending,
    trust,
    vouching,
)
from tests import acquainted, small_offices, two_offices


def test_a_look_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.send(two.tempe, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        again = finish(intake.look(two.kabupaten, [two.stick]))
    assert again == [one]
    assert (one.state, one.standing, one.trouble, one.number) == (intake.State.USABLE, intake.Standing.KNOWN, "", 2)
    assert words(one.told)[0] == "1 isian kesiapan baru"
    [line] = one.lines
    assert (line.title, line.before, line.after) == ("TPS 001 · Kel. Tempe", "(kosong)", "Sudah")
    assert line.field == "Sampul dan formulir C lengkap"


def test_a_receipt_tells_the_same_figures_and_a_backup_stands_before(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.send(two.tempe, two.kabupaten)
        offered = finish(intake.look(two.kabupaten, [two.stick]))
        receipt = finish(intake.take(two.kabupaten, offered))
        [made] = backups.backups_of(two.kabupaten.folder / "backup")
        waiting = disagreements.open_ones(two.kabupaten)
        once_more = finish(intake.look(two.kabupaten, [two.stick]))
    assert (made.reason, made.number, receipt.backup) == (backups.Reason.IMPORT, 1, 1)
    [outcome] = receipt.outcomes
    assert outcome.disputed == 2
    assert receipt.put[0].told == offered[0].told
    assert "2 data berbeda menunggu klarifikasi" in words(receipt.put[0].told)
    assert len(waiting) == 2
    assert once_more[0].state is intake.State.KNOWN
    assert words(once_more[0].told)[0].startswith("Tidak ada yang baru")


def test_what_is_in_dispute_is_said_to_wait(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.send(two.tempe, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        two.send(two.kabupaten, two.tempe)
        back = next(one for one in finish(intake.look(two.tempe, [two.stick])) if one.lines)
    disputed = {line.field: (line.before, line.after) for line in one.lines if line.disputed}
    assert len(disputed) == 2
    here = {line.field: (line.before, line.after) for line in back.lines if line.disputed}
    assert here.keys() == disputed.keys()
    for (mine, after), (theirs, after_there) in zip(disputed.values(), here.values(), strict=True):
        assert mine != theirs
        # Both offices read both values, and the same one until it is settled.
        assert after.partition(" · ")[0] == after_there
        assert " ⇄ " in after
        assert ", sementara " in after


def test_what_was_settled_is_shown_with_both_values_and_the_evidence(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.kabupaten, [(two_offices.SECOND, two_offices.NUMBER, 4, None)])
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.NUMBER, 5, None)])
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        [waiting] = disagreements.open_ones(two.kabupaten)
        shown = next(side.value for side in waiting.sides if side.value == waiting.shown)
        choice = disagreements.Choice(waiting.record, waiting.kind, waiting.field, shown, "Dihitung ulang")
        disagreements.decide_many(two.kabupaten, [choice])
        path = two.send(two.kabupaten, two.tempe)
        [one] = finish(intake.look(two.tempe, [path]))
    settled = next(line for line in one.lines if line.mark is intake_lines.Mark.SETTLED)
    assert settled.title == "TPS 002 · Kel. Tempe"
    assert sorted(settled.before.split(" ⇄ ")) == ["4", "5"]
    assert settled.after == str(shown), "also where the value that is shown stays the same"
    evidence = next(line for line in one.lines if line.kind == "Klarifikasi")
    assert (evidence.title, evidence.field, evidence.after) == ("Klarifikasi", "Dasar/bukti", "Dihitung ulang")


def test_a_package_that_brings_only_a_receipt_says_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.carry(two.tempe, two.kabupaten)
        path = two.send(two.kabupaten, two.tempe)
        [one] = finish(intake.look(two.tempe, [path]))
        receipt = finish(intake.take(two.tempe, [one]))
    expected = "Tanda terima: Desk Pemilu Kabupaten Wajo sudah menerima kiriman ke-1, ke-2 dari kantor ini."
    assert words(one.told) == [expected]
    assert words(receipt.put[0].told) == [expected]


def test_a_stranger_is_taken_only_with_his_code(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        vouching.accept(belawa, trust.roots_of(two.kabupaten), trust.request_of(two.kabupaten.identity))
        trust.hear_of(belawa, *trust.known_to(two.kabupaten, "73.13.07"))
        two.send(belawa, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        assert one.standing is intake.Standing.NEW
        assert one.sender_code == intake.own_code(belawa)
        held = finish(intake.take(two.kabupaten, [one], accepted={"AAAA-BBBB-CCCC-DDDD"}))
        assert held.outcomes[0].changes == 0
        assert [reason for reason, _office, _count in held.outcomes[0].apart] == ["unknown"]
        taken = finish(intake.take(two.kabupaten, [one], accepted={one.sender_code}))
        known = [receiver.place for receiver in outgoing.receivers(two.kabupaten) if receiver.known]
    assert len(taken.outcomes) == 1
    assert "73.13.07" in known


def test_a_number_on_the_same_stick_is_not_missing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        second = two.send(two.tempe, two.kabupaten)
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, rules.Mark.DONE, None)])
        third = two.send(two.tempe, two.kabupaten)
        both = finish(intake.look(two.kabupaten, [two.stick]))
        second.unlink()
        [alone] = finish(intake.look(two.kabupaten, [third]))
    assert [one.missing for one in both] == [(), ()]
    assert alone.missing == ()  # nothing waits for it: the third brings what was in the second


def test_a_damaged_package_is_told_and_holds_up_no_other(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        good = two.send(two.tempe, two.kabupaten)
        data = bytearray(good.read_bytes())
        data[-60] ^= 1
        (good.parent / "a.desk").write_bytes(data)
        offered = finish(intake.look(two.kabupaten, [two.stick]))
        receipt = finish(intake.take(two.kabupaten, sorted(offered, key=lambda one: one.path.name != "a.desk")))
    bad = next(one for one in offered if one.path.name == "a.desk")
    assert bad.state is intake.State.BROKEN
    assert "rusak" in bad.trouble
    assert [name for name, _words in receipt.refused] == ["a.desk"]
    assert [outcome.changes for outcome in receipt.outcomes] == [1]


def test_the_receipt_for_the_phone_is_what_the_sender_hears(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.send(two.tempe, two.kabupaten)
        receipt = finish(intake.take(two.kabupaten, finish(intake.look(two.kabupaten, [two.stick]))))
        heard = parcel_register.hear_receipt(two.tempe, "73.13", receipt.put[0].spoken)
    assert (heard.number, heard.acknowledged) == (2, True)


def test_files_that_are_none_are_named_with_what_to_do(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        folder = two.stick / "DESK"
        (folder / "kosong.desk").touch()
        (folder / "FOTO~1.DES").write_bytes(b"MZ and more")
        (folder / "separuh.desk.part").write_bytes(b"DESKX1")
        (two.stick / "pintasan.desk").symlink_to(tmp_path)
        (folder / "catatan.txt").write_text("tidak disebut")
        (two.stick / "surat.pdf").write_bytes(b"%PDF")
        offered = finish(intake.look(two.kabupaten, [two.stick]))
        [chosen] = finish(intake.look(two.kabupaten, [two.stick / "surat.pdf"]))
    assert {one.state for one in offered} == {intake.State.BROKEN}
    told = {one.path.name: one.trouble for one in offered}
    assert set(told) == {"kosong.desk", "FOTO~1.DES", "separuh.desk.part", "pintasan.desk"}
    assert "kosong" in told["kosong.desk"]
    assert "bukan kiriman Desk" in told["FOTO~1.DES"]
    assert "dicabut terlalu cepat" in told["separuh.desk.part"]
    assert "pintasan" in told["pintasan.desk"]
    assert "bukan kiriman Desk" in chosen.trouble
    assert "minta berkas yang benar" in chosen.trouble


def test_own_packages_are_own_and_those_of_others_are_carried_on(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        two.send(two.tempe, two.kabupaten)
        by_name = {one.sender: one for one in finish(intake.look(two.tempe, [two.stick]))}
        own = by_name["Desk Pemilu Kecamatan Tempe"]
        [foreign] = finish(intake.look(belawa, [two.stick]))
        receipt = finish(intake.take(belawa, [], along=[foreign]))
        [again] = finish(intake.look(belawa, [two.stick]))
        back = tmp_path / "back"
        back.mkdir()
        sent = finish(sending.send(belawa, "73.13", back))
    assert (own.state, own.to) == (intake.State.OWN, "Desk Pemilu Kabupaten Wajo")
    assert (foreign.state, foreign.to, foreign.taken) == (intake.State.CARRIED, "Desk Pemilu Kabupaten Wajo", False)
    assert (receipt.carried, receipt.put, receipt.backup) == (1, (), 0)
    assert again.taken
    assert sent.carried == 1


def test_a_request_to_join_is_named_and_taken_with_its_code(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        joining.write_request(belawa, two.stick)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        [seen_elsewhere] = finish(intake.look(two.tempe, [two.stick]))
        refused = finish(intake.take(two.kabupaten, [one]))
        taken = finish(intake.take(two.kabupaten, [one], accepted={intake.own_code(belawa)}))
        [again] = finish(intake.look(two.kabupaten, [two.stick]))
    assert (one.state, one.standing, one.usable) == (intake.State.REQUEST, intake.Standing.NEW, True)
    assert one.sender_code == intake.own_code(belawa)
    assert not seen_elsewhere.usable
    assert "didaftarkan oleh" in seen_elsewhere.trouble
    assert [name for name, _words in refused.refused] == [one.path.name]
    assert taken.joined == ("Desk Pemilu Kecamatan Belawa",)
    assert again.state is intake.State.KNOWN


def test_what_was_kept_apart_comes_in_once_its_office_has_joined(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        vouching.accept(belawa, trust.roots_of(two.kabupaten), trust.request_of(two.kabupaten.identity))
        trust.hear_of(belawa, *trust.known_to(two.kabupaten, "73.13.07"))
        issues.new_issue(belawa, "Jalan putus", "73.13.07")
        two.send(belawa, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        held = finish(intake.take(two.kabupaten, [one]))
        joining.write_request(belawa, tmp_path)
        [request] = finish(intake.look(two.kabupaten, list(tmp_path.glob("DESK/*.desk"))))
        finish(intake.take(two.kabupaten, [request], accepted={request.sender_code}))
        found = issue_register.issue_rows(two.kabupaten)
    assert "disisihkan" in " ".join(words(held.put[0].told))
    assert [row.title for row in found] == ["Jalan putus"]


def test_a_ready_file_says_for_whom_it_is(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
        [at_home] = finish(intake.look(two.kabupaten, [two.stick]))
        [at_tempe] = finish(intake.look(two.tempe, [two.stick]))
    assert (at_home.state, at_tempe.state) == (intake.State.OWN, intake.State.READY)
    assert at_tempe.trouble.startswith("Berkas siap untuk Kecamatan Belawa.")


def test_the_ready_file_of_this_office_is_not_to_be_carried_anywhere(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        finish(enrolment.prepare(two.kabupaten, ["73.13.06"], two.stick))
        [one] = finish(intake.look(two.tempe, [two.stick]))
    assert one.state is intake.State.READY
    assert one.trouble == "Untuk menyiapkan komputer baru kantor ini. Di komputer ini tidak perlu dibuka."


def test_the_first_package_of_an_office_from_a_ready_file_needs_no_phone(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        [made] = finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
        steps = enrolment.open_ready(
            made.files[0], made.word, tmp_path / "belawa", "Besse", "rahasia", key_memory=small_offices.KEY_MEMORY
        )
        with finish(steps).desk as belawa:
            path = finish(sending.send(belawa, "73.13", tmp_path)).files[0]
        [one] = finish(intake.look(two.kabupaten, [path]))
    assert (one.standing, one.known) == (intake.Standing.JOINING, True)


def test_two_blocks_of_the_paper_are_asked_for_where_the_office_wants_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        change_settings.set_many(two.kabupaten, {"paper_check": "always"})
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.send(two.tempe, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        blocks = one.paper_code.split("-")
        right = {number: blocks[number - 1].lower() for number in one.blocks}
        without = finish(intake.take(two.kabupaten, [one]))
        wrong = finish(intake.take(two.kabupaten, [one], typed={one.package: right | {one.blocks[0]: "XXXX"}}))
        taken = finish(intake.take(two.kabupaten, [one], typed={one.package: right}))
    assert len(one.blocks) == 2
    assert [len(receipt.put) for receipt in (without, wrong, taken)] == [0, 0, 1]
    assert f"Blok {one.blocks[0]} tidak cocok" in wrong.refused[0][1]


def words(told: tuple[intake_words.Told, ...]) -> list[str]:
    return [one.words for one in told]
