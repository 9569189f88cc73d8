# SPDX-License-Identifier: EUPL-1.2
"""Runs the libFuzzer programs of a build, one after another.

    fuzz.py BUILD SECONDS [NAME...]

Each program begins with its seeds and with the inputs that earlier runs found, which BUILD/corpus
holds. Prints for each program its runs, its coverage and its processor time, and adds the time to
BUILD/corpus/cpu.tsv. Stops with status 1 when a program finds a failure; the input is then in
BUILD/corpus/NAME.failures.
"""

import re
import resource
import subprocess
import sys
from pathlib import Path

MOST_BYTES = {"pack": 20_000, "sealed_pack": 400_000, "geojson": 20_000, "synonyms": 20_000}
MEMORY = 4096  # MB, sanitizers included


def seeds_of(build: Path) -> dict[str, list[str]]:
    lines = (build / "tests/fuzz/seeds.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: line.split("\t")[1].split(";") for line in lines}


def files_in(seeds: list[str], folder: Path) -> list[str]:
    """libFuzzer takes folders only, so seeds that are files are linked into a folder."""
    folders = [seed for seed in seeds if Path(seed).is_dir()]
    for seed in map(Path, seeds):
        if seed.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            link = folder / seed.name
            link.unlink(missing_ok=True)
            link.symlink_to(seed)
    return [*folders, str(folder)] if folder.exists() else folders


def cpu_seconds() -> float:
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return use.ru_utime + use.ru_stime


def run(build: Path, target: str, seeds: list[str], seconds: int) -> bool:
    name = target.removesuffix("_fuzzer")
    corpus, failures = build / "corpus" / name, build / f"corpus/{name}.failures"
    corpus.mkdir(parents=True, exist_ok=True)
    failures.mkdir(exist_ok=True)
    begin = cpu_seconds()
    done = subprocess.run(
        [
            build / "tests/fuzz" / target,
            corpus,
            *files_in(seeds, build / f"corpus/{name}.seeds"),
            f"-max_total_time={seconds}",
            f"-max_len={MOST_BYTES.get(name, 4096)}",
            f"-artifact_prefix={failures}/",
            f"-rss_limit_mb={MEMORY}",
            "-timeout=30",
            "-print_final_stats=1",
            "-verbosity=1",
        ],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        errors="replace",
    )
    spent = cpu_seconds() - begin
    log = (build / f"corpus/{name}.log").open("a", encoding="utf-8")
    with log:
        log.write(done.stderr[-20_000:])
    runs = re.findall(r"number_of_executed_units: (\d+)", done.stderr)
    cover = re.findall(r"cov: (\d+)", done.stderr)
    ending = "found nothing" if done.returncode == 0 else f"FAILED with {done.returncode}"
    print(
        f"{name}\t{spent:.0f} s\t{(runs or ['?'])[-1]} runs",
        f"coverage {(cover or ['?'])[-1]}\t{ending}",
        sep="\t",
        flush=True,
    )
    with (build / "corpus/cpu.tsv").open("a", encoding="utf-8") as table:
        table.write(f"{name}\t{spent:.0f}\n")
    return done.returncode == 0


def main():
    build, seconds, names = Path(sys.argv[1]).resolve(), int(sys.argv[2]), sys.argv[3:]
    seeds = seeds_of(build)
    targets = [f"{name}_fuzzer" for name in names] or list(seeds)
    passed = [run(build, target, seeds[target], seconds) for target in targets]
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
