"""The language model's parses, kept between runs: they change only with the model and the analysis text, and take most time."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from rashomon.reading.pipeline import COMPONENTS
from rashomon.reading.reader import Reader
from rashomon.settings import Settings

CACHE = Path(__file__).parent.parent / ".cache" / "parses.sqlite"


class RememberingReader(Reader):
    """A reader that parses a text only once. For developing the components; the figures are those of `Reader`."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(settings)
        CACHE.parent.mkdir(exist_ok=True)
        self.store = sqlite3.connect(CACHE, timeout=60, isolation_level=None)
        self.store.execute("pragma journal_mode = wal")
        self.store.execute("create table if not exists parses (key text primary key, doc blob)")
        self.model = [name for name in self.nlp.pipe_names if name not in COMPONENTS and name != "rashomon_layout"]

    def annotate(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Parse what is new, recall the rest, then run our components on all."""
        layout = self.nlp.get_pipe("rashomon_layout")
        with self.nlp.select_pipes(enable=list(COMPONENTS)):
            for doc in docs:
                layout(doc)
                yield self.nlp(self._parsed(doc))

    def _parsed(self, doc: Doc) -> Doc:
        key = self._key(doc)
        row = self.store.execute("select doc from parses where key = ?", (key,)).fetchone()
        if row is None:
            for name in self.model:
                doc = self.nlp.get_pipe(name)(doc)
            data = doc.to_bytes(exclude=["user_data", "tensor"])
            self.store.execute("insert or replace into parses values (?, ?)", (key, data))
            return doc
        recalled = Doc(self.nlp.vocab).from_bytes(row[0], exclude=["user_data", "tensor"])
        recalled.user_data.update(doc.user_data)
        return recalled

    def _key(self, doc: Doc) -> str:
        starts = ",".join(str(t.i) for t in doc if t.is_sent_start)
        told = f"{self.settings.model}\n{self.nlp.meta['version']}\n{starts}\n{doc.text}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
