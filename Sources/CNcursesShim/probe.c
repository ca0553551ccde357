// Questions to the system and the terminal database that take nothing and change no mode.

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "shim.h"

// Last: its macros are words like `columns`, which is a member of ours.
#include <term.h>
#undef columns

int sapa_probe_terminal(const char *name, int *colour_count) {
  int problem = 0;
  *colour_count = 0;
  if (name[0] == 0 || setupterm(name, STDOUT_FILENO, &problem) != OK) {
    return SAPA_UNKNOWN_TERMINAL;
  }
  const char *move = tigetstr("cup");
  const char *wipe = tigetstr("clear");
  int is_able = move != NULL && move != (const char *)-1 && wipe != NULL && wipe != (const char *)-1;
  int found = tigetnum("colors");
  *colour_count = found < 0 ? 0 : found;
  del_curterm(cur_term);
  return is_able ? SAPA_OK : SAPA_TOO_SIMPLE;
}

struct sapa_size sapa_probe_size(void) {
  struct winsize window = {0};
  struct sapa_size size = {0, 0};
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream += 1) {
    if (isatty(stream) && ioctl(stream, TIOCGWINSZ, &window) == 0) {
      size.columns = window.ws_col;
      size.rows = window.ws_row;
      return size;
    }
  }
  size.columns = -1;
  return size;
}

int sapa_probe_locale(void) { return setlocale(LC_CTYPE, "") != NULL; }

const char *sapa_probe_codeset(void) { return nl_langinfo(CODESET); }
