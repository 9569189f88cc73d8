#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Mutation testing of the C++ core: puts one fault at a time into the sources and lists the faults that no test sees.

    tests/mutation/mutate_cpp.py --count 150 core/format
    tests/mutation/mutate_cpp.py --again core/format     # tests the survivors of earlier runs once more

Sources are copied to build/mutation, so the checkout stays as it is. Mutants are drawn with a seed; outcomes are kept
in build/mutation/outcomes.tsv. equivalent_cpp.txt lists the mutants that change no behaviour, each with the reason.
A run of 150 mutants takes about half an hour on one core, so it is no part of `make test`.
"""

import argparse
import collections
import pathlib
import random
import sys

from cpp_mutants import mutants_of
from mutation_build import MutationBuild

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]

# The programs that test each folder, those most likely to notice first.
PROGRAMS = {
    "core/format": ["format", "search", "model", "pack", "conformance", "broken"],
    "core/search": ["search", "pack", "conformance", "compiler"],
}
DEFAULT_PROGRAMS = ["format", "model", "search", "text", "map", "pack", "conformance"]


def sources_of(paths):
    """The .cpp files below paths, relative to the checkout."""
    for path in paths:
        found = [ROOT / path] if (ROOT / path).is_file() else sorted((ROOT / path).rglob("*.cpp"))
        if not found:
            sys.exit(f"{path}: no C++ sources there")
        yield from (each.relative_to(ROOT).as_posix() for each in found)


def equivalents():
    """The reason of each mutant that is known to change no behaviour."""
    lines = [line for line in (HERE / "equivalent_cpp.txt").read_text().splitlines() if not line.startswith("#")]
    reasons = {}
    for place, described in zip(lines[::2], lines[1::2], strict=True):
        path, source = place.split(": ", 1)
        change, reason = described.strip().split(": ", 1)
        reasons[path, source, change] = reason
    return reasons


def stale_equivalents(known):
    """The entries of equivalent_cpp.txt whose line was changed or removed since."""
    paths = sorted({path for path, _source, _change in known})
    made = {
        mutant.key for path in paths if (ROOT / path).exists() for mutant in mutants_of(path, (ROOT / path).read_text())
    }
    return [key for key in known if key not in made]


def earlier_outcomes(file):
    """The last outcome of each mutant that was tested before."""
    outcomes = {}
    if file.exists():
        for line in file.read_text().splitlines():
            path, source, change, outcome, _program = line.split("\t")
            outcomes[path, source, change] = outcome
    return outcomes


def drawn(options):
    """The mutants to test."""
    mutants = []
    for path in sources_of(options.paths):
        mutants += mutants_of(path, (ROOT / path).read_text())
    if options.again:
        known = earlier_outcomes(options.folder / "outcomes.tsv")
        return [mutant for mutant in mutants if known.get(mutant.key) == "survived"]
    print(f"{len(mutants)} mutants can be made")
    chosen = random.Random(options.seed).sample(mutants, min(options.count, len(mutants)))
    return chosen[options.skip :]


def programs_for(path, options):
    if options.programs:
        return options.programs
    return next((names for folder, names in PROGRAMS.items() if path.startswith(folder)), DEFAULT_PROGRAMS)


def report(outcomes, survivors):
    counts = collections.Counter(outcomes)
    killed = counts["killed"] + counts["timeout"]
    tested = killed + counts["survived"]
    print(f"\n{'mutants':>14} {len(outcomes):6}")
    for outcome in ("not compiled", "equivalent", "killed", "timeout", "survived"):
        print(f"{outcome:>14} {counts[outcome]:6}")
    print(f"{killed} of {tested} killed: {100 * killed / max(tested, 1):.1f} %")
    for mutant in survivors:
        print(f"{mutant.path}:{mutant.line}: {mutant.change}\n    {mutant.source}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="sources, or folders of sources")
    parser.add_argument("--count", type=int, default=100, help="the number of mutants to draw (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other mutants (%(default)s)")
    parser.add_argument("--skip", type=int, default=0, help="leave out the first mutants of the draw")
    parser.add_argument("--again", action="store_true", help="test the mutants that survived earlier runs")
    parser.add_argument("--programs", nargs="+", help='test programs, such as "format search"')
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "build" / "mutation",
                        help="where sources are copied to and built; two runs at once need two folders")  # fmt: skip
    options = parser.parse_args()
    options.folder = options.folder.resolve()

    build = MutationBuild(ROOT, options.folder)
    options.folder.mkdir(parents=True, exist_ok=True)
    build.synchronise()
    mutants = drawn(options)
    names = list(dict.fromkeys(name for mutant in mutants for name in programs_for(mutant.path, options)))
    targets = {name: f"landkaart_{name}_tests" for name in names}
    build.make(list(targets.values()))
    arguments = {target: "--gtest_brief=1 --gtest_fail_fast" for target in targets.values()}
    limits = {target: 10 + 5 * build.time_of(target, arguments[target]) for target in targets.values()}
    print({target: f"{limit:.0f} s" for target, limit in limits.items()}, flush=True)

    known = equivalents()
    for path, source, change in stale_equivalents(known):
        print(f"equivalent_cpp.txt names a mutant that cannot be made: {path}: {change}: {source}")
    outcomes, survivors = [], []
    with (options.folder / "outcomes.tsv").open("a") as log:
        for number, mutant in enumerate(mutants, 1):
            outcome, program = (
                ("equivalent", "")
                if mutant.key in known
                else build.outcome(
                    mutant,
                    [targets[name] for name in programs_for(mutant.path, options)],
                    limits,
                    arguments,
                )
            )
            outcomes.append(outcome)
            if outcome == "survived":
                survivors.append(mutant)
            print("\t".join((*mutant.key, outcome, program)), file=log, flush=True)
            print(
                f"{number}/{len(mutants)} {outcome} {program} {mutant.path}:{mutant.line} {mutant.change}",
                flush=True,
            )
    report(outcomes, survivors)


if __name__ == "__main__":
    main()
