"""The accounts of one incident as its page lays them beside one another: what differs, where it stands, what was known when."""
