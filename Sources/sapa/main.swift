import SapaCommand
import SystemCalls

ProcessContext.exitNow(SapaCommand.run(Array(CommandLine.arguments.dropFirst())))
