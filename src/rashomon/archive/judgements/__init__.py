"""What people and the machine decided: a log that is only ever added to, what follows from it, and how to look through it."""
