"""The same settings on Spark: a real Spark, on this machine."""

import os
import shutil

import pytest

from rashomon.linking.actors import ACTORS
from rashomon.linking.incidents import INCIDENTS
from rashomon.linking.mention import Shelved
from rashomon.linking.on_spark import SparkScorer, on_spark
from rashomon.linking.scoring import scorer
from rashomon.linking.stories import STORIES

REPORTS = {
    "kunduz-1": "Gunmen killed at least 12 shepherds near Kunduz on Monday, said Daoud Karimi, a spokesman for the Taliban.",
    "kunduz-2": "A shooting left 15 shepherds dead in Kunduz province on Monday, Dawood Karimi of the Taliban told reporters.",
    "baghdad-1": "A car bomb killed three policemen in Baghdad on Tuesday. The Islamic State claimed responsibility.",
    "baghdad-2": "Three officers died in a blast in the Iraqi capital, Baghdad, on Tuesday, the army said.",
    "mosul": "Troops arrested 40 men in Mosul on Sunday, a colonel, Ahmed Jabouri, said.",
}


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    sql = pytest.importorskip("pyspark.sql", reason="needs Spark: pip install 'rashomon[spark]'")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("needs Java, on which Spark runs")
    folder = tmp_path_factory.mktemp("spark")
    builder = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    for name, value in (
        ("spark.sql.shuffle.partitions", "1"),
        ("spark.sql.codegen.wholeStage", "false"),  # compiling takes longer than these few pairs
        ("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
        ("spark.sql.adaptive.enabled", "false"),
        ("spark.driver.memory", "1g"),
        ("spark.driver.bindAddress", "127.0.0.1"),
        ("spark.driver.host", "127.0.0.1"),
        ("spark.sql.warehouse.dir", str(folder / "warehouse")),
        ("spark.local.dir", str(folder / "work")),
        ("spark.log.level", "ERROR"),
    ):
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def readings(read):
    return [read(text, id=id, published="2006-01-18") for id, text in REPORTS.items()]


@pytest.mark.parametrize("linkable", [ACTORS, INCIDENTS, STORIES], ids=lambda linkable: str(linkable.sort))
def test_spark_weighs_as_duckdb_does(linkable, readings, session):
    mentions = [mention for reading in readings for mention in linkable.mentions(reading)]
    # one key for all: every pair is weighed, and not only those that are alike
    shelved = [
        Shelved(number, mention.identity, frozenset({mention.report}), mention.features, ("all",))
        for number, mention in enumerate(mentions, 1)
    ]
    package = linkable.compare.__module__
    here = scorer(package).edges(shelved[::2], shelved[1::2], -100.0)
    with on_spark(session):
        assert isinstance(scorer(package), SparkScorer)
        there = scorer(package).edges(shelved[::2], shelved[1::2], -100.0)
    assert not isinstance(scorer(package), SparkScorer)
    assert len(here) > len(mentions)
    assert weights(there) == pytest.approx(weights(here))


def weights(edges):
    return {(edge.left, edge.right): edge.weight for edge in edges}
