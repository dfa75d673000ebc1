import Contracts
import LinkedData
import OpenBadges

/// Who issues: a public base address, the `did:web` that follows from it, and a name.
struct Issuer: Sendable {
    /// The public address that ids of credentials begin with, without a slash at the end.
    let base: String
    /// The name that people read.
    let name: String

    /// An issuer at an address.
    init(base: String, name: String) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.name = name
    }

    /// The issuer's id by the `did:web` method: host and port, then the path's parts, joined by colons.
    var id: String {
        var address = Substring(base)
        for scheme in ["https://", "http://"] where address.hasPrefix(scheme) {
            address = address.dropFirst(scheme.count)
        }
        var parts = address.split(separator: "/").map(String.init)
        if let host = parts.first {
            parts[0] = host.split(separator: ":").joined(separator: "%3A")
        }
        return "did:web:" + parts.joined(separator: ":")
    }

    /// The issuer as credentials name it.
    var profile: BadgeProfile {
        BadgeProfile(id: id, name: name, url: base)
    }

    /// The public address of a credential, which is its id in the document.
    func url(of credential: Identifier) -> String {
        "\(base)/credentials/\(credential)"
    }

    /// The public address of a status list.
    func url(ofStatusList number: Int64) -> String {
        "\(base)/status/\(number)"
    }

    /// The id of an achievement: one a programme and achievement key.
    func achievementURL(programme: String, achievement: String) -> String {
        "\(base)/achievements/\(Issuer.escaped(programme))/\(Issuer.escaped(achievement))"
    }

    /// Text as one part of a path: everything but unreserved characters (RFC 3986) behind a percent sign.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes.append(contentsOf: ("%" + Hexadecimal.encode([byte]).uppercased()).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What embedded proofs call a key.
    func verificationMethod(_ keyID: String) -> String {
        "\(id)#\(keyID)"
    }

    /// The address at which one key is served by itself, which tokens call it by.
    func keyURL(_ keyID: String) -> String {
        "\(base)/keys/\(keyID)"
    }
}
