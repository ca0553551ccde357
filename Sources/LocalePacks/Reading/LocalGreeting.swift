extension LocalePack {
  /// The greeting for a time of day where the customer is.
  ///
  /// `minute` counts from midnight, 0 to 1439. Nil when the pack greets alike at all hours.
  package func greeting(atMinute minute: Int) -> GreetingRule? {
    greetings.first { $0.covers(minute) }
  }
}

extension GreetingRule {
  /// Whether a minute since midnight lies in the window, which may pass midnight.
  package func covers(_ minute: Int) -> Bool {
    from < to ? (from..<to).contains(minute) : minute >= from || minute < to
  }
}
