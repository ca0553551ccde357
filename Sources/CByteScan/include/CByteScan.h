#ifndef C_BYTE_SCAN_H
#define C_BYTE_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// The longest pattern, in bytes.
#define BYTE_PATTERN_LIMIT 96

/// A row of places, each of which takes any byte of a set.
///
/// `first` and `second` are the two places that are looked at 32 positions at a time: each takes at most two bytes
/// (`first_bytes`, `second_bytes`; one byte stands there twice). `first` is `count` when there are no such places.
typedef struct {
  size_t count;
  size_t first;
  size_t second;
  uint8_t first_bytes[2];
  uint8_t second_bytes[2];
  /// Bit `byte` of a row: whether the place takes it.
  uint8_t sets[BYTE_PATTERN_LIMIT][32];
} byte_pattern;

/// Where a pattern stands last among the starts `lower ..< upper`, wholly before `end`; -1 when nowhere.
///
/// O(upper - lower). Reads nothing outside `lower ..< end`.
ptrdiff_t byte_pattern_last(
  const uint8_t *_Nonnull bytes, size_t lower, size_t upper, size_t end, const byte_pattern *_Nonnull pattern);

/// Adds how often each byte value stands in `count` bytes to 256 counters.
void byte_histogram(const uint8_t *_Nonnull bytes, size_t count, uint64_t *_Nonnull counters);

/// The last double quote in `lower ..< upper` that no backslash escapes; -1 when there is none.
ptrdiff_t byte_quote_before(const uint8_t *_Nonnull bytes, size_t lower, size_t upper);

/// The first double quote in `lower ..< upper` that no backslash from `lower` on escapes; -1 when there is none.
ptrdiff_t byte_quote_after(const uint8_t *_Nonnull bytes, size_t lower, size_t upper);

/// The last byte of a value in `lower ..< upper`; -1 when there is none.
ptrdiff_t byte_last(const uint8_t *_Nonnull bytes, size_t lower, size_t upper, uint8_t value);

/// The first byte of a value in `lower ..< upper`; -1 when there is none.
ptrdiff_t byte_first(const uint8_t *_Nonnull bytes, size_t lower, size_t upper, uint8_t value);

#endif
