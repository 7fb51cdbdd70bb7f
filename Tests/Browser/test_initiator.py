"""Somebody with a plan, who wants to know early what it meets: by coordinates, by drawing, by a file."""
import json
import re
import zipfile

import pytest
from hands import WAYS

SQUARE = "259800,549300 260300,549300 260300,549700 259800,549700".split()
GEOMETRY = {
    "type": "Polygon",
    "coordinates": [[[259800, 549300], [260300, 549300], [260300, 549700], [259800, 549700], [259800, 549300]]]}


@pytest.fixture(params=list(WAYS))
def way(request):
    return request.param


def main(who):
    return who.page.get_by_role("main")


def what(who, hands, title):
    """The first step: a solar park."""
    who.go("/toets/nieuw")
    hands.fill(who.page.get_by_label("Zoek wat u wilt doen"), "zonnepark")
    hands.press(main(who).get_by_role("button", name="Zoek", exact=True))
    box = who.page.get_by_role("checkbox", name=re.compile("^Zonnepark aanleggen")).first
    box.wait_for()
    hands.tick(box)
    hands.fill(who.page.get_by_label("Hoe noemt u het plan?"), title)
    hands.press(main(who).get_by_role("button", name="Verder", exact=True))
    who.page.wait_for_url(re.compile(r"/toets/[a-z0-9]{26}/waar"))
    return re.search(r"/toets/([a-z0-9]{26})", who.page.url)[1]


def further(who, hands):
    """From the place to the sheet, leaving the details open."""
    hands.press(main(who).get_by_role("button", name="Verder", exact=True))
    who.page.wait_for_url(re.compile(r"/details"))
    hands.press(main(who).get_by_role("button", name="Bekijk de uitkomst"))
    who.page.wait_for_url(re.compile(r"/toets/[a-z0-9]{26}$"))


def by_coordinates(who, hands, title):
    plan = what(who, hands, title)
    field = main(who).locator("textarea").first
    hands.fill(field, "\n".join(SQUARE))
    further(who, hands)
    return plan


def hand_in(who, hands):
    hands.press(main(who).get_by_role("link", name=re.compile("[Ii]ndienen|Dien in")).first)
    who.page.wait_for_url(re.compile(r"/indienen$"))
    hands.press(main(who).get_by_role("button", name="Indienen"))
    who.page.wait_for_url(re.compile(r"/toets/[a-z0-9]{26}$"))


def reads_the_sheet(who, title):
    page = who.page
    assert page.get_by_role("heading", level=1).inner_text().replace("\n", " ") == title
    for heading in ["In het kort", "Wat schuurt", "Niet geraadpleegd", "Verantwoording"]:
        assert page.get_by_role("heading", name=heading).count() >= 1, heading
    assert page.get_by_text("20,0 ha").count() >= 1, "the area of the square of 500 by 400 m is not told"


def test_a_plan_by_coordinates_without_an_account(person, way, width):
    initiator = person()
    title = f"Zonnepark met {way} op {width}"
    by_coordinates(initiator, WAYS[way](initiator), title)
    reads_the_sheet(initiator, title)


def test_a_plan_of_somebody_else_cannot_be_seen(person):
    initiator = person()
    hands = WAYS["mouse"](initiator)
    plan = by_coordinates(initiator, hands, "Niet voor iedereen")
    for login in [None, "initiatiefnemer", "ambtenaar", "meelezer"]:
        other = person(login)
        other.watch.expect("404")
        assert other.go(f"/toets/{plan}").status == 404
        assert "Niet voor iedereen" not in other.page.content()


def files(folder):
    """The same square as the three formats that people have."""
    from osgeo_free import geopackage, shapefile

    geojson = folder / "plan.geojson"
    geojson.write_text(json.dumps({
        "type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
        "features": [{"type": "Feature", "properties": {"naam": "proef"}, "geometry": GEOMETRY}]}))
    return {"geojson": geojson, "gpkg": geopackage(folder / "plan.gpkg", GEOMETRY), "zip": shapefile(folder, GEOMETRY)}


