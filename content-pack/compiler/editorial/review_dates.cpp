// SPDX-License-Identifier: EUPL-1.2
// expired-review, missing-review-date: content that holds from a certain day, such as an
// explanation of a law, needs a review date that has not passed. not-yet-valid: content that holds
// later is read only when the caller asks for it.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_expired_reviews(const ReadItem& item, const FolderText& folder, Findings& findings) {
  const DateText& from = item.text.valid_from;
  const DateText& by = item.text.review_by;
  if (from.text > folder.valid_on) {
    findings.add(item.text, from.place, Message::not_yet_valid, {from.text});
  }
  if (by.text.empty()) {
    if (from.text.empty()) return;
    findings.add(item.text, from.place, Message::no_review_date, {from.text});
  } else if (by.text < folder.today) {
    findings.add(item.text, by.place, Message::review_is_due, {by.text});
  }
}

}  // namespace landkaart::inline v0
