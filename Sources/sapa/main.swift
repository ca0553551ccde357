import SapaCommand
import SystemCalls

// Swift reads the arguments from /proc: without it there is not even the program's name.
ProcessContext.exitNow(
  CommandLine.arguments.isEmpty
    ? SapaCommand.refuseWithoutArguments() : SapaCommand.run(Array(CommandLine.arguments.dropFirst())))
