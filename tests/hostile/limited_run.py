# SPDX-License-Identifier: EUPL-1.2
"""Runs one command under limits, and prints as JSON how it ended.

    limited_run.py CPU-SECONDS ADDRESS-SPACE-BYTES COMMAND...

A program of its own, because the peak memory of a child process includes that of the process from
which it was forked. This program is small; the tests, which make packs, are not. An address space
of 0 bytes means no limit.
"""

import json
import os
import resource
import signal
import subprocess
import sys


def main():
    seconds, space = int(sys.argv[1]), int(sys.argv[2])

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if space:
            resource.setrlimit(resource.RLIMIT_AS, (space, space))

    process = subprocess.Popen(
        sys.argv[3:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=limit
    )
    first = process.stdout.read(4000)
    while process.stdout.read(1 << 20):
        pass
    _, status, use = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    print(
        json.dumps(
            {
                "code": code,
                "signal": signal.Signals(-code).name if code < 0 else "",
                "seconds": use.ru_utime + use.ru_stime,
                "bytes": use.ru_maxrss * 1024,
                "output": first.decode(errors="replace"),
            }
        )
    )


if __name__ == "__main__":
    main()
