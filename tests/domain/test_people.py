# SPDX-License-Identifier: Apache-2.0
"""Numbers, ranks and the forms of signing (domain.md §5.6)."""

import pytest

from desk_app.domain import people
from desk_app.domain.people import Form, Signatory

NIP = "197001151995031002"
CHIEF = {"person": "Ir. A. Contoh, M.Si.", "rank": "Pembina Utama Muda", "number": NIP}
BELOW = ["", "Ir. A. Contoh, M.Si.", "Pembina Utama Muda", "NIP. 19700115 199503 1 002"]


def test_a_nip_in_groups_and_masked() -> None:
    assert people.format_nip(NIP) == "19700115 199503 1 002"
    assert people.format_nip("19700115 199503 1 002") == "19700115 199503 1 002"
    assert people.format_nip(" 85041234 ") == "85041234"
    assert people.mask_nip(NIP) == "******** ****** * 002"
    assert people.mask_nip("85041234") == "*****234"
    assert people.mask_nip("1234") == "***234"
    assert people.mask_nip("123") == "***"
    assert people.mask_nip("") == ""


def test_a_masked_nip_tells_neither_birth_date_nor_sex() -> None:
    assert people.mask_nip("197001151995031002") == people.mask_nip("198512312010012002")


def test_a_good_nip_has_no_remark() -> None:
    assert people.check_nip(NIP) == []
    assert people.check_nip("") == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("19700115199503100", "18 angka; ini 17"),
        ("197013151995031002", "tanggal lahir"),
        ("197002301995031002", "tanggal lahir"),
        ("189912311925031002", "tanggal lahir"),
        ("197001151971031002", "pengangkatan"),
        ("197001151995033002", "ke-15"),
        ("١٩٧٠٠١١٥١٩٩٥٠٣١٠٠٢", "18 angka"),
    ],
)
def test_an_odd_nip_is_remarked(number: str, words: str) -> None:
    assert [words in str(remark) for remark in people.check_nip(number)] == [True]


def test_seventeen_grades() -> None:
    assert len(people.RANKS) == 17
    assert people.rank_text("IV/c") == "Pembina Utama Muda (IV/c)"
    assert people.rank_text("AKBP") == "AKBP"


@pytest.mark.parametrize(
    ("signatory", "above"),
    [
        (Signatory("Sekretaris Daerah", **CHIEF), ["SEKRETARIS DAERAH,"]),
        (
            Signatory("Sekretaris Daerah", form=Form.ON_BEHALF, on_behalf_of="Bupati Wajo", **CHIEF),
            ["a.n. BUPATI WAJO", "SEKRETARIS DAERAH,"],
        ),
        (
            Signatory(
                "Asisten Administrasi",
                form=Form.BY_ORDER,
                on_behalf_of="Bupati Wajo",
                by_order_of="Sekretaris Daerah",
                **CHIEF,
            ),
            ["a.n. BUPATI WAJO", "SEKRETARIS DAERAH", "u.b.", "ASISTEN ADMINISTRASI,"],
        ),
        (
            Signatory("Sekretaris Daerah", form=Form.ACTING, own_office="Asisten Administrasi", **CHIEF),
            ["Plt. SEKRETARIS DAERAH,", "ASISTEN ADMINISTRASI,"],
        ),
        (Signatory("Camat Tempe", form=Form.DAILY_ACTING, **CHIEF), ["Plh. CAMAT TEMPE,"]),
        (
            Signatory("Plt. Sekretaris Daerah", form=Form.ON_BEHALF, on_behalf_of="Pj. Bupati Wajo", **CHIEF),
            ["a.n. Pj. BUPATI WAJO", "Plt. SEKRETARIS DAERAH,"],
        ),
        (Signatory("plt. Sekretaris Daerah", form=Form.ACTING, **CHIEF), ["Plt. SEKRETARIS DAERAH,"]),
    ],
)
def test_the_forms_of_signing(signatory: Signatory, above: list[str]) -> None:
    assert people.signature_lines(signatory) == [*above, *BELOW]


@pytest.mark.parametrize(
    ("form", "line"),
    [(Form.OWN, "BUPATI WAJO,"), (Form.INTERIM, "Pj. BUPATI WAJO,"), (Form.TEMPORARY, "Pjs. BUPATI WAJO,")],
)
def test_a_political_office_signs_by_name_alone(form: Form, line: str) -> None:
    head = Signatory("Bupati Wajo", form=form, political=True, **CHIEF)
    assert people.signature_lines(head) == [line, "", "Ir. A. Contoh, M.Si."]


