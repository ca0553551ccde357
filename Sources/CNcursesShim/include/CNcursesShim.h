// The part of ncurses, of the terminal line and of signal handling that Swift cannot import:
// macros, variadic functions, global variables, and code that must be async-signal-safe.
//
// One terminal a process (ncurses keeps global state). All functions belong to the thread that
// opened it, but `sapa_ring`. Rows and columns count from 0.

#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#include <stddef.h>
#include <stdint.h>

// How opening went.
enum {
  SAPA_OK = 0,
  SAPA_NOT_A_TERMINAL = 1,    // input or output is no terminal
  SAPA_UNKNOWN_TERMINAL = 2,  // the terminal database does not know the name
  SAPA_TOO_SIMPLE = 3,        // known, but it cannot move its cursor or clear its screen
  SAPA_NO_UTF8 = 4,           // the system has no UTF-8 locale at all
  SAPA_NO_RESOURCES = 5,      // no descriptors or no memory
  SAPA_ALREADY_OPEN = 6,
};

// What `sapa_wait` found, as bits.
enum {
  SAPA_READY_INPUT = 1,
  SAPA_READY_BELL = 2,
  SAPA_READY_WATCHED = 4,
  SAPA_SIGNAL_RESIZE = 0x100,
  SAPA_SIGNAL_TERMINATE = 0x200,
  SAPA_SIGNAL_HANG_UP = 0x400,
  SAPA_SIGNAL_CONTINUE = 0x800,
  SAPA_SIGNAL_STOP = 0x1000,
};

// Attributes of a cell, as bits; ours, because A_BOLD and its like are macros with casts.
enum {
  SAPA_BOLD = 1,
  SAPA_UNDERLINE = 2,
  SAPA_DIM = 4,
  SAPA_REVERSE = 8,
};

// One glyph; ncurses' own cchar_t differs with how it was built. The right half of a wide glyph
// is not sent.
struct sapa_cell {
  uint32_t base;
  uint32_t marks[4];
  uint16_t pair;
  uint8_t columns;  // 1 or 2
  uint8_t attributes;
};

struct sapa_size {
  int32_t columns;
  int32_t rows;
};

// Takes the terminal: crash handler first, then ncurses by `newterm` (`initscr` exits on an
// unknown name), raw line, alternate screen, signal handlers. On failure all is as before.
int sapa_open(int input, int output, const char *name);

// The locale's character encoding when it is not UTF-8, else "". ncurses then runs on C.UTF-8,
// but what the terminal makes of it is unknown.
const char *sapa_foreign_codeset(void);

// Gives the terminal back and prints what came to standard error meanwhile. Idempotent, and run
// at `exit` too.
void sapa_close(void);

// Gives the terminal to somebody else (an editor, the shell), and takes it again: ncurses knows
// neither bracketed paste nor the descriptor of standard error.
void sapa_leave(void);
void sapa_enter(void);

// Listens to the mouse, where the terminal database knows one, or stops to; off at first, and away from the terminal.
void sapa_mouse(int is_wanted);

// Stops the process group as Ctrl-Z does in a cooked terminal; returns when it goes on.
void sapa_stop_process(void);

// The size that the kernel knows now; 80x24 when it knows none, at most 1024x512.
struct sapa_size sapa_size(void);

// Tells ncurses a new size; the screen's content is forgotten.
void sapa_resize(struct sapa_size size);

// 0, 8, 16 or 256. A terminal of direct colour counts as 8: its numbers are not palette indices.
int sapa_colours(void);

// The number of a colour pair, made when new; -1 is the terminal's default. 0 when none is left.
uint16_t sapa_pair(int foreground, int background);

// Makes the drawing blank; `erase`, for `clear` would send the whole screen again.
void sapa_erase(void);

// Writes glyphs from a place on, all in one row. A glyph that ncurses would measure differently
// becomes U+FFFD, so that columns always agree; control characters cannot pass.
void sapa_put(int row, int column, const struct sapa_cell *cells, size_t count);

// Places and shows the cursor, or hides it.
void sapa_cursor(int row, int column, int visible);

// Redraws everything at the next flush.
void sapa_invalidate(void);

// Sets the window's title where the terminal has one. Control characters are left out.
void sapa_title(const char *text, size_t length);

// Sends a control string of ours at once, where the terminal speaks ANSI's; the bell.
void sapa_tell(const char *bytes, size_t length);
void sapa_bell(void);

// Sends what differs in one write(2); with `is_small`, a few cells, without keeping it first.
void sapa_flush(int is_small);

// The next stretch of cells that differ in two rows of `count`, from a column on: from the first that does to the end of
// the last before a gap worth skipping; empty and at `count` when none does. A cell is `words` times 8 bytes, aligned so.
// Swift's own comparison of arrays goes field by field.
struct sapa_run {
  size_t first;
  size_t end;
};
struct sapa_run sapa_next_change(const void *before, const void *after, size_t words, size_t from, size_t count);

// Reads what is waiting: 0 when nothing is, -1 at the end of input. With `is_ready` it is known that something
// is, and nobody asks.
long sapa_read(uint8_t *bytes, size_t capacity, int is_ready);

// Sleeps until input, the bell, a signal, or until `watched` (-1: none) is readable; a negative
// timeout waits for ever. Swift has neither eventfd nor a safe way to install handlers.
uint32_t sapa_wait(int watched, int timeout_milliseconds);

// Wakes `sapa_wait`. Async-signal-safe, callable from every thread, before opening and after
// closing too.
void sapa_ring(void);

// A clock that never jumps.
int64_t sapa_milliseconds(void);

// What the terminal database knows of a terminal that is not taken: SAPA_OK, SAPA_UNKNOWN_TERMINAL or SAPA_TOO_SIMPLE,
// and how many colours it has.
int sapa_probe_terminal(const char *name, int *colour_count);

// The size of the terminal that is any of the three standard streams; -1 columns when none is one.
struct sapa_size sapa_probe_size(void);

// Chooses the locale of the environment; 0 when the system does not have it, and "C" holds.
int sapa_probe_locale(void);

// The encoding of the locale that was chosen; a constant.
const char *sapa_probe_codeset(void);

#endif
