"""The same act by mouse or by keyboard alone."""


class Mouse:
    def __init__(self, person):
        self.person = person

    def press(self, thing):
        thing.click()

    def fill(self, field, text):
        field.fill(text)

    def tick(self, box):
        box.check()

    def choose(self, radio):
        radio.check()


class Keyboard:
    """Tab to reach, Enter and Space to press, arrows within a group: nothing else."""

    def __init__(self, person):
        self.person = person
        self.keys = person.page.keyboard

    def press(self, thing):
        self.person.press(thing)

    def fill(self, field, text):
        self.person.tab_to(field)
        self.keys.press("Control+A")
        self.keys.press("Delete")
        self.keys.insert_text(text)

    def tick(self, box):
        self.person.tab_to(box)
        if not box.is_checked():
            self.keys.press("Space")
        assert box.is_checked()

    def choose(self, radio):
        """Tab stops at one button of a group; arrows go through the others."""
        group = self.person.page.locator(f"input[type=radio][name='{radio.get_attribute('name')}']")
        for _ in range(200):
            self.keys.press("Tab")
            if group.evaluate_all("all => all.includes(document.activeElement)"):
                break
        else:
            raise AssertionError("the group cannot be reached with Tab")
        self.person.sees_focus()
        self.keys.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.keys.press("ArrowDown")
        raise AssertionError("the choice cannot be reached with arrows")


WAYS = {"mouse": Mouse, "keyboard": Keyboard}
