/// Writes a canonical document (RFC 8785) straight as bytes, without a value in between.
///
/// Whoever writes an object writes its members in the order of their names, which are ASCII.
public struct CanonicalWriter {
    /// What was written.
    public private(set) var bytes: [UInt8] = []
    /// Whether no comma stands before what comes next.
    private var isFirst = true
    /// The name written last in this object, against which the next one is checked.
    private var last: StaticString?

    /// A writer that has written nothing.
    public init() {
        bytes.reserveCapacity(8192)
    }

    /// Writes an object.
    ///
    /// - Parameter members: writes its members.
    public mutating func object(_ members: (inout CanonicalWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        let outer = last
        (isFirst, last) = (true, nil)
        members(&self)
        (isFirst, last) = (false, outer)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a text.
    public mutating func text(_ text: String) {
        separate()
        QuotedText.json.write(text, into: &bytes)
    }

    /// Writes what is canonical already.
    public mutating func written(_ value: [UInt8]) {
        separate()
        bytes.append(contentsOf: value)
    }

    /// Writes a member that is a text, if there is one.
    public mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        begin(name)
        self.text(text)
    }

    /// Writes a member that is any value, if there is one.
    public mutating func member(_ name: StaticString, value: JSON?) {
        guard let value else { return }
        begin(name)
        separate()
        value.write(into: &bytes)
    }

    /// Writes a member that writes itself, if there is one.
    public mutating func member(_ name: StaticString, part: (some CanonicalWritable)?) {
        guard let part else { return }
        begin(name)
        part.write(into: &self)
    }

    /// Writes a member that is an object.
    public mutating func member(_ name: StaticString, object members: (inout CanonicalWriter) -> Void) {
        begin(name)
        object(members)
    }

    /// Writes a member that is a list of texts, unless it is empty.
    public mutating func member(_ name: StaticString, list texts: [String]) {
        member(name, list: texts) { $0.text($1) }
    }

    /// Writes a member that is a list of what writes itself, unless it is empty.
    public mutating func member(_ name: StaticString, parts: [some CanonicalWritable]) {
        member(name, list: parts) { $1.write(into: &$0) }
    }

    private mutating func member<Element>(
        _ name: StaticString, list elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void
    ) {
        if elements.isEmpty { return }
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for element in elements { write(&self, element) }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    private mutating func begin(_ name: StaticString) {
        assert(last.map { CanonicalWriter.precedes($0, name) } ?? true, "\(name) stands after \(last ?? "")")
        last = name
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private static func precedes(_ left: StaticString, _ right: StaticString) -> Bool {
        left.withUTF8Buffer { one in right.withUTF8Buffer { other in one.lexicographicallyPrecedes(other) } }
    }
}
