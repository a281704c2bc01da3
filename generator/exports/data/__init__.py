"""The files under /data/: JSON, CSV, workbook, schemas, data package."""
