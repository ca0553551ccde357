// Whoever tests with the help of a pty finds all of it in one place.
@_exported public import TerminalProbe
