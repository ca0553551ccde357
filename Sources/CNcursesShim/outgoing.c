// Bytes on their way to the terminal.

#define _GNU_SOURCE

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shim.h"

static char *outgoing = NULL;
static size_t outgoing_length = 0;
static size_t outgoing_capacity = 0;
// The descriptor that ncurses writes to, and the file behind it while frames are collected.
static int scratch = -1;
static int file_behind = -1;
static int is_direct = 0;

void sapa_outgoing_open(int file) {
  scratch = file;
  file_behind = fcntl(file, F_DUPFD_CLOEXEC, 3);
  is_direct = 0;
}

// Lets ncurses write to the terminal itself, or into the file again. A frame of a few cells goes out with its one
// write; reading it back first would cost four system calls for each key.
void sapa_outgoing_direct(int wanted) {
  wanted = wanted && outgoing_length == 0 && file_behind >= 0;
  if (scratch < 0 || wanted == is_direct) {
    return;
  }
  if (dup3(wanted ? sapa_line_output : file_behind, scratch, O_CLOEXEC) == scratch) {
    is_direct = wanted;
  }
}

void sapa_outgoing_close(void) {
  free(outgoing);
  outgoing = NULL;
  outgoing_length = 0;
  outgoing_capacity = 0;
  scratch = -1;
  if (file_behind >= 0) {
    close(file_behind);
  }
  file_behind = -1;
  is_direct = 0;
}

// Forgets what ncurses wrote since the last collection.
void sapa_outgoing_drop(void) {
  sapa_outgoing_direct(0);
  lseek(scratch, 0, SEEK_SET);
}

// Room for `length` more bytes; without memory the bytes are lost, not the program.
static char *reserve(size_t length) {
  if (outgoing_length + length > outgoing_capacity) {
    size_t capacity = (outgoing_length + length) * 2;
    char *larger = realloc(outgoing, capacity);
    if (larger == NULL) {
      return NULL;
    }
    outgoing = larger;
    outgoing_capacity = capacity;
  }
  return outgoing + outgoing_length;
}

// Moves what ncurses wrote behind what is waiting already.
static void collect(void) {
  off_t length = scratch < 0 || is_direct ? 0 : lseek(scratch, 0, SEEK_CUR);
  if (length <= 0) {
    return;
  }
  char *place = reserve((size_t)length);
  if (place != NULL && pread(scratch, place, (size_t)length, 0) == length) {
    outgoing_length += (size_t)length;
  }
  lseek(scratch, 0, SEEK_SET);
}

// Takes a text out of what is waiting, once.
void sapa_outgoing_remove(const char *text) {
  size_t length = strlen(text);
  collect();
  char *place = length == 0 || outgoing_length == 0
      ? NULL : memmem(outgoing, outgoing_length, text, length);
  if (place != NULL) {
    memmove(place, place + length, outgoing_length - (size_t)(place - outgoing) - length);
    outgoing_length -= length;
  }
}

void sapa_append(const char *bytes, size_t length) {
  collect();
  char *place = reserve(length);
  if (place != NULL) {
    memcpy(place, bytes, length);
    outgoing_length += length;
  }
}

void sapa_append_text(const char *text) { sapa_append(text, strlen(text)); }

// A large frame arrives in pieces; between these marks the terminal shows it in one. Small ones are not worth
// the bytes. (Synchronized output, mode 2026: contour, kitty, foot, tmux 3.4, Windows Terminal.)
static const char frame_begins[] = "\033[?2026h";
static const char frame_ends[] = "\033[?2026l";
enum { large_frame = 256 };

static void join(void) {
  size_t mark = sizeof frame_begins - 1;
  if (!sapa_joins_output || outgoing_length < large_frame || reserve(2 * mark) == NULL) {
    return;
  }
  memmove(outgoing + mark, outgoing, outgoing_length);
  memcpy(outgoing, frame_begins, mark);
  memcpy(outgoing + mark + outgoing_length, frame_ends, mark);
  outgoing_length += 2 * mark;
}

long sapa_send(void) {
  collect();
  join();
  long length = (long)outgoing_length;
  if (length > 0 && sapa_line_write(outgoing, outgoing_length) != 0) {
    length = -1;
  }
  outgoing_length = 0;
  return length;
}
