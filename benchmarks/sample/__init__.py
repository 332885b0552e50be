"""How well the bundled sample is read, by our own gold: `sample/gold.toml`. Needs nothing outside the repository."""

from pathlib import Path

SAMPLE = Path(__file__).parent.parent.parent / "sample"
