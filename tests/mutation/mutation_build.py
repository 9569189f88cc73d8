# SPDX-License-Identifier: EUPL-1.2
"""A copy of the sources with a build of its own, in which one mutant at a time is compiled, linked and tested.

The build writes nothing but two files per mutant: the object of the mutated source and the test program. The object
goes before the static libraries on the command line of the linker, which then leaves the object of the unchanged
source in its library. So no library is made again, and neither is the default pack, which depends on all of them.
"""
import os
import pathlib
import re
import resource
import shlex
import shutil
import signal
import subprocess
import time

MEMORY = 4 << 30  # bytes that a mutated program may map


class BuildFailed(Exception):
    pass


def files_of(source):
    """The files of a checkout, also those that are not committed yet."""
    listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=source, check=True, stdout=subprocess.PIPE)
    return [name for name in listed.stdout.decode().split("\0") if name and (source / name).is_file()]


def run(command, cwd, seconds):
    """The exit status of a shell command with low priority, and None when it took too long."""

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with subprocess.Popen(["nice", "-n", "15", "sh", "-c", command], cwd=cwd, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, start_new_session=True, preexec_fn=limit) as process:  # fmt: skip
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None


class MutationBuild:
    def __init__(self, source, folder):
        self.source = source
        self.copy = folder / "source"
        self.build = self.copy / "build" / "dev"  # as deep as build/dev of a checkout, so that ccache finds its objects
        self.object = folder / "mutant.o"
        self.program = folder / "mutant"
        self.commands = {}  # of each program: the commands that make it

    def synchronise(self):
        """Copies the files that changed, and removes those that are gone."""
        names = set(files_of(self.source))
        for name in names:
            original, copied = self.source / name, self.copy / name
            if copied.is_file() and copied.read_bytes() == original.read_bytes():
                continue
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(original, copied)
        for folder, folders, files in os.walk(self.copy):
            folders[:] = [name for name in folders if name not in ("build", "__pycache__")]
            for file in files:
                path = pathlib.Path(folder, file)
                if str(path.relative_to(self.copy)) not in names:
                    path.unlink()

    def make(self, programs):
        """Builds the programs of the unchanged sources. Each source file becomes one object, because compile() makes the
        object of one mutated file."""
        environment = os.environ | {"CMAKE_CXX_COMPILER_LAUNCHER": "ccache", "CCACHE_BASEDIR": str(self.source.parent),
                                    "CCACHE_NOHASHDIR": "1"}  # fmt: skip
        if not shutil.which("ccache"):
            del environment["CMAKE_CXX_COMPILER_LAUNCHER"]
        if not (self.build / "build.ninja").exists():
            subprocess.run(["cmake", "-G", "Ninja", "-S", self.copy, "-B", self.build, "-DCMAKE_BUILD_TYPE=None",
                            "-DCMAKE_CXX_FLAGS=-O1", "-DLANDKAART_UNITY_BUILD=OFF", "-DLANDKAART_WARNINGS_AS_ERRORS=ON",
                            "-DLANDKAART_PYTHON=OFF"],
                           check=True, env=environment, stdout=subprocess.DEVNULL)  # fmt: skip
        subprocess.run(["nice", "-n", "15", "ninja", "-C", self.build, "-j", "1", *programs], check=True, env=environment)
        for program in programs:
            listed = subprocess.run(["ninja", "-C", self.build, "-t", "commands", program], check=True, text=True, stdout=subprocess.PIPE)
            self.commands[program] = listed.stdout.splitlines()

    def compile(self, path):
        """Whether the source at a path compiles to the object of the mutant."""
        name = f" -c {self.copy / path}"
        for command in (line for commands in self.commands.values() for line in commands):
            if command.endswith(name):
                command = re.sub(r" -o \S+", f" -o {self.object}", command.replace(" -Werror", ""))
                command = re.sub(r" -M[DTF] ?\S*| -MT \S+| -MF \S+", "", command)
                return run(command, self.build, 300) == 0
        raise BuildFailed(f"no program is made from {path}")

    def link(self, program):
        """Links a program with the object of the mutant."""
        for command in self.commands[program]:
            match = re.search(rf"(?:^|&& )(\S*c\+\+ [^&]* -o )\S*\b{re.escape(program)} ([^&]*)", command)
            if match and " -c " not in match[1]:
                linked = f"{match[1]}{self.program} {self.object} {match[2]}"
                if run(linked, self.build, 300) != 0:
                    raise BuildFailed(f"{program} does not link")
                return
        raise BuildFailed(f"no command links {program}")

    def uses(self, program, path):
        return any(command.endswith(f" -c {self.copy / path}") for command in self.commands[program])

    def time_of(self, program, arguments):
        """The seconds that the program of the unchanged sources takes. Its tests must pass."""
        [path] = [each for each in self.build.rglob(program) if each.is_file() and os.access(each, os.X_OK)]
        begin = time.monotonic()
        if run(f"{shlex.quote(str(path))} {arguments}", self.build, 1200) != 0:
            raise BuildFailed(f"{program} fails without a mutant")
        return time.monotonic() - begin

    def outcome(self, mutant, programs, limits, arguments):
        """(outcome, program that noticed the mutant)."""
        path = self.copy / mutant.path
        text = path.read_text()
        path.write_text(mutant.applied_to(text))
        try:
            if not self.compile(mutant.path):
                return "not compiled", ""
        finally:
            path.write_text(text)
        for program in programs:
            if not self.uses(program, mutant.path):
                continue
            self.link(program)
            status = run(f"{self.program} {arguments[program]}", self.build, limits[program])
            if status != 0:
                return ("timeout" if status is None else "killed"), program
        return "survived", ""
