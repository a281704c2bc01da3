"""Tests of generator/i18n/."""
