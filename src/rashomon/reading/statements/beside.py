"""The cue beside a quotation: "…," said the spokesman; He added: "…"; the minister told Reuters, "…"."""

from spacy.tokens import Token

from rashomon.reading.statements.lexicon import verbs
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.quotations import Quotation
from rashomon.reading.statements.speaker import speaker
from rashomon.reading.syntax import is_passive

_STOPS = frozenset(".!?")
_MARKS = "“”\"'‘’`«» "
_ZONE = 45  # tokens that may stand between: a speaker can be described at length


def cue_beside(page: Page, quotation: Quotation) -> Token | None:
    """The verb by which somebody says it, behind it or else before it; none for the title of a book."""
    if _is_title(page, quotation):
        return None
    return _after(page, quotation) or _before(page, quotation)


def _after(page: Page, quotation: Quotation) -> Token | None:
    """The cue that follows: "…," said the spokesman. "…" he had told reporters."""
    text, end = page.text, quotation.span[1]
    inner = text[quotation.span[0] : end].rstrip("”\"'’» ")
    zone = _zone_after(page, end)
    if not zone:
        return None
    open_ended = inner[-1:] in ",?!…—-" or text[end : end + 1] == ","
    first = next((t for t in zone if t.is_alpha), None)
    if first is None or not (open_ended or first.lower_ == first.text or first.pos_ == "PRON"):
        return None
    for token in zone:
        if can_cue(token):
            return token if _speaks_in(token, zone) else None
        if token.pos_ == "VERB" and token.dep_ == "ROOT":
            return None
    return None


def _zone_after(page: Page, end: int) -> list[Token]:
    zone: list[Token] = []
    paragraph_end = page.paragraphs[page.paragraph(end - 1)][0][1]
    for token in page.tokens[page.token_from(end) : page.token_from(end) + _ZONE]:
        if token.idx >= paragraph_end or (token.text in _STOPS and zone):
            break
        if page.quotation_at(token.idx):
            break
        zone.append(token)
    return zone


def _before(page: Page, quotation: Quotation) -> Token | None:
    """The cue that leads to it: He added: "…"; the minister told Reuters, "…"."""
    zone = _zone_before(page, quotation.span[0])
    if not zone:
        return None
    last = zone[-1].text
    if last == ":":
        return next((t for t in reversed(zone) if can_cue(t)), None) or _main_verb(zone)
    for token in reversed(zone):
        if can_cue(token) and (last == "," or len(zone) - zone.index(token) <= 6 or is_utterance(page, quotation)):
            return token
        if token.pos_ == "VERB" and token.tag_ != "VBG":
            return None
    return None


def _main_verb(zone: list[Token]) -> Token | None:
    return next((t for t in zone if t.dep_ == "ROOT" and t.pos_ == "VERB"), None)


def _zone_before(page: Page, start: int) -> list[Token]:
    """The words of the sentence before; those of the paragraph before, where that ends in a colon."""
    number = page.paragraph(start)
    low = page.paragraphs[number][0][0]
    if not page.text[low:start].strip() and number > 0:
        a, b = page.paragraphs[number - 1][0]
        if not page.text[a:b].rstrip().endswith(":"):
            return []
        low, start = a, b
    zone: list[Token] = []
    for i in range(page.token_from(start) - 1, max(page.token_from(start) - 1 - _ZONE, -1), -1):
        token = page.tokens[i]
        if token.idx < low or (token.text in _STOPS and zone):
            break
        if token.text in _STOPS or page.quotation_at(token.idx):
            return zone[::-1]
        if not token.is_space:
            zone.append(token)
    return zone[::-1]


def can_cue(token: Token) -> bool:
    """Whether a verb can say a quotation: "added" can, "was killed" cannot."""
    return (
        token.pos_ in {"VERB", "AUX"} and any(c.quotes for c in verbs().get(token.lemma_, ())) and not is_passive(token)
    )


def _speaks_in(verb: Token, zone: list[Token]) -> bool:
    """Whether its subject stands in the same zone."""
    who = speaker(verb) or next_to(verb)
    return who is not None and zone[0].i <= who.i <= zone[-1].i


def next_to(verb: Token) -> Token | None:
    """The name next to the verb, where the parser saw no subject."""
    for i in (verb.i - 1, verb.i + 1):
        if 0 <= i < len(verb.doc) and verb.doc[i].pos_ in {"PROPN", "PRON", "NOUN"}:
            return verb.doc[i]
    return None


def is_utterance(page: Page, quotation: Quotation) -> bool:
    """Something said, and no title, nickname or word held with tongs."""
    start, end = quotation.span
    inner = page.text[start:end].strip(_MARKS)
    words = inner.count(" ") + 1
    whole = words >= 8 or (words >= 4 and inner[-1:] in ",—-") or (words >= 2 and inner[-1:] in ".!?…")
    return whole and inner[:1].upper() == inner[:1]


def _is_title(page: Page, quotation: Quotation) -> bool:
    """ "The Long War": every word of weight in capitals, and no full stop."""
    inner = page.text[slice(*quotation.span)].strip(_MARKS)
    words = [word for word in inner.split() if len(word) > 3]
    return (
        inner[-1:] not in ",.!?…—-"
        and len(inner.split()) > 1
        and all(word[:1].isupper() for word in words)
        and not inner.isupper()
    )
