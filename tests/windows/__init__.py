"""Every command as on Windows: imitated elsewhere, in earnest there."""
