import CFuzzDriver
import SystemCalls

// libFuzzer calls a C function without context, so the target is looked up at each input; a table keeps it cheap.
private let target = FuzzTarget(rawValue: ProcessContext.environment("SAPA_FUZZ_TARGET") ?? "")

guard target != nil else {
  let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
  try? StandardStream.error.write("SAPA_FUZZ_TARGET must be one of \(names)\n")
  ProcessContext.exitNow(2)
}

// unsafe: libFuzzer hands over a pointer and a count, valid during the call; the bytes are copied at once.
let code = unsafe fuzz_run(CommandLine.argc, CommandLine.unsafeArgv) { bytes, count in
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  if let violation = target?.firstViolation(input) {
    try? StandardStream.error.write("VIOLATION: \(violation)\n")
    fuzz_abort()
  }
  return 0
}
ProcessContext.exitNow(code)
