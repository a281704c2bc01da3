"""Tests of generator/exports/search/."""
