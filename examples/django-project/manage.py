# SPDX-License-Identifier: EUPL-1.2
"""Runs the commands of Django for this project, such as `python3 manage.py runserver 8080`."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intranet.settings")

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
