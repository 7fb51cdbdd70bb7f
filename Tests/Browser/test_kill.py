"""Nothing that was answered is lost: the server is killed in the middle of writes, started again, and asked for everything."""
import http.client
import os
import random
import re
import subprocess
import tempfile
import threading
import time
import urllib.parse

import pytest
import running

ROUNDS = 25 if os.environ.get("KOMPAS_LONG") else 3
WRITES = 200
CELLS = [
    "kompas/brede-welvaart/hoe-gezond", "kompas/brede-welvaart/hoe-brede-welvaart", "kompas/omgevingskwaliteit/hoe-biodiversiteit",
    "kompas/zuinig-en-zorgvuldig-ruimtegebruik/waar-ruimte",
]


class Writer:
    """An official who writes as fast as the server answers."""

    def __init__(self, server):
        self.server = server
        self.cookie = None

    def ask(self, method, path, fields=None):
        connection = http.client.HTTPConnection("localhost", self.server.port, timeout=20)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for value in answer.headers.get_all("Set-Cookie") or []:
            self.cookie = value.split(";")[0]
        connection.close()
        return answer.status, text

    def token(self, path):
        text = self.ask("GET", path)[1]
        return re.search(r'name="csrf" value="([0-9a-f]+)"', text)[1], text

    def sign_in(self, login):
        token, _ = self.token("/aanmelden")
        status, _ = self.ask("POST", "/aanmelden", {"naam": login, "wachtwoord": running.PASSWORD, "csrf": token})
        assert status == 303


def verify(folder):
    ended = subprocess.run([running.PROGRAM, "audit", "verify", "--data", folder], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_was_answered_is_there_after_a_kill(number):
    seed = int(os.environ.get("KOMPAS_SEED", time.time_ns() % 1_000_000)) + number
    print(f"seed {seed}")
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="kompas-kill-") as folder:
        server = running.Server(folder, "limits: {pagesPerSecond: 0, formsPerMinute: 0, uploadsPerHour: 0, sessionsPerHour: 0}\n")
        server.fill()
        server.start()
        writer = Writer(server)
        writer.sign_in("ambtenaar")
        dossier = re.search(r'/toets/([a-z0-9]{26})[^<]*>Grootschalige batterij', writer.ask("GET", "/werk")[1])[1]
        token, _ = writer.token(f"/toets/{dossier}/afweging/{CELLS[0]}")
        version, answered, sent = {}, {}, {}
        timer = threading.Timer(chance.uniform(0.3, 6), server.process.kill)
        timer.start()
        try:
            for turn in range(WRITES):
                cell = chance.choice(CELLS)
                text = f"proef {seed} beurt {turn} " + "x" * chance.randrange(2000)
                sent[cell] = text
                status, page = writer.ask("POST", f"/toets/{dossier}/afweging/{cell}", {
                    "csrf": token, "basedOn": version.get(cell, 0), "contributes": "ja", "contributesArgument": text})
                assert status == 303, f"{status}: {page[:400]}"
                answered[cell] = text
                version[cell] = version.get(cell, 0) + 1
        except (ConnectionError, http.client.HTTPException, OSError):
            pass
        timer.cancel()
        server.kill()
        assert answered, "the server was killed before anything was written; nothing was tested"
        server.start()
        try:
            verify(folder)
            writer.server = server
            for cell, text in answered.items():
                status, page = writer.ask("GET", f"/toets/{dossier}/afweging/{cell}")
                assert status == 200
                # The write that was under way may have been kept without an answer.
                assert text in page or sent[cell] in page, f"{cell}: version {version[cell]} is gone"
                assert text in page, f"{cell}: the answered version {version[cell]} is not among the versions"
        finally:
            server.stop()
