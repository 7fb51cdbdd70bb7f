"""What no page may do, watched on every page of every test."""
from urllib.parse import urlsplit


class Watch:
    """Collects what goes wrong in a page without anybody seeing it."""

    def __init__(self, page, address):
        self.host = urlsplit(address).netloc
        self.problems = []
        self.expected = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.problems.append(f"error in a script: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)

    def expect(self, text):
        """A message with this text is what the test is about."""
        self.expected.append(text)

    def console(self, message):
        if message.type in ("error", "warning") and not any(text in message.text for text in self.expected):
            self.problems.append(f"console: {message.text}")

    def request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != self.host:
            self.problems.append(f"request to another host: {request.url}")

    def response(self, response):
        if response.status >= 500:
            self.problems.append(f"{response.status} for {response.url}")

    def check(self):
        """Fails on what went wrong since the last time."""
        problems, self.problems = self.problems, []
        assert not problems, "\n".join(problems)
