// A child on a pseudo-terminal: Swift must not fork, and Glibc's module hides forkpty.

#ifndef CPTY_SHIM_H
#define CPTY_SHIM_H

#include <stddef.h>
#include <stdint.h>

// The modes of the line, as termios has them.
struct pty_modes {
  uint32_t input;
  uint32_t output;
  uint32_t control;
  uint32_t local;
};

// Starts a program; arguments (the first is the path) and environment are strings that each end
// with a zero byte. Returns the master's descriptor, or -errno.
int pty_spawn(const char *arguments, size_t arguments_length, const char *environment,
              size_t environment_length, const char *directory, int columns, int rows, int *child);

// Reads what is there within a time: 0 when nothing came, -1 when the child's side is closed.
long pty_read(int master, uint8_t *bytes, size_t capacity, int timeout_milliseconds);

// Writes what the line takes now, 0 when it takes nothing, -1 when it is closed.
long pty_write(int master, const uint8_t *bytes, size_t length);

int pty_resize(int master, int columns, int rows);
struct pty_modes pty_modes(int master);

// Whether the modes let every byte through at once, without echo.
int pty_is_raw(int master);

int pty_signal(int child, int number);

// The exit code, 1000 + the signal that ended it, 2000 + the signal that stopped it, 3000 when it
// went on; -1 when nothing has changed, -2 when there is no such child.
int pty_state(int child);

// 1 while a thread of the program runs or waits for its turn on a loaded machine: more may come from it.
int pty_is_busy(int child);

void pty_close(int master);

// A scalar's columns by the C library, -1 for none. Independent of the program's own table.
int pty_columns(uint32_t scalar);

int64_t pty_milliseconds(void);
int64_t pty_nanoseconds(void);

// CPU time of all children that have been waited for, in microseconds.
int64_t pty_children_cpu(void);

#endif
