"""Starts the program under test on a folder of its own, with the example dossiers in it."""
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("KOMPAS_PROGRAM", ROOT / ".build/debug/kompas"))
PASSWORD = "een zin voor de proef"
DAY = "2026-11-20"


def chromium():
    """The path of Chromium; a test that needs it fails when it is not there."""
    for name in filter(None, [os.environ.get("KOMPAS_BROWSER"), "chromium", "chromium-browser", "google-chrome"]):
        if path := shutil.which(name):
            return path
    raise RuntimeError("there is no Chromium; `tools/setup.sh --tests` installs it")


class Server:
    """A running `kompas serve`."""

    def __init__(self, folder, settings=""):
        self.folder = pathlib.Path(folder)
        self.settings = settings
        self.process = None
        self.address = None
        self.administrator = None

    def fill(self):
        """Writes the example dossiers; keeps the password of the administrator that is shown once."""
        told = subprocess.run(
            [PROGRAM, "examples", "Examples/dossiers.yaml", "--data", self.folder, "--password", PASSWORD, "--on", DAY],
            cwd=ROOT, check=True, capture_output=True, text=True).stdout
        self.first_password = re.search(r"wachtwoord  (\S+)", told)[1]

    def start(self, port=0):
        if self.settings:
            (self.folder / "instellingen.yaml").write_text(self.settings)
        environment = {**os.environ, "KOMPAS_DATA": str(self.folder)}
        sources = ROOT.parent / "shared/sources"
        if sources.is_dir():
            environment["KOMPAS_SOURCES"] = str(sources)
        self.log = open(self.folder / "server.log", "ab")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(port)], cwd=ROOT, env=environment, stdout=subprocess.PIPE,
            stderr=self.log, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://localhost:(\d+)", line):
                self.port = int(found[1])
                self.address = f"http://localhost:{self.port}"
                break
        else:
            raise RuntimeError("the server did not start:\n" + (self.folder / "server.log").read_text())
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                if urllib.request.urlopen(self.address + "/gereed", timeout=5).status == 200:
                    return self
            time.sleep(0.05)
        raise RuntimeError("the server is not ready")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        if self.process:
            self.process.stdout.close()
            self.log.close()

    def kill(self):
        self.process.kill()
        self.process.wait(20)
        self.process.stdout.close()
        self.log.close()


@contextlib.contextmanager
def server(settings="maps: {isPrepared: false}\nlimits: {pagesPerSecond: 0, formsPerMinute: 0, uploadsPerHour: 0, sessionsPerHour: 0}\n", filled=True):
    with tempfile.TemporaryDirectory(prefix="kompas-browser-") as folder:
        running = Server(folder, settings)
        if filled:
            running.fill()
        running.start()
        try:
            yield running
        finally:
            running.stop()
