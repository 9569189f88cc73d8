# SPDX-License-Identifier: EUPL-1.2
"""Building, exporting and verifying packs."""

import datetime
import os
import pickle
import signal
import threading
from pathlib import Path

import pytest
from conftest import FIXTURE
from pack_bytes import with_checksums

import landkaart
from landkaart import ErrorCode, Pack, Progress


def test_build_and_verify_report_the_same_pack(starter: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    report = landkaart.build(starter, tmp_path / "uit.lkp", progress=told.append)
    made = landkaart.open(tmp_path / "uit.lkp")
    assert (report.root, report.items) == (made.manifest.root, len(made))
    assert report.bytes == (tmp_path / "uit.lkp").stat().st_size
    assert {"reading", "writing"} <= {progress.stage for progress in told}
    assert landkaart.verify(made) == landkaart.verify(tmp_path / "uit.lkp")
    assert landkaart.verify(made).items == len(made)


def test_a_build_leaves_out_drafts_and_items_that_hold_later(starter: Path, tmp_path: Path) -> None:
    for id, line in (("laatst", "valid-from: 2999-01-01"), ("later", "valid-from: 2998-02-03")):
        (starter / "topics" / f"{id}.md").write_text(f"---\ntitle: A\n{line}\n---\n")
    (starter / "topics" / "concept.md").write_text("---\ntitle: A\ndraft: true\n---\n")
    output = tmp_path / "uit.lkp"
    report = landkaart.build(starter, output)
    assert report.left_out == landkaart.LeftOut(1, 2, datetime.date(2998, 2, 3))
    day = landkaart.build(starter, output, valid_on=report.left_out.next_date)
    assert (day.items, day.left_out.future) == (report.items + 1, 1)
    everything = landkaart.build(starter, output, with_drafts=True, with_future=True)
    assert (everything.items, everything.left_out) == (
        report.items + 3,
        landkaart.LeftOut(0, 0, None),
    )
    assert landkaart.lint(starter).findings == ()
    found = landkaart.lint(starter, with_future=True).findings
    assert "not-yet-valid" in {finding.rule for finding in found}


def test_an_exported_pack_compiles_to_the_same_root_hash(samples: Pack, tmp_path: Path) -> None:
    landkaart.export(samples, tmp_path / "terug")
    report = landkaart.build(tmp_path / "terug", tmp_path / "terug.lkp")
    assert report.root == samples.manifest.root


def test_a_progress_callback_that_raises_stops_the_build(starter: Path, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(progress: Progress) -> None:
        raise Enough(progress.stage)

    with pytest.raises(Enough):
        landkaart.build(starter, tmp_path / "uit.lkp", progress=stop)
    assert os.listdir(tmp_path) == ["starter"]


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="requires POSIX signals")
def test_ctrl_c_stops_a_build(starter: Path, tmp_path: Path) -> None:
    def press(progress: Progress) -> None:
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)

    # A background job ignores SIGINT, so the handler is set here.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            landkaart.build(starter, tmp_path / "uit.lkp", progress=press)
    finally:
        signal.signal(signal.SIGINT, before)
    assert not (tmp_path / "uit.lkp").exists()


def test_a_strict_build_fails_when_lint_has_findings(starter: Path, tmp_path: Path) -> None:
    day = datetime.date(2026, 6, 15)
    dated = starter / "topics" / "collegas-meekrijgen.md"
    dated.write_text(dated.read_text("utf-8").replace("---", "---\nreview-by: 2026-06-15", 1))
    assert landkaart.lint(starter, today=day) == landkaart.LintReport((), ())
    landkaart.build(starter, tmp_path / "uit.lkp", strict=True, today=day)
    with pytest.raises(landkaart.SourceFindings) as caught:
        landkaart.build(
            starter, tmp_path / "later.lkp", strict=True, today=day + datetime.timedelta(days=1)
        )
    assert [(found.file, found.line, found.rule) for found in caught.value.findings] == [
        ("topics/collegas-meekrijgen.md", 2, "expired-review")
    ]
    assert not (tmp_path / "later.lkp").exists()
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.findings, str(again)) == (caught.value.findings, str(caught.value))


def test_init_and_export_do_not_change_a_folder_with_files(starter: Path) -> None:
    before = sorted(starter.rglob("*"))
    with pytest.raises(landkaart.InvalidArgument):
        landkaart.init(starter)
    with pytest.raises(landkaart.InvalidArgument):
        landkaart.export(landkaart.cocreatie(), starter)
    assert sorted(starter.rglob("*")) == before


def changed_at(place: int) -> bytes:
    content = bytearray(FIXTURE.read_bytes())
    content[place] ^= 1
    return bytes(content)


def test_verify_reads_the_pages_that_opening_does_not_read() -> None:
    covered = int.from_bytes(FIXTURE.read_bytes()[24:32], "little")  # bytes with page checksums
    opened = landkaart.open(changed_at(covered - 1000))
    with pytest.raises(landkaart.PackError) as caught:
        landkaart.verify(opened)
    assert caught.value.code is ErrorCode.DAMAGED


def test_verify_rejects_changed_content_whose_checksums_are_right(tmp_path: Path) -> None:
    title = FIXTURE.read_bytes().index(b"Wadi")
    path = tmp_path / "changed.lkp"
    path.write_bytes(with_checksums(changed_at(title)))
    assert "Vadi" in [item.title for item in landkaart.open(path).values()]
    for pack in (landkaart.open(path), path, path.read_bytes()):
        with pytest.raises(landkaart.PackError) as caught:
            landkaart.verify(pack)
        assert caught.value.code is ErrorCode.HASH_MISMATCH


def test_verify_counts_bytes_items_words_and_signatures(samples: Pack) -> None:
    found = landkaart.verify(samples)
    assert found.bytes == FIXTURE.stat().st_size
    assert found.items == len(samples) == 15
    assert found.words > 500
    assert found.signatures == 0
