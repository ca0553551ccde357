// The terminal line: modes, size, writing.

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "shim.h"

int sapa_line_input = -1;
int sapa_line_output = -1;
static struct termios original;

int sapa_line_open(int input, int output) {
  if (!isatty(input) || !isatty(output) || tcgetattr(output, &original) != 0) {
    return SAPA_NOT_A_TERMINAL;
  }
  sapa_line_input = input;
  sapa_line_output = output;
  return SAPA_OK;
}

static void set_modes(const struct termios *modes) {
  while (tcsetattr(sapa_line_output, TCSANOW, modes) != 0 && errno == EINTR) {
  }
}

// What raw() and nonl() of ncurses do, and no output processing either: a line that expands tabs
// would overwrite cells. TCSANOW keeps what was typed ahead.
void sapa_line_raw(void) {
  struct termios raw = original;
  raw.c_iflag &= (tcflag_t) ~(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF);
  raw.c_oflag &= (tcflag_t)~OPOST;
  raw.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  set_modes(&raw);
}

// Async-signal-safe.
void sapa_line_restore(void) { set_modes(&original); }

// Async-signal-safe. A descriptor shared with a program that made it non-blocking still gets all.
int sapa_line_write(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(sapa_line_output, bytes, length);
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (count < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = sapa_line_output, .events = POLLOUT};
      poll(&ready, 1, -1);
    } else if (count < 0 && errno != EINTR) {
      return -1;
    }
  }
  return 0;
}

struct sapa_size sapa_size(void) {
  struct winsize known = {0};
  // A line that has hung up knows its size no more; then the last one holds.
  static struct sapa_size size = {.columns = 80, .rows = 24};
  if (ioctl(sapa_line_output, TIOCGWINSZ, &known) == 0 && known.ws_col > 0 && known.ws_row > 0) {
    size.columns = known.ws_col < 1024 ? known.ws_col : 1024;
    size.rows = known.ws_row < 512 ? known.ws_row : 512;
  }
  return size;
}

// A file without a name, closed on exec.
int sapa_scratch_file(void) {
  int file = memfd_create("sapa", MFD_CLOEXEC);
  if (file < 0) {
    file = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  }
  return file;
}
