"""``python -m ghgplan``."""

import sys

from ghgplan.cli.main import main

sys.exit(main())
