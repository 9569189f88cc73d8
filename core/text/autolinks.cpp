// SPDX-License-Identifier: EUPL-1.2
#include "core/text/autolinks.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kWww = "www";
constexpr std::string_view kMailto = "mailto:";
constexpr std::string_view kSlashes = "://";

bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

bool is_in_host(char byte) {
  return is_ascii_letter_or_digit(byte) || is_beyond_ascii(byte) || byte == '-' || byte == '_' ||
         byte == '.';
}

bool is_in_mail_name(char byte) {
  return is_ascii_letter_or_digit(byte) || byte == '.' || byte == '-' || byte == '_' || byte == '+';
}

bool ends_address(char byte) {
  return static_cast<unsigned char>(byte) <= ' ' || byte == '<' || byte == '\x7f';
}

// The end of the host name that begins at `begin`, valid or not.
std::size_t end_of_host(std::string_view text, std::size_t begin) {
  const auto rest = text.substr(begin);
  return begin +
         static_cast<std::size_t>(std::ranges::find_if_not(rest, is_in_host) - rest.begin());
}

// Whether the last two labels of a host name have no underscore.
bool is_valid_host(std::string_view host, bool needs_point) {
  while (host.ends_with('.')) host.remove_suffix(1);
  const std::size_t last = host.rfind('.');
  if (host.empty() || (needs_point && last == std::string_view::npos)) return false;
  const std::size_t before = last == std::string_view::npos || last == 0
                                 ? std::string_view::npos
                                 : host.rfind('.', last - 1);
  const std::string_view labels = before == std::string_view::npos ? host : host.substr(before);
  return labels.find('_') == std::string_view::npos;
}

// The scheme that ends at `end`: "http", "HTTPS", or nothing when another word ends there.
std::string_view scheme_before(std::string_view text, std::size_t end) {
  for (const std::string_view scheme : {"https", "http"}) {
    if (end < scheme.size()) continue;
    const std::string_view word = text.substr(end - scheme.size(), scheme.size());
    if (ascii_lower_case(word) == scheme) return word;
  }
  return {};
}

// Characters such as ” and … end a sentence or quotation that holds the address.
bool is_closing_punctuation(char32_t code) {
  return code == 0xbb || (code >= 0x2010 && code < 0x2028) || (code >= 0x2030 && code < 0x205f);
}

// Removes the punctuation after an address, for which GitHub has rules: the last bracket of
// "(https://a.nl/b_(c))" does not belong to the address.
class PunctuationTrimmer {
 public:
  explicit PunctuationTrimmer(std::string_view address)
      : address_(address),
        extra_round_(std::ranges::count(address, ')') - std::ranges::count(address, '(')),
        extra_square_(std::ranges::count(address, ']') - std::ranges::count(address, '[')) {}

  std::string_view trimmed() {
    while (const std::size_t length = length_of_last()) address_.remove_suffix(length);
    return address_;
  }

 private:
  // The length of the punctuation at the end; 0 when the address ends there.
  std::size_t length_of_last() {
    if (address_.empty()) return 0;
    const char last = address_.back();
    if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) return 1;
    if (last == ')') return extra_round_-- > 0 ? 1 : 0;
    if (last == ']') return extra_square_-- > 0 ? 1 : 0;
    if (last == ';') return length_of_entity();
    if (!is_beyond_ascii(last)) return 0;
    const std::size_t at = last_letter(address_);
    const bool closes = is_closing_punctuation(decode_utf8(address_, at).code);
    return closes ? address_.size() - at : 0;
  }

  // "&amp;" and ";" are both left out.
  std::size_t length_of_entity() const {
    std::size_t at = address_.size() - 1;
    while (at > 0 && is_ascii_letter_or_digit(address_[at - 1])) --at;
    const bool entity = at > 0 && address_[at - 1] == '&' && at + 1 < address_.size();
    return entity ? address_.size() - at + 1 : 1;
  }

  std::string_view address_;
  std::ptrdiff_t extra_round_;  // closing brackets without an opening bracket
  std::ptrdiff_t extra_square_;
};

// The end of the address that begins at `begin` and has a valid host name up to `host_end`.
std::size_t end_of_address(std::string_view text, std::size_t begin, std::size_t host_end) {
  const std::string_view rest = text.substr(host_end);
  const auto end = std::ranges::find_if(rest, ends_address);
  std::string_view address =
      text.substr(begin, host_end - begin + static_cast<std::size_t>(end - rest.begin()));
  address = address.substr(0, address.find("\u00a0"));
  return begin + PunctuationTrimmer(address).trimmed().size();
}

// A host name of mail: "a.nl" or "a-b.c_d.nl".
struct MailHost {
  std::size_t end;
  bool has_point;
};

