"""Strict, frozen records made from data, one kind a module. No record knows another kind's data."""
