"""Pages at addresses that are gone, which lead on."""
