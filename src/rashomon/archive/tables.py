"""The tables of a record's database, the same in SQLite and PostgreSQL. Readings, what links them and judgements stand apart."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Written(TypeDecorator[str]):
    """A text, as both databases can hold it: PostgreSQL has no null character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """With the sign for an unknown character in its place."""
        return value.replace("\0", "\ufffd") if value and "\0" in value else value


class Moment(TypeDecorator[datetime]):
    """A point in time, in UTC on both databases: SQLite forgets time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """As UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """With its time zone."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only what it calls INTEGER

metadata = MetaData()

# A report, and how far it has come. `position` is the order in which reports came, a changed text anew; `reader` says what read
# it, settings included; `digest` is of the text and all that is known of it: two with one digest differ in nothing but their id.
report = Table(
    "report",
    metadata,
    Column("id", Written, primary_key=True),
    Column("position", Number, nullable=False, unique=True),
    Column("sha256", Written, nullable=False, index=True),
    Column("digest", Written, nullable=False, index=True),
    Column("reader", Written, nullable=False),
    Column("title", Written),
    Column("publisher", Written),
    Column("earliest", Date),
    Column("latest", Date),
    Column("linked", Boolean, nullable=False, default=False),
    Column("withdrawn", Boolean, nullable=False, default=False),
    Index("report_unlinked", "linked", "position"),
)

# What was read in the report of a position: the Reading's JSON, compressed. Apart from `report`, which is looked through often.
reading = Table(
    "reading",
    metadata,
    Column("position", Number, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

# A thing as reports have it, with its number for ever; `group_number` is the smallest number of its group.
mention = Table(
    "mention",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("identity", Written, nullable=False),
    Column("features", Written, nullable=False),  # JSON, what is compared
    Column("keys", Written, nullable=False),  # JSON, under what it is filed
    Column("group_number", Number, nullable=False),
    Index("mention_identity", "sort", "identity", unique=True),
    Index("mention_group", "sort", "group_number"),
)

# Which report has which mention, and what its reading calls it ("i3").
bearing = Table(
    "bearing",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("report", Written, ForeignKey("report.id"), primary_key=True),
    Column("local", Written, primary_key=True),
    Column("number", Number, nullable=False),
    Column("names", Written),  # JSON, of an actor: what the report calls it, aliases behind its name
    Index("bearing_number", "sort", "number"),
)

# What is compared with what: mentions filed under one key are. `key` is a 64-bit hash.
filed = Table(
    "filed",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("number", Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

edge = Table(
    "edge",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("left", Number, primary_key=True, autoincrement=False),
    Column("right", Number, primary_key=True, autoincrement=False),
    Column("weight", Float, nullable=False),
    Column("covers", Number, nullable=False),  # 0, or which of the two tells of several
    Index("edge_right", "sort", "right"),
)

# A mention that tells of several things at once: the other groups it tells of.
covered = Table(
    "covered",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("group_number", Number, primary_key=True, autoincrement=False),
    Index("covered_group", "sort", "group_number"),
)

# Who decided what, when and why, what was before and after: only ever added to. `undoes` is the judgement that this one takes back.
judgement = Table(
    "judgement",
    metadata,
    Column("number", Number, primary_key=True),
    Column("made", Moment, nullable=False),
    Column("who", Written, nullable=False),
    Column("machine", Boolean, nullable=False),
    Column("what", Written, nullable=False),
    Column("why", Written, nullable=False),
    Column("sort", Written),
    Column("before", Written, nullable=False),
    Column("after", Written, nullable=False),
    Column("undoes", Number),
    Index("judgement_undoes", "undoes"),
)

# What a judgement rules about mentions: all `side`s one (same), or apart.
ruling = Table(
    "ruling",
    metadata,
    Column("judgement", Number, ForeignKey("judgement.number"), primary_key=True),
    Column("sort", Written, primary_key=True),
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("side", Integer, nullable=False),
    Column("same", Boolean, nullable=False),
    Index("ruling_number", "sort", "number"),
)

# A name that a person gave to a group (the number of one of its mentions), by the judgement that gave it.
given_name = Table(
    "given_name",
    metadata,
    Column("judgement", Number, ForeignKey("judgement.number"), primary_key=True, autoincrement=False),
    Column("sort", Written, nullable=False),
    Column("number", Number, nullable=False),
    Column("name", Written, nullable=False),
    Index("given_name_number", "sort", "number"),
)

# What was done with the record, and when: read, linked, exported with names. Only ever added to.
event = Table(
    "event",
    metadata,
    Column("number", Number, primary_key=True),
    Column("made", Moment, nullable=False),
    Column("what", Written, nullable=False),
    Column("details", Written, nullable=False),  # JSON
)

# What the record knows of itself, such as how long readings.jsonl must be.
about = Table("about", metadata, Column("key", Written, primary_key=True), Column("value", Written, nullable=False))
