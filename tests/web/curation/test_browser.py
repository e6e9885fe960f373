"""Try the desk and the proposals as people do, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from glossary.store import Draft, Store
from tests.web.conftest import OWN_TERMS
from tests.web.servers import running

pytestmark = pytest.mark.browser

PATHS = ("/curation", "/curation/proposition/1", "/curation/proposition/2", "/curation/terme/csec",
         "/curation/nouveau", "/curation/versions", "/curation/exclusions", "/curation/listes", "/sigle/CE")  # fmt: skip
LEAST_WIDTH = 320
TEXT = "La note du service ZQRT est là."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Store]]:
    """Serve a glossary with work to do; give address, token and store."""
    path = Path(tmp_path_factory.mktemp("desk")) / "glossary.db"
    with Store(path) as store:
        store.save(OWN_TERMS, by="glossary")
        store.proposals.add(Draft(kind="unknown", form="CSEX", context="la réunion du CSEX"))
        store.proposals.add(
            Draft(kind="correction", form="RSA", term="rsa", values={"definition": "Un minimum."})
        )
        store.proposals.exclude("PAS", reason="Un mot", by="anne")
        store.releases.freeze("2026-11", by="anne")
        store.collections.load("autre", OWN_TERMS[:0], title="Une liste", trust=1)
        with running(path) as address:
            yield address, store.tokens.create("anne"), store


def sign_in(page: Page, secret: str) -> None:
    """Sign an editor in as she would."""
    page.goto("/curation")
    page.get_by_label("Votre jeton").fill(secret)
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce que demandent les lecteurs")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk_and_nothing_scrolls_sideways(
    browser: Browser, desk: tuple[str, str, Store], scheme: str
) -> None:
    size = {"width": LEAST_WIDTH, "height": 640}
    with browser.new_context(
        base_url=desk[0], bypass_csp=True, color_scheme=scheme, viewport=size
    ) as context:  # type: ignore[arg-type]
        page = context.new_page()
        sign_in(page, desk[1])
        for path in PATHS:
            page.goto(path)
            results = Axe().run(page)
            assert results.violations_count == 0, (path, results.generate_report())
            assert page.evaluate("document.documentElement.scrollWidth") <= LEAST_WIDTH, path


def test_an_editor_answers_a_reader_without_scripts(browser: Browser, desk: tuple[str, str, Store]) -> None:
    with browser.new_context(base_url=desk[0], java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, desk[1])
        page.get_by_role("link", name="CSEX").click()
        page.get_by_role("textbox", name="Forme complète").fill("Comité social et économique exceptionnel")
        page.get_by_role("button", name="Accepter et publier").click()
        page.goto("/sigle/CSEX")
        expect(page.locator(".meaning h2")).to_have_text("Comité social et économique exceptionnel")
        page.get_by_text("Historique").click()
        expect(page.locator(".history")).to_contain_text("par anne")
        page.goto("/curation")
        page.get_by_role("button", name="Sortir").click()
        assert context.cookies() == []


def test_a_reader_asks_for_a_form_without_leaving_the_text(
    browser: Browser, desk: tuple[str, str, Store]
) -> None:
    with browser.new_context(base_url=desk[0]) as context:
        page = context.new_page()
        page.goto("/annoter")
        page.get_by_label("Votre texte").fill(TEXT)
        page.get_by_role("button", name="Annoter", exact=True).click()
        with page.expect_request("**/api/v1/proposals") as sent:
            page.get_by_role("button", name="Demander ce que c’est").click()
        expect(page.locator("form.ask [role=status]")).to_have_text("Demandé, merci.")
        assert sent.value.post_data_json == {"form": "ZQRT", "context": ""}
        expect(page.get_by_role("heading", level=1)).to_have_text("Votre texte, en clair")
        assert context.cookies() == []


def test_a_reader_asks_for_a_form_with_its_words_without_scripts(
    browser: Browser, desk: tuple[str, str, Store]
) -> None:
    with browser.new_context(base_url=desk[0], java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/annoter")
        page.get_by_label("Votre texte").fill(TEXT.replace("ZQRT", "ZQXT"))
        page.get_by_role("button", name="Annoter", exact=True).click()
        page.get_by_label("et joindre").check()
        with context.expect_page() as opened:
            page.get_by_role("button", name="Demander ce que c’est").click()
        expect(opened.value.get_by_role("heading", level=1)).to_have_text("Merci")
        found = [proposal for proposal in desk[2].proposals.open() if proposal.form == "ZQXT"]
        assert found[0].contexts == ("La note du service ZQXT est là.",)


def test_the_search_offers_to_propose_while_one_types(browser: Browser, desk: tuple[str, str, Store]) -> None:
    with browser.new_context(base_url=desk[0]) as context:
        page = context.new_page()
        page.goto("/")
        page.keyboard.type("cnfpx")
        expect(page.locator(".hit .form").first).to_have_text("CNFPT")
        page.locator(".absent a").click()
        expect(page.get_by_label("Le sigle ou l’expression")).to_have_value("cnfpx")
        page.goto("/?q=cnfpx")
        page.get_by_role("searchbox").fill("cnfpt")
        expect(page.locator(".hit .tags").first).not_to_contain_text("Graphie proche")
        expect(page.locator(".absent a")).to_be_hidden()
