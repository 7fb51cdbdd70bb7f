"""Somebody who lives somewhere and wants to know what is planned and protected there. No account, no plan."""
import re

import pytest


def read(resident, name):
    """The page of a place: a name, an honest banner, and a source at every sentence."""
    page = resident.page
    assert page.get_by_role("heading", level=1).inner_text() == name
    assert page.get_by_text("Het zegt niets over één perceel.").is_visible()
    sentences = page.locator(".plek-question li.sentence, .plek-question li:has(.mark)")
    assert sentences.count() >= 3
    for sentence in sentences.all():
        assert sentence.get_by_text("Bron:").count() >= 1, sentence.inner_text()


def test_a_resident_finds_her_place_by_mouse(person):
    resident = person()
    resident.go("/")
    page = resident.page
    page.get_by_role("link", name="Wat betekent dit voor mijn plek?").click()
    page.wait_for_url(re.compile(r"/plek$"))
    field = page.get_by_role("combobox").or_(page.get_by_role("textbox")).first
    field.fill("Beilen")
    page.get_by_role("main").get_by_role("button", name=re.compile("Toon|Zoek")).first.click()
    page.wait_for_url(re.compile(r"Beilen"))
    if "kern=Beilen" not in page.url:
        page.get_by_role("main").get_by_role("link", name="Beilen", exact=True).first.click()
    page.wait_for_url(re.compile(r"kern=Beilen"))
    read(resident, "Beilen")


def test_a_resident_finds_her_place_with_the_keyboard_alone(person):
    resident = person()
    resident.go("/")
    page = resident.page
    resident.press(page.get_by_role("link", name="Wat betekent dit voor mijn plek?"))
    page.wait_for_url(re.compile(r"/plek$"))
    field = page.get_by_role("combobox").or_(page.get_by_role("textbox")).first
    resident.tab_to(field)
    page.keyboard.type("Beilen", delay=20)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"Beilen"))
    if "kern=Beilen" not in page.url:
        resident.press(page.get_by_role("main").get_by_role("link", name="Beilen", exact=True).first)
    page.wait_for_url(re.compile(r"kern=Beilen"))
    read(resident, "Beilen")


def test_the_address_of_a_place_can_be_shared(person):
    first = person()
    first.go("/plek?kern=Beilen")
    address = first.page.locator(".plek-share .address").inner_text()
    other = person()
    other.go("/plek" + address.split("/plek", 1)[1])
    read(other, "Beilen")


def test_a_source_leads_to_the_policy(person):
    resident = person()
    resident.go("/plek?kern=Beilen")
    resident.page.locator(".plek-question a[href^='/beleid/']").first.click()
    resident.page.wait_for_url(re.compile(r"/beleid/"))
    assert resident.page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("typed, told", [
    ("Nergenshuizen", "Nergenshuizen"), ("120000,480000", "buiten"), ("10000,10000", "geen plek in Nederland"), ("<script>alert(1)</script>", "<script>")])
def test_a_place_that_is_not_there_is_told_and_kept_in_the_field(person, typed, told):
    resident = person()
    resident.go("/plek")
    page = resident.page
    field = page.get_by_role("combobox").or_(page.get_by_role("textbox")).first
    field.fill(typed)
    page.get_by_role("main").get_by_role("button", name=re.compile("Toon|Zoek")).first.click()
    page.wait_for_load_state()
    assert told in page.get_by_role("main").inner_text() or told in page.get_by_role("main").locator("input").first.input_value()


def test_a_place_can_be_read_without_script(server, chromium):
    from people import Person

    resident = Person(chromium, server.address, script=False)
    resident.go("/plek?kern=Beilen")
    read(resident, "Beilen")
    resident.leave()
