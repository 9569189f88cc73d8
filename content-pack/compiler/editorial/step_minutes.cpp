// SPDX-License-Identifier: EUPL-1.2
// step-minutes: the minutes of the steps of a work form must add up to a number within its own
// range of minutes, because people plan a session from the steps.
#include <algorithm>

#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_odd_minutes(const ReadItem& item, Findings& findings) {
  const std::vector<TimedStep>& steps = item.text.steps;
  const auto has_minutes = [](const TimedStep& step) { return step.minutes.has_value(); };
  if (std::ranges::none_of(steps, has_minutes)) return;
  int sum = 0;
  for (const TimedStep& step : steps) {
    if (step.minutes) {
      sum += *step.minutes;
    } else {
      findings.add(item.text, step.place, Message::step_without_minutes);
    }
  }
  if (!std::ranges::all_of(steps, has_minutes)) return;
  if (sum >= item.text.least_minutes && sum <= item.text.most_minutes) return;
  findings.add(item.text, steps.front().place, Message::minutes_of_steps,
               {std::to_string(sum), std::to_string(item.text.least_minutes),
                std::to_string(item.text.most_minutes)});
}

}  // namespace landkaart::inline v0
