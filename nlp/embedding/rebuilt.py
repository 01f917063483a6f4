"""The embedded model rebuilt as a real SentenceTransformer, from the weight file alone and without the network.

The tokenizer comes back from the file's pieces (Unigram with the special ids of XLM-R), the encoder is a BertModel.
Both are written to a short-lived folder in the format of Hugging Face, because that is the libraries' public door.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.embedding.weights import Floats, Piece, Shape, WeightFile

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PROMPTS = {"query": "query: ", "passage": "passage: "}

_SPECIAL = {"cls_token": "<s>", "pad_token": "<pad>", "sep_token": "</s>", "unk_token": "<unk>"}
_UNKNOWN = 3
# What the model's own normaliser adds to NFKC: controls vanish, every sort of blank is a blank.
_CONTROLS = "[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f]"
_BLANKS = "[\\t\\n\\f\\r\\x{1680}\\x{200b}-\\x{200f}\\x{2028}\\x{2029}\\x{2581}\\x{feff}\\x{fffd}]"

_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def rebuild(path: Path, *, bfloat16: bool) -> SentenceTransformer:
    """Return the model whose weights lie in ``path``: mean pooling, normalised, with the prompts of E5."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  (heavy: only where passages are embedded)
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer  # noqa: PLC0415

    source = WeightFile(path)
    with tempfile.TemporaryDirectory(prefix="protokollspar-modell-") as folder:
        _write_folder(source, Path(folder), bfloat16=bfloat16)
        with _silent_loading():
            encoder = Transformer(
                folder,
                model_kwargs={"dtype": "bfloat16" if bfloat16 else "float32", "add_pooling_layer": False},
                processor_kwargs={"model_max_length": source.shape.positions},
            )
    pooling = Pooling(source.shape.hidden, pooling_mode="mean")
    return SentenceTransformer(modules=[encoder, pooling, Normalize()], prompts=PROMPTS, device="cpu")


@contextmanager
def _silent_loading() -> Iterator[None]:
    """Keep the libraries' own progress bar out of ours."""
    from transformers.utils import logging  # noqa: PLC0415

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def _write_folder(source: WeightFile, folder: Path, *, bfloat16: bool) -> None:
    from safetensors.torch import save_file  # noqa: PLC0415

    (folder / "config.json").write_text(json.dumps(_configuration(source.shape)), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({**_SPECIAL, "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 512}),
        encoding="utf-8",
    )
    (folder / "tokenizer.json").write_text(tokenizer_json(source.pieces), encoding="utf-8")
    save_file(_tensors(source, bfloat16=bfloat16), str(folder / "model.safetensors"), metadata={"format": "pt"})


def _configuration(shape: Shape) -> dict[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.feed_forward,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": shape.epsilon,
        "pad_token_id": 1,
    }


def tokenizer_json(pieces: Sequence[Piece]) -> str:
    """Return the tokenizer of these pieces, adding <s> and </s> around every text, as ``tokenizers`` writes it.

    The library would build its tables only to write them down again: it makes the frame, the pieces are put in here.
    """
    frame = json.loads(_tokenizer(pieces[: _UNKNOWN + 1]).to_str())
    frame["model"]["vocab"] = pieces
    return json.dumps(frame, ensure_ascii=False)


def _tokenizer(pieces: Sequence[Piece]) -> Any:
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415

    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=_UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_CONTROLS), ""),
            normalizers.Replace(Regex(_BLANKS), " "),
            normalizers.NFKC(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in _SPECIAL.values()])
    return tokenizer


def _tensors(source: WeightFile, *, bfloat16: bool) -> dict[str, Any]:
    import torch  # noqa: PLC0415

    kind = torch.bfloat16 if bfloat16 else torch.float32
    return {name: torch.from_numpy(values).to(kind).contiguous() for name, values in _named(source).items()}


def _named(source: WeightFile) -> dict[str, Floats]:
    hidden, wide = source.shape.hidden, source.shape.feed_forward
    named = {
        "embeddings.word_embeddings.weight": source.tensor("emb.word", hidden),
        "embeddings.position_embeddings.weight": source.tensor("emb.pos", hidden),
        "embeddings.token_type_embeddings.weight": source.tensor("emb.type", hidden),
        "embeddings.LayerNorm.weight": source.tensor("emb.ln.w"),
        "embeddings.LayerNorm.bias": source.tensor("emb.ln.b"),
    }
    for layer in range(source.shape.layers):
        for short, long in _LAYER.items():
            columns = None if short.endswith("ln") else wide if short == "fo" else hidden
            target = f"encoder.layer.{layer}.{long}"
            named[target + ".weight"] = source.tensor(f"l{layer}.{short}.w", columns)
            named[target + ".bias"] = source.tensor(f"l{layer}.{short}.b")
    return named