def test_political_offices_are_known() -> None:
    for office in (
        "Bupati Wajo",
        "Pj. Wali Kota Pagar Alam",
        "WAKIL BUPATI WAJO",
        "Gubernur",
        "pjs. bupati Asmat",
    ):
        assert people.is_political(office)
    for office in ("Sekretaris Daerah", "Camat Tempe", "Bupatian", "Kepala Dinas"):
        assert not people.is_political(office)


def test_a_name_keeps_its_spelling_and_empty_lines_are_left_out() -> None:
    assert people.signature_name(Signatory("Camat", "dr. h. Ani, S.H., M.Si.")) == ["dr. h. Ani, S.H., M.Si."]


def test_numbers_are_labelled() -> None:
    assert people.labelled_number(NIP) == "NIP. 19700115 199503 1 002"
    assert people.labelled_number("85041234") == "NRP 85041234"
    assert people.labelled_number("NI PPPK 199001012023211001") == "NI PPPK 19900101 202321 1 001"
    assert people.labelled_number("NRP 7605") == "NRP 7605"
    assert people.labelled_number("tidak ada") == "tidak ada"


def test_every_form_has_a_label() -> None:
    assert set(people.FORM_LABELS) == set(Form)


@pytest.mark.parametrize(
    ("unit", "office", "service"),
    [
        ("Polres Wajo", "Kasat Intelkam", people.Service.POLICE),
        ("", "Kapolsek Tempe", people.Service.POLICE),
        ("Kodim 1406/Wajo", "", people.Service.ARMY),
        ("", "Babinsa Tempe", people.Service.ARMY),
        ("Kejaksaan Negeri Wajo", "Kasi Intel", people.Service.VERTICAL),
        ("Sekretariat KPU", "Sekretaris", people.Service.VERTICAL),
        ("Bawaslu", "Anggota", people.Service.VERTICAL),
        ("", "Kapolda Sulawesi Selatan", people.Service.POLICE),
        ("", "Pangdam XIV/Hasanuddin", people.Service.ARMY),
        ("", "Kajati Sulsel", people.Service.VERTICAL),
        ("BPBD", "Kepala Pelaksana", people.Service.CIVIL),
        ("Satpol PP", "Kepala Satuan Polisi Pamong Praja", people.Service.CIVIL),
        ("", "Camat Tempe", people.Service.CIVIL),
    ],
)
def test_under_whom_somebody_serves(unit: str, office: str, service: people.Service) -> None:
    assert people.service_of("", unit, office) is service
    ordered = service is people.Service.CIVIL
    assert people.is_ordered_here(service) is ordered
    assert people.service_of("pppk", unit, office) is people.Service.CONTRACT


def test_numbers_by_service() -> None:
    assert people.labelled_number(NIP, people.Service.CONTRACT) == "NI PPPK 19700115 199503 1 002"
    assert people.labelled_number("78010203", people.Service.POLICE) == "NRP 78010203"
    assert people.labelled_number(NIP, people.Service.VERTICAL) == "NIP. 19700115 199503 1 002"
    assert people.labelled_number("NI PPPK 1985", people.Service.CIVIL) == "NI PPPK 1985"
    assert people.labelled_number("", people.Service.POLICE) == ""


@pytest.mark.parametrize(
    ("unit", "chief"),
    [
        ("Polres  Wajo", "Kapolres Wajo"),
        ("Polresta Palembang", "Kapolresta Palembang"),
        ("KPU Kabupaten Wajo", "Ketua KPU Kabupaten Wajo"),
        ("Kodim 1406/Wajo", "Komandan Kodim 1406/Wajo"),
        ("Kejaksaan Negeri Wajo", "Kepala Kejaksaan Negeri Wajo"),
        ("Polda Sulawesi Selatan", "Kapolda Sulawesi Selatan"),
        ("Korem 141/Toddopuli", "Komandan Korem 141/Toddopuli"),
        ("Kodam XIV/Hasanuddin", "Panglima Kodam XIV/Hasanuddin"),
        ("Kejati Sulsel", "Kepala Kejaksaan Tinggi Sulsel"),
        ("Panwaslu Kecamatan Tempe", "Ketua Panwaslu Kecamatan Tempe"),
        ("KPUD Wajo", "Pimpinan KPUD Wajo"),
        ("", ""),
    ],
)
def test_to_whom_a_request_for_people_goes(unit: str, chief: str) -> None:
    assert people.chief_of(unit) == chief


def test_one_name_with_and_without_titles() -> None:
    assert people.same_person("Drs. H. Andi Baso, M.Si.", "andi baso")
    assert people.same_person("dr.Sitti", "Sitti")
    assert not people.same_person("A. Baso", "M. Baso")
    assert not people.same_person("", "")
    assert not people.same_person("Dr.", "Drs.")
