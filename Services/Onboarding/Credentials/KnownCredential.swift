import Contracts

/// A credential with everything that was told of it: when it counted, and how it stands.
struct KnownCredential: Sendable {
    let states: [ToldCredential]

    /// A credential of its states, in any order; nil without one.
    init?(_ states: [ToldCredential]) {
        guard !states.isEmpty else { return nil }
        var bySequence: [Int64: ToldCredential] = [:]
        for state in states { bySequence[state.sequence] = state }
        self.states = bySequence.values.sorted { $0.sequence < $1.sequence }
    }

    /// The last thing told.
    var newest: ToldCredential { states[states.count - 1] }

    /// When it counts: from the award to the end of its term, without the time in which it was revoked or suspended.
    var spans: Spans {
        var holes: [Spans.Span] = []
        for (place, state) in states.enumerated() {
            let next = place + 1 < states.count ? states[place + 1].notedAt : nil
            if state.status == .revoked { holes.append(Spans.Span(from: state.notedAt, until: next)) }
            if let until = state.suspendedUntil {
                holes.append(Spans.Span(from: state.notedAt, until: next.map { min($0, until) } ?? until))
            }
        }
        return Spans([Spans.Span(from: newest.awardedAt, until: newest.validUntil)]).minus(Spans(holes))
    }

    /// Everybody's credentials of their states, sorted by id.
    static func all(_ facts: some Sequence<ToldCredential>) -> [KnownCredential] {
        Dictionary(grouping: facts, by: \.credential).sorted { $0.key < $1.key }
            .compactMap { KnownCredential($0.value) }
    }
}
