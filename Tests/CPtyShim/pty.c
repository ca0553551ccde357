#define _GNU_SOURCE

#include "CPtyShim.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static char **split(const char *bytes, size_t length) {
  size_t count = 0;
  for (size_t index = 0; index < length; index += 1) {
    count += bytes[index] == 0;
  }
  char **list = calloc(count + 1, sizeof *list);
  size_t used = 0;
  for (size_t start = 0; list != NULL && start < length; start += strlen(bytes + start) + 1) {
    list[used++] = (char *)bytes + start;
  }
  return list;
}

// Between fork and exec only async-signal-safe calls: the test process has threads.
int pty_spawn(const char *arguments, size_t arguments_length, const char *environment,
              size_t environment_length, const char *directory, int columns, int rows, int *child) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  char **argv = split(arguments, arguments_length);
  char **envp = split(environment, environment_length);
  int master = -1;
  if (argv == NULL || envp == NULL || argv[0] == NULL) {
    free(argv);
    free(envp);
    return -EINVAL;
  }
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pid_t pid = forkpty(&master, NULL, NULL, &size);
  if (pid == 0) {
    for (int number = 1; number < NSIG; number += 1) {
      signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    closefrom(3);
    if (directory == NULL || directory[0] == 0 || chdir(directory) == 0) {
      execve(argv[0], argv, envp);
    }
    _exit(127);
  }
  int problem = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  free(argv);
  free(envp);
  if (pid < 0) {
    return -problem;
  }
  fcntl(master, F_SETFD, FD_CLOEXEC);
  fcntl(master, F_SETFL, O_NONBLOCK);
  *child = pid;
  return master;
}

long pty_read(int master, uint8_t *bytes, size_t capacity, int timeout_milliseconds) {
  struct pollfd source = {.fd = master, .events = POLLIN};
  if (poll(&source, 1, timeout_milliseconds) <= 0) {
    return 0;
  }
  ssize_t count = read(master, bytes, capacity);
  if (count > 0) {
    return count;
  }
  return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

long pty_write(int master, const uint8_t *bytes, size_t length) {
  ssize_t count = write(master, bytes, length);
  if (count >= 0) {
    return count;
  }
  return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

int pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

struct pty_modes pty_modes(int master) {
  struct termios line = {0};
  tcgetattr(master, &line);
  struct pty_modes modes = {line.c_iflag, line.c_oflag, line.c_cflag, line.c_lflag};
  return modes;
}

int pty_is_raw(int master) {
  struct termios line = {0};
  return tcgetattr(master, &line) == 0 && (line.c_lflag & (ICANON | ECHO | ISIG)) == 0
      && (line.c_iflag & (ICRNL | IXON)) == 0;
}

int pty_signal(int child, int number) { return kill(child, number); }

int pty_state(int child) {
  int status = 0;
  pid_t changed = waitpid(child, &status, WNOHANG | WUNTRACED | WCONTINUED);
  if (changed == 0) {
    return -1;
  }
  if (changed < 0) {
    return errno == EINTR ? -1 : -2;
  }
  if (WIFEXITED(status)) {
    return WEXITSTATUS(status);
  }
  if (WIFSIGNALED(status)) {
    return 1000 + WTERMSIG(status);
  }
  return WIFSTOPPED(status) ? 2000 + WSTOPSIG(status) : 3000;
}

// The letter behind the name in /proc/PID/task/TID/stat: R is running or waiting for its turn, D is in the kernel.
static int is_busy(const char *path) {
  char text[512];
  int file = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t length = file < 0 ? 0 : read(file, text, sizeof text - 1);
  if (file >= 0) {
    close(file);
  }
  text[length < 0 ? 0 : length] = 0;
  const char *end = strrchr(text, ')');
  return end != NULL && (end[2] == 'R' || end[2] == 'D');
}

int pty_is_busy(int child) {
  char path[320];
  int found = 0;
  snprintf(path, sizeof path, "/proc/%d/task", child);
  DIR *folder = opendir(path);
  for (struct dirent *entry; folder != NULL && !found && (entry = readdir(folder)) != NULL;) {
    snprintf(path, sizeof path, "/proc/%d/task/%s/stat", child, entry->d_name);
    found = entry->d_name[0] != '.' && is_busy(path);
  }
  if (folder != NULL) {
    closedir(folder);
  }
  return found;
}

void pty_close(int master) { close(master); }

static locale_t utf8_locale;
static pthread_once_t utf8_once = PTHREAD_ONCE_INIT;

static void make_utf8_locale(void) { utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int pty_columns(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7F) {
    return 1;
  }
  pthread_once(&utf8_once, make_utf8_locale);
  locale_t before = uselocale(utf8_locale);
  int columns = wcwidth((wchar_t)scalar);
  uselocale(before);
  return columns;
}

int64_t pty_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t pty_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t pty_children_cpu(void) {
  struct rusage usage = {0};
  getrusage(RUSAGE_CHILDREN, &usage);
  return (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec
      + usage.ru_stime.tv_usec;
}
