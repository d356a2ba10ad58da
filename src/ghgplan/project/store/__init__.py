"""The store: what former builds made, below ``.cache/ghgplan/`` of a project; it can be deleted at any time.

    source        which contents of ghgplan's own files the present ones have, so that they need not be read again
    plans/        a record for each plan and way to build it: what was read, what was found, what was written
    documents/    for each plan and output folder, what each file there was made from
    charts/       pictures by what they show

Every entry is a file of its own, put in place at once, and begins with a checksum: what is
damaged is not there. Nothing fails because of the store; without it, all is built.

``entries``, ``identity`` and ``records`` are loaded before anything else by every build,
and by those with nothing to do alone: they import none of the slower parts of the library.
"""
