"""How strongly two mentions seem to be one thing: Splink's match weights, by settings that ship with the package.

The method is Fellegi and Sunter's (1969): a pair's weight is the sum, over comparisons, of log2(m / u), m being how often
that level of agreement is met among pairs that are one thing and u among pairs that are not, added to the odds that any two
which are compared are one. Nothing depends on the batch: no term frequencies, no estimation at run time.

Settings are a TOML file of the shape of Splink's own settings JSON, and two things more. `[features]` names the columns and
their types. A comparison's `shows` names the features that explain it to people ("Baghlan, Pul-e Hisar");
`label_for_charts` is what they read of a level.
"""

import json
import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from functools import cache
from math import log2
from threading import Lock
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker
from splink.internals.database_api import DatabaseAPI
from splink.internals.splink_dataframe import SplinkDataFrame

from rashomon.linking.linkable import Step, Waterfall
from rashomon.linking.mention import Edge, Shelved
from rashomon.vocabulary import read_table

logging.getLogger("splink").setLevel(
    logging.ERROR
)  # it tells of every query, and warns of comparisons that always say something

TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "whole": pa.int64(),
    "real": pa.float64(),
    "flag": pa.bool_(),
    "texts": pa.list_(pa.string()),
}
MEMORY = "2GB"  # beyond this DuckDB works on disk
NUMBER, KEYS = "number", "keys"
PAIR = ("number_l", "number_r", "match_weight")


def features_of(settings: Mapping[str, Any]) -> pa.Schema:
    """The columns that settings compare, as an Arrow schema; number and keys come first.

    >>> features_of({"features": {"kind": "text", "names": "texts"}}).names
    ['number', 'keys', 'kind', 'names']
    """
    named = [(name, TYPES[kind]) for name, kind in settings["features"].items()]
    return pa.schema([(NUMBER, pa.int64()), (KEYS, TYPES["texts"]), *named])


