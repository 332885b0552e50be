"""`python -m training.heads.export HEADS.pt FOLDER`: the trained encoder and heads as two ONNX graphs in eight-bit integers."""

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import nn
from torch.export import Dim

from training.heads import examples
from training.heads.minilm import HEADS, WIDTH, MiniLM
from training.heads.model import Heads


def main() -> None:
    """Write `encoder.onnx` and `arguments.onnx`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    model = Heads(MiniLM())
    model.load_state_dict(torch.load(options.weights))
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        encoder_graph(model, plain)
        optimize_model(
            str(plain), model_type="bert", num_heads=HEADS, hidden_size=WIDTH, opt_level=0
        ).save_model_to_file(str(fused))
        small(fused, options.out / "encoder.onnx")
        arguments_graph(model.arguments, plain)
        forget_shapes(plain)
        small(plain, options.out / "arguments.onnx")


def encoder_graph(model: nn.Module, path: Path) -> None:
    """All heads that look at each piece by itself."""
    ids, mask = torch.ones(2, 32, dtype=torch.long), torch.ones(2, 32, dtype=torch.long)
    shape = {0: Dim("windows"), 1: Dim("pieces", max=512)}
    torch.onnx.export(
        model,
        (ids, mask),
        path,
        input_names=["ids", "mask"],
        output_names=["states", *examples.HEADS],
        dynamic_shapes=(shape, shape),
        dynamo=True,
        external_data=False,
    )


def arguments_graph(model: nn.Module, path: Path) -> None:
    """The head that looks from a cue."""
    states, mask = torch.zeros(2, 32, WIDTH), torch.ones(2, 32)
    cues = torch.tensor([0, 1, 1])
    windows, pieces, some = Dim("windows"), Dim("pieces", max=512), Dim("cues")
    torch.onnx.export(
        model,
        (states, mask, cues, cues + 1, cues + 2),
        path,
        input_names=["states", "mask", "window", "first", "last"],
        output_names=["arguments"],
        dynamic_shapes=({0: windows, 1: pieces}, {0: windows, 1: pieces}, {0: some}, {0: some}, {0: some}),
        dynamo=True,
        external_data=False,
    )


def forget_shapes(graph: Path) -> None:
    """Drop the inner shapes that the exporter wrote down for one example: they contradict what the quantizer infers."""
    model = onnx.load(graph)
    del model.graph.value_info[:]
    onnx.save(model, graph)


def small(graph: Path, out: Path) -> None:
    """The weights in eight-bit integers, one scale per column."""
    quantize_dynamic(
        graph,
        out,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # seven bits: with eight, sums overflow on processors without VNNI
        extra_options={"MatMulConstBOnly": True},
    )


if __name__ == "__main__":
    main()
