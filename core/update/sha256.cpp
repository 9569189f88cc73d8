// SPDX-License-Identifier: EUPL-1.2
#include "core/update/sha256.h"

#include <sodium.h>

namespace landkaart::inline v0 {

static_assert(crypto_hash_sha256_BYTES == kHashBytes);

Hash sha256(std::initializer_list<std::string_view> parts) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view part : parts) {
    crypto_hash_sha256_update(&state, as_bytes(part).data(), part.size());
  }
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

std::string hexadecimal(const Hash& hash) {
  std::string digits(2 * hash.size() + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
  digits.pop_back();
  return digits;
}

}  // namespace landkaart::inline v0
