import DeskModel

/// A filter of the queue: conditions that can be typed again, or a sentence that says where.
enum FilterInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    do throws(QueueFilterError) {
      let filter = try QueueFilter(parsing: text)
      do throws(QueueFilterError) {
        let again = try QueueFilter(parsing: filter.text)
        return again == filter ? nil : "typed again it is another one: \(filter.text)"
      } catch {
        return "cannot be typed again: \(filter.text): \(error)"
      }
    } catch {
      if !(0...text.utf8.count).contains(error.offset) {
        return "an error at \(error.offset) of \(text.utf8.count)"
      }
      return error.description.isEmpty ? "an error without a word" : nil
    }
  }
}
