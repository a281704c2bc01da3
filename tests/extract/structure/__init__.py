"""Tests of generator/extract/structure/."""
