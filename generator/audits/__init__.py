"""Hold records against what was worked out once for a plan and stands in structured/audit/."""
