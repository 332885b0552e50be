"""From whatever version a record's database has to the present one; each step is a module of `versions`."""

from importlib.resources import files

from sqlalchemy import Column, Connection, MetaData, Table, Text, inspect, select

from rashomon.errors import BadData

VERSIONS = ("0001", "0002")
"""The versions there have been, oldest first."""

_stamp = Table("alembic_version", MetaData(), Column("version_num", Text))


def version(connection: Connection) -> str | None:
    """The version of the database, None where there is no record in it yet."""
    if not inspect(connection).has_table(_stamp.name):
        return None
    return connection.execute(select(_stamp.c.version_num)).scalar()


def is_current(connection: Connection, where: str) -> bool:
    """Whether the database is as this program makes it. Raises BadData if it was made by a newer one."""
    there = version(connection)
    if there is not None and there not in VERSIONS:
        raise BadData(
            f"{where}: made by a newer Rashomon (version {there} of the tables, here they are {VERSIONS[-1]}); "
            "bring Rashomon up to date: pip install --upgrade rashomon"
        )
    return there == VERSIONS[-1]


def migrate(connection: Connection) -> None:
    """Bring the database to the present version, within the connection's transaction."""
    from alembic import command  # heavy, and needed once in the life of a record
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(files(__name__)))
    command.upgrade(config, "head")
