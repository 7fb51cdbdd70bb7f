"""The map: looked at, asked, drawn on and measured, by mouse and by keyboard; and all of it without a map."""
import re

import pytest

from people import Person


def ready(page, selector=".kompas-map"):
    page.locator(f"{selector}[data-state=ready]").first.wait_for()
    page.wait_for_timeout(600)


def spoken(page, selector=".kompas-map"):
    page.wait_for_timeout(700)
    return page.locator(f"{selector} .map-spoken").first.inner_text()


def pixel(page, x, y, selector="#tekenen"):
    """Where a place in RD stands on the screen."""
    return page.evaluate(
        """([x, y, selector]) => { const map = document.querySelector(selector).kompasMap.base.map;
        const [left, top] = map.getPixelFromCoordinate([x, y]); const box = map.getViewport().getBoundingClientRect();
        return [box.left + left, box.top + top] }""", [x, y, selector])


def test_a_click_on_the_map_lists_what_lies_there(person):
    visitor = person()
    visitor.go("/kaart?x=245000&y=548000&z=8")
    page = visitor.page
    ready(page)
    page.locator("#kaart .map-canvas").scroll_into_view_if_needed()
    page.mouse.click(*pixel(page, 245000, 548000, "#kaart"))
    page.get_by_role("heading", name=re.compile(r"RD 24(49|50)\d\d, 54(79|80)\d\d")).wait_for()
    assert page.locator("#op-deze-plek li").count() > 3
    assert "aanduidingen in de lijst onder de kaart" in spoken(page)
    assert re.search(r"plek=24(49|50)\d\d,54(79|80)\d\d", page.url)


def test_the_keyboard_moves_the_map_and_chooses_its_middle(person):
    visitor = person()
    visitor.go("/kaart?x=245000&y=548000&z=8")
    page = visitor.page
    ready(page)
    visitor.tab_to(page.locator("#kaart .map-canvas"))
    for key in ["ArrowLeft", "ArrowUp", "+"]:
        page.keyboard.press(key)
        page.wait_for_timeout(500)
    x, y, zoom = page.evaluate("(() => { const { base } = document.getElementById('kaart').kompasMap; return [...base.centre, base.zoom] })()")
    assert x < 245000 and y > 548000 and zoom > 8
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=re.compile(f"RD {round(x)}, {round(y)}")).wait_for()


def test_layers_go_on_and_off_and_the_address_keeps_them(person):
    visitor = person()
    visitor.go("/kaart?lagen=beekdalen")
    page = visitor.page
    ready(page)
    page.get_by_label("Zoek in de legenda").fill("natura")
    page.locator("#laag-natura2000").check()
    assert page.locator("#kaart-telling").inner_text() == "2 kaartlagen staan aan."
    assert "lagen=beekdalen,natura2000" in page.url
    page.reload()
    ready(page)
    assert page.locator("#laag-natura2000").is_checked()
    page.get_by_label("Onder de grond").check()
    assert page.locator(".legend-item[data-stratum=surface]:visible").count() == 0
    assert "diepte=onder" in page.url and "natura2000" not in page.url


def test_no_more_than_seven_layers_are_on(person):
    visitor = person()
    visitor.go("/kaart?x=240000&y=550000&z=6")
    page = visitor.page
    ready(page)
    page.evaluate("document.querySelectorAll('.kaart-group').forEach((group) => { group.open = true })")
    boxes = page.locator(".legend-item input:visible")
    for number in range(7):
        boxes.nth(number).check()
    boxes.nth(7).click()
    assert not boxes.nth(7).is_checked()
    assert "Er kunnen 7 kaartlagen tegelijk aan staan." in page.locator("#kaart-telling").inner_text()


def test_the_map_page_works_without_script(server, chromium, width):
    visitor = Person(chromium, server.address, width=width, script=False)
    visitor.go("/kaart")
    page = visitor.page
    page.get_by_label("Zoek een plaats of vul coördinaten in").fill("245000, 548000")
    page.get_by_role("button", name="Toon").first.click()
    assert page.locator("#op-deze-plek li").count() > 3
    assert page.locator("svg.house-map").is_visible()
    visitor.leave()


def test_a_distance_is_measured(person):
    visitor = person()
    visitor.go("/kaart?x=245000&y=548000&z=8")
    page = visitor.page
    ready(page)
    page.get_by_role("button", name="Afstand meten").click()
    page.locator("#kaart .map-canvas").scroll_into_view_if_needed()
    page.mouse.click(*pixel(page, 244000, 548000, "#kaart"))
    page.wait_for_timeout(400)
    page.mouse.dblclick(*pixel(page, 246000, 548000, "#kaart"))
    page.wait_for_timeout(400)
    assert re.fullmatch(r"(2,0 km|1\.99\d m|2\.00\d m) lang", page.locator(".map-measure").inner_text())
    # A click that measures chooses no place.
    assert "plek=" not in page.url


