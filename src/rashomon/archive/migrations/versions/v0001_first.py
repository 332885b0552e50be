"""The first tables: readings, mentions and what links them, judgements, events; and the index that search looks into."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "about",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "covered",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("group_number", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("sort", "number", "group_number"),
    )
    op.create_index("covered_group", "covered", ["sort", "group_number"], unique=False)
    op.create_table(
        "edge",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("left", NUMBER, autoincrement=False, nullable=False),
        sa.Column("right", NUMBER, autoincrement=False, nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("covers", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("sort", "left", "right"),
    )
    op.create_index("edge_right", "edge", ["sort", "right"], unique=False)
    op.create_table(
        "event",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "filed",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("key", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("sort", "key", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgement",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("machine", sa.Boolean(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("undoes", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("judgement_undoes", "judgement", ["undoes"], unique=False)
    op.create_table(
        "mention",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("group_number", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("sort", "number"),
    )
    op.create_index("mention_group", "mention", ["sort", "group_number"], unique=False)
    op.create_index("mention_identity", "mention", ["sort", "identity"], unique=True)
    op.create_table(
        "reading",
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("position"),
    )
    op.create_index(op.f("ix_report_digest"), "report", ["digest"], unique=False)
    op.create_index(op.f("ix_report_sha256"), "report", ["sha256"], unique=False)
    op.create_index("report_unlinked", "report", ["linked", "position"], unique=False)
    op.create_table(
        "bearing",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("names", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.id"],
        ),
        sa.PrimaryKeyConstraint("sort", "report", "local"),
    )
    op.create_index("bearing_number", "bearing", ["sort", "number"], unique=False)
    op.create_table(
        "given_name",
        sa.Column("judgement", NUMBER, autoincrement=False, nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgement.number"],
        ),
        sa.PrimaryKeyConstraint("judgement"),
    )
    op.create_index("given_name_number", "given_name", ["sort", "number"], unique=False)
    op.create_table(
        "ruling",
        sa.Column("judgement", NUMBER, nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgement.number"],
        ),
        sa.PrimaryKeyConstraint("judgement", "sort", "number"),
    )
    op.create_index("ruling_number", "ruling", ["sort", "number"], unique=False)
    _make_search()


def _make_search() -> None:
    """The words of the report of a position, each database in its own way; SQLite keeps an index of them alone."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search USING fts5(words, content='', tokenize='ascii')")
    else:
        op.execute("CREATE TABLE search (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX search_words ON search USING GIN (words)")
