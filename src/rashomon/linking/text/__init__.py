"""What a text says apart from other texts: its distinctive terms."""

from rashomon.linking.text.passages import news, news_spans, passage
from rashomon.linking.text.terms import cosine, is_known, shared, terms, weigh, weight
from rashomon.linking.text.words import words

__all__ = ["cosine", "is_known", "news", "news_spans", "passage", "shared", "terms", "weigh", "weight", "words"]
