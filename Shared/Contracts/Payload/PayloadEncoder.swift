/// Appends a payload's JSON to a buffer that is used again for the next one.
public struct PayloadEncoder: PayloadVisitor {
    /// What has been written.
    var bytes: [UInt8]

    /// An encoder that appends to what is there.
    init(bytes: consuming [UInt8] = []) {
        self.bytes = bytes
    }

    /// Writes a field, unless it may be left out and is empty.
    @inline(__always)
    public mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value
    ) {
        if value.isOmitted { return }
        key(name)
        value.write(to: &self)
    }

    /// Writes a field that is there.
    @inline(__always)
    public mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value?
    ) {
        guard value != nil else { return }
        key(name)
        value?.write(to: &self)
    }

    /// Writes a field's name, with a comma before it unless it is the object's first.
    @inline(__always)
    mutating func key(_ name: StaticString) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}
