"""Pages in the states that an address alone does not give: after a mistake, after a find, when two people met."""
import re

import access
import pytest
from people import Person
from test_always import dossiers, look

CELL = "kompas/zuinig-en-zorgvuldig-ruimtegebruik/waar-ruimte"


@pytest.fixture(scope="module")
def ids(server, chromium):
    return dossiers(server, chromium)


def main(who):
    return who.page.get_by_role("main")


def press(who, name):
    with who.page.expect_navigation():
        main(who).get_by_role("button", name=name, exact=True).first.click()


def fine(who, name, width):
    """The page in this state can be used by everybody."""
    look(who.page, None, name, width)
    problems = access.check(who.page)
    assert not problems, f"{who.path}\n" + "\n".join(problems)


def told(who):
    """The mistake is told at the top, and every line leads to its field."""
    alert = main(who).get_by_role("alert")
    assert alert.is_visible(), f"no message on {who.path}"
    for link in alert.get_by_role("link").all():
        assert who.page.locator(link.get_attribute("href")).count() == 1, f"{link.inner_text()} leads nowhere"


def test_a_wrong_password(person, width):
    who = person()
    who.watch.expect("status of 4")
    who.go("/aanmelden")
    who.page.get_by_label("Naam", exact=True).fill("ambtenaar")
    who.page.get_by_label("Wachtwoord", exact=True).fill("een andere zin")
    press(who, "Aanmelden")
    told(who)
    assert who.page.get_by_label("Wachtwoord", exact=True).input_value() == ""
    fine(who, "aanmelden-fout", width)


def test_a_plan_without_an_activity(person, width):
    who = person("initiatiefnemer")
    who.watch.expect("422")
    who.go("/toets/nieuw")
    press(who, "Verder")
    told(who)
    fine(who, "plan-zonder-activiteit", width)


def test_activities_that_were_found_and_not_found(person, width):
    who = person("initiatiefnemer")
    who.go("/toets/nieuw?zoek=zonnepanelen")
    who.page.get_by_label("Zoek wat u wilt doen").fill("zonnepanelen")
    main(who).get_by_role("button", name="Zoek", exact=True).click()
    who.page.get_by_role("checkbox").first.wait_for()
    fine(who, "plan-gevonden", width)


def test_places_that_are_none(person, width, ids):
    who = person("initiatiefnemer")
    who.watch.expect("422")
    who.go(f"/toets/{ids['draft']}/waar")
    # One thing is wrong in each line.
    main(who).locator("textarea").first.fill("12,1\nhier\n259800,549300")
    press(who, "Verder")
    told(who)
    assert "hier" in main(who).locator("textarea").first.input_value(), "what was typed is lost"
    fine(who, "plek-fout", width)


def test_an_outcome_without_a_reason(person, width, ids):
    who = person("ambtenaar")
    who.watch.expect("422")
    who.go(f"/toets/{ids['deliberation']}/afweging/uitkomst")
    who.page.get_by_role("radio", name="Passend", exact=True).check()
    press(who, "Bewaar")
    told(who)
    assert who.page.get_by_role("radio", name="Passend", exact=True).is_checked()
    fine(who, "uitkomst-fout", width)


def test_a_finding_in_a_dossier(person, width, ids):
    who = person("ambtenaar")
    who.go(f"/toets/{ids['deliberation']}/afweging")
    address = main(who).get_by_role("link", name=re.compile("^bevinding")).first.get_attribute("href")
    who.go(address.split("#")[0])
    fine(who, "bevinding", width)


def test_what_was_not_saved_is_told_before_the_dossier_is_handed_on(person, width, ids):
    who = person("ambtenaar")
    cell = f"/toets/{ids['deliberation']}/afweging/{CELL}"
    who.go(cell)
    typed = f"Dit staat nog niet in het dossier, {width}."
    who.page.get_by_label("Waarom het plan spanning geeft").fill(typed)
    who.page.get_by_text("Concept bewaard").wait_for()
    for path, name in [("", "niet-bewaard"), ("/tweede-lezer", "niet-bewaard-lezer")]:
        who.go(f"/toets/{ids['deliberation']}/afweging{path}")
        panel = main(who).get_by_role("region", name="Nog niet bewaard")
        assert typed in panel.inner_text()
        fine(who, name, width)
    panel.get_by_role("link").first.click()
    assert who.page.get_by_label("Waarom het plan spanning geeft").input_value() == typed
    who.page.get_by_role("checkbox", name="Geeft spanning").check()
    press(who, "Bewaar")
    who.go(f"/toets/{ids['deliberation']}/afweging")
    assert main(who).get_by_role("region", name="Nog niet bewaard").count() == 0


def test_two_windows_on_one_cell_lose_nothing(chromium, server, person, width, ids):
    first, second = person("ambtenaar"), Person(chromium, server.address, "ambtenaar", width)
    second.watch.expect("409")
    cell = f"/toets/{ids['deliberation']}/afweging/{CELL}"
    for who in (first, second):
        who.go(cell)
        who.page.get_by_role("checkbox", name="Draagt bij").check()
    # Different at each width, for both widths write in the same dossier.
    mine, theirs = f"Er komt een tweede laag op {width}.", f"Het dak wordt ook gebruikt, {width}."
    first.page.get_by_label("Waarom het plan bijdraagt").fill(theirs)
    press(first, "Bewaar")
    second.page.get_by_label("Waarom het plan bijdraagt").fill(mine)
    press(second, "Bewaar")
    assert main(second).get_by_role("heading", name="U wijzigde dit ook ergens anders").is_visible()
    proposed = main(second).locator("textarea").first.input_value()
    assert mine in proposed and theirs in proposed
    fine(second, "samenvoegen", width)
    press(second, "Bewaar de samengevoegde versie")
    second.go(cell)
    kept = second.page.get_by_label("Waarom het plan bijdraagt").input_value()
    assert mine in kept and theirs in kept
    # What both had is told once, and kept.
    assert second.page.get_by_role("checkbox", name="Draagt bij").is_checked()
    second.leave()
