"""Where something fits and where it rubs: asked, seen, clicked and compared, by mouse and by keyboard; and all of it without a script."""
import json
import re

import pytest

import access
from hands import WAYS
from people import Person
from test_map import pixel, ready, spoken

GARDEN = "/kansen?activiteit=zonnepark"


@pytest.fixture(scope="module", autouse=True)
def made(server, chromium):
    """The first map takes long in a build with checks; the tests ask for it when it is there."""
    visitor = Person(chromium, server.address)
    for path in [GARDEN, GARDEN + "&anders-verandering=nieuw", "/schuurt"]:
        visitor.go(path)
        visitor.page.locator("#legenda").wait_for(timeout=240_000)
    visitor.leave()


def number(text):
    return float(re.sub(r"[^\d,]", "", text).replace(",", "."))


@pytest.mark.parametrize("way", WAYS)
def test_an_activity_is_chosen_and_the_map_and_table_come(person, way):
    visitor = person()
    visitor.go("/kansen")
    page, hands = visitor.page, WAYS[way](visitor)
    hands.fill(page.get_by_label("Wat wilt u doen?"), "zonnepanelen")
    hands.press(page.get_by_role("button", name="Zoek", exact=True))
    page.get_by_text("Gevonden: kies wat past").wait_for()
    hands.tick(page.locator("#activiteit-zonnepark"))
    hands.press(page.get_by_role("button", name="Toon de kaart"))
    page.wait_for_url(re.compile(r"/kansen\?activiteit=zonnepark"))
    page.get_by_role("heading", name="Legenda").wait_for()
    ready(page)
    table = page.locator("table.hectares").first
    assert number(table.locator("tbody tr").first.locator("td").first.inner_text()) > 0
    # The picture is drawn: a swatch of the legend has its size, so its image came.
    assert page.locator(".map-legend .map-swatch").first.evaluate("image => image.naturalWidth") == 36
    assert "zonnepark" in page.locator("#adres").inner_text()


def test_a_click_tells_why(person):
    visitor = person()
    visitor.go(GARDEN + "&x=239000&y=556000&z=7")
    page = visitor.page
    ready(page)
    page.locator("#kaart .map-canvas").scroll_into_view_if_needed()
    page.mouse.click(*pixel(page, 239450, 556050, "#kaart"))
    page.get_by_role("heading", name=re.compile(r"Waarom hier\? .*RD 239")).wait_for()
    assert page.locator("#waarom .says").count() > 0
    assert page.locator("#waarom a[href^='/beleid/normen/']").count() > 0
    assert "Onder de kaart staat waarom" in spoken(page)
    assert re.search(r"plek=239\d\d\d,55[56]\d\d\d", page.url)


