"""Tests of generator/extract/drafting/."""
