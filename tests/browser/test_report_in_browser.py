"""What a person does with the report: searches, filters, reads, changes the language, prints."""

import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kielipari.model import Report
from kielipari.report import RenderOptions, files, render

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).parent.parent.parent
PHONE = (390, 844)
WIDTHS = {"desktop": (1280, 1000), "phone": PHONE}


def shown(chrome: "Chrome", selector: str) -> list[Any]:
    """Return the elements that are there for the eye."""
    script = (
        "return [...document.querySelectorAll(arguments[0])]"
        ".filter(e => e.checkVisibility() && !e.closest('[hidden]'))"
    )
    found: list[Any] = chrome.execute_script(script, selector)
    return found


def eventually(true: Callable[[], object]) -> None:
    """Wait for what the page does a moment after a key."""
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def pairs_of(chrome: "Chrome") -> int:
    return len(shown(chrome, ".pair"))


def press(chrome: "Chrome", *keys: str) -> None:
    from selenium.webdriver import ActionChains  # noqa: PLC0415 skipped where it is missing

    ActionChains(chrome).send_keys(*keys).perform()


def emulate(chrome: "Chrome", media: str = "", scheme: str = "light") -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def test_nothing_is_wrong_in_the_console(opened: "Chrome") -> None:
    severe = [e for e in opened.get_log("browser") if e["level"] == "SEVERE"]
    assert severe == []


def test_search_leaves_what_holds_the_word(opened: "Chrome") -> None:
    everything = pairs_of(opened)
    opened.find_element("name", "q").send_keys("Hankintatuki")
    eventually(lambda: 0 < pairs_of(opened) < everything)
    assert all("Hankintatuki" in pair.text for pair in shown(opened, ".pair"))
    opened.find_element("name", "q").send_keys("xyzzy")
    eventually(lambda: pairs_of(opened) == 0)
    assert shown(opened, "#nothing")
    opened.find_element("css selector", "#filter [type=reset]").click()
    eventually(lambda: pairs_of(opened) == everything)


def test_filter_by_kind_severity_and_page(opened: "Chrome") -> None:
    from selenium.webdriver.support.ui import Select  # noqa: PLC0415 skipped where it is missing

    everything = pairs_of(opened)
    rule = Select(opened.find_element("name", "rule"))
    rule.select_by_value("missing-page")
    eventually(lambda: pairs_of(opened) < everything)
    assert pairs_of(opened) == len(shown(opened, ".n"))
    assert {note.get_attribute("data-r") for note in shown(opened, ".n")} == {"missing-page"}
    rule.select_by_value("")
    for box in opened.find_elements("css selector", "[name=severity]"):
        if box.get_attribute("value") != "warning":
            box.click()
    eventually(lambda: shown(opened, ".n") and not shown(opened, ".n.error"))
    opened.find_element("css selector", "#filter [type=reset]").click()
    Select(opened.find_element("name", "page")).select_by_index(1)
    eventually(lambda: pairs_of(opened) == 1)


def test_new_only_shows_what_the_last_run_did_not_have(opened: "Chrome") -> None:
    opened.find_element("name", "new").click()
    eventually(lambda: len(shown(opened, ".n")) == 3)


def test_the_language_changes_and_is_remembered(opened: "Chrome", written: str) -> None:
    english = opened.find_element("css selector", "h1").text
    for name, lang in (("Svenska", "sv"), ("Suomi", "fi")):
        opened.find_element("xpath", f"//button[text()='{name}']").click()
        root = opened.find_element("css selector", "html")
        assert root.get_attribute("lang") == lang
        assert opened.find_element("css selector", "h1").text != english
    assert "virhettä" in opened.find_element("css selector", "h1").text
    opened.get(written)
    assert "virhettä" in opened.find_element("css selector", "h1").text
    assert opened.execute_script("return document.title").startswith("Kieliversio")


def test_a_deep_link_opens_the_finding_and_stands_on_it(opened: "Chrome", written: str) -> None:
    opened.get("about:blank")
    opened.get(f"{written}#f7")
    note = opened.find_element("id", "f7")
    eventually(lambda: note in shown(opened, ".n"))
    assert opened.switch_to.active_element == note
    place = "return arguments[0].getBoundingClientRect()"
    bar = opened.execute_script(place, opened.find_element("id", "filter"))
    eventually(lambda: opened.execute_script(place, note)["top"] >= bar["height"])
    assert opened.execute_script(place, note)["bottom"] <= opened.execute_script(
        "return innerHeight"
    )


