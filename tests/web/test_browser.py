"""Try the pages as readers do, in a real browser: keyboard, phone, no scripts, axe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CORPUS = Path(__file__).parent.parent / "corpus"
TEXT = "Le CNFPT, les CDE, Pix et ZQRT. Le CNFPT."
PATHS = (
    "/favori",
    "/essai",
    "/",
    "/?q=cnftp",
    "/sigle/CE",
    "/sigle/CNFTP",
    "/glossaire?lettre=C",
    "/annoter",
    "/document",
    "/relire",
    "/docs",
    "/nulle-part",
    "/proposer?sigle=ZFE",
    "/proposer?terme=rsa",
    "/proposer/merci?sigle=ZFE",
    "/curation/entrer",
    "/sante",
)
LEAST_WIDTH = 320
FOCUSED = """(() => {
  const element = document.activeElement, style = getComputedStyle(element);
  return [element.tagName, style.outlineStyle, parseFloat(style.outlineWidth)];
})()"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page that fails the test when the browser complains."""
    complaints: list[str] = []
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert [text for text in complaints if "404" not in text] == []


def annotate(page: Page) -> None:
    """Paste the text and have it annotated."""
    page.goto("/annoter")
    page.get_by_label("Votre texte").fill(TEXT)
    page.get_by_role("button", name="Annoter", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre texte, en clair")


def test_the_search_answers_while_one_types(page: Page) -> None:
    page.goto("/")
    page.keyboard.type("cnftp")
    expect(page.locator(".hit .form").first).to_have_text("CNFPT")
    expect(page.locator(".hit .tags").first).to_contain_text("Graphie proche")
    expect(page).to_have_url("/?q=cnftp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("CNFPT")
    page.go_back()
    expect(page.locator(".hit .form").first).to_have_text("CNFPT")


def test_emptying_the_box_brings_the_first_view_back(page: Page) -> None:
    page.goto("/?q=cse")
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".hit").first).to_be_hidden()
    expect(page.locator("[data-doors]")).to_be_visible()
    expect(page).to_have_url("/")


def test_a_hostile_term_stays_text(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("PHP")
    expect(page.locator(".hit .full").first).to_have_text("<script>alert(1)</script>")


def test_a_text_is_annotated_and_each_mark_leads_to_its_line(page: Page) -> None:
    annotate(page)
    expect(page.locator(".prose")).to_contain_text(
        "CNFPT (Centre national de la fonction publique territoriale)"
    )
    page.locator(".prose .mention", has_text="CDE").click()
    expect(page.locator(".lines div:target")).to_contain_text("Comité départemental")


def test_the_annotated_text_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    annotate(page)
    page.get_by_text("Copier le texte annoté").click()
    page.get_by_role("button", name="Copier").click()
    expect(page.locator("[role=status]", has_text="Copié")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == TEXT.replace("CNFPT,", "CNFPT (Centre national de la fonction publique territoriale),")


def test_search_and_annotation_work_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_role("searchbox").fill("cnftp")
        page.keyboard.press("Enter")
        expect(page.locator(".hit .form").first).to_have_text("CNFPT")
        annotate(page)
        expect(page.locator(".prose ins")).to_have_count(1)


@pytest.mark.parametrize("path", [*PATHS, "annotated"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str) -> None:
    # axe runs as a script that a page's own policy would not let in.
    with browser.new_context(base_url=address, bypass_csp=True, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        annotate(page) if path == "annotated" else page.goto(path)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", [*PATHS, "annotated"])
def test_no_page_scrolls_sideways_on_a_small_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": LEAST_WIDTH, "height": 640})
    annotate(page) if path == "annotated" else page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= LEAST_WIDTH


def test_the_first_stop_leads_past_the_menu(page: Page) -> None:
    page.goto("/annoter")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Votre texte")).to_be_focused()


@pytest.mark.parametrize("path", [*PATHS, "annotated"])
def test_every_stop_of_the_keyboard_is_seen(page: Page, path: str) -> None:
    annotate(page) if path == "annotated" else page.goto(path)
    stops = set()
    for _ in range(15):
        page.keyboard.press("Tab")
        name, style, width = page.evaluate(FOCUSED)
        assert name == "BODY" or (style != "none" and width >= 2), (name, style, width)
        stops.add(name)
    assert "A" in stops


def test_pages_are_light_and_stay_at_home(page: Page, address: str) -> None:
    sizes: dict[str, int] = {}
    page.on(
        "response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))})
    )
    for path in PATHS:
        sizes.clear()
        page.goto(path, wait_until="networkidle")
        assert sum(sizes.values()) < 100_000, (path, sizes)
        assert all(url.startswith(address) for url in sizes)


def test_a_document_is_dropped_annotated_and_saved(page: Page, tmp_path: Path) -> None:
    page.goto("/document")
    page.get_by_label("Votre document").set_input_files(CORPUS / "compte-rendu.docx")
    page.get_by_label("en commentaires").check()
    page.get_by_role("button", name="Annoter", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre document, en clair")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Enregistrer le document annoté").click()
    assert waiting.value.suggested_filename == "compte-rendu-en-clair.docx"
    waiting.value.save_as(tmp_path / "saved.docx")
    assert b"word/comments.xml" in (tmp_path / "saved.docx").read_bytes()
    assert Axe().run(page).response["violations"] == []
