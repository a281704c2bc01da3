"""Tests of generator/parts/."""
