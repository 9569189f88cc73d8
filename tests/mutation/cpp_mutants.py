# SPDX-License-Identifier: EUPL-1.2
"""Makes mutants of a C++ source text. A mutant is a copy of the text with one small fault in it.

The lexer knows comments, strings, preprocessor lines and numbers, but it does not parse C++. It relies on the
layout that .clang-format gives: a space stands on both sides of a binary operator, and of no angle bracket of a
template, no reference and no pointer. A mutant that is no valid C++ fails to compile, so it is not counted.
"""

import bisect
import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<directive>^[ \t]*\#(?:[^\n\\]|\\.)*)
  | (?P<string>(?:u8|[uUL])?R"(?P<end>[^(\s]*)\(.*?\)(?P=end)"|(?:u8|[uUL])?"(?:[^"\\\n]|\\.)*"
             |'(?:[^'\\\n]|\\.)+')
  | (?P<number>\b\d(?:[\w.]|'(?=\w)|(?<=[eE])[+-])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<operator><<=|>>=|<=>|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|::|[-+*/%&|^~!<>=?:;,.(){}\[\]])
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)

# The operators that take the place of a binary operator.
BINARY = {
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "==": ("!=",),
    "!=": ("==",),
    "+": ("-",),
    "-": ("+",),
    "*": ("/",),
    "/": ("*",),
    "%": ("/",),
    "&": ("|",),
    "|": ("&",),
    "^": ("|",),
    "<<": (">>",),
    ">>": ("<<",),
    "&&": ("||",),
    "||": ("&&",),
    "+=": ("-=",),
    "-=": ("+=",),
    "*=": ("/=",),
    "/=": ("*=",),
    "&=": ("|=",),
    "|=": ("&=",),
    "^=": ("|=",),
    "<<=": (">>=",),
    ">>=": ("<<=",),
}
UNARY = {"++": "--", "--": "++", "!": ""}
CALLS = {
    "min": "max",
    "max": "min",
    "begin": "end",
    "end": "begin",
    "front": "back",
    "back": "front",
    "lower_bound": "upper_bound",
    "upper_bound": "lower_bound",
    "any_of": "all_of",
    "all_of": "any_of",
    "none_of": "any_of",
}
NOT_A_STATEMENT = {
    "return", "using", "const", "constexpr", "static", "auto", "struct", "class", "enum", "case", "default", "break",
    "continue", "goto", "namespace", "typedef", "template", "friend", "public", "private", "protected", "if", "for",
    "while", "do", "switch", "else", "try", "catch", "inline", "extern", "explicit", "virtual", "operator", "assert",
    "static_assert", "unsigned", "int", "bool", "double", "float", "char", "void", "delete", "co_return", "mutable",
}  # fmt: skip


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    begin: int

    @property
    def end(self):
        return self.begin + len(self.text)


@dataclass(frozen=True)
class Mutant:
    path: str
    begin: int
    end: int
    replacement: str
    line: int  # from 1
    source: str  # the text of the line, without indentation and comment
    change: str  # such as "< to <=", "<#2 to <=" for the second of the line, or "remove statement"

    @property
    def key(self):
        """Names the mutant by content, so that the name outlives changes elsewhere in the file."""
        return self.path, self.source, self.change

    def applied_to(self, text):
        return text[: self.begin] + self.replacement + text[self.end :]


def tokens_of(text):
    """The tokens that may be mutated: neither comments, strings and preprocessor lines, nor assertions."""
    tokens = [
        Token(match.lastgroup if match.lastgroup != "end" else "string", match.group(), match.start())
        for match in TOKEN.finditer(text)
        if not match.group("comment") and not match.group("directive")
    ]
    kept, depth = [], None
    for token in tokens:
        if token.text in ("assert", "static_assert"):
            depth = 0
        if depth is None:
            kept.append(token)
            continue
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0 and token.text == ";":
            depth = None
    return kept


def neighbours_of(number):
    """The literals that take the place of an integer literal; none for other numbers."""
    match = re.fullmatch(r"(\d[\d']*)([uUlLzZ]*)", number)
    if not match or (len(match[1]) > 1 and match[1][0] == "0"):
        return []
    value = int(match[1].replace("'", ""))
    values = {value + 1, value - 1 if value > 0 else 1, 0} - {value}
    return [f"{other}{match[2]}" for other in sorted(values)]


def replacements_of(tokens, index, text):
    """The texts that take the place of a token."""
    token = tokens[index]
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if token.kind == "number":
        return neighbours_of(token.text)
    if token.kind == "word":
        if token.text in ("true", "false") and index and tokens[index - 1].text == "return" and following == ";":
            return ["false" if token.text == "true" else "true"]
        if token.text in ("break", "continue") and following == ";":
            return ["continue" if token.text == "break" else "break"]
        return [CALLS[token.text]] if token.text in CALLS and following == "(" else []
    if token.kind == "operator":
        if token.text in UNARY:
            return [UNARY[token.text]]
        spaced = text[token.begin - 1 : token.begin] == " " and text[token.end : token.end + 1] in (
            " ",
            "\n",
        )
        return BINARY.get(token.text, ()) if spaced else []
    return []


def is_expression(tokens, index):
    """Whether a statement that begins at a token calls, assigns, counts or throws, and declares nothing."""
    first = tokens[index]
    if first.text in ("++", "--", "(", "*"):
        return True
    if first.kind != "word" or first.text in NOT_A_STATEMENT:
        return False
    if first.text == "throw":
        return True
    while index + 2 < len(tokens) and tokens[index + 1].text in ("::", ".", "->") and tokens[index + 2].kind == "word":
        index += 2
    return (
        index + 1 < len(tokens)
        and tokens[index + 1].text in ("(", "[", "++", "--", "=", *BINARY)
        and (tokens[index + 1].text not in ("*", "&", "<", ">", "&&"))
    )


def statements_of(tokens):
    """(begin, end) of each expression statement, the semicolon included."""
    for index, token in enumerate(tokens):
        previous = tokens[index - 1].text if index else ";"
        if previous not in (";", "{", "}", ")", "else", ":") or not is_expression(tokens, index):
            continue
        depth = 0
        for after in tokens[index:]:
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(after.text, 0)
            if depth < 0:
                break
            if depth == 0 and after.text == ";":
                yield token.begin, after.end
                break


def mutants_of(path, text):
    """Every mutant of a text, in the order of the text."""
    starts = [0] + [match.end() for match in re.finditer("\n", text)]

    def mutant(begin, end, replacement, change):
        line = bisect.bisect_right(starts, begin)
        source = text[starts[line - 1] :].split("\n", 1)[0].split("  //", 1)[0].strip()
        return Mutant(path, begin, end, replacement, line, source, change)

    tokens = tokens_of(text)
    seen, line_start = {}, -1
    mutants = []
    for index, token in enumerate(tokens):
        start = starts[bisect.bisect_right(starts, token.begin) - 1]
        if start != line_start:
            seen, line_start = {}, start
        seen[token.text] = seen.get(token.text, 0) + 1
        which = token.text if seen[token.text] == 1 else f"{token.text}#{seen[token.text]}"
        for replacement in replacements_of(tokens, index, text):
            change = f"{which} to {replacement}" if replacement else f"remove {which}"
            mutants.append(mutant(token.begin, token.end, replacement, change))
    for begin, end in statements_of(tokens):
        mutants.append(mutant(begin, end, "{}", "remove statement"))
    return sorted(mutants, key=lambda each: (each.begin, each.change))