def test_a_click_fills_the_fields_of_a_place(person):
    visitor = person()
    visitor.go("/plek")
    page = visitor.page
    ready(page)
    canvas = page.locator(".map-canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(500)
    assert re.fullmatch(r"\d{6}", page.locator("#plek-x").input_value())
    page.get_by_role("button", name="Toon deze plek").click()
    page.wait_for_url(re.compile(r"/plek\?x=\d{6}&y=\d{6}"))


def test_names_complete_as_one_types(person):
    visitor = person()
    visitor.go("/")
    page = visitor.page
    field = page.get_by_role("combobox")
    visitor.tab_to(field)
    page.keyboard.type("beil", delay=20)
    page.get_by_role("option", name=re.compile("Beilen")).first.wait_for()
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == page.get_by_role("option").first.get_attribute("id")
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/plek\?kern=Beilen$"))


@pytest.fixture
def drawer(person):
    """Somebody with an empty map to draw on, beside its list of places."""
    visitor = person()
    visitor.go("/plek")
    page = visitor.page
    ready(page)
    page.evaluate(
        """async () => {
        const main = document.querySelector('main .inner');
        const make = (name, attributes) => Object.assign(document.createElement(name), attributes);
        const host = make('div', { id: 'tekenen', className: 'kompas-map' });
        Object.assign(host.dataset, { map: 'editor', geojson: 'vorm', coordinates: 'lijst', view: '245000 548000 9', label: 'Teken' });
        const list = make('label', { textContent: 'Plekken' });
        list.append(make('textarea', { id: 'lijst' }));
        main.replaceChildren(host, list, make('textarea', { id: 'vorm' }));
        const script = [...document.scripts].find((one) => one.src.endsWith('kompas-map.js'));
        await (await import(script.src)).upgrade(host);
        }""")
    ready(page, "#tekenen")
    return visitor


def lines(page):
    return page.locator("#lijst").input_value().split("\n")


def test_an_area_is_drawn_by_mouse(drawer):
    page = drawer.page
    page.get_by_role("button", name="Vlak tekenen").click()
    page.locator("#tekenen .map-canvas").scroll_into_view_if_needed()
    for x, y in [(244600, 547800), (245000, 547800), (245000, 548200)]:
        page.mouse.click(*pixel(page, x, y))
        page.wait_for_timeout(350)
    page.get_by_role("button", name="Klaar").click()
    assert spoken(page, "#tekenen").startswith("Getekend: 1 vlak, ")
    assert lines(page)[0] == "vlak" and len(lines(page)) == 4
    assert '"type":"Polygon"' in page.locator("#vorm").input_value()
    # 400 by 400 m, cut through the middle; as near as pixels of 6.72 m go.
    hectares = float(re.search(r"([\d,]+) ha", page.locator("#tekenen .map-measure").inner_text())[1].replace(",", "."))
    assert 7.4 < hectares < 8.6


def test_an_area_is_drawn_by_keyboard_taken_back_and_done_again(drawer):
    page = drawer.page
    page.get_by_role("button", name="Vlak tekenen").focus()
    page.keyboard.press("Enter")
    canvas = page.locator("#tekenen .map-canvas")
    canvas.focus()
    for key in ["Enter", "ArrowRight", "Enter", "ArrowUp", "Enter", "Enter"]:
        page.keyboard.press(key)
        page.wait_for_timeout(500)
    assert spoken(page, "#tekenen").startswith("Getekend: 1 vlak, ")
    drawn = page.locator("#lijst").input_value()
    page.get_by_role("button", name="Ongedaan maken").click()
    assert page.locator("#lijst").input_value() == "" and page.locator("#vorm").input_value() == ""
    page.get_by_role("button", name="Opnieuw").click()
    assert page.locator("#lijst").input_value() == drawn


def test_what_is_written_is_drawn_and_what_cannot_be_read_is_told(drawer):
    page = drawer.page
    page.locator("#lijst").fill("vlak\n244800, 547800\n245200, 547800\n245200, 548200\nergens daar")
    page.locator(".map-problems li").wait_for()
    assert page.locator(".map-problems").inner_text().startswith("Regel 5: ‘ergens daar’ is geen plek in Nederland.")
    page.locator("#lijst").fill("244800 547800\n245.200 547.800\n245200, 548200\n244800, 548200\n\ngat\n245000 547900\n245100 547900\n245100 548000")
    page.wait_for_timeout(900)
    assert page.locator(".map-problems li").count() == 0
    assert "15,5 ha" in page.locator("#tekenen .map-measure").inner_text()


def test_corners_are_moved_and_taken_away(drawer):
    page = drawer.page
    page.locator("#lijst").fill("vlak\n244800, 547800\n245200, 547800\n245200, 548200\n244800, 548200")
    page.wait_for_timeout(900)
    page.get_by_role("button", name="Weghalen").click()
    page.locator("#tekenen .map-canvas").scroll_into_view_if_needed()
    page.mouse.click(*pixel(page, 245200, 548200))
    page.wait_for_timeout(600)
    assert lines(page) == ["vlak", "244800, 547800", "245200, 547800", "244800, 548200"]
    page.get_by_role("button", name="Veranderen").click()
    page.locator("#tekenen .map-canvas").scroll_into_view_if_needed()
    left, top = pixel(page, 244800, 548200)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + 30, top + 10, steps=5)
    page.mouse.up()
    page.wait_for_timeout(500)
    moved = lines(page)[3]
    assert moved != "244800, 548200" and lines(page)[1] == "244800, 547800"
    page.get_by_role("button", name="Lijn tekenen").click()
    page.locator("#tekenen .map-canvas").scroll_into_view_if_needed()
    page.mouse.click(*pixel(page, 244700, 548000))
    page.wait_for_timeout(350)
    page.mouse.dblclick(*pixel(page, 245300, 548000))
    assert "vervangen" in spoken(page, "#tekenen")
    assert lines(page)[0] == "lijn"
