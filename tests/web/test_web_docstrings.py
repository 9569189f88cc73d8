# SPDX-License-Identifier: EUPL-1.2
"""Every public name of landkaart.web has a docstring, and every example in a docstring runs."""

import datetime
import doctest
import importlib
import inspect
import pkgutil

import pytest

import landkaart
from landkaart import web

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(web.__path__, "landkaart.web.")
    if not module.name.endswith("__main__")
]
TESTS = [
    test
    for module in [web, *MODULES]
    for test in doctest.DocTestFinder().find(module)
    if test.examples
]
PUBLIC = [getattr(web, name) for name in web.__all__]


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_examples_run(test: doctest.DocTest, pack: landkaart.Pack) -> None:
    test.globs = {"landkaart": landkaart, "datetime": datetime, "pack": pack} | test.globs
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0


def test_every_public_name_has_a_docstring() -> None:
    for value in PUBLIC:
        assert inspect.getdoc(value), value
        for name, member in vars(value).items() if inspect.isclass(value) else ():
            if not name.startswith("_") and (callable(member) or isinstance(member, property)):
                assert inspect.getdoc(member), f"{value.__name__}.{name}"


def test_docstrings_describe_every_argument() -> None:
    functions = [value for value in PUBLIC if inspect.isfunction(value)]
    assert functions == [web.create_app, web.write_site]
    for function in functions:
        said = inspect.getdoc(function) or ""
        for name in inspect.signature(function).parameters:
            assert f"\n    {name}: " in said, (function.__name__, name)


def test_docstrings_describe_every_field() -> None:
    for value in (web.Request, web.Response, web.Settings):
        said = inspect.getdoc(value) or ""
        missing = [name for name in value.__dataclass_fields__ if f"\n    {name}: " not in said]
        assert missing == [], value
