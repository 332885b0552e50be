"""The desk: who works on the record, what they say of single values, every incident in a line, releases.

What is derived is not there yet: every incident is stale, and is put into the catalogue when it is first needed.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

AT_ONCE = 1000
"""Judgements of which it is noted at once what they are about."""


def upgrade() -> None:
    """Make them, and fill what follows from what is there."""
    op.create_table(
        "analyst",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "catalogue",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("made", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("precision", sa.Integer(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("disputes", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("accounts", sa.Integer(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("reviewed", NUMBER, nullable=True),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("public", sa.Text(), nullable=False),
        sa.Column("withheld", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_catalogue_made", "catalogue", ["made"], unique=False)
    op.create_table(
        "catalogued_actor",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("actor", NUMBER, autoincrement=False, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", "actor", "part"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "directory",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("privacy", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("directory_key", "directory", ["kind", "key", "number"], unique=False)
    op.create_index("directory_kind", "directory", ["kind", "country", "privacy"], unique=False)
    op.create_table(
        "stale_actor",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "dropped",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("made", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_dropped_made", "dropped", ["made"], unique=False)
    op.create_table(
        "exposed",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=True),
        sa.Column("privacy", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report", "local"),
    )
    op.create_index("exposed_number", "exposed", ["number", "privacy"], unique=False)
    named = sa.text("names <> '[]'")
    op.create_index("exposed_named", "exposed", ["privacy"], sqlite_where=named, postgresql_where=named)
    op.create_table(
        "release",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("judgement", NUMBER, nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("incidents", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "stale",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("marking", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "coding",
        sa.Column("judgement", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("attribute", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("former", sa.Text(), nullable=True),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("lost", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgement.number"],
        ),
        sa.PrimaryKeyConstraint("judgement"),
    )
    op.create_index("coding_number", "coding", ["number"], unique=False)
    op.create_index("coding_report", "coding", ["report"], unique=False)
    op.create_table(
        "judged",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("judgement", NUMBER, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgement.number"],
        ),
        sa.PrimaryKeyConstraint("sort", "number", "judgement"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("analyst", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["analyst"],
            ["analyst.name"],
        ),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_index("report_latest", "report", ["latest", "position"], unique=False)
    op.create_index("report_publisher", "report", ["publisher", "latest", "position"], unique=False)
    op.create_index("judgement_what", "judgement", ["machine", "what"], unique=False)
    _note_what_is_across()
    op.execute(
        "INSERT INTO about (key, value) SELECT 'exposed', 'all' WHERE NOT EXISTS (SELECT 1 FROM report)"
    )  # of a record with reports it is found out when it is first asked for
    op.execute("INSERT INTO stale (number, marking) SELECT number, 0 FROM mention WHERE sort = 'incident'")
    op.execute("INSERT INTO stale_actor (number) SELECT number FROM mention WHERE sort = 'actor'")
    _note_what_judgements_are_about(op.get_bind())


def _note_what_is_across() -> None:
    op.add_column("edge", sa.Column("across", sa.Boolean(), server_default=sa.false(), nullable=False))
    across = sa.column("across", sa.Boolean()).is_(True)
    keys = ["sort", "weight", "left", "right"]
    op.create_index("edge_across", "edge", keys, unique=False, sqlite_where=across, postgresql_where=across)
    op.execute(
        "UPDATE edge SET across = TRUE WHERE (SELECT group_number FROM mention WHERE sort = edge.sort AND number = edge.left)"
        " <> (SELECT group_number FROM mention WHERE sort = edge.sort AND number = edge.right)"
    )


def _note_what_judgements_are_about(connection: sa.Connection) -> None:
    judgement = sa.table("judgement", *map(sa.column, ("number", "sort", "before", "after")))
    judged = sa.table("judged", *map(sa.column, ("sort", "number", "judgement")))
    asked = sa.select(judgement).where(judgement.c.sort.in_(("incident", "actor"))).order_by(judgement.c.number)
    last = 0
    while rows := connection.execute(asked.where(judgement.c.number > last).limit(AT_ONCE)).all():
        about = {
            (row.sort, each, row.number)
            for row in rows
            for part in (*json.loads(row.before), *json.loads(row.after))
            for each in part
            if isinstance(each, int)
        }
        keys = ("sort", "number", "judgement")
        if about:
            connection.execute(sa.insert(judged), [dict(zip(keys, each, strict=True)) for each in about])
        last = rows[-1].number
