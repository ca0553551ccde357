import Benchmarks
import SystemCalls

ProcessContext.exitNow(BenchCommand.run(Array(CommandLine.arguments.dropFirst())))
