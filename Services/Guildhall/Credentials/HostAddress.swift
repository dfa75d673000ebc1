import Foundation
import OpenBadges

/// An address that a host's name leads to.
struct HostAddress: Hashable, Sendable {
    /// The address in numbers.
    let text: String
    private let bytes: [UInt8]

    /// An address of 4 or 16 bytes.
    init?(text: String, bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.text = text
        self.bytes = bytes
    }

    /// Whether it is one of the public Internet: not of this machine, a private net, a link, or a translation to one.
    var isPublic: Bool {
        if bytes.count == 4 { return HostAddress.isPublic(bytes) }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped { return HostAddress.isPublic(Array(bytes[12...])) }
        // 2000::/3 is what is given out; of it, documentation, and translations whose other end is hidden, are not.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let isDocumentation = bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
        let isTeredo = bytes.starts(with: [0x20, 0x01, 0x00, 0x00])
        let is6to4 = bytes.starts(with: [0x20, 0x02])
        return !isDocumentation && !isTeredo && !is6to4
    }

    private static func isPublic(_ four: [UInt8]) -> Bool {
        switch (four[0], four[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (224..., _): false
        case (100, 64...127), (172, 16...31), (198, 18...19): false
        case (192, 0): four[2] != 0 && four[2] != 2
        case (198, 51): four[2] != 100
        case (203, 0): four[2] != 113
        default: true
        }
    }

    /// The addresses of a host.
    static func resolve(_ host: String) throws -> [HostAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0, let first = list else {
            throw CredentialSource.Failure.unavailable("\(host) has no address")
        }
        defer { freeaddrinfo(first) }
        var found: [HostAddress] = []
        for entry in sequence(first: first, next: { $0.pointee.ai_next }) {
            if let address = HostAddress(entry.pointee) { found.append(address) }
        }
        guard !found.isEmpty else { throw CredentialSource.Failure.unavailable("\(host) has no address") }
        return found
    }

    private init?(_ entry: addrinfo) {
        guard let socket = entry.ai_addr else { return nil }
        var name = [CChar](repeating: 0, count: 64)
        guard getnameinfo(socket, entry.ai_addrlen, &name, 64, nil, 0, NI_NUMERICHOST) == 0 else { return nil }
        let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        switch entry.ai_family {
        case AF_INET:
            let bytes = socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
            self.init(text: text, bytes: bytes)
        case AF_INET6:
            let bytes = socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
            }
            self.init(text: text, bytes: bytes)
        default: return nil
        }
    }
}
