"""Tests of generator/audits/."""
