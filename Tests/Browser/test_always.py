"""What holds for every page, whoever looks at it: axe-core, headings, targets, reflow at 320 pixels, no message in the console."""
import os
import re

import access
import pages
import pytest
import running
from people import Person


@pytest.fixture(scope="module")
def ids(server, chromium):
    """The dossiers by state, from the lists that people see."""
    return dossiers(server, chromium)


TITLES = {
    "draft": "Open bodemenergiesysteem", "submitted": "Vergroting oefenterrein", "deliberation": "Grootschalige batterij",
    "refused": "Zandwinning 40 m", "review": "150 woningen", "published": "Zonnepark op landbouwgrond"}


def dossiers(server, chromium):
    initiator = Person(chromium, server.address, "initiatiefnemer")
    initiator.go("/toets")
    found = {}
    for state, title in TITLES.items():
        link = initiator.page.get_by_role("main").get_by_role("link", name=re.compile(title)).first.get_attribute("href")
        found[state] = re.search(r"/toets/([a-z0-9]{26})", link)[1]
    initiator.leave()
    return found


WHO = [(None, path) for path in pages.PUBLIC] + [
    (login, path)
    for login, paths in [
        ("initiatiefnemer", pages.INITIATOR), ("ambtenaar", pages.OFFICIAL), ("meelezer", pages.READER),
        ("beheer", pages.ADMINISTRATOR)]
    for path in paths]


@pytest.fixture(scope="module")
def signed_in(server, chromium):
    people = {}

    def get(login):
        if login not in people:
            people[login] = Person(chromium, server.address)
            if login == "beheer":
                people[login].sign_in_as_administrator(server)
            elif login:
                people[login].sign_in(login)
        return people[login]

    yield get
    for made in people.values():
        made.leave()


@pytest.mark.parametrize("login, path", WHO, ids=[f"{login or 'anybody'} {path}" for login, path in WHO])
def test_the_page_can_be_used_by_everybody(signed_in, ids, login, path):
    person = signed_in(login)
    person.watch.expect("404")
    person.page.set_viewport_size({"width": 1280, "height": 900})
    address = path.format(**ids)
    answer = person.go(address)
    # A map that is being made opens by itself.
    person.page.locator("#stand").wait_for(state="detached", timeout=240_000)
    person.page.wait_for_load_state("networkidle")
    assert answer.status in (200, 404), f"{answer.status} for {address}"
    assert (answer.status == 404) == (path in pages.NOT_THERE), f"{answer.status} for {address}"
    for details in person.page.locator("main details:not([open]) > summary").all()[:6]:
        if details.is_visible():
            details.click()
    look(person.page, login, path, 1280)
    problems = [f"axe {problem}" for problem in access.axe(person.page)]
    person.page.set_viewport_size({"width": 360, "height": 740})
    person.page.reload()
    person.page.wait_for_load_state("networkidle")
    look(person.page, login, path, 360)
    problems += access.check(person.page)
    assert not problems, f"{address}\n" + "\n".join(problems)
    person.watch.check()


def look(page, login, path, width):
    """Leaves a picture for people to judge."""
    if os.environ.get("KOMPAS_LOOK"):
        folder = running.ROOT / "build/screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^a-z0-9]+", "-", f"{login or ''}{path}".lower()).strip("-") or "begin"
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
