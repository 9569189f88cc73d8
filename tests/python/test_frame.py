# SPDX-License-Identifier: EUPL-1.2
"""Tables for data frames, with and without the libraries that read them."""

import gc
from typing import Any

import pytest

from landkaart import Pack


def test_a_frame_has_a_column_for_each_thing_listed(pack: Pack) -> None:
    frame = pack.to_frame("work-form")
    assert len(frame) == len(pack.work_forms())
    assert list(frame.columns["id"]) == list(pack.work_forms().ids)
    assert frame.to_dict()["minutes_min"] == [form.minutes.min for form in pack.work_forms()]
    with pytest.raises(TypeError):
        frame.columns["id"] = ()  # type: ignore[index]


def test_a_frame_of_all_kinds_leaves_out_what_others_do_not_have(samples: Pack) -> None:
    frame = samples.to_frame()
    assert len(frame) == len(samples)
    minutes = dict(zip(frame.columns["id"], frame.columns["minutes_min"], strict=True))
    assert minutes["tm-wadi"] is None
    assert minutes["wv-rondje"] == 20


def test_a_capsule_that_nobody_reads_is_released(pack: Pack) -> None:
    for _ in range(100):
        capsule = pack.to_frame("theme").__arrow_c_stream__()
        assert "arrow_array_stream" in repr(capsule)
        del capsule
    gc.collect()


def same_as(frame: Any, table: dict[str, list[Any]]) -> bool:
    return (
        frame.to_dict().items()
        == {
            name: [tuple(value) if isinstance(value, list) else value for value in values]
            for name, values in table.items()
        }.items()
    )


@pytest.mark.parametrize("kind", [None, "work-form", "journey", "theme"])
def test_pyarrow_reads_it(samples: Pack, kind: Any) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    frame = samples.to_frame(kind)
    table = pyarrow.table(frame)
    table.validate(full=True)
    assert same_as(frame, table.to_pydict())


def test_pyarrow_keeps_what_it_read(samples: Pack) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    column = pyarrow.table(samples.to_frame())["tags"]
    gc.collect()
    assert column.to_pylist() == [list(item.tags) for item in samples.values()]


def test_polars_reads_it(samples: Pack) -> None:
    polars = pytest.importorskip("polars")
    frame = samples.to_frame()
    assert same_as(frame, polars.DataFrame(frame).to_dict(as_series=False))


def test_pandas_reads_it(pack: Pack) -> None:
    pytest.importorskip("pandas")
    table = pack.to_frame("work-form").to_pandas()
    assert list(table["id"]) == list(pack.work_forms().ids)
    assert table["minutes_min"].dtype.kind == "i"
