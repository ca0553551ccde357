// Sleeping and waking.

#define _GNU_SOURCE

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "shim.h"

// Both stay open until the process ends, so that a late ring hits nothing else.
static atomic_int bell = -1;
static atomic_int signals = -1;
static atomic_int is_rung = 0;
static int input_has_ended = 0;

int sapa_wait_open(void) {
  if (bell < 0) {
    bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  }
  if (signals < 0) {
    signals = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  }
  return bell >= 0 && signals >= 0;
}

void sapa_wait_restart_input(void) { input_has_ended = 0; }

static void add_one(int counter) {
  uint64_t one = 1;
  if (counter >= 0 && write(counter, &one, sizeof one) < 0) {
    return;
  }
}

static void drain(int counter) {
  uint64_t count;
  if (read(counter, &count, sizeof count) < 0) {
    return;
  }
}

void sapa_wait_signal(void) { add_one(signals); }

// Only the first of several rings costs a system call. The exchange orders what was posted before
// the ring ahead of what is read after `sapa_wait`.
void sapa_ring(void) {
  if (atomic_exchange(&is_rung, 1) == 0) {
    add_one(bell);
  }
}

int64_t sapa_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

uint32_t sapa_wait(int watched, int timeout_milliseconds) {
  // poll skips negative descriptors.
  struct pollfd sources[] = {
      {.fd = input_has_ended ? -1 : sapa_line_input, .events = POLLIN},
      {.fd = bell, .events = POLLIN},
      {.fd = signals, .events = POLLIN},
      {.fd = watched, .events = POLLIN},
  };
  uint32_t found = 0;
  // A ring from before the bell was made left no other trace.
  if (atomic_load(&is_rung)) {
    timeout_milliseconds = 0;
  }
  if (poll(sources, 4, timeout_milliseconds) < 0) {
    // A signal; its handler has left a bit.
    return sapa_signals_take();
  }
  if (sources[0].revents) {
    found |= SAPA_READY_INPUT;
  }
  if (sources[1].revents || atomic_load(&is_rung)) {
    drain(bell);
    atomic_exchange(&is_rung, 0);
    found |= SAPA_READY_BELL;
  }
  if (sources[2].revents) {
    drain(signals);
  }
  if (sources[3].revents) {
    found |= SAPA_READY_WATCHED;
  }
  return found | sapa_signals_take();
}

long sapa_read(uint8_t *bytes, size_t capacity, int is_ready) {
  if (input_has_ended) {
    return -1;
  }
  struct pollfd source = {.fd = sapa_line_input, .events = POLLIN};
  for (;;) {
    int ready = is_ready ? 1 : poll(&source, 1, 0);
    is_ready = 0;
    if (ready == 0) {
      return 0;
    }
    ssize_t count = ready < 0 ? -1 : read(sapa_line_input, bytes, capacity);
    if (count > 0) {
      return count;
    }
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0 && errno == EAGAIN) {
      return 0;
    }
    input_has_ended = 1;
    return -1;
  }
}