@pytest.mark.parametrize("kind", ["geojson", "gpkg", "zip"])
def test_a_plan_from_a_file(person, tmp_path, kind, width):
    initiator = person()
    hands = WAYS["mouse"](initiator)
    title = f"Uit een bestand {kind} {width}"
    what(initiator, hands, title)
    initiator.page.get_by_label("Bestand", exact=True).set_input_files(files(tmp_path)[kind])
    main(initiator).get_by_role("button", name="Neem de plek over").click()
    initiator.page.get_by_text("20,0 ha").first.wait_for()
    further(initiator, hands)
    reads_the_sheet(initiator, title)


def bad_files(folder):
    bomb = folder / "bom.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["a.shp", "a.shx", "a.dbf", "a.prj"]:
            archive.writestr(name, b"\0" * 80_000_000)
    trick = folder / "uitbraak.zip"
    with zipfile.ZipFile(trick, "w") as archive:
        archive.writestr("../../a.shp", b"x")
    picture = folder / "plaatje.geojson"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    broken = folder / "stuk.gpkg"
    broken.write_bytes(b"SQLite format 3\0" + b"\0" * 52 + b"GPKG" + b"\xff" * 4000)
    elsewhere = folder / "elders.geojson"
    elsewhere.write_text(json.dumps({
        "type": "Feature", "crs": {"type": "name", "properties": {"name": "EPSG:3857"}}, "properties": {}, "geometry": GEOMETRY}))
    empty = folder / "leeg.geojson"
    empty.write_text("")
    large = folder / "groot.geojson"
    with open(large, "wb") as out:
        out.truncate(2_000_000_000)
    return [bomb, trick, picture, broken, elsewhere, empty, large]


def test_a_bad_file_ends_in_one_clear_message_and_nothing_is_lost(person, tmp_path):
    initiator = person(width=1280)
    initiator.watch.expect("Failed to load resource")
    what(initiator, WAYS["mouse"](initiator), "Slechte bestanden")
    page = initiator.page
    main(initiator).locator("textarea").first.fill("\n".join(SQUARE))
    for file in bad_files(tmp_path):
        if file.name == "groot.geojson":
            continue  # a browser cannot be handed two gigabytes in reasonable time; `test_upload.py` sends them itself
        page.get_by_label("Bestand", exact=True).set_input_files(file)
        main(initiator).get_by_role("button", name="Neem de plek over").click()
        error = page.locator("#bestand-fout")
        error.wait_for()
        told = error.inner_text()
        assert 10 < len(told) < 400 and "Error" not in told and "/tmp" not in told, f"{file.name}: {told}"
        print(f"{file.name}: {told}")


def test_a_plan_by_drawing_on_the_map(person, width):
    initiator = person()
    hands = WAYS["mouse"](initiator)
    title = f"Getekend op {width}"
    what(initiator, hands, title)
    page = initiator.page
    canvas = main(initiator).locator(".kompas-map canvas").first
    canvas.wait_for()
    main(initiator).get_by_role("button", name=re.compile("[Vv]lak")).first.click()
    viewport = main(initiator).locator(".kompas-map .ol-viewport").first
    viewport.evaluate("element => element.scrollIntoView({block: 'center'})")
    box = viewport.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for dx, dy in [(-40, -40), (40, -40), (40, 40), (-40, 40), (-40, -40)]:
        page.mouse.click(x + dx, y + dy)
        page.wait_for_timeout(350)
    typed = main(initiator).locator("textarea").first.input_value()
    assert typed.count("\n") >= 3, f"what was drawn does not stand in the field: {typed!r}"
    further(initiator, hands)
    assert page.get_by_role("heading", level=1).inner_text().replace("\n", " ") == title


def test_a_plan_without_script(server, chromium):
    from people import Person

    initiator = Person(chromium, server.address, script=False)
    by_coordinates(initiator, WAYS["mouse"](initiator), "Zonder script")
    reads_the_sheet(initiator, "Zonder script")
    initiator.leave()


def test_what_was_typed_is_there_after_the_browser_crashed(person):
    initiator = person("initiatiefnemer", width=1280)
    page = initiator.page
    what(initiator, WAYS["mouse"](initiator), "Voor de klap")
    main(initiator).locator("textarea").first.fill("259800,549300 260300,549300 260300,549700")
    page.wait_for_timeout(3000)
    address = page.url
    page.close()
    initiator.page = initiator.context.new_page()
    initiator.page.goto(address)
    initiator.page.wait_for_timeout(500)
    assert "260300" in main(initiator).inner_text() + main(initiator).locator("textarea").first.input_value()