def test_every_row_has_both_versions_beside_each_other(opened: "Chrome") -> None:
    opened.find_element("id", "open").click()
    looks = opened.execute_script(
        "return [...new Set([...document.querySelectorAll('.pair .r')].filter(e => e.checkVisibility())"
        ".map(e => getComputedStyle(e).display))]"
    )
    assert looks == ["grid"]
    cells = opened.execute_script(
        "return [...document.querySelectorAll('.pair div')]"
        ".filter(e => !e.className && !e.lang && !e.closest('[lang]:not(html)')).length"
    )
    assert cells == 0
    assert opened.execute_script("return document.querySelectorAll('.r.c').length") > 5


def test_a_link_of_the_list_leads_to_its_finding(opened: "Chrome") -> None:
    link = opened.find_element("css selector", ".first a")
    target = link.get_attribute("href").partition("#")[2]
    link.click()
    eventually(lambda: opened.find_element("id", target) in shown(opened, ".n"))


def test_it_can_be_used_from_the_keyboard(opened: "Chrome") -> None:
    from selenium.webdriver import Keys  # noqa: PLC0415 skipped where it is missing

    press(opened, Keys.TAB)
    assert opened.switch_to.active_element.get_attribute("class") == "skip"
    press(opened, Keys.ENTER, Keys.TAB)
    names = []
    for _ in range(14):
        names.append(opened.switch_to.active_element.get_attribute("name"))
        if opened.switch_to.active_element.tag_name == "summary":
            break
        press(opened, Keys.TAB)
    assert {"q", "rule", "page", "severity"} <= set(names)
    summary = opened.switch_to.active_element
    assert summary.tag_name == "summary"
    press(opened, Keys.ENTER)
    eventually(lambda: opened.execute_script("return arguments[0].parentElement.open", summary))


def test_a_term_shows_its_equivalent_on_focus_and_hover(opened: "Chrome") -> None:
    opened.find_element("id", "open").click()
    script = "return getComputedStyle(arguments[0], '::after').content"
    term = next(t for t in shown(opened, ".t") if t.get_attribute("data-e"))
    assert term.get_attribute("data-e") not in opened.execute_script(script, term)
    opened.execute_script("arguments[0].focus()", term)
    assert term.get_attribute("data-e") in opened.execute_script(script, term)


def test_dark_colours_where_the_reader_wants_them(opened: "Chrome") -> None:
    script = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    assert min(opened.execute_script(script)[:3]) > 200
    emulate(opened, scheme="dark")
    assert max(opened.execute_script(script)[:3]) < 60


def test_paper_shows_the_findings_and_no_form(opened: "Chrome") -> None:
    opened.execute_script("dispatchEvent(new Event('beforeprint'))")
    emulate(opened, media="print")
    assert not shown(opened, "#filter")
    assert len(shown(opened, ".n")) == len(opened.find_elements("css selector", ".n"))


def test_nothing_hangs_over_the_edge_of_a_phone(opened: "Chrome") -> None:
    opened.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": PHONE[0], "height": PHONE[1], "deviceScaleFactor": 1, "mobile": True},
    )
    try:
        opened.find_element("id", "open").click()
        wide = opened.execute_script("return document.documentElement.scrollWidth")
        assert wide <= PHONE[0]
    finally:
        opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def violations(chrome: "Chrome") -> list[str]:
    """Open all that can be opened, and return what axe-core finds wrong."""
    axe = next(
        (
            found
            for folder in (ROOT, ROOT / ".venv", *ROOT.parents)
            if (found := folder / "node_modules" / "axe-core" / "axe.min.js").is_file()
        ),
        None,
    )
    if axe is None:
        pytest.skip("axe-core is not there: npm install --prefix .venv axe-core")
    chrome.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
    chrome.execute_script(axe.read_text(encoding="utf-8"))
    chrome.set_script_timeout(120)
    found: list[str] = chrome.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map("
        "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))))"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_axe_finds_no_violation(opened: "Chrome", scheme: str, width: str) -> None:
    opened.set_window_size(*WIDTHS[width])
    emulate(opened, scheme=scheme)
    assert violations(opened) == []


def plant(value: Any) -> Any:  # noqa: ANN401 any field of any dataclass
    """Put a script into every free text."""
    evil = '"><script>window.planted=1</script><img src=x onerror="window.planted=2">'
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"kind", "region", "id", "pair", "block", "severity", "found_by"}
        planted = {
            f.name: plant(getattr(value, f.name)) for f in fields(value) if f.name not in kept
        }
        return replace(value, **planted)
    if type(value) is str:
        return value + evil
    if type(value) is tuple and not hasattr(value, "_fields"):
        return tuple(plant(one) for one in value)
    return value


