"""Plans built side by side: by processes of this machine, or by a cluster. Results come in the order of the plans."""
