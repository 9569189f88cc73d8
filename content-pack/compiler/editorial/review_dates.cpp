// SPDX-License-Identifier: EUPL-1.2
// expired-review, missing-review-date: content that holds from a certain day, such as an
// explanation of a law, needs a review date that has not passed.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_expired_reviews(const ReadItem& item, std::string_view today, Findings& findings) {
  const DateText& from = item.text.valid_from;
  const DateText& by = item.text.review_by;
  if (by.text.empty()) {
    if (from.text.empty()) return;
    findings.push_back(
        finding_at(item.text, from.place, "missing-review-date",
                   "\"valid-from\" is " + from.text + ", and \"review-by\" is missing",
                   "add \"review-by\" with the date of the next review"));
  } else if (by.text < today) {
    findings.push_back(finding_at(item.text, by.place, "expired-review",
                                  "review-by: the review was due by " + by.text,
                                  "check that the text still holds, and write a later date"));
  }
}

}  // namespace landkaart::inline v0
