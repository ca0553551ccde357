// Cells and colours.

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <ncurses.h>
#include <wchar.h>

#include "shim.h"

#include <string.h>

enum { replacement = 0xFFFD, run_limit = 256 };

static int knows_default_colours = 0;
static int next_pair = 1;

void sapa_paint_open(void) {
  next_pair = 1;
  knows_default_colours = 0;
  if (has_colors()) {
    start_color();
    knows_default_colours = use_default_colors() == OK;
  }
}

int sapa_colours(void) {
  if (!has_colors() || COLORS < 8) {
    return 0;
  }
  if (COLORS == 256 || COLORS == 16) {
    return COLORS;
  }
  return COLORS == 88 ? 16 : 8;
}

uint16_t sapa_pair(int foreground, int background) {
  if (sapa_window == NULL || (foreground < 0 && background < 0)) {
    return 0;
  }
  if (!knows_default_colours) {
    foreground = foreground < 0 ? COLOR_WHITE : foreground;
    background = background < 0 ? COLOR_BLACK : background;
  }
  for (int pair = 1; pair < next_pair; pair += 1) {
    int known_foreground = 0;
    int known_background = 0;
    extended_pair_content(pair, &known_foreground, &known_background);
    if (known_foreground == foreground && known_background == background) {
      return (uint16_t)pair;
    }
  }
  if (next_pair >= COLOR_PAIRS || next_pair > 4095
      || init_extended_pair(next_pair, foreground, background) != OK) {
    return 0;
  }
  return (uint16_t)next_pair++;
}

static int is_control(uint32_t scalar) {
  return scalar < 0x20 || (scalar >= 0x7F && scalar <= 0x9F) || scalar > 0x10FFFF
      || (scalar >= 0xD800 && scalar <= 0xDFFF);
}

// Marks that move, join or hide other cells; a joiner at the end makes tmux swallow the next
// wide glyph, wherever that is.
static int is_harmful_mark(uint32_t scalar, int is_last) {
  return (scalar == 0x200D && is_last) || scalar == 0x200B || scalar == 0x200E || scalar == 0x200F
      || scalar == 0x061C || scalar == 0xFEFF || (scalar >= 0x2028 && scalar <= 0x202E)
      || (scalar >= 0x2060 && scalar <= 0x206F);
}

static attr_t attributes_of(uint8_t bits) {
  return (bits & SAPA_BOLD ? A_BOLD : A_NORMAL) | (bits & SAPA_UNDERLINE ? A_UNDERLINE : A_NORMAL)
      | (bits & SAPA_DIM ? A_DIM : A_NORMAL) | (bits & SAPA_REVERSE ? A_REVERSE : A_NORMAL);
}

// The last cell of a row without marks, as ncurses has it: most cells are like the one before, in all but their character.
struct last_cell {
  const struct sapa_cell *cell;
  cchar_t built;
};

// Returns how many columns ncurses will give the glyph, at most `room`.
static int build(cchar_t *place, const struct sapa_cell *cell, int room, struct last_cell *last) {
  int is_plain = cell->base >= 0x20 && cell->base < 0x7F && cell->marks[0] == 0 && cell->columns == 1;
  if (is_plain && last->cell != NULL && last->cell->pair == cell->pair
      && last->cell->attributes == cell->attributes) {
    *place = last->built;
    place->chars[0] = (wchar_t)cell->base;
    return 1;
  }
  wchar_t text[CCHARW_MAX + 1] = {0};
  int columns = is_control(cell->base) ? -1 : wcwidth((wchar_t)cell->base);
  int count = 1;
  if (columns == cell->columns && columns >= 1 && columns <= room) {
    text[0] = (wchar_t)cell->base;
    for (int index = 0; index < 4 && cell->marks[index] != 0; index += 1) {
      uint32_t mark = cell->marks[index];
      int is_last = index == 3 || cell->marks[index + 1] == 0;
      if (!is_control(mark) && !is_harmful_mark(mark, is_last) && wcwidth((wchar_t)mark) == 0) {
        text[count++] = (wchar_t)mark;
      }
    }
  } else {
    text[0] = replacement;
    columns = 1;
  }
  int pair = cell->pair;
  setcchar(place, text, attributes_of(cell->attributes), 0, &pair);
  if (is_plain && room >= 1) {
    last->built = *place;
    last->cell = cell;
  }
  return columns;
}

void sapa_put(int row, int column, const struct sapa_cell *cells, size_t count) {
  if (sapa_window == NULL) {
    return;
  }
  cchar_t run[run_limit];
  struct last_cell last = {.cell = NULL};
  int width = getmaxx(sapa_window);
  int used = 0;
  int start = column;
  for (size_t index = 0; index < count && column < width; index += 1) {
    int promised = cells[index].columns == 2 ? 2 : 1;
    int columns = build(&run[used], &cells[index], width - column, &last);
    used += 1;
    if (columns < promised && column + 1 < width) {
      struct sapa_cell blank = {.base = ' ', .pair = cells[index].pair, .columns = 1,
                                .attributes = cells[index].attributes};
      struct last_cell none = {.cell = NULL};
      build(&run[used], &blank, 1, &none);
      used += 1;
    }
    column += promised;
    if (used >= run_limit - 2) {
      mvwadd_wchnstr(sapa_window, row, start, run, used);
      used = 0;
      start = column;
    }
  }
  if (used > 0) {
    mvwadd_wchnstr(sapa_window, row, start, run, used);
  }
}

// Cells are a few words each and mostly the same.
static int is_same(const uint64_t *left, const uint64_t *right, size_t words) {
  for (size_t index = 0; index < words; index += 1) {
    if (left[index] != right[index]) {
      return 0;
    }
  }
  return 1;
}

struct sapa_run sapa_next_change(const void *before, const void *after, size_t words, size_t from, size_t count) {
  const uint64_t *left = before;
  const uint64_t *right = after;
  enum { worth_skipping = 8 };
  size_t first = from;
  while (first < count && is_same(left + first * words, right + first * words, words)) {
    first += 1;
  }
  size_t end = first;
  size_t same = 0;
  for (size_t index = first; index < count && same < worth_skipping; index += 1) {
    if (is_same(left + index * words, right + index * words, words)) {
      same += 1;
    } else {
      same = 0;
      end = index + 1;
    }
  }
  return (struct sapa_run){.first = first, .end = end};
}
