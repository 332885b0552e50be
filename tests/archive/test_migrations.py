import subprocess
import sys
from importlib.resources import files

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from rashomon.archive import migrations, open_record
from rashomon.archive.tables import metadata
from rashomon.errors import BadData


def test_the_migrations_give_exactly_the_tables(record):
    def ours(name, kind, parents):
        return kind != "table" or not name.startswith("search")  # which the two databases keep each in its own way

    with record.looking() as connection:
        options = {"include_name": ours, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_every_step_is_counted_as_a_version():
    config = Config()
    config.set_main_option("script_location", str(files(migrations)))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == migrations.VERSIONS


def test_a_record_of_a_newer_version_is_left_alone(where):
    with open_record(where, create=True) as record, record.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadData, match=r"newer Rashomon.*9999.*pip install"):
        open_record(where)


def test_a_record_that_is_as_it_should_be_opens_without_the_machinery(tmp_path):
    open_record(tmp_path, create=True).close()
    program = f"import sys, rashomon.archive as a; a.open_record({str(tmp_path)!r}); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
