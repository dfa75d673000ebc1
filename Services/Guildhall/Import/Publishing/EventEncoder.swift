import Contracts

/// Writes messages as CloudEvents in JSON.
struct EventEncoder: Sendable {
    /// The CloudEvents source of all of them.
    let source: String

    /// Appends one CloudEvent.
    func append(_ event: EventMapping, id: String, time: Timestamp, _ values: [ImportValue], to bytes: inout [UInt8]) {
        bytes.append(contentsOf: #"{"specversion":"1.0","id":"#.utf8)
        JSONScalar.append(id, to: &bytes)
        bytes.append(contentsOf: #","source":"#.utf8)
        JSONScalar.append(source, to: &bytes)
        bytes.append(contentsOf: #","type":"#.utf8)
        JSONScalar.append(event.type, to: &bytes)
        bytes.append(contentsOf: #","time":"#.utf8)
        JSONScalar.append(MomentText.text(of: time), to: &bytes)
        bytes.append(contentsOf: #","datacontenttype":"application/json","data":"#.utf8)
        if !append(event.data, values, to: &bytes) { bytes.append(contentsOf: "{}".utf8) }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends an object of the members that have a value; false, and nothing appended, where none has.
    private func append(_ members: [DataMember], _ values: [ImportValue], to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        var count = 0
        for member in members {
            let before = bytes.count
            bytes.append(count == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            JSONScalar.append(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            if append(member.content, values, to: &bytes) {
                count += 1
            } else {
                bytes.removeSubrange(before...)
            }
        }
        guard count > 0 else {
            bytes.removeSubrange(start...)
            return false
        }
        bytes.append(UInt8(ascii: "}"))
        return true
    }

    private func append(_ content: DataContent, _ values: [ImportValue], to bytes: inout [UInt8]) -> Bool {
        switch content {
        case .members(let members):
            return append(members, values, to: &bytes)
        case .value(let template, let kind):
            let value = template.fill(values)
            if value.isEmpty { return false }
            JSONScalar.append(value, kind, to: &bytes)
            return true
        }
    }
}
