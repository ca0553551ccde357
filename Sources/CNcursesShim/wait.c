// Sleeping and waking.

#define _GNU_SOURCE

#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "shim.h"

// Both stay open until the process ends, so that a late ring hits nothing else.
static atomic_int bell = -1;
static atomic_int signals = -1;
static atomic_int is_rung = 0;
static int input_has_ended = 0;

// What is waited for. Unlike poll(2) it looks, on waking, only at what has become ready.
static int sources = -1;
enum source { source_input, source_bell, source_signals, source_watched, source_count };
static int waited_for[source_count];

static int wait_for(enum source source, int descriptor) {
  if (waited_for[source] == descriptor) {
    return 1;
  }
  if (waited_for[source] >= 0) {
    epoll_ctl(sources, EPOLL_CTL_DEL, waited_for[source], NULL);
  }
  struct epoll_event event = {.events = EPOLLIN, .data = {.u32 = source}};
  int is_known = descriptor < 0 || epoll_ctl(sources, EPOLL_CTL_ADD, descriptor, &event) == 0;
  waited_for[source] = is_known ? descriptor : -1;
  return is_known;
}

void sapa_wait_close(void) {
  if (sources >= 0) {
    close(sources);
  }
  sources = -1;
}

int sapa_wait_open(void) {
  if (bell < 0) {
    bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  }
  if (signals < 0) {
    signals = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  }
  sapa_wait_close();
  sources = epoll_create1(EPOLL_CLOEXEC);
  for (int source = 0; source < source_count; source += 1) {
    waited_for[source] = -1;
  }
  return sources >= 0 && bell >= 0 && signals >= 0 && wait_for(source_bell, bell)
      && wait_for(source_signals, signals);
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
  wait_for(source_input, input_has_ended ? -1 : sapa_line_input);
  wait_for(source_watched, watched);
  struct epoll_event events[source_count];
  uint32_t found = 0;
  // A ring from before the bell was made left no other trace.
  if (atomic_load(&is_rung)) {
    timeout_milliseconds = 0;
  }
  int count = epoll_wait(sources, events, source_count, timeout_milliseconds);
  if (count < 0) {
    // A signal; its handler has left a bit.
    return sapa_signals_take();
  }
  unsigned ready = 0;
  for (int index = 0; index < count; index += 1) {
    ready |= 1U << events[index].data.u32;
  }
  if (ready & 1U << source_input) {
    found |= SAPA_READY_INPUT;
  }
  if (ready & 1U << source_bell || atomic_load(&is_rung)) {
    drain(bell);
    atomic_exchange(&is_rung, 0);
    found |= SAPA_READY_BELL;
  }
  if (ready & 1U << source_signals) {
    drain(signals);
  }
  if (ready & 1U << source_watched) {
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
