// Standard error. The Swift runtime writes its last words there, on top of the alternate screen
// that then vanishes; so they are kept in a nameless file and printed when the screen is back.

#define _GNU_SOURCE

#include <fcntl.h>
#include <unistd.h>

#include "shim.h"

static int kept = -1;
static int shown = -1;
static off_t printed = 0;
enum { print_limit = 64 * 1024 };

// Only a terminal is worth hiding from; `2>log` stays what the user asked for.
void sapa_diagnostics_hold(void) {
  if (!isatty(STDERR_FILENO)) {
    return;
  }
  if (kept < 0) {
    kept = sapa_scratch_file();
    if (kept < 0) {
      return;
    }
    // Appending: a child that inherits it must not overwrite.
    fcntl(kept, F_SETFL, fcntl(kept, F_GETFL) | O_APPEND);
  }
  if (shown < 0) {
    shown = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  }
  if (shown >= 0) {
    dup2(kept, STDERR_FILENO);
  }
}

// Async-signal-safe.
void sapa_diagnostics_release(void) {
  if (shown >= 0) {
    dup2(shown, STDERR_FILENO);
  }
}

// Async-signal-safe. Prints the last 64 KiB. The text may quote a customer, so control characters do not pass, be they
// ASCII or C1 in UTF-8.
void sapa_diagnostics_print(void) {
  char bytes[1024];
  unsigned char previous = 0;
  if (kept < 0) {
    return;
  }
  off_t length = lseek(kept, 0, SEEK_END);
  if (length - printed > print_limit) {
    printed = length - print_limit;
  }
  for (;;) {
    ssize_t count = pread(kept, bytes, sizeof bytes, printed);
    if (count <= 0) {
      return;
    }
    printed += count;
    for (ssize_t index = 0; index < count; index += 1) {
      unsigned char byte = (unsigned char)bytes[index];
      int is_control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
      if (is_control || (previous == 0xC2 && byte >= 0x80 && byte <= 0x9F)) {
        bytes[index] = '?';
      }
      previous = byte;
    }
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) {
      return;
    }
  }
}
