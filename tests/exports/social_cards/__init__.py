"""Tests of generator/exports/social_cards/."""
