// What the terminal database knows.

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <ncurses.h>
#include <stdio.h>
#include <string.h>

#include "shim.h"

// Last: its macros are words like `columns`.
#include <term.h>

enum { title_limit = 256 };

int sapa_speaks_ansi = 0;
int sapa_joins_output = 0;
int sapa_has_mouse = 0;
static int has_title = 0;
static int saves_title = 0;
static int title_is_set = 0;

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 ? "" : value;
}

static int begins_with(const char *text, const char *prefix) {
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

int sapa_terminfo_open(const char *name, int output) {
  int problem = 0;
  if (name[0] == 0 || setupterm(name, output, &problem) != OK) {
    return SAPA_UNKNOWN_TERMINAL;
  }
  const char *move = capability("cup");
  const char *wipe = capability("clear");
  sapa_speaks_ansi = begins_with(move, "\033[");
  sapa_has_mouse = sapa_speaks_ansi && capability("kmous")[0] != 0;
  has_title = begins_with(name, "xterm") || begins_with(name, "tmux") || begins_with(name, "screen")
      || begins_with(name, "rxvt") || begins_with(name, "alacritty") || begins_with(name, "foot")
      || begins_with(name, "vte") || begins_with(name, "gnome") || begins_with(name, "konsole")
      || begins_with(name, "st-") || begins_with(name, "wezterm") || begins_with(name, "contour");
  // Whoever does not know the mode reads over it.
  sapa_joins_output = sapa_speaks_ansi && has_title;
  // Many entries put the title on the terminal's stack with the alternate screen.
  saves_title = strstr(capability("smcup"), "\033[22;") == NULL;
  int status = move[0] != 0 && wipe[0] != 0 ? SAPA_OK : SAPA_TOO_SIMPLE;
  del_curterm(cur_term);
  return status;
}

// ncurses resets the palette whenever it takes the screen: one that the user has chosen, for we
// never change a colour. The entry's string cannot be emptied, so it is taken out again.
void sapa_terminfo_keep_palette(void) { sapa_outgoing_remove(capability("oc")); }

// Leaves out padding ($<5>), which needs a timer.
static size_t copy_capability(char *place, const char *value) {
  size_t length = 0;
  while (*value != 0) {
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end != NULL) {
      value = end + 1;
    } else {
      place[length++] = *value++;
    }
  }
  return length;
}

// CAN first: the crash may have cut a sequence in two.
void sapa_terminfo_crash_sequence(void) {
  static const char *names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
  char sequence[256];
  size_t length = 0;
  if (sapa_speaks_ansi) {
    length = (size_t)snprintf(sequence, sizeof sequence, "\030\033[?2026l\033[?2004l%s\033[r",
                              sapa_has_mouse ? "\033[?1006l\033[?1000l" : "");
  }
  for (size_t index = 0; index < sizeof names / sizeof *names; index += 1) {
    const char *value = capability(names[index]);
    if (length + strlen(value) < sizeof sequence) {
      length += copy_capability(sequence + length, value);
    }
  }
  sapa_crash_sequence(sequence, length);
}

// The old title is put on the terminal's stack, so that leaving brings it back.
void sapa_title(const char *text, size_t length) {
  if (!has_title || sapa_window == NULL) {
    return;
  }
  sapa_append_text(title_is_set || !saves_title ? "\033]2;" : "\033[22;2t\033]2;");
  title_is_set = 1;
  unsigned char previous = 0;
  for (size_t index = 0; index < length; index += 1) {
    unsigned char byte = (unsigned char)text[index];
    if (index >= title_limit && (byte & 0xC0) != 0x80) {
      break;
    }
    int is_c1 = previous == 0xC2 && byte >= 0x80 && byte <= 0x9F;
    if (byte >= 0x20 && byte != 0x7F && !is_c1 && byte != 0xC2) {
      if (previous == 0xC2) {
        sapa_append("\302", 1);
      }
      sapa_append((const char *)&text[index], 1);
    }
    previous = byte;
  }
  sapa_append("\007", 1);
}

// Brings the old title back.
void sapa_title_end(void) {
  if (title_is_set && saves_title) {
    sapa_append_text("\033[23;2t");
  }
  title_is_set = 0;
}
