"""What was worked out once for a plan, held against its records: structured/audit/ into findings."""
