"""What each head may say of a piece. B- begins a stretch, I- continues it."""

OUTSIDE = 0

CUES = ("O", "B-cue", "I-cue")
ARGUMENTS = ("O", "B-source", "I-source", "B-content", "I-content")
ROLES = (
    "O",
    "B-perpetrator",
    "I-perpetrator",
    "B-victim",
    "I-victim",
    "B-target",
    "I-target",
    "B-instrument",
    "I-instrument",
)
RELEVANCE = ("no incident", "incident")
