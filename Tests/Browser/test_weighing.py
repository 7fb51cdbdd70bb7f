"""A plan from beginning to end: somebody makes and hands it in, an official weighs it, a second reader sends it back and then
lets it pass, it is published, and the record can be made again."""
import re

import pytest
from hands import WAYS
from test_initiator import by_coordinates, hand_in

CELL = "kompas/brede-welvaart/hoe-gezond"
OTHER = "kompas/omgevingskwaliteit/hoe-biodiversiteit"


@pytest.fixture(params=list(WAYS))
def way(request):
    return request.param


def test_a_plan_is_weighed_read_refused_mended_and_published(person, way, width):
    title = f"Proefplan met {way} op {width}"
    initiator = person("initiatiefnemer")
    plan = by_coordinates(initiator, WAYS[way](initiator), title)
    hand_in(initiator, WAYS[way](initiator))

    official = person("ambtenaar")
    hands = WAYS[way](official)
    take_up(official, hands, title)
    write_cell(official, hands, plan, CELL, "De buurt krijgt meer groen om in te bewegen.", None)
    write_cell(official, hands, plan, OTHER, None, "Er verdwijnt ruw gras waarin vogels broeden.")
    choose_outcome(official, hands, plan, "Passend te maken", "Het past als het gras elders terugkomt.")
    say_what_it_is(official, hands, plan)
    ask_reader(official, hands, plan, "Bram Postma")

    reader = person("meelezer")
    reader.watch.expect("422")  # the refusal without a comment
    reading = WAYS[way](reader)
    decide(reader, reading, plan, "Terug naar de afweging", comment=None)
    assert reader.page.get_by_role("alert").is_visible(), "a refusal without a comment was taken"
    decide(reader, reading, plan, "Terug naar de afweging", comment="Zeg erbij waar het gras terugkomt.", again=True)

    add_condition(official, hands, plan, "Er komt een hectare ruw gras langs de weg.", "initiatiefnemer", "voor de bouw")
    ask_reader(official, hands, plan, "Bram Postma")
    decide(reader, reading, plan, "Ik ben akkoord", comment=None)

    number = publish(official, hands, plan)
    record = person()
    record.go(f"/afwegingen/{number}")
    text = record.page.get_by_role("main").inner_text()
    for said in ["Passend te maken", "Het past als het gras elders terugkomt.", "Er komt een hectare ruw gras langs de weg."]:
        assert said in text
    for name in ["Anne de Vries", "Bram Postma", "Carla Smit", "ambtenaar", "meelezer"]:
        assert name not in text, f"the public record names {name}"
    record.go(f"/afwegingen/{number}/controle")
    assert record.page.get_by_text(re.compile("identiek|precies hetzelfde")).first.is_visible()


def send(who, hands, button):
    """Presses, and waits for the page that answers."""
    with who.page.expect_navigation():
        hands.press(button)


def saved(who):
    """A form that was taken leads to a page without problems."""
    assert not who.page.get_by_role("alert").is_visible(), who.page.get_by_role("alert").inner_text()


def main(who):
    return who.page.get_by_role("main")


def take_up(official, hands, title):
    official.go("/werk")
    hands.press(official.page.get_by_role("link", name=f"Neem in behandeling: {title}"))
    main(official).get_by_role("button", name="Open het dossier").wait_for()
    hands.choose(main(official).get_by_role("radio", name=re.compile("Nee")))
    hands.press(main(official).get_by_role("button", name="Open het dossier"))
    official.page.wait_for_url(re.compile(r"/afweging"))


def write_cell(official, hands, plan, cell, contributes, strains):
    official.go(f"/toets/{plan}/afweging/{cell}")
    for text, box, field in [
            (contributes, "Draagt bij", "Waarom het plan bijdraagt"), (strains, "Geeft spanning", "Waarom het plan spanning geeft")]:
        if text:
            hands.tick(official.page.get_by_role("checkbox", name=box))
            hands.fill(official.page.get_by_label(field), text)
    hands.press(main(official).get_by_role("button", name="Bewaar", exact=True))
    official.page.wait_for_url(re.compile(r"/afweging(#|$)"))


def choose_outcome(official, hands, plan, outcome, argument):
    official.go(f"/toets/{plan}/afweging/uitkomst")
    assert official.page.get_by_role("radio", checked=True).count() == 0, "an outcome is chosen beforehand"
    hands.choose(official.page.get_by_role("radio", name=outcome, exact=True))
    hands.fill(main(official).locator("textarea").last, argument)
    hands.press(main(official).get_by_role("button", name="Bewaar", exact=True))
    official.page.wait_for_url(re.compile(r"/afweging(#|$)"))


def say_what_it_is(official, hands, plan):
    official.go(f"/toets/{plan}/afweging/verslag")
    for name, text in [
            ("question", "Past dit plan hier?"), ("decidedBy", "Teammanager ruimte"), ("mandate", "Mandaatbesluit (proef)")]:
        hands.fill(main(official).locator(f"[name={name}]"), text)
    hands.press(main(official).get_by_role("button", name="Bewaar", exact=True))
    official.page.wait_for_url(re.compile(r"/afweging(#|$)"))


def add_condition(official, hands, plan, text, who, when):
    official.go(f"/toets/{plan}/afweging/voorwaarde/nieuw")
    hands.fill(main(official).locator("[name=text]"), text)
    hands.fill(main(official).locator("[name=who]"), who)
    hands.fill(main(official).locator("[name=when]"), when)
    hands.press(main(official).get_by_role("button", name="Bewaar", exact=True))
    official.page.wait_for_url(re.compile(r"/afweging(#|$)"))


def ask_reader(official, hands, plan, name):
    official.go(f"/toets/{plan}/afweging/tweede-lezer")
    hands.choose(main(official).get_by_role("radio", name=re.compile(name)))
    send(official, hands, main(official).get_by_role("button", name="Geef aan deze lezer"))
    saved(official)


def decide(reader, hands, plan, button, comment, again=False):
    if not again:
        reader.go(f"/toets/{plan}/meelezen")
        hands.tick(main(reader).get_by_role("checkbox", name=re.compile("geen belang")))
    if comment:
        hands.fill(main(reader).locator("textarea"), comment)
    send(reader, hands, main(reader).get_by_role("button", name=button))


def publish(official, hands, plan):
    official.go(f"/toets/{plan}/publiceren")
    hands.tick(main(official).get_by_role("checkbox", name="Ik heb gelezen wat openbaar wordt"))
    send(official, hands, main(official).get_by_role("button", name="Publiceer deze afweging"))
    return re.search(r"\d{4}-\d{4}", main(official).inner_text())[0]
