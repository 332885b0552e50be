"""MiniLM-L6 (Wang et al. 2020, arXiv 2002.10957) in PyTorch, from the weights of all-MiniLM-L6-v2: the heads share it."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, INNER, LAYERS, VOCABULARY, POSITIONS, DROPOUT = 384, 12, 1536, 6, 30522, 512, 0.1
NAMES = {  # ours: BERT's
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mix": "attention.output.dense",
    "mixed": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "narrowed": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer: each piece looks at all others, then thinks by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mix = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.mixed, self.narrowed = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """`states` [windows, pieces, WIDTH]; `mask` is added to the attention, [windows, 1, 1, pieces]."""
        windows, pieces, _ = states.shape

        def split(x: Tensor) -> Tensor:
            return x.view(windows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        looked = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        looked = looked.transpose(1, 2).reshape(windows, pieces, WIDTH)
        states = self.mixed(states + self.drop(self.mix(looked)))
        return self.narrowed(states + self.drop(self.narrow(F.gelu(self.widen(states)))))


class MiniLM(nn.Module):
    """The encoder. Its word vectors stay as they are: the heads' training texts know too few words to move them well."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.normed, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.words.weight.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` (1 = a piece, 0 = padding) [windows, pieces]; returns states [windows, pieces, WIDTH]."""
        states = self.drop(self.normed(self.words(ids) + self.places(torch.arange(ids.shape[1]))))
        barred = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, barred)
        return states

    @classmethod
    def pretrained(cls, path: Path) -> "MiniLM":
        """From a `model.safetensors` of BERT's layout. The vector for "first sentence" is added to those of the positions."""
        theirs = load_file(path)
        embeddings = "embeddings."
        ours = {
            "words.weight": theirs[embeddings + "word_embeddings.weight"],
            "places.weight": theirs[embeddings + "position_embeddings.weight"]
            + theirs[embeddings + "token_type_embeddings.weight"][0],
        }
        for part in ("weight", "bias"):
            ours[f"normed.{part}"] = theirs[f"{embeddings}LayerNorm.{part}"]
            for layer in range(LAYERS):
                for mine, name in NAMES.items():
                    ours[f"layers.{layer}.{mine}.{part}"] = theirs[f"encoder.layer.{layer}.{name}.{part}"]
        model = cls()
        model.load_state_dict(ours)
        return model
