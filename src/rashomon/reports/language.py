"""Which language a report is in; what matters is whether it is English."""

import re

from rashomon.reports.vocabulary import words

_SAMPLE = 3000
"""Characters looked at."""
_SHARE = 0.2
"""Share of function words from which a text is English without asking further."""
_MARGIN = 40.0
"""How much likelier (in nats) than English another language must be: far above what English headlines full of names come to."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code, None where the text is too short to tell. Case is ignored: capitals alone look like no language.

    >>> language_of("DOS PERSONAS MURIERON EN EL ATAQUE CONTRA LA ESTACION DE POLICIA, DIJO EL ALCALDE.")
    'es'
    """
    sample = text[:_SAMPLE].lower()
    tokens = _WORD.findall(sample)
    if not tokens:
        return None
    share = sum(token in words("language", "function_words") for token in tokens) / len(tokens)
    return "en" if share >= _SHARE else _identified(sample, share)


def _identified(sample: str, share: float) -> str | None:
    import py3langid  # only now: it takes half a second to load, and English texts seldom come here

    ranks = py3langid.rank(sample)
    best, english = ranks[0], dict(ranks)["en"]
    if best[0] == "en" or share >= _SHARE / 2:
        return "en"
    return str(best[0]) if best[1] - english >= _MARGIN else None
