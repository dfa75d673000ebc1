import Crypto
import Foundation
import Messaging

/// Every audit entry lies under a seal, and every seal follows from the one before.
enum AuditCheck {
    static func broken(_ service: String, _ monitor: Monitor) throws -> [String] {
        let links = try monitor.run(
            """
            SELECT number, from_xid, to_xid, entries, encode(previous, 'hex'), encode(link, 'hex')
            FROM \(service)_seal ORDER BY number
            """)
        var broken: [String] = []
        var sealed = 0
        var (last, to) = (AuditChain.hex(AuditChain.beginning), "0")
        for (position, link) in links.enumerated() {
            if link[0] != "\(position + 1)" || link[1] != to || link[4] != last {
                broken.append("\(service)'s seal \(link[0]) does not follow from the one before")
            }
            (last, to) = (link[5], link[2])
            let entries = try monitor.number(
                "SELECT count(*) FROM \(service)_audit WHERE xid >= '\(link[1])' AND xid < '\(link[2])'")
            if String(entries) != link[3] {
                broken.append("\(service)'s seal \(link[0]) covers \(link[3]), not \(entries)")
            }
            sealed += Int(entries)
        }
        let all = try monitor.number("SELECT count(*) FROM \(service)_audit")
        if all != sealed { broken.append("\(service) has \(all) audit entries, \(sealed) sealed") }
        return broken
    }
}
