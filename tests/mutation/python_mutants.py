# SPDX-License-Identifier: EUPL-1.2
"""Mutants of a Python module: the same module with one small change. `mutants_of` lists them.

The operators: a comparison becomes its neighbour or its opposite, `and` becomes `or`, arithmetic
becomes other arithmetic, a sum or union loses its right side, `not` and a minus sign are removed, a
number grows by one, True becomes False, a text becomes empty, a function returns None, the body of
an `if` and a call whose value is unused are removed, a conditional expression always takes one of
its sides, a comprehension loses its `if`, and a function loses a decorator.

Text that only people read is left alone: docstrings, annotations, f-strings, messages of
exceptions, and arguments such as `description`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_PROSE = {"description", "summary", "help", "metavar", "title", "doc", "message"}


class Mutant(NamedTuple):
    """One change of a module.

    Attributes:
        number: Of the change in its module, for `mutated`.
        line: Where the changed code begins.
        function: The qualified name of the function around it; "module" outside functions.
        change: The code before and after, such as "`a < b` -> `a <= b`". The second change in a
            function that reads the same ends in " (2)".
    """

    number: int
    line: int
    function: str
    change: str


def mutants_of(source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its code.

    Args:
        source: The text of the module.
    """
    walk = _Walk(target=-1)
    walk.visit(ast.parse(source))
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for mutant in walk.found:
        seen[mutant.function, mutant.change] += 1
        times = seen[mutant.function, mutant.change]
        suffix = f" ({times})" if times > 1 else ""
        named.append(mutant._replace(change=mutant.change + suffix))
    return named


def mutated(source: str, number: int) -> str:
    """The text of a module with one change.

    Args:
        source: The text of the module.
        number: The number of a mutant of this module.
    """
    tree = _Walk(target=number).visit(ast.parse(source))
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def recorded(source: str, module: str) -> str:
    """The text of a module in which every function first calls landkaart._reached.reached.

    The call passes the name of the module, and "module:function" with the name as in Mutant. A
    module without functions makes the call itself.

    Args:
        source: The text of the module.
        module: The name of the module.
    """
    tree = ast.parse(source)
    functions = list(_functions_in(tree, ""))
    for name, node in functions:
        node.body.insert(int(_is_docstring(node.body[0])), _call(module, f"{module}:{name}"))
    if not functions:
        futures = [isinstance(node, ast.ImportFrom) for node in tree.body]
        tree.body.insert(futures.index(True) + 1 if True in futures else 0, _call(module))
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _functions_in(node: ast.AST, prefix: str) -> Iterator[tuple[str, Any]]:
    for child in ast.iter_child_nodes(node):
        name = prefix
        if isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            name = f"{prefix}.{child.name}" if prefix else child.name
        if isinstance(child, _FUNCTIONS):
            yield name, child
        yield from _functions_in(child, name)


def _call(*names: str) -> ast.stmt:
    call = f"__import__('landkaart._reached', fromlist=['reached']).reached{names!r}"
    return ast.parse(call).body[0]


class _Walk(ast.NodeTransformer):
    """Numbers the changes of a module from 0, and makes the change with the number `target`."""

    def __init__(self, target: int) -> None:
        self.found: list[Mutant] = []
        self._target = target
        self._functions: list[str] = []

    def visit(self, node: ast.AST) -> Any:
        for bare in _changes(node):
            changed = ast.copy_location(bare, node)
            number = len(self.found)
            line = getattr(node, "lineno", 0)
            change = f"`{_shown(node)}` -> `{_shown(changed)}`"
            function = ".".join(self._functions) or "module"
            self.found.append(Mutant(number, line, function, change))
            if number == self._target:
                return changed
        return super().visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self._functions.append(node.name)
        node.args.defaults = [self.visit(default) for default in node.args.defaults]
        node.args.kw_defaults = [default and self.visit(default) for default in node.args.kw_defaults]
        node.body = self._statements(node.body)
        self._functions.pop()
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self._functions.append(node.name)
        node.body = self._statements(node.body)
        self._functions.pop()
        return node

    def visit_Module(self, node: ast.Module) -> ast.AST:
        node.body = self._statements(node.body)
        return node

    def _statements(self, body: list[ast.stmt]) -> list[ast.stmt]:
        return [statement if _is_docstring(statement) else self.visit(statement) for statement in body]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.value = node.value and self.visit(node.value)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        is_type = not self._functions and _is_union(node.value)
        is_exported = getattr(node.targets[0], "id", "") == "__all__"
        return node if is_type or is_exported else self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST:
        return node if getattr(node.test, "id", "") == "TYPE_CHECKING" else self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        return node if node.arg in _PROSE else self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                value.value = self.visit(value.value)
        return node

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        return node

    def visit_Import(self, node: ast.Import) -> ast.AST:
        return node

    visit_ImportFrom = visit_Import


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_union(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _shown(node: ast.AST) -> str:
    """The code of a node in one line of at most 80 characters."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 80 else text[:79] + "…"


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that may replace one node, each in a mutant of its own."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            operators = list(node.ops)
            operators[index] = _COMPARISONS[type(operator)]()
            yield ast.Compare(node.left, operators, node.comparators)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(other, node.values)
    elif isinstance(node, ast.BinOp):
        yield from _other_arithmetic(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from _other_constants(node)
    elif isinstance(node, ast.Return) and not _is_none(node.value):
        yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.If) and getattr(node.test, "id", "") != "TYPE_CHECKING":
        yield ast.If(node.test, [ast.Pass()], node.orelse)
    elif isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Yield)):
        yield ast.Pass()
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield ast.comprehension(node.target, node.iter, [], node.is_async)
    elif isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        yield from _without_decorators(node)


def _is_none(node: ast.AST | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _other_arithmetic(node: ast.BinOp) -> Iterator[ast.AST]:
    if isinstance(node.op, (ast.Add, ast.BitOr)):
        yield node.left
    elif type(node.op) in _ARITHMETIC:
        yield ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)


def _other_constants(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, (int, float)):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, (str, bytes)) and node.value:
        yield ast.Constant(type(node.value)())


def _without_decorators(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
) -> Iterator[ast.AST]:
    for index in range(len(node.decorator_list)):
        rest = node.decorator_list[:index] + node.decorator_list[index + 1 :]
        fields = {name: value for name, value in ast.iter_fields(node) if name != "decorator_list"}
        yield type(node)(**fields, decorator_list=rest)
