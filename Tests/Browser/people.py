"""People who use Kompas in a browser."""
import re

import running
from watching import Watch


class Person:
    """Somebody with a browser; signed in when there is a login."""

    def __init__(self, chromium, address, login=None, width=1280, script=True):
        self.address = address
        self.context = chromium.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 740}, locale="nl-NL",
            java_script_enabled=script, accept_downloads=True)
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.watch = Watch(self.page, address)
        if login:
            self.sign_in(login)

    def leave(self):
        self.context.close()
        self.watch.check()

    def go(self, path):
        answer = self.page.goto(self.address + path, wait_until="load")
        return answer

    @property
    def path(self):
        return self.page.url.removeprefix(self.address)

    def sign_in(self, login, password=running.PASSWORD):
        self.go("/aanmelden")
        self.page.get_by_label("Naam", exact=True).fill(login)
        self.page.get_by_label("Wachtwoord", exact=True).fill(password)
        self.page.get_by_role("main").get_by_role("button", name="Aanmelden").click()
        self.page.wait_for_url(re.compile(r"/$"))

    def sign_in_as_administrator(self, server):
        """The first time with the password that was shown once, which must then be replaced."""
        if server.administrator:
            return self.sign_in("beheer", server.administrator)
        self.go("/aanmelden")
        self.page.get_by_label("Naam", exact=True).fill("beheer")
        self.page.get_by_label("Wachtwoord", exact=True).fill(server.first_password)
        self.page.get_by_role("main").get_by_role("button", name="Aanmelden").click()
        self.page.wait_for_url(re.compile(r"/wachtwoord$"))
        self.page.get_by_label("Huidig wachtwoord").fill(server.first_password)
        self.page.get_by_label("Nieuw wachtwoord", exact=True).fill("zelf gekozen zin")
        self.page.get_by_label("Nieuw wachtwoord nog een keer").fill("zelf gekozen zin")
        self.page.get_by_role("button", name="Wachtwoord wijzigen").click()
        self.page.wait_for_url(re.compile(r"/$"))
        server.administrator = "zelf gekozen zin"

    # Keyboard: reaches a thing with Tab alone, as somebody without a mouse does.

    def focused(self):
        """What has the focus: its role or tag, its name, and its id."""
        return self.page.evaluate(
            """() => { const e = document.activeElement; return {tag: e.tagName, id: e.id, name: e.name || '',
            text: (e.getAttribute('aria-label') || e.textContent || '').trim().replace(/\\s+/g, ' ').slice(0, 80)} }""")

    def tab_to(self, locator, most=200):
        """Presses Tab until the thing has the focus; fails when it cannot be reached."""
        target = locator.element_handle()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("e => e === document.activeElement", target):
                self.sees_focus()
                return
        raise AssertionError(f"{locator} cannot be reached with Tab")

    def sees_focus(self):
        """The focused thing shows that it has the focus, and is in view."""
        seen = self.page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return {ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none',
            inView: r.bottom > 0 && r.top < innerHeight} }""")
        assert seen["inView"], f"the focus is out of view: {self.focused()}"
        assert seen["ring"], f"the focus cannot be seen: {self.focused()}"

    def press(self, locator, key="Enter"):
        self.tab_to(locator)
        self.page.keyboard.press(key)
