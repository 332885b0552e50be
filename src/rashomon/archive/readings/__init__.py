"""The readings of a record: put in, read anew, given out with what people said of them, and kept as plain lines, too."""
