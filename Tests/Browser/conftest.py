import os
import pathlib
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import running  # noqa: E402
from people import Person  # noqa: E402


@pytest.fixture(scope="session")
def server():
    with running.server() as started:
        yield started


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=running.chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[1280, 360], ids=["wide", "narrow"])
def width(request):
    return request.param


@pytest.fixture
def person(server, chromium, width):
    """Makes people with a browser of their own; each is checked at the end."""
    people = []

    def make(login=None, width=width):
        made = Person(chromium, server.address, login, width)
        people.append(made)
        return made

    yield make
    for made in people:
        made.leave()
