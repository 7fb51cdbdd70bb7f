#!/usr/bin/env python3
"""Speed and size of the web application, measured on the built program with the example dossiers.

    Benchmarks/web.py PROGRAM [SECONDS]

Prints what the server itself says a page took, what a visitor saw, and how much memory the server holds after every layer and
a few hundred pages were asked for. Needs `wrk`.
"""
import concurrent.futures
import gzip
import http.client
import http.cookiejar
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Browser"))
os.environ["KOMPAS_PROGRAM"] = os.path.abspath(sys.argv[1])
import running  # noqa: E402

SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20


class Visitor:
    """Somebody who keeps cookies and signs in."""

    def __init__(self, address):
        self.address = address
        self.cookie = None
        self.opener = urllib.request.build_opener(NoRedirect())

    def get(self, path, packed=False):
        request = urllib.request.Request(self.address + path)
        return self.send(request, packed)

    def send(self, request, packed=False):
        if self.cookie:
            request.add_header("Cookie", self.cookie)
        if packed:
            request.add_header("Accept-Encoding", "gzip")
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        body = answer.read()
        for value in answer.headers.get_all("Set-Cookie") or []:
            self.cookie = value.split(";")[0]
        return answer.status, dict(answer.headers), body

    def sign_in(self, login):
        token = re.search(rb'name="csrf" value="([0-9a-f]+)"', self.get("/aanmelden")[2])[1].decode()
        data = urllib.parse.urlencode({"naam": login, "wachtwoord": running.PASSWORD, "csrf": token}).encode()
        status = self.send(urllib.request.Request(self.address + "/aanmelden", data=data))[0]
        assert status == 303, status


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def steady(visitor, path, per_second, seconds):
    """Asks a page so many times a second; milliseconds that the visitor waited."""
    def one(moment):
        time.sleep(max(0, moment - time.monotonic()))
        begun = time.monotonic()
        status = visitor.get(path, packed=True)[0]
        assert status == 200, status
        return (time.monotonic() - begun) * 1000

    start = time.monotonic() + 0.2
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        return list(pool.map(one, [start + n / per_second for n in range(per_second * seconds)]))


def server_times(log, route, offset):
    """What the server says that pages of a route took, in milliseconds."""
    with open(log) as lines:
        lines.seek(offset)
        events = [json.loads(line) for line in lines if line.startswith("{")]
    return [float(event["ms"]) for event in events if event.get("route") == route and event.get("status") == "200"]


def memory(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return {key: int(re.search(rf"{key}:\s+(\d+)", text)[1]) / 1024 for key in ("VmRSS", "VmHWM")}


def main():
    with running.server() as server:
        log = server.folder / "server.log"
        owner = Visitor(server.address)
        owner.sign_in("initiatiefnemer")
        plans = sorted(set(re.findall(rb'href="(/toets/[a-z0-9]{26})"', owner.get("/toets")[2])))
        sheet = plans[0].decode()
        for _ in range(20):
            size = len(owner.get(sheet, packed=True)[2])
        offset = log.stat().st_size
        waited = steady(owner, sheet, 50, SECONDS)
        times = server_times(log, "/toets/{id}", offset) or server_times(log, "/toets/:id", offset)
        print(f"sheet, 50 a second, {len(waited)} times, {size / 1024:.0f} KB compressed")
        print(f"  server p50 {quantile(times, .5):6.1f} ms   p99 {quantile(times, .99):6.1f} ms   (target p99 100)")
        print(f"  visitor p50 {quantile(waited, .5):6.1f} ms   p99 {quantile(waited, .99):6.1f} ms")

        page = "/beleid"
        links = re.findall(rb'href="(/beleid/normen/[^"#?]+)"', owner.get("/beleid/normen")[2] + owner.get(page)[2])
        policy = links[0].decode() if links else page
        anonymous = Visitor(server.address)
        anonymous.get(policy, packed=True)
        out = subprocess.run(
            ["wrk", "-t2", "-c32", f"-d{min(SECONDS, 10)}s", "-H", "Accept-Encoding: gzip", server.address + policy],
            capture_output=True, text=True, check=True).stdout
        print(f"policy page {policy}, wrk -t2 -c32 beside the server on the same cores")
        print(f"  {re.search(r'Requests/sec:.*', out)[0]}   (target 3000)")
        print(f"  {re.search(r'Non-2xx.*', out)[0]}" if "Non-2xx" in out else "  every answer 200")

        first = anonymous.get("/", packed=True)[2]
        html = gzip.decompress(first)
        parts = [p.decode() for p in re.findall(rb'(?:href|src)="(/(?:assets|vendor)/[^"]+)"', html)]
        sizes = {"/": len(first)} | {part: len(anonymous.get(part, packed=True)[2]) for part in parts}
        own = sum(size for part, size in sizes.items() if not part.startswith("/vendor/"))
        print(f"first page: {own / 1024:.0f} KB compressed without the map library   (target 250)")

        for path in ["/kaart", "/plek", "/beleid", "/beleid/documenten", "/afwegingen", "/begrippen"]:
            for link in re.findall(rb'href="(/[^"#]*)"', anonymous.get(path)[2])[:120]:
                anonymous.get(link.decode().replace("&amp;", "&"))
        layers = json.loads(anonymous.get("/kaartdata/lagen.json")[2] or b"{}")
        print("memory after every page and layer: " + "   ".join(
            f"{key} {value:.0f} MB" for key, value in memory(server.process.pid).items()) + "   (target 300)")


if __name__ == "__main__":
    main()
