import AdapterServing
import DeskModel
import RequestTracker
import SystemCalls

// Everything is in `RequestTracker`; a console starts this program and speaks to it by its standard streams.
ProcessContext.ignoreBrokenPipes()
let service = RequestTrackerService(
  transport: { NetworkTransport(base: $0.base, seconds: $0.timeoutSeconds) },
  clock: { Timestamp(milliseconds: SystemClock.milliseconds()) })
AdapterServer(service, output: StandardStream.output.descriptor).run(input: StandardStream.input.descriptor)
