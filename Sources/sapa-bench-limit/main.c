// The least that a console with Sapa's panes can cost: plain C on ncurses, rows straight out of a mapped file, only
// what a key has changed is drawn, one frame is one write, and all keys that wait are taken before a frame.
//
//   sapa-bench-limit FILE     FILE has one line a conversation
//
// Ctrl-N and Ctrl-P move, r goes to the composer, Ctrl-G leaves it, Ctrl-U empties it, Ctrl-C ends.

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

enum { TEXT_LIMIT = 8192, CONTROL_C = 3, CONTROL_G = 7, CONTROL_N = 14, CONTROL_P = 16, CONTROL_U = 21 };

// The file, and where its lines begin; one more start than there are lines.
static const char *file;
static size_t *starts;
static size_t count;

static size_t selected;
static size_t first;
static int is_writing;
static wchar_t text[TEXT_LIMIT];
static int text_length;

static int rows;
static int columns;
static int list_columns;
static int side_columns;
static int middle_columns;

static int has_moved;
static int has_scrolled;
static int has_typed;
static size_t shown;

static int map(const char *path) {
  int descriptor = open(path, O_RDONLY);
  struct stat status;
  if (descriptor < 0 || fstat(descriptor, &status) != 0) {
    return -1;
  }
  size_t size = (size_t)status.st_size;
  if (size > 0) {
    file = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (file == MAP_FAILED) {
      return -1;
    }
  }
  close(descriptor);
  size_t capacity = 1 << 12;
  starts = malloc(capacity * sizeof *starts);
  for (size_t place = 0; starts != NULL && place < size;) {
    const char *end = memchr(file + place, '\n', size - place);
    if (end == NULL) {
      break;
    }
    if (count + 2 > capacity) {
      capacity *= 2;
      starts = realloc(starts, capacity * sizeof *starts);
      if (starts == NULL) {
        return -1;
      }
    }
    starts[count] = place;
    count += 1;
    place = (size_t)(end - file) + 1;
    starts[count] = place;
  }
  return starts == NULL || count == 0 ? -1 : 0;
}

// Draws bytes into one row of a pane: cut to its width, filled with blanks.
static void draw(int row, int column, int width, const char *bytes, size_t length, attr_t attributes) {
  wchar_t cells[512];
  int used = 0;
  int filled = 0;
  mbstate_t state = {0};
  for (size_t place = 0; place < length && used < 500;) {
    wchar_t character = 0;
    size_t size = mbrtowc(&character, bytes + place, length - place, &state);
    if (size == 0 || size > length) {
      break;
    }
    place += size;
    int wide = wcwidth(character);
    if (wide <= 0) {
      continue;
    }
    if (filled + wide > width) {
      break;
    }
    cells[used++] = character;
    filled += wide;
  }
  for (; filled < width && used < 511; filled += 1) {
    cells[used++] = L' ';
  }
  attrset(attributes);
  mvaddnwstr(row, column, cells, used);
}

static void draw_line(size_t number, int row, int column, int width, attr_t attributes) {
  if (number < count) {
    draw(row, column, width, file + starts[number], starts[number + 1] - starts[number] - 1, attributes);
  } else {
    draw(row, column, width, "", 0, attributes);
  }
}

static int pane_rows(void) { return rows - 5; }

static void draw_list_row(size_t number) {
  if (number >= first && number < first + (size_t)pane_rows()) {
    draw_line(number, 1 + (int)(number - first), 0, list_columns, number == selected ? A_REVERSE : A_NORMAL);
  }
}

static void draw_list(void) {
  for (int row = 0; row < pane_rows(); row += 1) {
    size_t number = first + (size_t)row;
    draw_line(number, 1 + row, 0, list_columns, number == selected ? A_REVERSE : A_NORMAL);
  }
}

// The conversation and what is known of the customer follow the selection.
static void draw_panes(void) {
  char field[64];
  for (int row = 0; row < pane_rows(); row += 1) {
    draw_line(selected + (size_t)row, 1 + row, list_columns + 1, middle_columns, A_NORMAL);
    int length = row < 12 ? snprintf(field, sizeof field, "field %d: value %zu", row, selected * 31 + (size_t)row) : 0;
    draw(1 + row, list_columns + middle_columns + 2, side_columns, field, (size_t)length, A_NORMAL);
  }
}

