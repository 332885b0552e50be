"""Linking for those who outgrow one machine: the same settings, the same weights, pairs weighed by a Spark cluster.

    from pyspark.sql import SparkSession
    from rashomon.linking.on_spark import on_spark

    with on_spark(SparkSession.builder.getOrCreate()):
        link(readings, record.shelf, LINKABLES)

Within the block everything goes on as without it; only the comparing of what shares a key, where the time goes, is done by Spark.
Take large batches then (tens of thousands of readings): what is new in a batch and what shares a key with it is sent to the
cluster, and edges come back. The session's cache is cleared between, so give it a session of its own. Nothing is downloaded: the
settings need none of the functions in Splink's jar.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from splink.internals.database_api import DatabaseAPI
from splink.internals.splink_dataframe import SplinkDataFrame

from rashomon.linking.scoring import PAIR, Scorer, scored_by
from rashomon.vocabulary import read_table

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class SparkScorer(Scorer):
    """Weighs pairs by one settings file, on Spark."""

    def __init__(self, settings: Any, session: "SparkSession") -> None:
        self._session = session
        super().__init__(settings)

    def _engine(self) -> DatabaseAPI[Any]:
        from splink.backends.spark import SparkAPI

        # "persist": what comes between is kept in the executors' memory or on their disks, and no checkpoint folder is needed
        how = {"break_lineage_method": "persist", "register_udfs_automatically": False}
        api: DatabaseAPI[Any] = SparkAPI(spark_session=self._session, **how)  # type: ignore[no-untyped-call]
        return api

    def _pairs(self, predicted: SplinkDataFrame) -> list[tuple[int, int, float]]:
        rows = self._session.table(predicted.physical_name).select(*PAIR).collect()
        self._session.catalog.clearCache()  # Splink keeps what came between for as long as the session lasts
        return [tuple(row) for row in rows]


@contextmanager
def on_spark(session: "SparkSession") -> Iterator[None]:
    """Have Spark weigh pairs within the block."""

    @cache
    def scorers(package: str, name: str) -> Scorer:
        return SparkScorer(read_table(package, name), session)

    with scored_by(scorers):
        yield
