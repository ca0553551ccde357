// Signals: those that wake the loop, and those that end the program.

#define _GNU_SOURCE

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "shim.h"

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const int loop_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
enum {
  crash_count = sizeof crash_signals / sizeof crash_signals[0],
  loop_count = sizeof loop_signals / sizeof loop_signals[0],
  stack_size = 64 * 1024
};

static struct sigaction crash_before[crash_count];
static struct sigaction loop_before[loop_count];
static int crash_is_armed = 0;
static int loop_is_installed = 0;
static char restore_sequence[256];
static volatile size_t restore_length = 0;
static volatile sig_atomic_t screen_is_up = 0;
static atomic_int crashing_thread = 0;
static atomic_uint arrived = 0;

static void write_text(const char *text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) {
    return;
  }
}

static void die_by(int number) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigset_t own;
  sigaction(number, &usual, NULL);
  sigemptyset(&own);
  sigaddset(&own, number);
  pthread_sigmask(SIG_UNBLOCK, &own, NULL);
  raise(number);
  _exit(128 + number);
}

// The screen first, then the words. Swift's own handler is not called: on a terminal it would wait
// half a minute for a key.
static void on_crash(int number) {
  int me = (int)syscall(SYS_gettid);
  int nobody = 0;
  if (!atomic_compare_exchange_strong(&crashing_thread, &nobody, me)) {
    if (nobody == me) {
      die_by(number);
    }
    for (;;) {
      pause();
    }
  }
  if (screen_is_up) {
    screen_is_up = 0;
    sapa_line_write(restore_sequence, restore_length);
    sapa_line_restore();
  }
  sapa_diagnostics_release();
  sapa_diagnostics_print();
  char digits[3] = {(char)('0' + number / 10), (char)('0' + number % 10), 0};
  write_text("sapa: the program ended by an error (signal ");
  write_text(number < 10 ? digits + 1 : digits);
  write_text("); your draft is saved up to the last second.\n");
  die_by(number);
}

// A stack of its own, or a stack overflow could not be handled.
void sapa_crash_arm(void) {
  if (crash_is_armed) {
    return;
  }
  void *memory = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) {
    stack_t stack = {.ss_sp = memory, .ss_size = stack_size};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < crash_count; index += 1) {
    sigaction(crash_signals[index], &action, &crash_before[index]);
  }
  crash_is_armed = 1;
}

void sapa_crash_disarm(void) {
  if (!crash_is_armed) {
    return;
  }
  for (int index = 0; index < crash_count; index += 1) {
    sigaction(crash_signals[index], &crash_before[index], NULL);
  }
  crash_is_armed = 0;
}

void sapa_crash_sequence(const char *bytes, size_t length) {
  if (length <= sizeof restore_sequence) {
    memcpy(restore_sequence, bytes, length);
    restore_length = length;
  }
}

void sapa_crash_screen_is_up(int is_up) { screen_is_up = is_up; }

static uint32_t bit_of(int number) {
  switch (number) {
    case SIGWINCH: return SAPA_SIGNAL_RESIZE;
    case SIGHUP: return SAPA_SIGNAL_HANG_UP;
    case SIGCONT: return SAPA_SIGNAL_CONTINUE;
    case SIGTSTP: return SAPA_SIGNAL_STOP;
    default: return SAPA_SIGNAL_TERMINATE;
  }
}

static void on_loop_signal(int number) {
  int saved = errno;
  atomic_fetch_or(&arrived, bit_of(number));
  sapa_wait_signal();
  errno = saved;
}

// After newterm, which installs its own for half of these.
void sapa_signals_install(void) {
  struct sigaction action = {.sa_handler = on_loop_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < loop_count; index += 1) {
    sigaction(loop_signals[index], &action, loop_is_installed ? NULL : &loop_before[index]);
  }
  loop_is_installed = 1;
}

void sapa_signals_remove(void) {
  if (!loop_is_installed) {
    return;
  }
  for (int index = 0; index < loop_count; index += 1) {
    sigaction(loop_signals[index], &loop_before[index], NULL);
  }
  loop_is_installed = 0;
}

uint32_t sapa_signals_take(void) { return atomic_exchange(&arrived, 0); }

// The whole group, as the line would: a wrapper script must stop too, or its shell never gets the
// terminal. In an orphaned group the kernel ignores the signal and this returns at once.
void sapa_stop_process(void) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &usual, &ours);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  atomic_fetch_and(&arrived, ~(unsigned)(SAPA_SIGNAL_CONTINUE | SAPA_SIGNAL_STOP));
}
