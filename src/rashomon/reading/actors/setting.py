"""What is asked again and again while mentions are resolved: sentence, quotation and speaker of a token."""

from bisect import bisect_right

from spacy.tokens import Doc, Token

from rashomon.reading.actors.lexicon import table
from rashomon.reading.syntax import paragraph_starts, subjects

# Quotation mark: whether it opens; null for those that do both.
MARKS = {'"': None, "“": True, "”": False, "``": True, "''": False, "„": True, "«": True, "»": False}


class Setting:
    """Sentences, quotations and speakers of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts = [sent.start for sent in doc.sents]
        self.sentence = {i: n for n, sent in enumerate(doc.sents) for i in range(sent.start, sent.end)}
        self.paragraphs = paragraph_starts(doc)
        self.quoted = _quoted(doc)
        self._speakers: dict[int, frozenset[int]] = {}

    def start_of(self, sentence: int) -> int:
        """The first token of a sentence; of the first one for numbers below 0."""
        return self.starts[max(sentence, 0)]

    def paragraph(self, i: int) -> tuple[int, int]:
        """First token of the paragraph that token `i` is in, and the one after its last."""
        n = bisect_right(self.paragraphs, i)
        return (self.paragraphs[n - 1] if n else 0), (self.paragraphs[n] if n < len(self.paragraphs) else len(self.doc))

    def speakers_of(self, token: Token) -> frozenset[int]:
        """Heads of whoever speaks around a quotation that the token is in: "he" in it is somebody else."""
        if not self.quoted[token.i]:
            return frozenset()
        start, end = self.paragraph(token.i)
        if start not in self._speakers:
            said = table()["acts"]["speech"]
            verbs = [
                t for t in self.doc[start:end] if not self.quoted[t.i] and t.lemma_.lower() in said and t.pos_ == "VERB"
            ]
            self._speakers[start] = frozenset(s.i for verb in verbs for s in subjects(verb))
        return self._speakers[start]


def _quoted(doc: Doc) -> list[bool]:
    """Whether each token stands in a quotation; a paragraph ends one."""
    quoted, inside = [], False
    for token in doc:
        if token.text in MARKS:
            opens = MARKS[token.text]
            inside = not inside if opens is None else opens
        elif token.is_space and token.text.count("\n") > 1:
            inside = False
        quoted.append(inside)
    return quoted
