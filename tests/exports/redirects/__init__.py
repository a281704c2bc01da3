"""Tests of generator/exports/redirects/."""
