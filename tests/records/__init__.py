"""Tests of generator/records/."""
