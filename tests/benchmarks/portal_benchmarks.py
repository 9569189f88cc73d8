# SPDX-License-Identifier: EUPL-1.2
"""portal_benchmarks.py prints a table of the requests a second that the portal answers on one core.

Run with the package on PYTHONPATH. uvicorn (uvloop, httptools) runs on one core, and wrk sends requests from another
core when the machine has one. Workloads with "new" in their name send each request once; the portal answers the
repeated requests of other workloads from its cache. The second column counts requests per second of processor time of
the server, so other programs on the machine hardly change it.
"""
import contextlib
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote_plus

import landkaart
from landkaart.web import create_app

PORT = 8347
CONNECTIONS = 8
SECONDS = 5
TICKS = os.sysconf("SC_CLK_TCK")
ASK_IN_TURN = """
local addresses, number = {}, 0
for line in io.lines("ADDRESSES") do addresses[#addresses + 1] = line end
request = function()
  number = number % #addresses + 1
  return wrk.format("GET", addresses[number])
end
"""


def application():
    return create_app(landkaart.cocreatie())


def questions(pack):
    """The titles of obstacles and topics, as queries that visitors could type."""
    return [item.title for item in (*pack.obstacles, *pack.topics)]


def new_questions(pack):
    """Every pair of words from titles. There are more pairs than one measurement sends requests."""
    words = sorted({word for item in pack.values() for word in re.findall(r"[a-z]{4,}", item.title.lower())})
    return [f"{first} {second}" for first, second in itertools.permutations(words, 2)]


def workloads(pack):
    """The addresses that each workload requests in turn, by name of the workload."""
    asked, new = questions(pack), new_questions(pack)
    page, api = "/zoeken?zoekterm=", "/v1/zoekresultaten?zoekterm="
    return {
        "home_page": ["/"],
        "search_page": [page + quote_plus(question) for question in asked],
        "search_page_new": [page + quote_plus(question) for question in new],
        "api_search": [api + quote_plus(question) for question in asked],
        "api_search_new": [api + quote_plus(question) for question in reversed(new)],
        "api_suggestions_new": [f"/v1/suggesties?tekst={quote_plus(question[:9])}" for question in new[::7]],
    }


@contextlib.contextmanager
def served(core):
    """Starts a server on a core, waits until it answers, and yields its process."""
    folder = str(Path(__file__).parent)
    command = [
        *("taskset", "-c", str(core), sys.executable, "-m", "uvicorn", "--app-dir", folder, "--factory"),
        *("portal_benchmarks:application", "--loop", "uvloop", "--http", "httptools"),
        *("--port", str(PORT), "--no-access-log", "--log-level", "warning"),
    ]
    with subprocess.Popen(command) as server:
        try:
            wait_for(f"http://127.0.0.1:{PORT}/healthz")
            yield server
        finally:
            server.terminate()


def wait_for(address):
    for _ in range(100):
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(address).read()
        time.sleep(0.1)
    raise SystemExit(f"no answer from {address}")


def processor_seconds(process):
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def measure(server, core, addresses):
    """Requests per second, and requests per second of processor time of the server."""
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder, "addresses"), Path(folder, "ask.lua")
        listed.write_text("\n".join(addresses))
        script.write_text(ASK_IN_TURN.replace("ADDRESSES", str(listed)))
        wrk = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", "-s", script, f"http://127.0.0.1:{PORT}"]
        before = processor_seconds(server)
        said = subprocess.run(["taskset", "-c", str(core), *wrk], check=True, text=True, capture_output=True).stdout
        spent = processor_seconds(server) - before
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    requests = int(re.search(r"(\d+) requests in", said)[1])
    return float(re.search(r"Requests/sec:\s*([\d.]+)", said)[1]), requests / spent


def main():
    if not shutil.which("wrk"):
        print("the portal is not measured, because wrk is not installed")
        return
    cores = sorted(os.sched_getaffinity(0))
    print(f"{'':32} {'per second':>12} {'per cpu s':>12}")
    with served(cores[0]) as server:
        for name, addresses in workloads(landkaart.cocreatie()).items():
            per_second, per_processor_second = measure(server, cores[-1], addresses)
            print(f"{'portal_' + name:32} {per_second:12.0f} {per_processor_second:12.0f}", flush=True)


if __name__ == "__main__":
    main()
