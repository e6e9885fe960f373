"""Run the very code of the bookmark on pages that make it hard."""

import urllib.request
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.engine.bookmark import OPENED, Reader
from tests.web.engine.conftest import Site

pytestmark = pytest.mark.browser

MAX_LENGTH = 65_000
MAX_SMALL = 7_000
STRICT = {
    "Content-Security-Policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
}
HEAD = "<!doctype html><html lang='fr'><meta charset='utf-8'><title>Essai</title><body>"
TEXT = "<h1>RÉUNION DU CSEC</h1><p>Le C<b>NFP</b>T et l’ARE,\n   le CDE ; la ZQRT.</p>"
FOUND = {"known": ["ARE", "CDE", "CNFPT", "CSEC"], "undecided": [], "unknown": ["ZQRT"]}
# Where the code that weighs meanings cannot be loaded, two usual meanings are left open.
FOUND_ALONE = {"known": ["ARE", "CNFPT", "CSEC"], "undecided": ["CDE"], "unknown": ["ZQRT"]}


@pytest.fixture(scope="session")
def bookmark(address: str) -> str:
    """Give the address of the full bookmark, as the server builds it."""
    with urllib.request.urlopen(f"{address}/favori.txt") as answer:
        return str(answer.read().decode())


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a fresh context whose tests can look into our closed root."""
    with chromium.new_context(viewport={"width": 1000, "height": 700}) as context:
        context.add_init_script(OPENED)
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page whose scripts may not fail."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []


def read(page: Page, bookmark: str, url: str) -> Reader:
    """Open a page and click the bookmark on it."""
    page.goto(url)
    reader = Reader(page, bookmark)
    reader.click()
    reader.wait_read()
    return reader


def test_the_bookmark_fits(address: str, bookmark: str) -> None:
    with urllib.request.urlopen(f"{address}/favori.txt?size=small") as answer:
        small = answer.read().decode()
    assert bookmark.startswith("javascript:")
    assert len(bookmark) <= MAX_LENGTH
    assert len(small) < MAX_SMALL


def test_the_small_bookmark_loads_the_code_and_a_second_click_stops_it(
    page: Page, address: str, site: Site
) -> None:
    with urllib.request.urlopen(f"{address}/favori.txt?size=small") as answer:
        reader = read(page, answer.read().decode(), site.add("/small.html", HEAD + TEXT))
    assert reader.painted() == FOUND
    reader.click()
    reader.wait("CSS.highlights.size", 0)


def test_the_address_survives_the_browser(page: Page, bookmark: str) -> None:
    assert page.evaluate("address => new URL(address).href", bookmark) == bookmark


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("plain", {}),
        ("strict", STRICT),
        (
            "coop",
            {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"},
        ),
    ],
)
def test_sigles_are_painted_under_every_policy(
    page: Page, bookmark: str, site: Site, name: str, headers: dict[str, str]
) -> None:
    reader = read(page, bookmark, site.add(f"/policy-{name}.html", HEAD + TEXT, headers))
    assert reader.painted() == (FOUND_ALONE if name == "strict" else FOUND)


PATCHES = {
    "map": "window.Map = function () { this.broken = true; }; window.Set = class {};",
    "lexical": "class Map {}; const Set = 1;",
    "array": "Array.prototype.map = function () { return 'no'; }; Array.prototype.extra = 1; Array.from = () => [];",
    "iterator": "Array.prototype[Symbol.iterator] = function () { throw new Error('no'); };",
    "object": "Object.entries = () => []; Object.assign = () => ({}); String.prototype.replace = () => '';",
    "methods": "Map.prototype.get = () => 1; Set.prototype.has = () => true; RegExp.prototype.exec = () => null;",
}


@pytest.mark.parametrize("patch", PATCHES)
def test_a_page_may_have_patched_the_language(page: Page, bookmark: str, site: Site, patch: str) -> None:
    script = f"<script>{PATCHES[patch]}</script>"
    page.goto(site.add(f"/patched-{patch}.html", HEAD + TEXT + script))
    reader = Reader(page, bookmark)
    kept = "String(Array.prototype.map) + Map + Object.entries + Map.prototype.get"
    before = reader.run(kept)
    reader.click()
    reader.wait("CSS.highlights.get('en-clair-unknown')?.size", 1)
    page.wait_for_timeout(200)
    assert reader.run("CSS.highlights.get('en-clair-known').size") == 4
    assert reader.run(kept) == before


def test_the_page_stays_as_it_is(page: Page, bookmark: str, site: Site) -> None:
    page.goto(site.add("/same.html", HEAD + TEXT * 3))
    reader = Reader(page, bookmark)
    before = reader.serialised()
    reader.click()
    reader.wait_read()
    page.keyboard.press("F8")
    assert reader.serialised() == before
    assert reader.run("document.querySelectorAll('en-clair').length") == 1
    reader.click()
    assert reader.serialised() == before
    assert reader.run("document.querySelectorAll('en-clair').length + CSS.highlights.size") == 0
    assert reader.run("document.adoptedStyleSheets.length") == 0


def test_our_root_is_closed(chromium: Browser, bookmark: str, site: Site) -> None:
    page = chromium.new_page()
    page.goto(site.add("/closed.html", HEAD + TEXT))
    reader = Reader(page, bookmark)
    reader.click()
    reader.wait("document.querySelector('en-clair').shadowRoot", None)
    page.close()


def test_the_text_of_the_page_is_never_sent(page: Page, bookmark: str, site: Site, address: str) -> None:
    url = site.add("/private.html", HEAD + TEXT)
    page.goto(url)
    asked: list[tuple[str, str, str | None, str | None]] = []
    page.on(
        "request", lambda r: asked.append((r.method, r.url, r.post_data, r.headers.get("referer") or None))
    )
    reader = Reader(page, bookmark)
    reader.click()
    reader.wait_read()
    for _ in range(6):
        page.keyboard.press("F8")
    page.wait_for_timeout(300)
    assert sorted(
        (method, url.partition("?v=")[0], body, referer) for method, url, body, referer in asked
    ) == [
        ("GET", f"{address}/api/v1/index", None, None),
        ("GET", f"{address}/api/v1/words", None, None),
        ("GET", f"{address}/favori-sens.js", None, None),
    ]


def test_a_page_that_redraws_is_followed(page: Page, bookmark: str, site: Site) -> None:
    reader = read(page, bookmark, site.add("/redraw.html", HEAD + "<main id=app><p>Le CSE.</p></main>"))
    reader.run("document.getElementById('app').innerHTML = '<p>Le <i>RSA</i> et le CDD.</p><p>La CAF.</p>'")
    reader.wait("CSS.highlights.get('en-clair-known').size", 2)
    assert reader.painted() == {"known": ["CDD", "RSA"], "undecided": [], "unknown": ["CAF"]}
    reader.run("document.querySelector('i').firstChild.data = 'CNFPT'")
    reader.wait(
        "[...CSS.highlights.get('en-clair-known')].some((mark) => mark.startContainer.data === 'CNFPT')"
    )


def test_what_comes_into_sight_is_read(page: Page, bookmark: str, site: Site) -> None:
    style = "<style>#menu p{display:none} .open #menu p{display:block}</style>"
    reader = read(
        page, bookmark, site.add("/menu.html", HEAD + style + "<div id=menu><p>Le CSE</p></div><p>Le RSA")
    )
    assert reader.painted()["known"] == ["RSA"]
    reader.run("document.body.className = 'open'")
    reader.wait("CSS.highlights.get('en-clair-known').size", 2)
    reader.run("document.body.className = ''")
    reader.wait("CSS.highlights.get('en-clair-known').size", 1)


def test_shadow_roots_and_frames_are_read(page: Page, bookmark: str, site: Site) -> None:
    site.add("/inner.html", HEAD + "<p>Le CDD</p>")
    shadow = "<script>h.attachShadow({mode:'open'}).innerHTML='<p>Le RSA</p><slot></slot>'</script>"
    reader = read(
        page,
        bookmark,
        site.add(
            "/deep.html", HEAD + f"<div id=h><b>le CSE</b></div>{shadow}<iframe src=/inner.html></iframe>"
        ),
    )
    inner = (
        "CSS.highlights.get('en-clair-known').size + 10 * frames[0].CSS.highlights.get('en-clair-known').size"
    )
    reader.wait(inner, 12)


def test_an_editor_is_left_alone(page: Page, bookmark: str, site: Site) -> None:
    editor = "<div id=editor contenteditable>Le CSE </div><textarea>CDD</textarea><p>Le RSA</p>"
    page.goto(site.add("/editor.html", HEAD + editor))
    page.locator("#editor").click()
    page.keyboard.type("avant ")
    reader = Reader(page, bookmark)
    reader.click()
    reader.wait_read()
    page.locator("#editor").press("End")
    page.keyboard.type("après le CNFPT")
    page.wait_for_timeout(400)
    assert reader.painted() == {"known": ["RSA"], "undecided": [], "unknown": []}
    assert "après le CNFPT" in reader.run("document.getElementById('editor').innerHTML")


def test_what_the_page_defines_is_taken_from_it(page: Page, bookmark: str, site: Site) -> None:
    text = (
        "<p>La commission locale des échanges (CLE) et le comité de pilotage (Copil).</p><p>La CLE, le Copil."
    )
    reader = read(page, bookmark, site.add("/defined.html", HEAD + text))
    assert reader.painted() == {"known": ["CLE", "CLE", "Copil", "Copil"], "undecided": [], "unknown": []}
    page.keyboard.press("F8")
    bubble = page.locator("#bubble")
    expect(bubble).to_contain_text("hors glossaire")
    expect(bubble).to_contain_text("commission locale des échanges")
    bubble.get_by_role("button", name="Montrer où").click()
    expect(bubble.locator("h2")).to_have_text("commission locale des échanges")


def test_what_is_no_prose_is_left_out(page: Page, bookmark: str, site: Site) -> None:
    hidden = (
        "<p hidden>CSE</p><code>CSE</code><pre>CSE</pre><p translate=no>CSE</p><p class=noglossary>CSE</p>"
    )
    styled = "<style>i{display:none}</style><i>CSE</i><abbr title='Comité'>CSE</abbr><script>CSE=1</script>"
    reader = read(page, bookmark, site.add("/prose.html", HEAD + hidden + styled))
    assert reader.painted() == {"known": [], "undecided": [], "unknown": []}


def test_a_page_from_right_to_left(page: Page, bookmark: str, site: Site) -> None:
    reader = read(
        page, bookmark, site.add("/rtl.html", HEAD.replace("<body>", "<body dir=rtl>") + "<p>مرحبا CSE شكرا")
    )
    page.keyboard.press("F8")
    expect(page.locator("#bubble")).to_contain_text("Comité social et économique")
    assert reader.run("document.documentElement.scrollWidth <= innerWidth")


def test_a_table_of_ten_thousand_rows(page: Page, bookmark: str, site: Site) -> None:
    rows = "".join(f"<tr><td>{number}<td>CSE<td>Le CNFPT répond" for number in range(10_000))
    reader = read(page, bookmark, site.add("/table.html", HEAD + f"<table>{rows}</table>"))
    page.locator("#pill button").first.click()
    expect(page.locator("#panel li", has_text="CNFPT")).to_contain_text("× 10000")
    # Only what is in sight is painted, and what comes into sight.
    assert 20 < reader.run("CSS.highlights.get('en-clair-known').size") < 400
    reader.run("scrollTo(0, document.body.scrollHeight)")
    last = "document.querySelector('tr:last-child td:last-child').firstChild"
    reader.wait(f"[...CSS.highlights.get('en-clair-known')].some((mark) => mark.startContainer === {last})")


def test_the_pointer_opens_the_bubble_and_may_move_onto_it(page: Page, bookmark: str, site: Site) -> None:
    read(page, bookmark, site.add("/hover.html", HEAD + "<p style='margin:200px'>Le <b>CNFPT</b> forme."))
    bubble = page.locator("#bubble")
    page.locator("b").hover()
    expect(bubble).to_contain_text("Centre national de la fonction publique territoriale")
    bubble.hover()
    page.wait_for_timeout(600)
    expect(bubble).to_be_visible()
    page.mouse.move(900, 650)
    expect(bubble).to_be_hidden()


def test_a_touch_opens_the_bubble(chromium: Browser, bookmark: str, site: Site) -> None:
    with chromium.new_context(has_touch=True, viewport={"width": 320, "height": 640}) as context:
        context.add_init_script(OPENED)
        page = context.new_page()
        reader = read(
            page,
            bookmark,
            site.add(
                "/touch.html", HEAD + "<p>Le <b>CNFPT</b> forme.</p><p id=p style='margin-top:300px'>Fin."
            ),
        )
        page.locator("b").tap()
        expect(page.locator("#bubble")).to_contain_text("Centre national")
        assert reader.run("document.documentElement.scrollWidth") <= 320
        page.locator("#p").tap()
        expect(page.locator("#bubble")).to_be_hidden()


def test_escape_closes_the_bubble_and_nothing_behind_it(page: Page, bookmark: str, site: Site) -> None:
    dialog = "<dialog id=d><p>Le CSE</p><button>Oui</button></dialog>"
    counting = "<script>d.showModal(); keys = 0; addEventListener('keydown', () => keys++)</script>"
    reader = read(page, bookmark, site.add("/dialog.html", HEAD + dialog + counting))
    page.keyboard.press("F8")
    expect(page.locator("#bubble")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#bubble")).to_be_hidden()
    assert reader.run("d.open") is True
    assert reader.run("keys") == 0
    page.keyboard.press("Escape")
    assert reader.run("d.open") is False


def test_keys_lead_from_sigle_to_sigle_and_focus_comes_back(page: Page, bookmark: str, site: Site) -> None:
    reader = read(page, bookmark, site.add("/keys.html", HEAD + "<button id=b>Oui</button>" + TEXT))
    page.locator("#b").focus()
    heading = page.locator("#bubble h2")
    for key, surface in [("F8", "CSEC"), ("F8", "CNFPT"), ("Shift+F8", "CSEC"), ("Shift+F8", "ZQRT")]:
        page.keyboard.press(key)
        expect(heading).to_have_text(surface)
    expect(page.locator("#status")).to_have_text("ZQRT, inconnu, 5 sur 5")
    page.keyboard.press("Escape")
    assert reader.run("document.activeElement.id") == "b"
    page.keyboard.press("F9")
    assert reader.run("CSS.highlights.size") == 0


def test_the_panel_lists_the_page_and_hides_what_the_reader_knows(
    page: Page, bookmark: str, site: Site
) -> None:
    url = site.add("/panel.html", HEAD + TEXT + "<p>Le CNFPT encore.")
    reader = read(page, bookmark, url)
    page.locator("#pill button").first.click()
    expect(page.locator("#panel h3")).to_have_text(["Expliqués (4)", "Inconnus (1)"])
    expect(page.locator("#panel li", has_text="CNFPT")).to_contain_text("× 2")
    expect(page.locator("#panel a", has_text="Proposer")).to_have_attribute(
        "href", proposal_address("ZQRT", bookmark)
    )
    page.get_by_label("Premières occurrences seulement").check()
    assert reader.painted()["known"] == ["ARE", "CDE", "CNFPT", "CSEC"]
    page.get_by_role("button", name="Je connais : CNFPT").click()
    page.get_by_label("Masquer ce que je connais").check()
    assert reader.painted()["known"] == ["ARE", "CDE", "CSEC"]
    reader = read(page, bookmark, url)
    page.locator("#pill button").first.click()
    page.get_by_label("Masquer ce que je connais").check()
    expect(page.locator("#panel h3").first).to_have_text("Expliqués (3)")


def proposal_address(form: str, bookmark: str) -> str:
    """Give the address where a form is proposed."""
    server = bookmark.split('server:"')[-1].split('"')[0] if 'server:"' in bookmark else ""
    server = server or bookmark.split('"server":"')[1].split('"')[0]
    return f"{server}/proposer?sigle={form}"


def test_without_network_the_bookmark_says_so(page: Page, bookmark: str, site: Site) -> None:
    read(page, bookmark, site.add("/offline.html", HEAD + TEXT, STRICT))
    page.locator("#pill button").first.click()
    expect(page.locator("#body > .soft").first).to_contain_text("mis dans le favori")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1000])
def test_axe_finds_nothing_in_bubble_and_panel(
    chromium: Browser, bookmark: str, site: Site, scheme: str, width: int
) -> None:
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 700})  # type: ignore[arg-type]
    context.add_init_script(OPENED)
    page = context.new_page()
    read(page, bookmark, site.add("/axe.html", HEAD + f"<main>{TEXT}</main>"))
    page.keyboard.press("F8")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.keyboard.press("Escape")
    page.locator("#pill button").first.click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
