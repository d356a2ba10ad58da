"""The command line: verbs, what the terminal shows, exit codes. The only room that prints."""
