// What the files of the shim share; not seen by Swift.

#ifndef SAPA_SHIM_H
#define SAPA_SHIM_H

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

#include "CNcursesShim.h"

#define SAPA_HIDDEN __attribute__((visibility("hidden")))

// The terminal line; `line.c`.
SAPA_HIDDEN extern int sapa_line_input;
SAPA_HIDDEN extern int sapa_line_output;
SAPA_HIDDEN int sapa_line_open(int input, int output);
SAPA_HIDDEN void sapa_line_raw(void);
SAPA_HIDDEN void sapa_line_restore(void);
SAPA_HIDDEN int sapa_line_write(const char *bytes, size_t length);
SAPA_HIDDEN int sapa_scratch_file(void);

// Bytes on their way; `outgoing.c`.
SAPA_HIDDEN void sapa_outgoing_open(int file);
SAPA_HIDDEN void sapa_outgoing_close(void);
SAPA_HIDDEN void sapa_outgoing_direct(int wanted);
SAPA_HIDDEN void sapa_outgoing_drop(void);
SAPA_HIDDEN void sapa_outgoing_remove(const char *text);
SAPA_HIDDEN void sapa_append(const char *bytes, size_t length);
SAPA_HIDDEN void sapa_append_text(const char *text);
// Returns the bytes sent, -1 when the terminal is gone.
SAPA_HIDDEN long sapa_send(void);

// The terminal database; `terminfo.c`.
SAPA_HIDDEN extern int sapa_speaks_ansi;
// Whether large frames go between the marks of a synchronized update (mode 2026).
SAPA_HIDDEN extern int sapa_joins_output;
SAPA_HIDDEN extern int sapa_has_mouse;
SAPA_HIDDEN int sapa_terminfo_open(const char *name, int output);
SAPA_HIDDEN void sapa_terminfo_keep_palette(void);
SAPA_HIDDEN void sapa_terminfo_crash_sequence(void);
SAPA_HIDDEN void sapa_title_end(void);

// Colours; `paint.c`.
SAPA_HIDDEN void sapa_paint_open(void);

// Standard error, kept while the alternate screen is up; `diagnostics.c`.
SAPA_HIDDEN void sapa_diagnostics_hold(void);
SAPA_HIDDEN void sapa_diagnostics_release(void);
SAPA_HIDDEN void sapa_diagnostics_print(void);

// Handlers; `signals.c`.
SAPA_HIDDEN void sapa_crash_arm(void);
SAPA_HIDDEN void sapa_crash_disarm(void);
// What brings the screen back, sent by the crash handler; copied.
SAPA_HIDDEN void sapa_crash_sequence(const char *bytes, size_t length);
SAPA_HIDDEN void sapa_crash_screen_is_up(int is_up);
SAPA_HIDDEN void sapa_signals_install(void);
SAPA_HIDDEN void sapa_signals_remove(void);
// Takes the signals that came since the last call, as SAPA_SIGNAL bits.
SAPA_HIDDEN uint32_t sapa_signals_take(void);

// Sleeping; `wait.c`.
SAPA_HIDDEN int sapa_wait_open(void);
SAPA_HIDDEN void sapa_wait_close(void);
SAPA_HIDDEN void sapa_wait_signal(void);
SAPA_HIDDEN void sapa_wait_restart_input(void);

// The window that everything is drawn in; `screen.c`.
#ifdef NCURSES_VERSION
SAPA_HIDDEN extern WINDOW *sapa_window;
#endif

#endif
