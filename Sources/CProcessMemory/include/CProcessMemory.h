#ifndef C_PROCESS_MEMORY_H
#define C_PROCESS_MEMORY_H

// What glibc's <malloc.h> has and Swift's module of glibc has not; nothing happens elsewhere.

/// mallopt(3): one arena; blocks of 64 KiB and more are mapped by themselves.
void process_memory_keep_small(void);

/// malloc_trim(3).
void process_memory_give_back(void);

#endif
