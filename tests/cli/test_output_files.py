# SPDX-License-Identifier: EUPL-1.2
"""Files that the program writes: links, devices, permissions, signals, a full disk."""

import os
import pathlib
import resource
import signal
import stat
import subprocess
import time
import unittest

from program import BIN, PACK, ProgramTest, run

HELD = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


class OutputFiles(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.folder / "source"
        self.ask("init", self.source)
        self.output = self.folder / "out"
        self.output.mkdir()

    def writers(self, path):
        """Each command that writes one file."""
        return (
            ("build", self.source, "-o", path),
            ("map", "-o", path),
            ("map", "--json", "-o", path),
            ("map", "--stylesheet", "-o", path),
        )

    def names(self, folder=None):
        return sorted(path.name for path in (folder or self.output).iterdir())

    def test_a_symbolic_link_is_followed_and_stays(self):
        link, target = self.output / "link", self.folder / "target"
        link.symlink_to("../target")
        for command in self.writers(link):
            with self.subTest(command[0]):
                target.unlink(missing_ok=True)
                self.ask(*command)
                self.assertTrue(link.is_symlink())
                self.assertGreater(target.stat().st_size, 100)
        self.assertEqual(self.names(), ["link"])

    def test_links_in_a_circle_are_refused(self):
        (self.output / "a").symlink_to("b")
        (self.output / "b").symlink_to("a")
        for command in self.writers(self.output / "a"):
            self.assertIn("symbolic links", self.refused(20, *command))

    def test_devices_pipes_and_folders_are_refused(self):
        pipe = self.output / "pipe"
        os.mkfifo(pipe)
        to_null = self.output / "to-null"
        to_null.symlink_to("/dev/null")
        for path in (pathlib.Path("/dev/null"), to_null, pipe):
            for command in self.writers(path):
                self.assertIn("device or a pipe", self.refused(21, *command))
        for command in self.writers(self.output):
            self.assertIn("this is a folder", self.refused(21, *command))
        self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))
        self.assertEqual(self.names(), ["pipe", "to-null"])

    def test_an_existing_file_keeps_its_permissions(self):
        path = self.output / "file"
        for command in self.writers(path):
            path.touch()
            for mode in (0o600, 0o640, 0o755):
                path.chmod(mode)
                self.ask(*command)
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), mode)
            path.unlink()

    def test_a_full_disk_keeps_the_file_that_was_there(self):
        path = self.output / "file"
        path.write_text("oud")
        for command in self.writers(path):
            done = run(
                *command,
                restore_signals=False,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
            )
            self.assertEqual(done.returncode, 20, done.stderr)
            self.assertIn("cannot write: File too large", done.stderr)
            self.assertEqual(path.read_text(), "oud")
        self.assertEqual(self.names(), ["file"])

    def test_a_full_disk_leaves_no_half_folder(self):
        for command in (
            ("init", self.output / "nieuw"),
            ("export", self.output / "nieuw", "--pack", PACK),
        ):
            done = run(
                *command,
                restore_signals=False,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
            )
            self.assertEqual(done.returncode, 20, done.stderr)
            self.assertIn("File too large; check the free space", done.stderr)
            self.assertEqual(self.names(), [])

    def test_a_new_folder_may_exist_when_it_is_empty(self):
        self.ask("export", self.output)
        self.assertIn("pack.yaml", self.names())
        self.assertEqual([name for name in self.names() if name.startswith(".")], [])

    def killed(self, number, seconds, *arguments):
        program = subprocess.Popen(
            [BIN, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        time.sleep(seconds)
        program.send_signal(number)
        _, message = program.communicate(timeout=60)
        return program.returncode, message

    def test_a_signal_leaves_no_temporary_file(self):
        """The moment of the signal differs, so that some arrive while the program writes."""
        path = self.output / "file"
        ended = set()
        for number in HELD:
            for step in range(12):
                code, message = self.killed(number, step * 0.004, *self.writers(path)[step % 3])
                self.assertIn(code, (0, -number), message)
                ended.add(code)
                self.assertLessEqual(set(self.names()), {"file"})
        self.assertGreater(len(ended), 1)

    def test_a_signal_leaves_no_half_export(self):
        whole = self.folder / "whole"
        self.ask("export", whole)
        for step in range(24):
            folder = self.output / str(step)
            code, message = self.killed(HELD[step % len(HELD)], step * 0.004, "export", folder)
            if folder.exists():
                self.assertEqual(self.names(folder), self.names(whole), message)
            self.assertIn(code, (0, -HELD[step % len(HELD)]), message)


class Links(ProgramTest):
    """Symbolic links in the source folder."""

    def setUp(self):
        super().setUp()
        self.source = self.folder / "source"
        self.ask("init", self.source)
        self.secret = self.folder / "secret.txt"
        self.secret.write_text("geheim")
        (self.source / "assets").mkdir()

    def refused_build(self):
        message = self.refused(50, "build", self.source, "-o", self.folder / "my.lkp")
        self.assertFalse((self.folder / "my.lkp").exists())
        self.assertNotIn("geheim", message)
        return message

    def test_a_link_out_of_the_folder_is_refused_with_its_target(self):
        for link in ("assets/notes.txt", "topics/notes.md", "map.geojson", "synonyms.yaml"):
            with self.subTest(link):
                path = self.source / link
                before = path.read_bytes() if path.exists() else None
                path.unlink(missing_ok=True)
                path.symlink_to("../../secret.txt" if "/" in link else "../secret.txt")
                message = self.refused_build()
                self.assertIn(link, message)
                self.assertIn(
                    f"a symbolic link to {self.secret.resolve()}, which is outside", message
                )
                path.unlink()
                if before is not None:
                    path.write_bytes(before)

    def test_links_to_folders_and_to_nothing_are_refused(self):
        (self.source / "assets/away").symlink_to(self.folder)
        (self.source / "assets/here").symlink_to("../topics")
        (self.source / "assets/nothing").symlink_to("nergens")
        message = self.refused_build()
        self.assertIn("assets/away", message)
        self.assertIn("[LK-F031]", message)
        self.assertIn("topics, which is a folder", message)
        self.assertIn("a symbolic link to nergens, which does not exist", message)

    def test_a_link_inside_the_folder_is_followed(self):
        (self.source / "assets/a.txt").write_text("hier")
        (self.source / "assets/b.txt").symlink_to("a.txt")
        self.ask("build", self.source, "-o", self.folder / "my.lkp")
        self.ask("export", self.folder / "export", "--pack", self.folder / "my.lkp")
        self.assertEqual((self.folder / "export/assets/b.txt").read_text(), "hier")

    def test_the_source_folder_itself_may_be_a_link(self):
        (self.folder / "link").symlink_to("source")
        self.ask("build", self.folder / "link", "-o", self.folder / "my.lkp")


if __name__ == "__main__":
    unittest.main()
