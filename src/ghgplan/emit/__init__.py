"""Document -> bytes: Word, Markdown, pictures of charts."""
