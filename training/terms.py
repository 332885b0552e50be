"""Count in how many passages of news each word stands, from which its weight as a distinctive term follows.

    python training/terms.py TEXTS.jsonl … --out src/rashomon/linking/text/frequency.tsv

Any JSONL file with a `text` in each line will do. Only counts of single words are kept, none of the texts. A text that several
files hold counts once.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from rashomon.linking.text.words import words

PASSAGE = 60  # words: about the length of a lead, so that long texts make common what they repeat, no more


def main() -> None:
    """Count, write, say how many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path, help="JSONL files with a `text` in each line")
    parser.add_argument("--out", type=Path, required=True, help="where to write the counts")
    parser.add_argument("--least", type=int, default=4, help="words in fewer passages are left out")
    options = parser.parse_args()
    total, counts = count(passages(texts(options.texts)))
    kept = {word: n for word, n in counts.items() if n >= options.least}
    write(options.out, total, options.least, kept)
    digest = sha256(options.out.read_bytes()).hexdigest()
    print(f"{total:,} passages, {len(counts):,} words, {len(kept):,} kept; sha256 {digest}")


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """Every text once."""
    seen: set[str] = set()
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                beginning = " ".join(text.split())[:200]
                if beginning not in seen:
                    seen.add(beginning)
                    yield text


def passages(texts: Iterable[str]) -> Iterator[set[str]]:
    """The different words of each stretch of PASSAGE words; what remains at a text's end is one of its own."""
    for text in texts:
        rest = iter(words(text))
        while passage := set(islice(rest, PASSAGE)):
            yield passage


def count(passages: Iterable[set[str]]) -> tuple[int, Counter[str]]:
    """How many passages, and how many of them have each word."""
    total, counts = 0, Counter[str]()
    for passage in passages:
        total += 1
        counts.update(passage)
    return total, counts


def write(path: Path, total: int, least: int, counts: dict[str, int]) -> None:
    """The number of passages and the least count in the first line, then a word and its count a line, in order."""
    lines = [f"{total}\t{least}", *(f"{word}\t{n}" for word, n in sorted(counts.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
