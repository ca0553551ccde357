// ncurses as a differ: it is given a nameless file to write to instead of the terminal, so that a
// frame, with the modes that ncurses does not know, goes out in one write of our own, however
// large it is. (ncurses' own buffer holds about half a coloured screen.)

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shim.h"

static SCREEN *screen = NULL;
// Not stdscr: a read from that would repaint.
WINDOW *sapa_window = NULL;
static FILE *ncurses_input = NULL;
static FILE *ncurses_output = NULL;
static int is_entered = 0;
static int has_exit_handler = 0;
static int cursor_is_visible = -1;
static char foreign_codeset[64];
static int wants_mouse = 0;
// Presses and the wheel, no movements (1000), reported without a limit of 223 columns (1006).
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

static void choose_locale(void) {
  foreign_codeset[0] = 0;
  // LC_CTYPE alone: another decimal point would reach every strtod of the process.
  setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  if (strcmp(codeset, "UTF-8") != 0) {
    snprintf(foreign_codeset, sizeof foreign_codeset, "%s", codeset);
  }
}

static int choose_utf8(void) {
  return foreign_codeset[0] == 0 || setlocale(LC_CTYPE, "C.UTF-8") != NULL
      || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
}

static void forget_screen(void) {
  if (sapa_window != NULL) {
    delwin(sapa_window);
  }
  if (screen != NULL) {
    delscreen(screen);
  }
  if (ncurses_input != NULL) {
    fclose(ncurses_input);
  }
  if (ncurses_output != NULL) {
    fclose(ncurses_output);
  }
  sapa_window = NULL;
  screen = NULL;
  ncurses_input = NULL;
  ncurses_output = NULL;
  sapa_outgoing_close();
  sapa_wait_close();
}

// A descriptor of ncurses' own, closed on exec: adapters must not inherit it.
static FILE *stream_on(int descriptor, const char *mode) {
  int own = descriptor < 0 ? -1 : fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  FILE *stream = own < 0 ? NULL : fdopen(own, mode);
  if (stream == NULL && own >= 0) {
    close(own);
  }
  return stream;
}

static int open_screen(const char *name, int input) {
  int file = sapa_scratch_file();
  ncurses_output = stream_on(file, "w");
  ncurses_input = stream_on(input, "r");
  if (file >= 0) {
    close(file);
  }
  if (ncurses_output == NULL || ncurses_input == NULL || !sapa_wait_open()) {
    return SAPA_NO_RESOURCES;
  }
  sapa_outgoing_open(fileno(ncurses_output));
  screen = newterm(name, ncurses_output, ncurses_input);
  if (screen == NULL) {
    return SAPA_UNKNOWN_TERMINAL;
  }
  struct sapa_size size = sapa_size();
  resize_term(size.rows, size.columns);
  sapa_window = newwin(size.rows, size.columns, 0, 0);
  return sapa_window == NULL ? SAPA_NO_RESOURCES : SAPA_OK;
}

static void start_screen(void) {
  typeahead(-1);
  nonl();
  noecho();
  scrollok(sapa_window, FALSE);
  sapa_paint_open();
  // Until it has been ended once, ncurses 6.4 flushes after every movement of the cursor. What it
  // writes on the way is dropped: at its end the terminal is supposed to be as the shell left it.
  wrefresh(stdscr);
  endwin();
  sapa_outgoing_drop();
}

int sapa_open(int input, int output, const char *name) {
  if (screen != NULL) {
    return SAPA_ALREADY_OPEN;
  }
  sapa_crash_arm();
  int status = sapa_line_open(input, output);
  if (status == SAPA_OK) {
    choose_locale();
    status = sapa_terminfo_open(name, output);
  }
  if (status == SAPA_OK && !choose_utf8()) {
    status = SAPA_NO_UTF8;
  }
  if (status == SAPA_OK) {
    status = open_screen(name, input);
  }
  if (status != SAPA_OK) {
    forget_screen();
    sapa_crash_disarm();
    return status;
  }
  start_screen();
  sapa_terminfo_crash_sequence();
  sapa_wait_restart_input();
  sapa_signals_install();
  if (!has_exit_handler) {
    has_exit_handler = atexit(sapa_close) == 0;
  }
  sapa_enter();
  return SAPA_OK;
}

const char *sapa_foreign_codeset(void) { return foreign_codeset; }

void sapa_enter(void) {
  if (screen == NULL || is_entered) {
    return;
  }
  is_entered = 1;
  sapa_outgoing_direct(0);
  sapa_diagnostics_hold();
  sapa_crash_screen_is_up(1);
  sapa_line_raw();
  cursor_is_visible = -1;
  sapa_resize(sapa_size());
  wnoutrefresh(sapa_window);
  doupdate();
  sapa_terminfo_keep_palette();
  if (sapa_speaks_ansi) {
    sapa_append_text("\033[?2004h");
  }
  if (wants_mouse) {
    sapa_append_text(mouse_on);
  }
  sapa_send();
}

void sapa_leave(void) {
  if (screen == NULL || !is_entered) {
    return;
  }
  is_entered = 0;
  sapa_outgoing_direct(0);
  if (sapa_speaks_ansi) {
    sapa_append_text("\033[?2004l");
  }
  if (wants_mouse) {
    sapa_append_text(mouse_off);
  }
  sapa_title_end();
  curs_set(1);
  endwin();
  sapa_terminfo_keep_palette();
  sapa_send();
  sapa_crash_screen_is_up(0);
  sapa_line_restore();
  sapa_diagnostics_release();
}

void sapa_close(void) {
  if (screen == NULL) {
    return;
  }
  sapa_leave();
  sapa_signals_remove();
  wants_mouse = 0;
  forget_screen();
  sapa_diagnostics_print();
  sapa_crash_disarm();
}

void sapa_mouse(int is_wanted) {
  is_wanted = is_wanted && sapa_has_mouse;
  if (screen == NULL || is_wanted == wants_mouse) {
    return;
  }
  wants_mouse = is_wanted;
  if (is_entered) {
    sapa_append_text(wants_mouse ? mouse_on : mouse_off);
    sapa_send();
  }
}

// resize_term, not resizeterm: that one also queues a key that nobody reads.
void sapa_resize(struct sapa_size size) {
  if (screen == NULL) {
    return;
  }
  sapa_outgoing_direct(0);
  resize_term(size.rows, size.columns);
  wresize(sapa_window, size.rows, size.columns);
  werase(sapa_window);
  sapa_invalidate();
}

void sapa_erase(void) {
  if (screen != NULL) {
    werase(sapa_window);
  }
}

void sapa_cursor(int row, int column, int visible) {
  if (screen == NULL) {
    return;
  }
  if (visible) {
    wmove(sapa_window, row, column);
  }
  if (visible != cursor_is_visible) {
    sapa_outgoing_direct(0);
    curs_set(visible);
    cursor_is_visible = visible;
  }
}

void sapa_invalidate(void) {
  if (screen == NULL) {
    return;
  }
  clearok(curscr, TRUE);
  touchwin(sapa_window);
}

void sapa_tell(const char *bytes, size_t length) {
  if (is_entered && sapa_speaks_ansi) {
    sapa_append(bytes, length);
    sapa_send();
  }
}

void sapa_bell(void) {
  if (is_entered) {
    sapa_append_text("\a");
    sapa_send();
  }
}

void sapa_flush(int is_small) {
  if (!is_entered) {
    return;
  }
  sapa_outgoing_direct(is_small);
  wnoutrefresh(sapa_window);
  doupdate();
  sapa_send();
}
