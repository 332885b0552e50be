"""The encoder with its heads."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from rashomon.reading.heads.labels import ARGUMENTS, CUES, RELEVANCE, ROLES
from training.heads.minilm import DROPOUT, WIDTH, MiniLM

NARROW, FEW = 128, 4  # width and attention heads of the layer that looks at a window from one cue
FAR = 128  # distances from the cue, in pieces, beyond which all are alike


class Arguments(nn.Module):
    """Who said it and what was said, for one cue: semantic role labelling (Shi & Lin 2019, arXiv 1904.05255) in one light layer."""

    def __init__(self) -> None:
        super().__init__()
        self.piece, self.cue = nn.Linear(WIDTH, NARROW), nn.Linear(2 * WIDTH, NARROW)
        self.distance = nn.Embedding(2 * FAR + 1, NARROW)
        self.normed = nn.LayerNorm(NARROW)
        self.query, self.key, self.value, self.mix = (nn.Linear(NARROW, NARROW) for _ in range(4))
        self.widen, self.narrow = nn.Linear(NARROW, 4 * NARROW), nn.Linear(4 * NARROW, NARROW)
        self.mixed, self.narrowed = nn.LayerNorm(NARROW), nn.LayerNorm(NARROW)
        self.out, self.drop = nn.Linear(NARROW, len(ARGUMENTS)), nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """`states` [windows, pieces, WIDTH], `mask` [windows, pieces]; for each cue its window, first and last piece [cues].

        Returns scores [cues, pieces, ARGUMENTS]."""
        pieces = states.shape[1]
        cue = self.cue(torch.cat([states[window, first], states[window, last]], -1))
        apart = torch.arange(pieces)[None, :] - first[:, None]
        seen = self.piece(states)[window] + cue[:, None, :] + self.distance(apart.clamp(-FAR, FAR) + FAR)
        seen = self.drop(self.normed(seen))
        cues = seen.shape[0]

        def split(x: Tensor) -> Tensor:
            return x.view(cues, pieces, FEW, NARROW // FEW).transpose(1, 2)

        barred = (1.0 - mask[window][:, None, None, :].to(seen.dtype)) * -1e4
        looked = F.scaled_dot_product_attention(
            split(self.query(seen)), split(self.key(seen)), split(self.value(seen)), attn_mask=barred
        )
        looked = looked.transpose(1, 2).reshape(cues, pieces, NARROW)
        seen = self.mixed(seen + self.drop(self.mix(looked)))
        seen = self.narrowed(seen + self.drop(self.narrow(F.gelu(self.widen(seen)))))
        scores: Tensor = self.out(seen)
        return scores


class Heads(nn.Module):
    """One look at a text, several questions: is this piece (part of) a cue, whose role does it fill, does this trigger tell of an
    incident?"""

    def __init__(self, encoder: MiniLM) -> None:
        super().__init__()
        self.encoder, self.drop = encoder, nn.Dropout(DROPOUT)
        self.cues, self.roles = nn.Linear(WIDTH, len(CUES)), nn.Linear(WIDTH, len(ROLES))
        self.relevance = nn.Linear(WIDTH, len(RELEVANCE))
        self.arguments = Arguments()

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """States [windows, pieces, WIDTH] and each head's scores [windows, pieces, labels].

        The relevance of a piece is that of a trigger there; of the window's first mark, that of the window."""
        states = self.encoder(ids, mask)
        dropped = self.drop(states)
        return states, self.cues(dropped), self.roles(dropped), self.relevance(dropped)
