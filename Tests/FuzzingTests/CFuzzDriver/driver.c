#include "CFuzzDriver.h"

#include <stdlib.h>

int LLVMFuzzerRunDriver(int *argument_count, char ***arguments, int (*run)(const uint8_t *, size_t));

int fuzz_run(int argument_count, char **arguments, int (*run)(const uint8_t *bytes, size_t count)) {
  return LLVMFuzzerRunDriver(&argument_count, &arguments, run);
}

void fuzz_abort(void) { abort(); }
