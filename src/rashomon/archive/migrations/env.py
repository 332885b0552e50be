"""What alembic runs: all steps on the connection it is given, within the transaction that is open there."""

from alembic import context

from rashomon.archive.tables import metadata

if __name__ == "env_py":  # as alembic calls it: a test runner loads every module of a package, and has no context
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    context.run_migrations()
