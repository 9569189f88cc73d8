// SPDX-License-Identifier: EUPL-1.2 expired-review, missing-review-date: content that holds from a
// certain day, such as an explanation of a law, needs a review date that has not passed.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_expired_reviews(const ReadItem& item, std::string_view today, Findings& findings) {
  const DateText& from = item.text.valid_from;
  const DateText& by = item.text.review_by;
  if (by.text.empty()) {
    if (from.text.empty()) return;
    findings.push_back(
        finding_at(item.text, from.place, "missing-review-date",
                   "this holds from " + from.text + ", and nobody has to look at it again",
                   "add \"review-by\""));
  } else if (by.text < today) {
    findings.push_back(finding_at(item.text, by.place, "expired-review",
                                  "somebody had to look at this again by " + by.text,
                                  "check whether all of it still holds, and put the date forward"));
  }
}

}  // namespace landkaart::inline v0