MailHost mail_host_at(std::string_view text, std::size_t begin) {
  const auto is_label = [&](std::size_t at) {
    return at < text.size() &&
           (is_ascii_letter_or_digit(text[at]) || text[at] == '-' || text[at] == '_');
  };
  MailHost host{begin, false};
  std::size_t& end = host.end;
  while (is_label(end) ||
         (end > begin && end < text.size() && text[end] == '.' && is_label(end + 1))) {
    host.has_point |= text[end++] == '.';
  }
  return host;
}

class AutolinkFinder {
 public:
  AutolinkFinder(std::string_view text, std::size_t from) : text_(text), from_(from) {}

  std::optional<Autolink> find() {
    for (at_ = from_; at_ < text_.size(); ++at_) {
      at_ = std::min(text_.find_first_of(":.@", at_), text_.size());
      if (at_ == text_.size()) break;
      std::optional<Autolink> link = text_[at_] == ':'   ? web_address()
                                     : text_[at_] == '.' ? www_address()
                                                         : mail_address();
      if (link) return link;
    }
    return std::nullopt;
  }

 private:
  std::optional<Autolink> web_address() const {
    const std::string_view scheme = scheme_before(text_, at_);
    if (scheme.empty() || !text_.substr(at_).starts_with(kSlashes)) return std::nullopt;
    const std::size_t begin = at_ - scheme.size();
    if (begin < from_ || (begin > 0 && is_ascii_letter_or_digit(text_[begin - 1])))
      return std::nullopt;
    const std::size_t host = at_ + kSlashes.size();
    const std::size_t host_end = end_of_host(text_, host);
    if (!is_valid_host(text_.substr(host, host_end - host), false)) return std::nullopt;
    const std::size_t end = end_of_address(text_, begin, host_end);
    if (end <= host) return std::nullopt;
    return Autolink{begin, end,
                    ascii_lower_case(scheme) + std::string(text_.substr(at_, end - at_))};
  }

  // A host name without a link is skipped, because no other "www." in it begins a link either: the
  // labels at its end decide.
  std::optional<Autolink> www_address() {
    if (!text_.substr(0, at_).ends_with(kWww)) return std::nullopt;
    const std::size_t begin = at_ - kWww.size();
    if (begin < from_ || !may_precede_www(begin)) return std::nullopt;
    const std::size_t host_end = end_of_host(text_, begin);
    if (is_valid_host(text_.substr(begin, host_end - begin), true)) {
      const std::size_t end = end_of_address(text_, begin, host_end);
      if (end > at_) {
        return Autolink{begin, end, "http://" + std::string(text_.substr(begin, end - begin))};
      }
    }
    at_ = host_end - 1;
    return std::nullopt;
  }

  bool may_precede_www(std::size_t begin) const {
    return begin == 0 || ends_address(text_[begin - 1]) ||
           std::string_view("*_~(").find(text_[begin - 1]) != std::string_view::npos;
  }

  std::optional<Autolink> mail_address() const {
    std::size_t begin = at_;
    while (begin > from_ && is_in_mail_name(text_[begin - 1])) --begin;
    const bool within_word =
        begin > 0 && (is_in_mail_name(text_[begin - 1]) || is_beyond_ascii(text_[begin - 1]) ||
                      text_[begin - 1] == '/' || text_[begin - 1] == '@');
    const auto [end, has_point] = mail_host_at(text_, at_ + 1);
    const bool valid = has_point && is_ascii_letter(text_[end - 1]);
    if (begin == at_ || within_word || !valid) return std::nullopt;
    const std::string address(text_.substr(begin, end - begin));
    const bool has_scheme = text_.substr(from_, begin - from_).ends_with(kMailto);
    return Autolink{has_scheme ? begin - kMailto.size() : begin, end,
                    std::string(kMailto) + address};
  }

  std::string_view text_;
  std::size_t from_;
  std::size_t at_ = 0;  // the mark that is tried
};

}  // namespace

std::optional<Autolink> find_autolink(std::string_view text, std::size_t from) {
  return AutolinkFinder(text, from).find();
}

bool may_mark_autolink(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case ':':
      return text.substr(at).starts_with(kSlashes) && !scheme_before(text, at).empty() &&
             at + kSlashes.size() < text.size() && is_in_host(text[at + kSlashes.size()]);
    case '.':
      return text.substr(0, at).ends_with(kWww) && at + 1 < text.size() && is_in_host(text[at + 1]);
    case '@':
      return at > 0 && is_in_mail_name(text[at - 1]) && mail_host_at(text, at + 1).has_point;
    default: return false;
  }
}

}  // namespace landkaart::inline v0
