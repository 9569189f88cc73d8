# SPDX-License-Identifier: EUPL-1.2
"""Prints the table of `make bench`: times of opening, reading, filtering and compiling, memory, and size.

The large pack is made from --corpus, a .jsonl or .jsonl.gz file with an id, a title and a body on each line. Without
--corpus it is made from 50,000 texts with random words of the default pack. Times are medians of five repetitions.
"""
import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

from corpus import PACK_YAML, corpus_lines

ITEMS = 50_000


def made_up_corpus(landkaart):
    """Texts of 20 to 400 random words of the default pack. Every call gives the same texts."""
    chance = random.Random(1)
    listed = json.loads(subprocess.check_output([landkaart, "list", "--json"]))["items"]
    text = " ".join(item["title"] + " " + item.get("summary", "") for item in listed)
    words = re.findall(r"\w+", text)
    for number in range(ITEMS):
        body = " ".join(chance.choices(words, k=chance.randint(20, 400)))
        yield json.dumps({"id": f"d{number}", "title": f"Artikel {number}", "body": body}) + "\n"


def queries(lines):
    """200 queries of four words from one document each."""
    chance = random.Random(2)
    found = []
    for line in chance.sample(lines, min(1000, len(lines))):
        words = re.findall(r"\w{4,}", json.loads(line)["body"])
        if len(words) >= 4 and len(found) < 200:
            found.append(" ".join(chance.sample(words, 4)))
    return found


def compile_pack(landkaart, source, output, jobs):
    begin = time.perf_counter()
    subprocess.run([landkaart, "build", source, "-o", output, "--jobs", str(jobs)], check=True, capture_output=True)
    return time.perf_counter() - begin


def small_queries(landkaart):
    """The titles of obstacles and topics of the default pack, as queries that visitors could type."""
    items = json.loads(subprocess.check_output([landkaart, "list", "--json"]))["items"]
    return [item["title"] for item in items if item["kind"] in ("obstacle", "topic")]


def measure_python(build, *arguments):
    """The figures of python_benchmarks.py, by name."""
    script = pathlib.Path(__file__).parent / "python_benchmarks.py"
    environment = {**os.environ, "PYTHONPATH": str(build / "python")}
    return json.loads(subprocess.check_output([sys.executable, script, *arguments], env=environment))


def measure(binary, small, large, query_file, small_query_file):
    done = subprocess.run([binary, small, large, query_file, small_query_file, "--benchmark_format=json", "--benchmark_repetitions=5",
                           "--benchmark_report_aggregates_only=true"], check=True, text=True, capture_output=True)
    figures = {}
    for line in done.stderr.splitlines():
        name, _, value = line.partition(" ")
        if re.fullmatch(r"[0-9.e+]+", value):
            figures[name] = float(value)
    unit = {"ns": 1e-3, "us": 1, "ms": 1e3}
    for run in json.loads(done.stdout)["benchmarks"]:
        if run["aggregate_name"] == "median":
            figures[run["run_name"] + "_us"] = run["real_time"] * unit[run["time_unit"]]
    return figures


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--build", default="build/release")
    arguments.add_argument("--corpus")
    options = arguments.parse_args()
    build = pathlib.Path(options.build)
    landkaart = str(build / "bin/landkaart")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "source/articles").mkdir(parents=True)
        (work / "source/pack.yaml").write_text(PACK_YAML)
        lines = list(corpus_lines(options.corpus) if options.corpus else made_up_corpus(landkaart))
        (work / "source/articles/corpus.jsonl").write_text("".join(lines), encoding="utf-8")
        (work / "queries.txt").write_text("\n".join(queries(lines)) + "\n", encoding="utf-8")
        (work / "small_queries.txt").write_text("\n".join(small_queries(landkaart)) + "\n", encoding="utf-8")
        rows = {"items": len(lines)}
        rows["compile_two_jobs_s"] = compile_pack(landkaart, work / "source", work / "two.lkp", 2)
        rows["compile_one_job_s"] = compile_pack(landkaart, work / "source", work / "one.lkp", 1)
        rows["same_bytes_one_and_two_jobs"] = (work / "one.lkp").read_bytes() == (work / "two.lkp").read_bytes()
        rows["pack_mb"] = os.path.getsize(work / "two.lkp") / 1e6
        rows |= measure(str(build / "tests/benchmarks/landkaart_benchmarks"), str(build / "cocreatie.lkp"),
                        str(work / "two.lkp"), str(work / "queries.txt"), str(work / "small_queries.txt"))
        if (build / "python/landkaart").exists():
            rows |= measure_python(build, work / "two.lkp", work / "queries.txt", work / "small_queries.txt")
            rows["python_above_cpp_us"] = rows["python_search_with_titles_us"] - rows["search_with_titles_us"]
    for name, value in rows.items():
        print(f"{name:32} {value:12.2f}" if isinstance(value, float) else f"{name:32} {value!s:>12}")


main()
