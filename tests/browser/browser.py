# SPDX-License-Identifier: EUPL-1.2
"""Browser: Chromium, controlled through chromedriver. Server: a web server with a strict content security policy."""
import base64
import functools
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import threading
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

HERE = pathlib.Path(__file__).parent
BIN = os.environ["LANDKAART_BIN"]
FOLDER = pathlib.Path(os.environ["LANDKAART_BROWSER"])  # pages and renderings are written here
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'"
)
SWITCHES = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")


def landkaart(*arguments) -> None:
    subprocess.run([BIN, *map(str, arguments)], check=True, timeout=60)


@functools.cache
def axe() -> str:
    """The source of axe-core, which checks a page for accessibility."""
    return (npm_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")


def npm_package(name) -> pathlib.Path:
    """The folder of a package in package-lock.json. npm installs it if needed; a failed installation fails the test. On
    a machine without network set LANDKAART_WITHOUT_AXE=1, which skips the test instead."""
    locked = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    package = FOLDER / "node_modules" / name
    if version_of(package) != locked["packages"][f"node_modules/{name}"]["version"]:
        if os.environ.get("LANDKAART_WITHOUT_AXE") == "1":
            raise unittest.SkipTest("LANDKAART_WITHOUT_AXE is set")
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / file, FOLDER)
        command = ["npm", "ci", "--no-audit", "--no-fund"]
        installed = subprocess.run(command, cwd=FOLDER, capture_output=True, timeout=300)
        if installed.returncode:
            raise AssertionError(f"npm could not install {name}: " + installed.stderr.decode()[-400:])
    return package


def version_of(package: pathlib.Path) -> str | None:
    manifest = package / "package.json"
    return json.loads(manifest.read_text(encoding="utf-8"))["version"] if manifest.exists() else None


class StrictServer:
    """Serves FOLDER on this machine only. Every response has the policy."""

    def __init__(self):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def end_headers(self):
                self.send_header("Content-Security-Policy", POLICY)
                super().end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=FOLDER))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Browser:
    def __init__(self):
        options = Options()
        options.binary_location = shutil.which("chromium")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        for switch in SWITCHES:
            options.add_argument(switch)
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)

    def close(self):
        self.driver.quit()

    def size(self, width, height=900, scale=1):
        """Sets the size of the window in CSS pixels. A scale of 4 is like 400 % zoom in a window four times as wide."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, media="", **features):
        """Sets media features, such as prefer(prefers_color_scheme="dark"). Without arguments it resets all of them."""
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": listed})

    def open(self, address):
        self.driver.get(address)
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def press_tab(self):
        key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
        for what in ("rawKeyDown", "keyUp"):
            self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": what, **key})

    def complaints(self):
        """The messages on the console since the last call. Chromium reports violations of a policy there."""
        return [entry["message"] for entry in self.driver.get_log("browser") if "favicon" not in entry["message"]]

    def findings(self):
        """The violations of WCAG 2.2 AA and best practices that axe-core finds, each as a rule and an element."""
        self.run(axe())
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = self.driver.execute_async_script(
            "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then(arguments[1])", tags
        )
        return [(violation["id"], node["target"]) for violation in found["violations"] for node in violation["nodes"]]

    def picture(self, path):
        height = self.run("return document.documentElement.scrollHeight")
        width = self.run("return innerWidth")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        options = {"captureBeyondViewport": True, "optimizeForSpeed": True, "clip": clip}
        taken = self.driver.execute_cdp_cmd("Page.captureScreenshot", options)
        path.write_bytes(base64.b64decode(taken["data"]))
