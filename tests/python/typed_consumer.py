# SPDX-License-Identifier: EUPL-1.2
"""Calls of the package with the types that they must have. mypy --strict and pyright check this
file; it is never run."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from typing_extensions import assert_type

import landkaart


def ask(pack: landkaart.Pack) -> None:
    mapping: Mapping[str, landkaart.Item] = pack
    assert_type(mapping["wv-troika"], landkaart.Item)
    assert_type(pack.themes, landkaart.Items[landkaart.Theme])
    assert_type(pack.themes[0], landkaart.Theme)
    assert_type(pack.map.html(selected=[pack.themes[0]], language="fy"), str)
    pack.map.svg(palette="dark", kleur="rood")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    assert_type(pack.themes[:2], landkaart.Items[landkaart.Theme])
    forms = pack.work_forms.where(
        purpose="survive", group_size=8, max_minutes=datetime.timedelta(minutes=30)
    )
    for form in forms:
        assert_type(form, landkaart.WorkForm)
        assert_type(form.minutes, landkaart.Range)
        assert_type(form.steps[0].minutes, int | None)
    evening: landkaart.Filters = {"group_size": 8, "kind": "work-form"}
    assert_type(pack.work_forms.where(**evening), landkaart.Items[landkaart.WorkForm])
    assert_type(pack.where(theme=pack.themes[0]), landkaart.Items[landkaart.Item])
    assert_type(pack.topics + pack.terms, landkaart.Items[landkaart.Topic | landkaart.Term])
    pack.topics.where(kleur="rood")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with landkaart.open(b"") as opened:
        assert_type(opened, landkaart.Pack)
    item = pack["ob-regeldruk"]
    if isinstance(item, landkaart.Obstacle):
        assert_type(item.route.work_forms, landkaart.Items[landkaart.WorkForm])
    route = pack.route("ob-regeldruk")
    assert_type(route, landkaart.Route)


def search(pack: landkaart.Pack) -> list[str]:
    found = pack.search("te veel regels", kind=landkaart.Kind.TOPIC, match="all")
    assert_type(found.total, int)
    assert_type(found[0], landkaart.Hit)
    assert_type(found[:3], tuple[landkaart.Hit, ...])
    assert_type(found.facets.kinds, dict[landkaart.Kind, int])
    return [f"{hit.title}: {hit.snippet.marked()}" for hit in found]


def make(source: Path) -> landkaart.BuildReport:
    def tell(progress: landkaart.Progress) -> None:
        print(progress.stage, progress.done, progress.total)

    try:
        return landkaart.build(source, source.with_suffix(".lkp"), progress=tell)
    except landkaart.SourceMistakes as error:
        assert_type(error.mistakes, tuple[landkaart.Mistake, ...])
        raise


def edit(source: Path) -> tuple[landkaart.Finding, ...]:
    report = landkaart.lint(source, today=datetime.date(2026, 6, 15))
    assert_type(report, landkaart.LintReport)
    assert_type(report.mistakes, tuple[landkaart.Mistake, ...])
    return report.findings
