"""What people say of single values: where a value stands, what it may be, how it is laid over readings, how far coders agree."""
