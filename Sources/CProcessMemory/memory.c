#include "CProcessMemory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

void process_memory_keep_small(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 64 * 1024);
}

void process_memory_give_back(void) { malloc_trim(0); }
#else
void process_memory_keep_small(void) {}

void process_memory_give_back(void) {}
#endif
