# SPDX-License-Identifier: EUPL-1.2
"""Landkaart and other search engines behind one interface.

build(folder, texts) makes an index of (title, body) pairs. ask(class, query) returns ten hits; query_classes.py lists
the classes of queries.
"""
import contextlib
import importlib
import json
import pathlib
import sqlite3
import subprocess

from corpus import PACK_YAML

TEN = 10


class Landkaart:
    name = "landkaart"

    def __init__(self, program: str, options: list[str] | None = None):
        self.program = program
        self.options = options or []  # of `landkaart build`

    def build(self, folder: pathlib.Path, texts):
        import landkaart

        source = folder / "source"
        (source / "articles").mkdir(parents=True)
        (source / "pack.yaml").write_text(PACK_YAML)
        with open(source / "articles/corpus.jsonl", "w", encoding="utf-8") as file:
            for number, (title, body) in enumerate(texts):
                file.write(json.dumps({"id": f"d{number}", "title": title, "body": body}) + "\n")
        self.file = folder / "bench.lkp"
        subprocess.run([self.program, "build", source, "-o", self.file, *self.options], check=True, capture_output=True)
        self.pack = landkaart.open(self.file)

    @staticmethod
    def typed(kind: str, query: str) -> str:
        """The query in the syntax of Landkaart, such as `wat*` for the prefix "wat"."""
        return {"prefix": f"{query}*", "phrase": f'"{query}"'}.get(kind, query)

    def ask(self, kind: str, query: str):
        return self.pack.search(self.typed(kind, query), match="all" if kind == "all" else "any")


class Fts5:
    """The FTS5 of the sqlite3 module of Python, with a prefix index. A word in a title has weight 3."""

    name = "fts5"

    def build(self, folder: pathlib.Path, texts):
        self.database = sqlite3.connect(folder / "fts5.db")
        self.database.execute("create virtual table texts using fts5(title, body,"
                              " tokenize='unicode61 remove_diacritics 2', prefix='2 3')")
        self.database.executemany("insert into texts(title, body) values(?, ?)", texts)
        self.database.execute("insert into texts(texts) values('optimize')")
        self.database.commit()

    def ask(self, kind: str, query: str):
        words = [f'"{word}"' for word in query.split()]
        match = {"prefix": f"{words[0]}*", "phrase": f'"{query}"', "all": " AND ".join(words)}.get(kind, " OR ".join(words))
        statement = "select rowid from texts where texts match ? order by bm25(texts, 3.0, 1.0) limit ?"
        return self.database.execute(statement, (match, TEN)).fetchall()


class Xapian:
    """The package python3-xapian of Debian, with its Dutch stemmer and its spelling correction."""

    name = "xapian"

    def __init__(self):
        self.xapian = importlib.import_module("xapian")

    def build(self, folder: pathlib.Path, texts):
        xapian = self.xapian
        writing = xapian.WritableDatabase(str(folder / "writing"), xapian.DB_CREATE)
        terms = xapian.TermGenerator()
        terms.set_stemmer(xapian.Stem("dutch"))
        terms.set_database(writing)
        terms.set_flags(xapian.TermGenerator.FLAG_SPELLING)
        for title, body in texts:
            document = xapian.Document()
            terms.set_document(document)
            terms.index_text(title, 3)
            terms.increase_termpos()
            terms.index_text(body)
            writing.add_document(document)
        writing.commit()
        writing.compact(str(folder / "xapian"))
        writing.close()
        database = xapian.Database(str(folder / "xapian"))
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(xapian.Stem("dutch"))
        self.parser.set_stemming_strategy(self.parser.STEM_SOME)
        self.parser.set_database(database)
        self.enquire = xapian.Enquire(database)

    def ask(self, kind: str, query: str):
        parser = self.parser
        flags = parser.FLAG_DEFAULT | {"prefix": parser.FLAG_PARTIAL, "typo": parser.FLAG_SPELLING_CORRECTION}.get(kind, 0)
        parser.set_default_op(self.xapian.Query.OP_AND if kind == "all" else self.xapian.Query.OP_OR)
        parsed = parser.parse_query(f'"{query}"' if kind == "phrase" else query, flags)
        if kind == "typo" and parser.get_corrected_query_string():
            parsed = parser.parse_query(parser.get_corrected_query_string())
        self.enquire.set_query(parsed)
        return [match.docid for match in self.enquire.get_mset(0, TEN)]


class Tantivy:
    """The Python package tantivy, with its Dutch stemmer."""

    name = "tantivy"

    def __init__(self):
        self.tantivy = importlib.import_module("tantivy")

    def build(self, folder: pathlib.Path, texts):
        tantivy = self.tantivy
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("title", tokenizer_name="dutch")
        fields.add_text_field("body", tokenizer_name="dutch")
        (folder / "tantivy").mkdir()
        self.index = tantivy.Index(fields.build(), path=str(folder / "tantivy"))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for filter in (tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold(), tantivy.Filter.stemmer("dutch")):
            analyzer = analyzer.filter(filter)
        self.index.register_tokenizer("dutch", analyzer.build())
        writer = self.index.writer(heap_size=500_000_000, num_threads=1)
        for title, body in texts:
            writer.add_document(tantivy.Document(title=title, body=body))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, kind: str, query: str):
        text = {"phrase": f'"{query}"', "all": " AND ".join(query.split())}.get(kind, query)
        near = {"typo": (False, 1, True), "prefix": (True, 0, True)}.get(kind)
        fuzzy = {"fuzzy_fields": {"title": near, "body": near}} if near else {}
        parsed = self.index.parse_query(text, ["title", "body"], field_boosts={"title": 3.0}, **fuzzy)
        return self.searcher.search(parsed, TEN).hits


def installed(program: str) -> list:
    """Landkaart, FTS5, and Xapian and tantivy when this Python can import them."""
    engines = [Landkaart(program), Fts5()]
    for engine in (Xapian, Tantivy):
        with contextlib.suppress(ImportError):
            engines.append(engine())
    return engines
