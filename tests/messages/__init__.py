"""Tests of what findings and commands say."""
