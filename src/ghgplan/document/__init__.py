"""report -> document for one edition: sections, wording, rounding, captions."""
