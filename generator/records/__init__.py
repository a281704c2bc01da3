"""Data into strict, frozen records: one kind a module. No record knows another kind's data."""
