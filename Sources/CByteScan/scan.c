// memrchr
#define _GNU_SOURCE
#include "CByteScan.h"

#include <string.h>

typedef uint8_t lanes __attribute__((ext_vector_type(32)));
typedef _Bool flags __attribute__((ext_vector_type(32)));

static inline __attribute__((always_inline)) _Bool takes(const uint8_t *set, uint8_t byte) {
  return set[byte >> 3] >> (byte & 7) & 1;
}

static inline __attribute__((always_inline)) _Bool stands(const uint8_t *bytes, const byte_pattern *pattern) {
  for (size_t place = 0; place < pattern->count; place++) {
    if (!takes(pattern->sets[place], bytes[place])) return 0;
  }
  return 1;
}

static inline __attribute__((always_inline)) ptrdiff_t last(
  const uint8_t *bytes, size_t lower, size_t upper, size_t end, const byte_pattern *pattern
) {
  if (pattern->count == 0 || end < pattern->count) return -1;
  if (upper > end - pattern->count + 1) upper = end - pattern->count + 1;
  const lanes a = (lanes)pattern->first_bytes[0], b = (lanes)pattern->first_bytes[1];
  const lanes c = (lanes)pattern->second_bytes[0], d = (lanes)pattern->second_bytes[1];
  const _Bool has_pair = pattern->first < pattern->count && pattern->second < pattern->count;
  while (has_pair && upper > lower && upper - lower >= 32) {
    const uint8_t *start = bytes + upper - 32;
    lanes one, two;
    memcpy(&one, start + pattern->first, sizeof one);
    memcpy(&two, start + pattern->second, sizeof two);
    const lanes both = (lanes)((one == a) | (one == b)) & (lanes)((two == c) | (two == d));
    const flags found = __builtin_convertvector(both, flags);
    uint32_t mask;
    memcpy(&mask, &found, sizeof mask);
    while (mask != 0) {
      const int lane = 31 - __builtin_clz(mask);
      if (stands(start + lane, pattern)) return (ptrdiff_t)(upper - 32) + lane;
      mask &= ~(UINT32_C(1) << lane);
    }
    upper -= 32;
  }
  while (upper > lower) {
    upper--;
    if (stands(bytes + upper, pattern)) return (ptrdiff_t)upper;
  }
  return -1;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static ptrdiff_t last_avx2(
  const uint8_t *bytes, size_t lower, size_t upper, size_t end, const byte_pattern *pattern
) {
  return last(bytes, lower, upper, end, pattern);
}
#endif

ptrdiff_t byte_pattern_last(
  const uint8_t *bytes, size_t lower, size_t upper, size_t end, const byte_pattern *pattern
) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return last_avx2(bytes, lower, upper, end, pattern);
#endif
  return last(bytes, lower, upper, end, pattern);
}

void byte_histogram(const uint8_t *bytes, size_t count, uint64_t *counters) {
  for (size_t place = 0; place < count; place++) counters[bytes[place]]++;
}

ptrdiff_t byte_last(const uint8_t *bytes, size_t lower, size_t upper, uint8_t value) {
  if (upper <= lower) return -1;
  const uint8_t *found = memrchr(bytes + lower, value, upper - lower);
  return found == NULL ? -1 : found - bytes;
}

ptrdiff_t byte_first(const uint8_t *bytes, size_t lower, size_t upper, uint8_t value) {
  if (upper <= lower) return -1;
  const uint8_t *found = memchr(bytes + lower, value, upper - lower);
  return found == NULL ? -1 : found - bytes;
}

// Whether an even number of backslashes stands right before a place.
static _Bool is_bare(const uint8_t *bytes, size_t lower, size_t place) {
  size_t start = place;
  while (start > lower && bytes[start - 1] == '\\') start--;
  return (place - start) % 2 == 0;
}

ptrdiff_t byte_quote_before(const uint8_t *bytes, size_t lower, size_t upper) {
  ptrdiff_t place;
  while ((place = byte_last(bytes, lower, upper, '"')) >= 0) {
    if (is_bare(bytes, lower, (size_t)place)) return place;
    upper = (size_t)place;
  }
  return -1;
}

ptrdiff_t byte_quote_after(const uint8_t *bytes, size_t lower, size_t upper) {
  size_t from = lower;
  ptrdiff_t place;
  while ((place = byte_first(bytes, from, upper, '"')) >= 0) {
    if (is_bare(bytes, lower, (size_t)place)) return place;
    from = (size_t)place + 1;
  }
  return -1;
}