static void draw_header(void) {
  char line[96];
  int length = snprintf(line, sizeof line, " limit  %zu of %zu", selected + 1, count);
  draw(0, 0, columns, line, (size_t)length, A_REVERSE);
}

static void draw_text(void) {
  int width = columns - 1;
  int start = text_length > width ? text_length - width : 0;
  attrset(A_NORMAL);
  mvaddnwstr(rows - 3, 0, text + start, text_length - start);
  clrtoeol();
}

static void place_cursor(void) {
  if (is_writing) {
    move(rows - 3, text_length < columns - 1 ? text_length : columns - 1);
  } else {
    move(1 + (int)(selected - first), 0);
  }
}

static void draw_all(void) {
  getmaxyx(stdscr, rows, columns);
  list_columns = columns * 3 / 10;
  side_columns = columns / 5;
  middle_columns = columns - list_columns - side_columns - 2;
  if (selected >= first + (size_t)pane_rows()) {
    first = selected - (size_t)pane_rows() + 1;
  }
  erase();
  attrset(A_NORMAL);
  mvvline(1, list_columns, ACS_VLINE, pane_rows());
  mvvline(1, list_columns + middle_columns + 1, ACS_VLINE, pane_rows());
  mvhline(rows - 4, 0, ACS_HLINE, columns);
  draw(rows - 1, 0, columns, " r reply  Ctrl-N next  Ctrl-C quit", 34, A_NORMAL);
  draw_list();
  draw_panes();
  draw_header();
  draw_text();
  shown = selected;
  has_moved = has_scrolled = has_typed = 0;
}

static void select_conversation(size_t number) {
  if (number >= count || number == selected) {
    return;
  }
  selected = number;
  has_moved = 1;
  size_t height = (size_t)pane_rows();
  if (selected < first) {
    first = selected >= height ? selected - height + 1 : 0;
    has_scrolled = 1;
  } else if (selected >= first + height) {
    first = selected;
    has_scrolled = 1;
  }
}

static void take(wint_t key, int is_function) {
  if (is_function) {
    if (key == KEY_RESIZE) {
      draw_all();
    }
    return;
  }
  switch (key) {
  case CONTROL_N:
    select_conversation(selected + 1);
    break;
  case CONTROL_P:
    select_conversation(selected - 1);
    break;
  case CONTROL_G:
    is_writing = 0;
    break;
  case CONTROL_U:
    text_length = 0;
    has_typed = 1;
    break;
  default:
    if (is_writing && key >= ' ' && text_length < TEXT_LIMIT) {
      text[text_length++] = (wchar_t)key;
      has_typed = 1;
    } else if (key == 'r') {
      is_writing = 1;
    }
  }
}

static void show(void) {
  if (has_scrolled) {
    draw_list();
  } else if (has_moved) {
    draw_list_row(shown);
    draw_list_row(selected);
  }
  if (has_moved) {
    draw_panes();
    draw_header();
  }
  if (has_typed) {
    draw_text();
  }
  shown = selected;
  has_moved = has_scrolled = has_typed = 0;
  place_cursor();
  refresh();
}

int main(int argument_count, char **arguments) {
  if (argument_count != 2 || map(arguments[1]) != 0) {
    fprintf(stderr, "usage: sapa-bench-limit FILE, one line a conversation\n");
    return 2;
  }
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  nonl();
  set_escdelay(25);
  intrflush(stdscr, FALSE);
  draw_all();
  place_cursor();
  refresh();
  // Until a program has once left and come back, ncurses flushes after each movement of the cursor.
  endwin();
  refresh();
  // Reading from a pad draws nothing by itself.
  WINDOW *input = newpad(1, 1);
  keypad(input, TRUE);
  for (;;) {
    wint_t key = 0;
    nodelay(input, FALSE);
    int kind = wget_wch(input, &key);
    if (kind == ERR) {
      break;
    }
    nodelay(input, TRUE);
    do {
      if (kind == OK && key == CONTROL_C) {
        endwin();
        return 0;
      }
      take(key, kind == KEY_CODE_YES);
      kind = wget_wch(input, &key);
    } while (kind != ERR);
    show();
  }
  endwin();
  return 1;
}
