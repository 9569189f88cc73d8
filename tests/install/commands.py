# SPDX-License-Identifier: EUPL-1.2
"""Runs the programs that a developer of another project would run."""
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent


def attempt(*command, **options):
    return subprocess.run([str(part) for part in command], text=True, capture_output=True, **options)


def run(*command, **options):
    """The output of a command that must succeed."""
    done = attempt(*command, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} returned {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def pkg_config(prefix, *arguments):
    """The compiler and linker arguments for a module installed below prefix."""
    folder = next(pathlib.Path(prefix).rglob("landkaart.pc")).parent
    return run("pkg-config", "--cflags", "--libs", *arguments,
               env={**os.environ, "PKG_CONFIG_PATH": str(folder)}).split()
