"""Tests of generator/source/."""
