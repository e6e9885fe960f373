"""Hold what `glossary find` shows."""

import json

from glossary.store import Store
from glossary.web.schemas import Hits
from tests.samples import term


def test_a_form_is_shown_with_its_meaning(glossary, db):
    ran = glossary("find", "cnfpt")
    assert ran.code == 0
    assert ran.out.splitlines()[:3] == [
        "CNFPT : Centre national de la fonction publique territoriale",
        "    Définition de CNFPT.",
        "    [administration · cnfpt]",
    ]


def test_words_need_no_quotes_and_the_reason_is_told(glossary, db):
    ran = glossary("find", "demandeur", "emploi", "--limit", 1)
    assert ran.out.startswith("DE : Demandeur d'emploi\n")
    assert "Ces mots sont dans" in ran.out


def test_nothing_found_is_said(glossary, db):
    ran = glossary("find", "zzzzzzzzzz")
    assert (ran.code, ran.out) == (0, "")
    assert "written like «zzzzzzzzzz»" in ran.err


def test_a_meaning_of_the_past_says_so(glossary, db):
    with Store(db) as store:
        old = term("CHSCT", "Comité d'hygiène", valid_to="2019-12-31", replaced_by="cse", status="to-check")
        store.save([old], by="anne")
    ran = glossary("find", "chsct")
    assert "[administration · chsct · à vérifier · jusqu'en 2019-12-31 · remplacé par cse]" in ran.out


def test_the_shipped_glossary_answers_before_there_is_a_database(glossary, tmp_path):
    ran = glossary("find", "cnftp", "--limit", 1, "--db", tmp_path / "none.db")
    assert ran.out.startswith("CNFPT : Centre national")
    assert not (tmp_path / "none.db").exists()


def test_a_release_answers_as_of_its_day(glossary, db):
    with Store(db) as store:
        store.releases.freeze("2026-11", by="anne")
        store.save([term("CNFPT", "Autre sens")], by="anne")
    assert "Autre sens" in glossary("find", "cnfpt").out
    assert "Centre national" in glossary("find", "cnfpt", "--release", "2026-11").out


def test_json_is_what_rest_answers(glossary, db):
    answer = json.loads(glossary("find", "cnftp", "--json").out)
    Hits.model_validate(answer, extra="forbid")
    assert answer["hits"][0]["term"]["id"] == "cnfpt"
    assert json.loads(glossary("find", "zzzzzzzzzz", "--json").out)["hits"] == []


def test_an_empty_question_is_misuse(glossary, db):
    ran = glossary("find", " ")
    assert (ran.code, ran.out) == (2, "")
    assert "say which form" in ran.err
