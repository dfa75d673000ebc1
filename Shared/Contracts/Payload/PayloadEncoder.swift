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
        let isFirst = bytes.last == UInt8(ascii: "{")
        let length = name.utf8CodeUnitCount
        bytes.append(atMost: length + 4) { start in
            var next = start
            if !isFirst {
                next[0] = UInt8(ascii: ",")
                next += 1
            }
            next[0] = UInt8(ascii: "\"")
            (next + 1).initialize(from: name.utf8Start, count: length)
            next[length + 1] = UInt8(ascii: "\"")
            next[length + 2] = UInt8(ascii: ":")
            return next + length + 3 - start
        }
    }
}
