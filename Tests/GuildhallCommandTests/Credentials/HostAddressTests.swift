import OpenBadges
import Testing

@testable import GuildhallCommand

@Suite("Which addresses a stranger's credential may make us ask")
struct HostAddressTests {
    @Test(
        "public ones only",
        arguments: [
            ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false), ("172.32.0.1", true),
            ("192.168.1.1", false), ("169.254.169.254", false), ("100.64.0.1", false), ("0.0.0.0", false),
            ("224.0.0.1", false), ("255.255.255.255", false), ("198.18.0.1", false), ("93.184.216.34", true),
            ("::1", false), ("fe80::1", false), ("fc00::1", false), ("::ffff:10.0.0.1", false), ("2001:db8::1", false),
            ("2002:7f00:1::", false), ("64:ff9b::a00:1", false), ("2606:2800:220:1::1", true),
        ])
    func isPublic(_ address: String, _ expected: Bool) throws {
        let resolved = try HostAddress.resolve(address)
        #expect(!resolved.isEmpty)
        #expect(resolved.allSatisfy { $0.isPublic == expected })
    }

    @Test(
        "an address is refused before anybody is asked",
        arguments: [
            "http://example.org/x", "https://127.0.0.1/x", "https://localhost/x", "https://user@example.org/x",
            "file:///etc/passwd", "https://[::1]/x", "nothing",
        ])
    func refused(_ address: String) async {
        let fetch = GuardedFetch(own: "http://127.0.0.1:18080", allowedHosts: [], certificates: nil)
        await #expect {
            try await fetch.fetch(address, ["application/json"])
        } throws: { error in
            guard case .refused? = error as? CredentialSource.Failure else { return false }
            return true
        }
    }
}
