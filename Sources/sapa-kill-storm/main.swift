import KillStorm
import SystemCalls

ProcessContext.exitNow(KillStormCommand.run(Array(CommandLine.arguments.dropFirst())))
