# SPDX-License-Identifier: EUPL-1.2
"""Frame: tables for pandas, Polars and PyArrow, also without these libraries."""

import gc
from pathlib import Path
from typing import Any

import pytest
from arrow_reader import Stream

from landkaart import Frame, Pack


def test_a_frame_of_work_forms_has_columns_for_their_fields(pack: Pack) -> None:
    frame = pack.work_forms.to_frame()
    assert len(frame) == len(pack.work_forms)
    assert list(frame.columns["id"]) == list(pack.work_forms.ids)
    assert frame.to_dict()["minutes_min"] == [form.minutes.min for form in pack.work_forms]
    with pytest.raises(TypeError):
        frame.columns["id"] = ()  # type: ignore[index]


def test_a_frame_of_all_kinds_has_none_where_an_item_lacks_a_field(samples: Pack) -> None:
    frame = samples.to_frame()
    assert len(frame) == len(samples)
    minutes = dict(zip(frame.columns["id"], frame.columns["minutes_min"], strict=True))
    assert minutes["tm-wadi"] is None
    assert minutes["wv-rondje"] == 20


@pytest.mark.parametrize("kind", [None, "work-form", "journey", "theme"])
def test_the_arrow_stream_holds_every_column(samples: Pack, kind: Any) -> None:
    frame = samples.where(kind=kind).to_frame()
    stream = Stream(frame.__arrow_c_stream__())
    formats = stream.schema()
    assert list(formats) == list(frame.columns)
    assert formats["id"] == "u" and formats["theme_ids"] == "+l"
    assert formats.get("minutes_min", "i") == "i" and formats["review_by"] == "tdD"
    batch = stream.next()
    assert batch is not None
    assert same_as(frame, batch)
    assert stream.next() is None
    stream.release()


def test_the_arrow_stream_holds_texts_of_any_length_and_missing_values() -> None:
    texts = ("", "één", None, "a" * 100_000, "\ud83d".encode("utf-16", "surrogatepass").hex())
    columns = {"id": texts * 20, "n": (None, 1, -(2**31), 2**31 - 1, None) * 20}
    frame = Frame(columns, {"id": "u", "n": "i"})
    stream = Stream(frame.__arrow_c_stream__())
    stream.schema()
    assert stream.next() == frame.to_dict()
    stream.release()


def memory_in_use() -> int:
    """The resident memory of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="requires Linux")
@pytest.mark.parametrize("is_read", [False, True])
def test_a_capsule_frees_its_memory(is_read: bool) -> None:
    frame = Frame({"id": ("a" * 4_000_000,)}, {"id": "u"})
    before = memory_in_use()
    for _ in range(50):  # 200 MB if no capsule freed its memory
        capsule = frame.__arrow_c_stream__()
        if is_read:
            stream = Stream(capsule)
            stream.schema()
            stream.next()
            stream.release()
            del stream
        del capsule
    assert memory_in_use() - before < 50_000_000


def same_as(frame: Any, table: dict[str, list[Any]]) -> bool:
    return (
        frame.to_dict().items()
        == {
            name: [tuple(value) if isinstance(value, list) else value for value in values]
            for name, values in table.items()
        }.items()
    )


@pytest.mark.parametrize("kind", [None, "work-form", "journey", "theme"])
def test_pyarrow_reads_a_frame(samples: Pack, kind: Any) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    frame = samples.where(kind=kind).to_frame()
    table = pyarrow.table(frame)
    table.validate(full=True)
    assert same_as(frame, table.to_pydict())


def test_a_pyarrow_column_stays_valid_after_its_frame_is_gone(samples: Pack) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    column = pyarrow.table(samples.to_frame())["tags"]
    gc.collect()
    assert column.to_pylist() == [list(item.tags) for item in samples.values()]


def test_polars_reads_a_frame(samples: Pack) -> None:
    polars = pytest.importorskip("polars")
    frame = samples.to_frame()
    assert same_as(frame, polars.DataFrame(frame).to_dict(as_series=False))


def test_pandas_reads_a_frame(pack: Pack) -> None:
    pytest.importorskip("pandas")
    table = pack.work_forms.to_frame().to_pandas()
    assert list(table["id"]) == list(pack.work_forms.ids)
    assert table["minutes_min"].dtype.kind == "i"
