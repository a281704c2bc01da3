"""Tests of generator/editing/."""
