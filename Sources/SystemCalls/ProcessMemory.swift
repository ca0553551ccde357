import CProcessMemory

/// The memory of this process, as the C library keeps it.
package enum ProcessMemory {
  /// Keeps a program small that runs for days; to be called before there are threads.
  ///
  /// All threads share one store, because what one of several has freed is of no use to the others; and blocks of 64 KiB
  /// and more are mapped by themselves, so that they leave no holes. (mallopt(3): M_ARENA_MAX, M_MMAP_THRESHOLD)
  package static func keepSmall() { process_memory_keep_small() }

  /// Gives back to the system what is free; for moments after which much is. (malloc_trim(3))
  ///
  /// - Complexity: O(free memory): milliseconds.
  package static func giveBack() { process_memory_give_back() }
}
