"""`python -m benchmarks.speed`: words per second of the whole reading, of each component, and of bare spaCy beside it."""

import argparse
import json
import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from benchmarks.bench import SHARED
from rashomon import reports
from rashomon.reading.pipeline import COMPONENTS
from rashomon.reading.reader import Reader, batches, reading_of
from rashomon.record import Report

BARE = ("tok2vec", "tagger", "parser", "ner")
SPACY, WHOLE = "bare spaCy", "whole reading"


def scale_reports(limit: int, seconds: defaultdict[str, float]) -> Iterator[Report]:
    """The texts of the scale set as reports; making them is part of the whole reading's time."""
    with (SHARED / "data" / "scale" / "texts.reports.jsonl").open(encoding="utf-8") as lines:
        for line in islice(lines, limit):
            row = json.loads(line)
            with timed(seconds, WHOLE):
                report = reports.report_of(row["text"], id=row["id"], published=row.get("published"))
            yield report


def main() -> None:
    """Time bare spaCy and the reading on the same texts, in turn, batch by batch, so that noise hits both alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=300, help="texts of the scale set (1,927 in all)")
    reader, words = Reader(), 0
    seconds: defaultdict[str, float] = defaultdict(float)
    stream = scale_reports(parser.parse_args().limit, seconds)
    for batch in batches(stream, reader.settings.batch):
        with reader.nlp.memory_zone():
            words += read_both_ways(reader, batch, seconds)
    for name in (*COMPONENTS, SPACY, WHOLE):
        print(f"{name:22} {1e6 * seconds[name] / words:7.1f} µs/word, {words / seconds[name]:9,.0f} words/s")
    print(f"whole ÷ bare           {seconds[SPACY] / seconds[WHOLE]:7.2f}")
    print(f"peak memory            {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:7.2f} GB")


def read_both_ways(reader: Reader, batch: list[Report], seconds: defaultdict[str, float]) -> int:
    """Read a batch with bare spaCy and with all components; adds the time that each took, returns the number of words."""
    with timed(seconds, SPACY), reader.nlp.select_pipes(enable=list(BARE)):
        words = sum(len(doc) for doc in reader.nlp.pipe([report.text for report in batch]))
    with timed(seconds, WHOLE):
        with reader.nlp.select_pipes(disable=list(COMPONENTS)):
            docs = list(reader.nlp.pipe([reader.prepare(report) for report in batch]))
        for name in COMPONENTS:
            component = reader.nlp.get_pipe(name)
            with timed(seconds, name):
                docs = [component(doc) for doc in docs]
        for doc in docs:
            reading_of(doc).to_json()
    return words


@contextmanager
def timed(seconds: defaultdict[str, float], name: str) -> Iterator[None]:
    """Add the time that the block takes to `seconds[name]`."""
    started = time.perf_counter()
    yield
    seconds[name] += time.perf_counter() - started


if __name__ == "__main__":
    main()
