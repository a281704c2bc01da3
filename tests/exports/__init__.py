"""Tests of generator/exports/."""
