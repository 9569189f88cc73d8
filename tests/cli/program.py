# SPDX-License-Identifier: EUPL-1.2
"""Runs the built program, and builds packs for the tests."""
import json
import os
import pathlib
import pty
import subprocess
import tempfile
import unittest

BIN = os.environ["LANDKAART_BIN"]
PACK = os.environ["LANDKAART_PACK"]


def run(*arguments, **options):
    command = [BIN, *map(str, arguments)]
    options.setdefault("env", {**os.environ, "LC_ALL": "C.UTF-8"})  # messages in English
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, **options)


def on_terminal(*arguments):
    """The output on stderr when stderr is a terminal."""
    terminal, stderr = pty.openpty()
    subprocess.run([BIN, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=stderr)
    os.close(stderr)
    shown = b""
    try:
        while part := os.read(terminal, 100_000):
            shown += part
    except OSError:  # Linux reports the end of a terminal this way
        pass
    os.close(terminal)
    return shown.decode()


class ProgramTest(unittest.TestCase):
    """Each test has a folder of its own, in `self.folder`."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def ask(self, *arguments):
        """The output of a command that must succeed and write nothing to stderr."""
        done = run(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def ask_json(self, *arguments):
        return json.loads(self.ask(arguments[0], "--json", *arguments[1:]))

    def refused(self, status, *arguments):
        """The message on stderr of a command that must fail with this status and write nothing to stdout."""
        done = run(*arguments)
        self.assertEqual((done.returncode, done.stdout), (status, ""), done.stderr)
        self.assertTrue(done.stderr.startswith("landkaart: ") or status in (50, 51), done.stderr)
        return done.stderr

    def starter(self):
        self.ask("init", self.folder / "starter")
        self.ask("build", self.folder / "starter", "-o", self.folder / "starter.lkp")
        return self.folder / "starter.lkp"
