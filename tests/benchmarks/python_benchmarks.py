# SPDX-License-Identifier: EUPL-1.2
"""python_benchmarks.py LARGE.lkp QUERIES.txt SMALL_QUERIES.txt prints times of the Python package as JSON.

run.py starts this script with the built package on PYTHONPATH. Times are medians in microseconds.
"""
import json
import statistics
import subprocess
import sys
import threading
import time

import landkaart

REPETITIONS = 11
FRESH = """
import time
begin = time.perf_counter()
import landkaart
imported = time.perf_counter()
landkaart.cocreatie().search("te veel regels").hits[0].title
print(imported - begin, time.perf_counter() - imported)
"""


def in_fresh_processes():
    """The time to import the package, and the time to open the default pack and search it once."""
    runs = []
    for _ in range(REPETITIONS):
        said = subprocess.run([sys.executable, "-c", FRESH], check=True, text=True, capture_output=True).stdout
        runs.append([float(seconds) * 1e6 for seconds in said.split()])
    imports, firsts = zip(*runs, strict=True)
    return {"python_import_us": statistics.median(imports), "python_first_search_us": statistics.median(firsts)}


def one_search(pack, queries, rounds):
    """The time to search for ten hits and read their titles. search_with_titles in benchmarks.cpp does the same in C++."""
    times = []
    for _ in range(REPETITIONS):
        begin = time.perf_counter()
        for _ in range(rounds):
            for query in queries:
                for hit in pack.search(query):
                    hit.title
        times.append((time.perf_counter() - begin) / rounds / len(queries) * 1e6)
    return statistics.median(times)


def searches_per_second(pack, queries, threads):
    def ask():
        for query in queries:
            pack.search(query)

    asking = [threading.Thread(target=ask) for _ in range(threads)]
    begin = time.perf_counter()
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    return threads * len(queries) / (time.perf_counter() - begin)


def gain_of_a_second_thread(pack, queries):
    """How many times more searches a second two threads make than one.

    Runs with one and with two threads alternate, so that other load on the machine slows both.
    """
    searches_per_second(pack, queries, 1)
    gains = [
        searches_per_second(pack, queries, 2) / searches_per_second(pack, queries, 1) for _ in range(REPETITIONS)
    ]
    return statistics.median(gains)


def main():
    large, queries, small_queries = sys.argv[1:]
    with open(queries, encoding="utf-8") as lines:
        four_words = lines.read().splitlines()
    with open(small_queries, encoding="utf-8") as lines:
        asked = lines.read().splitlines()
    figures = in_fresh_processes()
    figures["python_search_with_titles_us"] = one_search(landkaart.cocreatie(), asked, 20)
    figures["python_two_threads_gain"] = gain_of_a_second_thread(landkaart.open(large), four_words)
    print(json.dumps(figures))


main()
