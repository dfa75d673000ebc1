import Contracts

/// A term of a credential, as credentialing announced it last while it ran: what a renewal extends (CRD-05).
struct CredentialTerm: Hashable, Sendable {
    private(set) var state: CredentialState

    init(_ state: CredentialState) {
        self.state = state
    }

    /// What a term is known by: the credential, and how often it had been renewed.
    struct Key: Hashable, Comparable, Sendable {
        let credential: Identifier
        let renewal: Int64

        static func < (left: Key, right: Key) -> Bool {
            (left.credential, left.renewal) < (right.credential, right.renewal)
        }
    }

    var key: Key { Key(credential: state.credential, renewal: state.renewals ?? 0) }

    var course: Course {
        Course(contractor: state.contractor, programme: state.programme, offering: state.offering)
    }

    /// Takes in an announcement; the highest sequence wins, whatever the order of arrival.
    mutating func merge(_ other: CredentialState) -> Bool {
        guard other.sequence > state.sequence else { return false }
        state = other
        return true
    }

    static func == (left: CredentialTerm, right: CredentialTerm) -> Bool {
        left.state == right.state
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}
