# SPDX-License-Identifier: EUPL-1.2
"""Measures the relevance of search: whether the expected items are among the first hits.

  evaluate.py ANSWERS PACK.lkp QUERIES.tsv        a table of queries: shares of the expected ids found
  evaluate.py ANSWERS PACK.lkp QUESTIONS.jsonl    questions with one expected item: mean reciprocal rank

ANSWERS is the program landkaart_answers (answers.cpp). A table has the columns nr, vraag, soort,
moet_voorkomen and opmerking. A line of questions is a JSON object with id and question.
"""

import csv
import json
import subprocess
import sys


def answers(program: str, pack: str, queries: list[str]) -> list[dict]:
    asked = "".join(query.replace("\n", " ") + "\n" for query in queries)
    ran = subprocess.run([program, pack], input=asked, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def read_table(path: str) -> list[tuple[str, list[str]]]:
    """Each query with the ids of the expected items. The first id is the most important one."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["vraag"], [id for id in row["moet_voorkomen"].split(",") if id != "-"]) for row in rows]


def judged(program: str, pack: str, table: list[tuple[str, list[str]]]):
    """Yields for each query with expected ids: query, expected ids, found ids, whether the first expected id is
    among the first 3 hits, and whether all expected ids are among the first 10 hits."""
    table = [(query, expected) for query, expected in table if expected]
    found = answers(program, pack, [query for query, _ in table])
    for (query, expected), answer in zip(table, found, strict=True):
        hits = answer["hits"]
        yield query, expected, hits, expected[0] in hits[:3], all(id in hits for id in expected)


def judge_table(program: str, pack: str, path: str) -> None:
    rows = list(judged(program, pack, read_table(path)))
    for query, expected, hits, first, every in rows:
        if not (first and every):
            print(f"{query}\n  expected {', '.join(expected)}\n  found    {', '.join(hits)}")
    print(f"queries {len(rows)}")
    print(f"first in top 3: {sum(row[3] for row in rows) / len(rows):.3f}")
    print(f"every one in top 10: {sum(row[4] for row in rows) / len(rows):.3f}")


def judge_questions(program: str, pack: str, path: str) -> None:
    with open(path, encoding="utf-8") as file:
        questions = [json.loads(line) for line in file]
    total, at_ten = 0.0, 0
    found = answers(program, pack, [each["question"] for each in questions])
    for question, answer in zip(questions, found):
        hits = answer["hits"]
        rank = hits.index(question["id"]) + 1 if question["id"] in hits else 0
        total += 1 / rank if rank else 0
        at_ten += bool(rank)
        if "-v" in sys.argv and rank != 1:
            print(rank, question["id"], question["question"], hits[:3])
    print(f"questions {len(questions)}  MRR@10 {total / len(questions):.4f}  R@10 {at_ten / len(questions):.4f}")


def main() -> None:
    program, pack, path = sys.argv[1:4]
    (judge_table if path.endswith(".tsv") else judge_questions)(program, pack, path)


if __name__ == "__main__":
    main()
