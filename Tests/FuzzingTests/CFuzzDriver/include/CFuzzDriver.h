// The entrance to libFuzzer, which comes with the compiler and has no header there.

#ifndef CFUZZ_DRIVER_H
#define CFUZZ_DRIVER_H

#include <stddef.h>
#include <stdint.h>

// Fuzzes until the options in the arguments say that it is enough; `run` is called with each input and returns 0.
int fuzz_run(int argument_count, char **arguments, int (*run)(const uint8_t *bytes, size_t count));

// Ends the process as a trap does, so that libFuzzer keeps the input.
void fuzz_abort(void) __attribute__((noreturn));

#endif
