"""Tests of generator/exports/data/."""
