"""`python -m ngoaivu.config`: the command line without the installed script."""

import sys

from ngoaivu.config.cli import main

sys.exit(main())
