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
    false,
    text,
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
    Index("report_latest", "latest", "position"),
    Index("report_publisher", "publisher", "latest", "position"),
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

# How alike two mentions are. `across`: they are in different groups now, and a person may be asked about them.
edge = Table(
    "edge",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("left", Number, primary_key=True, autoincrement=False),
    Column("right", Number, primary_key=True, autoincrement=False),
    Column("weight", Float, nullable=False),
    Column("covers", Number, nullable=False),  # 0, or which of the two tells of several
    Column("across", Boolean, nullable=False, server_default=false()),
    Index("edge_right", "sort", "right"),
)

Index(
    "edge_across",
    *(edge.c.sort, edge.c.weight, edge.c.left, edge.c.right),
    sqlite_where=edge.c.across.is_(True),  # SQLite takes the index where just this is asked for
    postgresql_where=edge.c.across.is_(True),
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
    Index("judgement_what", "machine", "what"),
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

# Which judgements are about an incident or actor, by the number of any of its mentions: so that its history is found at once.
judged = Table(
    "judged",
    metadata,
    Column("sort", Written, primary_key=True),
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("judgement", Number, ForeignKey("judgement.number"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# What a person said of one value: `value` (JSON) is what it is, null that there is none; `former` what was there before. The value
# is an incident's, as a report's reading has it (`number` is the mention), or that of one of its accounts: `account` is "" for the
# incident itself, "own" for the report's own voice, "412-430" for the source that stands there. `actors` (JSON) are those whom the
# value names by what the reading calls them: id → name. `lost`: the report was read anew and no longer has what it is about.
coding = Table(
    "coding",
    metadata,
    Column("judgement", Number, ForeignKey("judgement.number"), primary_key=True, autoincrement=False),
    Column("number", Number, nullable=False),
    Column("report", Written, nullable=False),
    Column("account", Written, nullable=False),
    Column("attribute", Written, nullable=False),
    Column("value", Written),
    Column("former", Written),
    Column("actors", Written, nullable=False),
    Column("lost", Boolean, nullable=False, default=False),
    Index("coding_number", "number"),
    Index("coding_report", "report"),
)

# What was published of the record, and what it was made of: its lines as they were, compressed, and their hash.
release = Table(
    "release",
    metadata,
    Column("name", Written, primary_key=True),
    Column("made", Moment, nullable=False),
    Column("who", Written, nullable=False),
    Column("why", Written, nullable=False),
    Column("judgement", Number, nullable=False),  # the latest there was
    Column("reports", Integer, nullable=False),
    Column("incidents", Integer, nullable=False),
    Column("sha256", Written, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# Each incident in a line, so that many can be searched, sorted and counted at once; derived, and derived anew when it is stale.
# `headline` and `public` are JSON: the line as it is, and as those may see it who may not see everybody's name. `made` counts up
# with every line that is made, so that whoever keeps the catalogue in memory knows what is new.
catalogue = Table(
    "catalogue",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("made", Number, nullable=False, index=True),
    Column("kind", Written, nullable=False),
    Column("status", Written, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("country", Written),
    Column("admin1", Written),
    Column("place", Written),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Integer),  # of the place, UCDP where_prec
    Column("killed_low", Integer),
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("standing", Written, nullable=False),
    Column("disputes", Integer, nullable=False),
    Column("disputed", Written, nullable=False),  # attributes, between bars: "|killed|place|"
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    Column("published", Date),  # the day of the latest report
    Column("reviewed", Number),  # the judgement that says so
    Column("headline", Written, nullable=False),
    Column("public", Written, nullable=False),
    Column("withheld", Integer, nullable=False, server_default="0"),  # values that `public` does not show
)

# The actors of the incidents in the catalogue, and as what.
catalogued_actor = Table(
    "catalogued_actor",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("actor", Number, primary_key=True, autoincrement=False),
    Column("part", Written, primary_key=True),
    sqlite_with_rowid=False,
)

# Numbers that were in the catalogue and are not any more, since they were merged or nobody tells of them; `made` as there.
dropped = Table(
    "dropped",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("made", Number, nullable=False, index=True),
)

# Mentions of incidents whose lines in the catalogue are no longer what they should be; every marking has a number of its own.
stale = Table(
    "stale",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("marking", Number, nullable=False),
)

# Each actor in a line, so that many can be searched and counted at once; derived, and derived anew when it is stale. `key` is the
# name as it is sorted, `names` all names in plain small letters between bars; `kind` and `country` are null where linking compared
# nothing of it; `privacy` is as in `exposed`, over all reports.
directory = Table(
    "directory",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("name", Written, nullable=False),
    Column("key", Written, nullable=False),
    Column("names", Written, nullable=False),
    Column("kind", Written),
    Column("country", Written),
    Column("privacy", Written, nullable=False),
    Column("reports", Integer, nullable=False),
    Index("directory_key", "kind", "key", "number"),
    Index("directory_kind", "kind", "country", "privacy"),
)

# Mentions of actors whose lines in the directory are no longer what they should be.
stale_actor = Table("stale_actor", metadata, Column("number", Number, primary_key=True, autoincrement=False))

# As what somebody stands in one report who is not simply to be named (see `weighing.privacy`): by the report's id and their own.
# `number` is the actor's mention, once the report is linked.
exposed = Table(
    "exposed",
    metadata,
    Column("report", Written, primary_key=True),
    Column("local", Written, primary_key=True),
    Column("number", Number),
    Column("privacy", Written, nullable=False),
    Column("names", Written, nullable=False),  # JSON: full names of several words
    Index("exposed_number", "number", "privacy"),
    Index("exposed_named", "privacy", sqlite_where=text("names <> '[]'"), postgresql_where=text("names <> '[]'")),
)

# Who works on the record, and in which role. `password` is an argon2 hash.
analyst = Table(
    "analyst",
    metadata,
    Column("name", Written, primary_key=True),
    Column("role", Written, nullable=False),
    Column("password", Written, nullable=False),
    Column("made", Moment, nullable=False),
    Column("disabled", Boolean, nullable=False, default=False),
)

# Who is signed in, by the hash of what their browser keeps.
session = Table(
    "session",
    metadata,
    Column("token", Written, primary_key=True),
    Column("analyst", Written, ForeignKey("analyst.name"), nullable=False),
    Column("made", Moment, nullable=False),
    Column("until", Moment, nullable=False),
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