def splink_settings(settings: Mapping[str, Any], dialect: str = "duckdb") -> dict[str, Any]:
    """Settings as Splink takes them, for an engine ("duckdb", "spark"): the file's SQL is DuckDB's, sqlglot translates it."""
    out = deepcopy({key: value for key, value in settings.items() if key != "features"})
    for comparison in out["comparisons"]:
        comparison.pop("shows", None)
        for level in comparison["comparison_levels"]:
            level["sql_condition"] = _translated(level["sql_condition"], dialect)
    rule = {"blocking_rule": f"l.{KEYS} = r.{KEYS}", "sql_dialect": dialect, "arrays_to_explode": [KEYS]}
    return out | {
        "link_type": "dedupe_only",
        "unique_id_column_name": NUMBER,
        "blocking_rules_to_generate_predictions": [rule],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def _translated(sql: str, dialect: str) -> str:
    """DuckDB's SQL as another engine's. sqlglot puts "&&" for two lists that overlap, which Spark has as a function only."""
    if dialect == "duckdb" or sql == "ELSE":
        return sql
    from sqlglot import exp, parse_one

    def overlap(node: exp.Expression) -> exp.Expression:
        sides = [node.this, node.expression]
        return exp.Anonymous(this="arrays_overlap", expressions=sides) if isinstance(node, exp.ArrayOverlaps) else node

    return parse_one(sql, read="duckdb").transform(overlap).sql(dialect)


class Scorer:
    """Weighs pairs by one settings file, on a DuckDB in memory that lives as long as this does. One thread at a time."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.settings = settings
        self._schema = features_of(settings)
        self._database = self._engine()
        nothing = self._database.register(self._table(()))
        said = splink_settings(settings, self._database.sql_dialect.sql_dialect_str)
        self._linker = Linker(nothing, said, log_level=None, validate_settings=False)
        self._lock = Lock()

    def _engine(self) -> DatabaseAPI[Any]:
        """What Splink runs on."""
        work: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": tempfile.gettempdir(),
            "preserve_insertion_order": False,
        }
        return DuckDBAPI(duckdb.connect(":memory:", config=work))

    @property
    def prior(self) -> float:
        """What a weight starts from: log2 of the odds that two mentions which share a key are one."""
        chance = float(self.settings["probability_two_random_records_match"])
        return log2(chance / (1 - chance))

    def edges(self, new: Sequence[Shelved], known: Sequence[Shelved], ask: float) -> list[Edge]:
        """The pairs of new mentions, and of a new with a known one, that share a key and weigh `ask` or more, in order."""
        infer = self._linker.inference
        with self._lock, self.loaded(new) as fresh, self.loaded(known) as old:
            asked: list[Callable[[], SplinkDataFrame]] = []
            if len(new) > 1:
                asked.append(lambda: infer.predict_within(fresh, threshold_match_weight=ask, warning_mode="never"))
            if new and known:
                asked.append(
                    lambda: infer.predict_between(fresh, old, threshold_match_weight=ask, warning_mode="never")
                )
            found = [edge for predict in asked for edge in self._edges(predict())]
        return sorted(found, key=lambda edge: (edge.left, edge.right))

    def _edges(self, predicted: SplinkDataFrame) -> Iterator[Edge]:
        """What Splink predicts, as edges, left below right."""
        pairs = self._pairs(predicted)
        predicted.drop_table_from_database_and_remove_from_cache()
        for left, right, weight in pairs:
            yield Edge(min(left, right), max(left, right), weight)

    def _pairs(self, predicted: SplinkDataFrame) -> list[tuple[int, int, float]]:
        """The two numbers and the weight of each pair."""
        return predicted.as_duckdbpyrelation().select(*PAIR).fetchall()

    def why(self, a: Shelved, b: Shelved) -> Waterfall:
        """What each comparison says of a pair, in the order of the settings."""
        return self.whys([(a, b)])[0]

    def whys(self, pairs: Sequence[tuple[Shelved, Shelved]]) -> list[Waterfall]:
        """The same of some pairs at once, which takes little longer than one: each left one is compared with each right one."""
        lefts, rights = ({each.number: each for each in side} for side in zip(*pairs, strict=True))
        with self._lock, self.loaded([*lefts.values()]) as left, self.loaded([*rights.values()]) as right:
            scored = self._linker.inference.score_pairs(left, right)
            rows = {(row[f"{NUMBER}_l"], row[f"{NUMBER}_r"]): row for row in scored.as_record_list()}
            scored.drop_table_from_database_and_remove_from_cache()
        return [self._waterfall(rows[a.number, b.number], a, b) for a, b in pairs]

    def _waterfall(self, row: Mapping[str, Any], a: Shelved, b: Shelved) -> Waterfall:
        return Waterfall(self.prior, tuple(_step(c, row, a.features, b.features) for c in self.settings["comparisons"]))

    @contextmanager
    def loaded(self, mentions: Sequence[Shelved]) -> Iterator[SplinkDataFrame]:
        """Mentions as a table, for the time of a question."""
        table = self._database.register(self._table(mentions))
        try:
            yield table
        finally:
            self._database.delete_table_from_database(table.physical_name)

    def _table(self, mentions: Iterable[Shelved]) -> pa.Table:
        rows = [{**shelved.features, NUMBER: shelved.number, KEYS: shelved.keys} for shelved in mentions]
        return pa.Table.from_pylist(rows, schema=self._schema)


Scorers = Callable[[str, str], Scorer]
"""The scorer of a package's settings file of that name."""


@cache
def _on_duckdb(package: str, name: str) -> Scorer:
    return Scorer(read_table(package, name))


_scorers: ContextVar[Scorers] = ContextVar("scorers", default=_on_duckdb)


def scorer(package: str, name: str = "settings") -> Scorer:
    """The scorer of a package's `NAME.toml`, set up once (a tenth of a second): on DuckDB, or what `scored_by` says."""
    return _scorers.get()(package, name)


@contextmanager
def scored_by(scorers: Scorers) -> Iterator[None]:
    """Weigh pairs elsewhere within the block (see `rashomon.linking.on_spark`)."""
    before = _scorers.set(scorers)
    try:
        yield
    finally:
        _scorers.reset(before)


def _step(comparison: Mapping[str, Any], row: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any]) -> Step:
    """One comparison of a scored pair. Splink numbers the levels downwards to 0; -1 is what says nothing."""
    name, levels = comparison["output_column_name"], comparison["comparison_levels"]
    telling = [level for level in levels if not level.get("is_null_level")]
    at = row[f"gamma_{name}"]
    level = "not stated" if at < 0 else telling[len(telling) - 1 - at]["label_for_charts"]
    shows = comparison["shows"]
    return Step(
        comparison["comparison_description"], _shown(a, shows), _shown(b, shows), level, row.get(f"mw_{name}") or 0.0
    )


def _shown(features: Mapping[str, Any], names: Iterable[str]) -> str:
    """Features as people read them: "Baghlan, Pul-e Hisar"; what is not stated is left out.

    >>> _shown({"kind": "raid", "names": ["ahmad", "karim"], "toll": None}, ["kind", "names", "toll"])
    'raid; ahmad, karim'
    """
    return "; ".join(_said(features[name]) for name in names if features.get(name) not in (None, [], "", ()))


def _said(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_said, value))
    return value if isinstance(value, str) else json.dumps(value)
