"""Tests of generator/exports/charts/."""
