/// A value behind a reference: whoever copies what holds it pays for one reference, whatever its size.
///
/// A value all the same: it is copied when it is changed while somebody else holds it, too. The state is made of such
/// parts, because it is looked at by many and copied by the compiler wherever it cannot prove that nobody changes it.
@propertyWrapper
package struct Boxed<Value> {
  // An array of one: in place while nobody shares it, and compared by its address first.
  private var storage: [Value]

  /// Puts a value into a box.
  package init(wrappedValue: Value) { storage = [wrappedValue] }

  /// The value.
  package var wrappedValue: Value {
    @inline(__always) _read { yield storage[0] }
    @inline(__always) _modify { yield &storage[0] }
  }
}

extension Boxed: Sendable where Value: Sendable {}
extension Boxed: Equatable where Value: Equatable {}
extension Boxed: Hashable where Value: Hashable {}
