"""Word pieces: what the encoder reads instead of words, each with the stretch of text it was cut from, in overlapping windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

HERE = Path(__file__).parent
WINDOW = 256  # pieces the encoder sees at once, its two marks included; MiniLM was trained on as many
OVERLAP = (
    64  # pieces that a window shares with the one before it: what stands at an edge is judged where it has context
)
FIRST, LAST, PADDING = 101, 102, 0  # [CLS], [SEP], [PAD] of BERT's vocabulary


@dataclass(frozen=True)
class Pieces:
    """The pieces of a text: `ids` in the vocabulary, and the characters [start, end) that each covers."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def covering(self, span: tuple[int, int]) -> range:
        """The pieces that a stretch of text touches."""
        return range(int(np.searchsorted(self.ends, span[0], side="right")), int(np.searchsorted(self.starts, span[1])))


@cache
def tokenizer() -> Tokenizer:
    """BERT's uncased word pieces: capitals and accents make no difference to the encoder."""
    made = Tokenizer.from_file(str(HERE / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def pieces_of(text: str) -> Pieces:
    """The pieces of a text.

    >>> pieces_of("Shots were fired.").starts.tolist()
    [0, 6, 11, 16]
    """
    encoding = tokenizer().encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    return Pieces(np.array(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1])


def windows(length: int, start: int = 0) -> Iterator[range]:
    """Stretches of `length` pieces that cover all of them, each sharing OVERLAP pieces with the next.

    >>> list(windows(300))
    [range(0, 254), range(190, 300)]
    """
    room = WINDOW - 2
    while True:
        yield range(start, min(start + room, length))
        if start + room >= length:
            return
        start += room - OVERLAP
