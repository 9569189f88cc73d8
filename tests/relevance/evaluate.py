# SPDX-License-Identifier: EUPL-1.2
"""How well the right item comes up.

  evaluate.py ANSWERS PACK.lkp QUERIES.tsv        the queries of a table: which of its ids came where
  evaluate.py ANSWERS PACK.lkp QUESTIONS.jsonl    known items: mean reciprocal rank of the answers

ANSWERS is the program landkaart_answers, which stands beside this file as answers.cpp. A table has
the columns nr, vraag, soort, moet_voorkomen, opmerking; a line of questions has id and question.
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
    """Each query with the ids that must come up, the first of them on top."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["vraag"], [id for id in row["moet_voorkomen"].split(",") if id != "-"]) for row in rows]


def judged(program: str, pack: str, table: list[tuple[str, list[str]]]):
    """For each query with expectations: query, expected, found, whether the first is in the top 3, all in 10."""
    table = [(query, expected) for query, expected in table if expected]
    for (query, expected), answer in zip(table, answers(program, pack, [query for query, _ in table])):
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