@pytest.mark.parametrize("number", [0, 200])
def test_what_is_planted_in_texts_stays_text(
    chrome: "Chrome",
    corpus_report: Report,
    many: Callable[[int], Report],
    tmp_path: Path,
    number: int,
) -> None:
    file = tmp_path / "planted.html"
    file.write_bytes(render("html", plant(many(number) if number else corpus_report)))
    chrome.get(file.as_uri())
    chrome.find_element("id", "open").click()
    assert chrome.execute_script("return window.planted === undefined")
    assert chrome.execute_script("return document.scripts.length") <= 3
    assert "<script>" in chrome.execute_script("return document.body.textContent")


@pytest.fixture(scope="session")
def long(many: Callable[[int], Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of a site of 500 pairs."""
    file = tmp_path_factory.mktemp("long") / "report.html"
    file.write_bytes(render("html", many(500), RenderOptions(locale="en", audit=True)))
    return file


def test_five_hundred_pairs_open_in_a_second(chrome: "Chrome", long: Path) -> None:
    assert long.stat().st_size < 15_000_000
    times = []
    for _ in range(3):
        chrome.get("about:blank")
        chrome.get(long.as_uri())
        script = (
            "const t = performance.timing; return t.domContentLoadedEventEnd - t.navigationStart"
        )
        times.append(chrome.execute_script(script))
    assert min(times) < 1000, f"{times} ms"


def test_a_long_report_is_searched_before_its_pages_are_opened(
    chrome: "Chrome", long: Path
) -> None:
    chrome.get("about:blank")
    chrome.get(long.as_uri())
    everything = pairs_of(chrome)
    assert everything >= 500
    box = chrome.find_element("name", "q")
    box.send_keys("Hankintatuki")
    eventually(lambda: 0 < pairs_of(chrome) < everything)
    box.clear()
    box.send_keys("xyzzy")
    eventually(lambda: pairs_of(chrome) == 0)
    chrome.find_element("css selector", "#filter [type=reset]").click()
    eventually(lambda: pairs_of(chrome) == everything)
    summary = chrome.find_elements("css selector", ".pair > summary")[5]
    assert not shown(chrome, ".r")
    summary.click()
    eventually(lambda: shown(chrome, ".r"))


def test_a_long_report_leads_to_a_finding_and_speaks_other_languages(
    chrome: "Chrome", long: Path
) -> None:
    chrome.get("about:blank")
    chrome.get(f"{long.as_uri()}?lang=sv#f40")
    note = chrome.find_element("id", "f40")
    eventually(lambda: note in shown(chrome, ".n"))
    assert chrome.switch_to.active_element == note
    swedish = note.text
    chrome.find_element("xpath", "//button[text()='Suomi']").click()
    assert chrome.find_element("id", "f40").text != swedish
    chrome.execute_script("localStorage.clear()")


@pytest.fixture(scope="session")
def folder(corpus_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report as a folder; return it."""
    folder = tmp_path_factory.mktemp("folder")
    options = RenderOptions(locale="en", audit=True)
    for name, data in files("html", corpus_report, f"{folder}/", options).items():
        Path(name).write_bytes(data)
    return folder


def test_a_folder_is_searched_and_followed_like_one_page(chrome: "Chrome", folder: Path) -> None:
    chrome.get((folder / "index.html").as_uri())
    box = chrome.find_element("name", "q")
    box.send_keys("75 prosenttia")
    eventually(lambda: pairs_of(chrome) == 1)
    chrome.find_element("css selector", ".langs button[lang=sv]").click()
    (link,) = shown(chrome, ".pair:not([hidden]) .n .a")
    link.click()
    eventually(lambda: "/p" in chrome.current_url)
    assert chrome.execute_script("return document.documentElement.lang") == "sv"
    note = chrome.execute_script("return document.activeElement")
    assert "75 prosenttia" in note.text
    assert shown(chrome, "details.pair .r")
    chrome.find_element("css selector", "nav.around a").click()
    eventually(lambda: "index.html" in chrome.current_url)
    assert chrome.execute_script("return document.documentElement.lang") == "sv"
    chrome.execute_script("localStorage.clear()")


def test_an_old_link_to_a_finding_works_in_a_folder(chrome: "Chrome", folder: Path) -> None:
    chrome.get((folder / "index.html").as_uri() + "#f3")
    assert chrome.execute_script("return document.activeElement.id") == "f3"
    assert chrome.execute_script("return document.activeElement.closest('.pair').open")


@pytest.mark.parametrize("name", ["index.html", "p1.html"])
def test_axe_finds_no_violation_in_a_folder(chrome: "Chrome", folder: Path, name: str) -> None:
    chrome.get((folder / name).as_uri())
    assert violations(chrome) == []
