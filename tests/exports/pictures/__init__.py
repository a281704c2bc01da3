"""Tests of generator/exports/pictures/."""
