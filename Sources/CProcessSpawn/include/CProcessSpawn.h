#ifndef C_PROCESS_SPAWN_H
#define C_PROCESS_SPAWN_H

#include <spawn.h>

/// Lets a program that is being started have none of our descriptors from `first` on; returns an error number or 0.
///
/// glibc 2.34 and later; Swift does not import it, because the header keeps it behind _GNU_SOURCE.
int process_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

#endif
