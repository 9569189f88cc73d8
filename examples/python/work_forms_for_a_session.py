# SPDX-License-Identifier: EUPL-1.2
"""Prints a table of the work forms that fit a group size, a duration and a purpose.

Example: python work_forms_for_a_session.py --people 8 --minutes 30 --purpose learn-together
"""

import argparse

import landkaart


def table(forms: landkaart.Items[landkaart.WorkForm]) -> str:
    rows = [("werkvorm", "mensen", "minuten", "niveau")]
    rows += [
        (form.title, str(form.group_size), str(form.minutes), "*" * form.difficulty)
        for form in sorted(forms, key=lambda form: (form.difficulty, form.minutes))
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def main() -> None:
    arguments = argparse.ArgumentParser(description="Work forms for a session, as a table.")
    arguments.add_argument("--people", type=int, help="the number of people in the group")
    arguments.add_argument("--minutes", type=int, help="the available time in minutes")
    arguments.add_argument("--purpose", choices=[purpose.value for purpose in landkaart.Purpose])
    arguments.add_argument("--pack", help="a pack file; default: the included pack")
    asked = arguments.parse_args()
    pack = landkaart.open(asked.pack) if asked.pack else landkaart.cocreatie()
    forms = pack.work_forms.where(
        group_size=asked.people, max_minutes=asked.minutes, purpose=asked.purpose
    )
    print(table(forms) if forms else "Geen werkvorm past. Neem meer tijd, of splits de groep.")


if __name__ == "__main__":
    main()