def test_the_keyboard_asks_why_at_the_middle(person):
    visitor = person()
    visitor.go(GARDEN + "&x=239450&y=556050&z=8")
    page = visitor.page
    ready(page)
    visitor.tab_to(page.locator("#kaart .map-canvas"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="RD 239450, 556050").wait_for()
    assert "plek=239450,556050" in page.url


@pytest.mark.parametrize("way", WAYS)
def test_two_variants_stand_beside_each_other(person, way):
    visitor = person()
    visitor.go(GARDEN)
    page, hands = visitor.page, WAYS[way](visitor)
    ready(page)
    section = page.locator("#vergelijk")
    if way == "mouse":
        section.get_by_label("Soort verandering").select_option("nieuw")
    else:
        visitor.tab_to(section.get_by_label("Soort verandering"))
        page.keyboard.press("ArrowDown")
    hands.press(section.get_by_role("button", name="Vergelijk"))
    page.get_by_role("heading", name=re.compile("Tweede variant: verandering nieuw")).wait_for()
    assert page.locator(".kompas-map").count() == 3
    assert "ha verandert van klasse" in page.locator("#vergelijk").inner_text()
    page.locator("#tweede-kaart[data-state=ready]").wait_for()
    ready(page)
    # They move together.
    page.evaluate("document.getElementById('kaart').kompasMap.base.map.getView().setCenter([240000, 550000])")
    assert page.evaluate("document.getElementById('tweede-kaart').kompasMap.base.centre") == [240000, 550000]


@pytest.mark.parametrize("way", WAYS)
def test_the_nearest_place_is_sought(person, way):
    visitor = person()
    visitor.go(GARDEN)
    page, hands = visitor.page, WAYS[way](visitor)
    ready(page)
    hands.fill(page.get_by_label("Zoek vanaf"), "233000, 556000")
    hands.press(page.locator("#dichtstbij").get_by_role("button", name="Zoek"))
    page.wait_for_url(re.compile(r"vanaf="))
    section = page.locator("#dichtstbij")
    assert section.locator("table.nearest").count() == 1 or "geen plek waar het zeker past" in section.inner_text()


def test_files_are_kept(person):
    visitor = person()
    visitor.go(GARDEN)
    page = visitor.page
    ready(page)
    with page.expect_download() as started:
        page.get_by_role("link", name="Hectares (JSON)").click()
    with open(started.value.path()) as file:
        told = json.load(file)
    assert told["activities"] == ["zonnepark"] and told["grid"]["cellMetres"] == 100
    with page.expect_download() as started:
        page.get_by_role("link", name="Kaart (PNG)").click()
    with open(started.value.path(), "rb") as file:
        assert file.read(8) == b"\x89PNG\r\n\x1a\n"


def test_a_class_is_shown_alone_and_the_address_keeps_it(person):
    visitor = person()
    visitor.go(GARDEN)
    page = visitor.page
    ready(page)
    page.locator(".map-legend a").first.click()
    page.wait_for_url(re.compile(r"toon="))
    assert "Alleen deze klasse is getekend" in page.locator(".kansen-legend").inner_text()
    ready(page)
    page.wait_for_timeout(600)
    page.reload()
    assert "Alleen deze klasse is getekend" in page.locator(".kansen-legend").inner_text()


def test_everything_works_without_script(server, chromium, width):
    visitor = Person(chromium, server.address, width=width, script=False)
    visitor.go(GARDEN)
    page = visitor.page
    assert page.locator("svg.house-map image").first.is_visible()
    page.get_by_label("Vraag het van een plek").fill("239450, 556050")
    page.get_by_role("button", name="Waarom hier?").click()
    assert page.get_by_role("heading", name=re.compile("Waarom hier.*RD 239450, 556050")).is_visible()
    assert page.locator("table.hectares tbody tr").count() > 3
    visitor.go("/schuurt")
    page.get_by_label("Vraag het van een plek").fill("239450, 556050")
    page.get_by_role("button", name="Toon").click()
    assert "claims samen" in page.locator("#waarom").inner_text()
    visitor.leave()


def test_hot_spots_are_listed_and_shown_on_the_map(person):
    visitor = person()
    visitor.go("/schuurt")
    page = visitor.page
    ready(page)
    spots = page.locator(".spot")
    assert spots.count() == 20
    counts = [int(re.match(r"\d+", text)[0]) for text in page.locator(".spot > summary .note").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    visitor.press(spots.first.locator("summary"))
    assert spots.first.locator(".claims li").count() == counts[0]
    visitor.press(spots.first.get_by_role("link", name="Toon op de kaart"))
    page.wait_for_url(re.compile(r"plek="))
    assert f"Hier komen {counts[0]} claims samen." in page.locator("#waarom").inner_text()


@pytest.mark.parametrize("path", ["/kansen", GARDEN + "&plek=239450,556050", GARDEN + "&anders-verandering=nieuw", "/schuurt"])
def test_the_pages_can_be_used_by_everybody(person, path):
    visitor = person()
    visitor.go(path)
    page = visitor.page
    if "?" in path or path == "/schuurt":
        ready(page)
    problems = access.check(page)
    assert not problems, "\n".join(problems)
