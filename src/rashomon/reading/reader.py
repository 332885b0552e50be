"""Report → Reading: a pure function of the report and the reader's version."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.errors import UnreadableReport
from rashomon.reading import pipeline
from rashomon.reading.analysis import analysis_text
from rashomon.record import LeftOut, Reading, Report
from rashomon.record import Reader as ReaderName
from rashomon.settings import Settings
from rashomon.version import READER, __version__

NAME = ReaderName(name=READER, version=__version__)


class Reader:
    """Reads reports with one pipeline.

    >>> Reader().read(report).incidents  # doctest: +SKIP
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.nlp: Language = pipeline.default(self.settings)

    def read(self, report: Report) -> Reading:
        """Everything found in one report."""
        with self.nlp.memory_zone():
            return next(self._readings([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """A reading per report, in order. Memory is bounded by `settings.batch`, not by the number of reports."""
        for batch in batches(reports, self.settings.batch):
            with self.nlp.memory_zone():
                readings = list(self._readings(batch))
            yield from readings

    def try_each(self, batch: Sequence[Report | UnreadableReport]) -> list[Reading | UnreadableReport]:
        """A reading for each report; one that our own code cannot read is named and does not keep the others from being read."""
        try:
            readings = iter(list(self.read_many(r for r in batch if isinstance(r, Report))))
            return [item if isinstance(item, UnreadableReport) else next(readings) for item in batch]
        except Exception:
            return [item if isinstance(item, UnreadableReport) else self._try(item) for item in batch]

    def _try(self, report: Report) -> Reading | UnreadableReport:
        try:
            return self.read(report)
        except Exception as error:
            advice = "this is a defect of Rashomon: please report it with the text, if you may share it"
            return UnreadableReport(report.id, f"the reader failed ({type(error).__name__}: {error})", advice)

    def _readings(self, batch: Iterable[Report]) -> Iterator[Reading]:
        return (reading_of(doc) for doc in self.annotate(self.prepare(report) for report in batch))

    def prepare(self, report: Report) -> Doc:
        """The tokens of the report's analysis text."""
        doc = self.nlp.make_doc(analysis_text(report))
        doc._.report = report
        return doc

    def annotate(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Run the language model and all components."""
        return self.nlp.pipe(docs, batch_size=self.settings.batch)


BATCH_CHARACTERS = 60_000
"""Analysed at once: spaCy's networks took about 3 kB of memory a character, so text counts, and not reports alone."""


def batches(reports: Iterable[Report], size: int) -> Iterator[list[Report]]:
    """Lists of at most `size` reports and, but for single long ones, at most BATCH_CHARACTERS."""
    batch: list[Report] = []
    for report in reports:
        if batch and (len(batch) == size or sum(len(r.text) for r in batch) + len(report.text) > BATCH_CHARACTERS):
            yield batch
            batch = []
        batch.append(report)
    if batch:
        yield batch


def reading_of(doc: Doc) -> Reading:
    """What the components left on a Doc, as a Reading."""
    return Reading(
        reader=NAME,
        report=doc._.report,
        times=tuple(doc._.times),
        places=tuple(doc._.places),
        actors=tuple(doc._.actors),
        statements=tuple(doc._.statements),
        incidents=tuple(doc._.incidents),
        ties=tuple(doc._.ties),
        left_out=LeftOut(**doc._.left_out),
    )
