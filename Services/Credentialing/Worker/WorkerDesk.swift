import Contracts
import Database
import Messaging
import Programmes

/// What a batch does beside credentials themselves: what others may see, links, outside credentials, erasure.
struct WorkerDesk {
    /// What others may see from now on, in the order in which it was asked.
    var shares: [ShareChange] = []
    /// Whose links are withdrawn.
    var withdrawnLinks: [Identifier] = []
    /// Whose traces go.
    var erasures: [Erasure] = []

    private var recognised: [(id: Identifier, key: [String])] = []
    private var unrecognised: [Identifier] = []

    /// Recognises an outside credential; returns why not (CRD-28).
    mutating func recognise(_ request: CredentialRequest, _ programmes: ProgrammeCatalogue) -> String? {
        let answer = verdict(request, programmes)
        if answer != nil { unrecognised.append(request.id) }
        return answer
    }

    private mutating func verdict(_ request: CredentialRequest, _ programmes: ProgrammeCatalogue) -> String? {
        guard let outside = request.outside else { return "no credential was handed in" }
        guard outside.isAcceptable else { return "the verification came to \(outside.verdict)" }
        guard let reason = request.reason, !reason.isEmpty else { return "a recognition has a reason" }
        guard
            programmes.find(programme: outside.programme, version: nil)?.definition.pathway(outside.pathway) != nil
        else { return "there is no pathway \(outside.pathway) in a published programme \(outside.programme)" }
        let key = [request.contractor?.description ?? "", outside.programme, outside.pathway, outside.digest]
        guard !outside.isKnown, !recognised.contains(where: { $0.key == key }) else {
            return "this credential is recognised for it already"
        }
        recognised.append((request.id, key))
        return nil
    }

    /// The statements.
    func calls(now: Timestamp) -> [Call] {
        var calls: [Call] = []
        for change in ShareChange.merged(shares) { calls.append(change.call) }
        if !withdrawnLinks.isEmpty {
            calls.append(Call(LinkStatements.withdraw, [.uuids(Set(withdrawnLinks).sorted())]))
        }
        if !recognised.isEmpty {
            calls.append(
                Call(OutsideStatements.recognise, [.uuids(recognised.map(\.id).sorted()), .timestamptz(now)]))
        }
        if !unrecognised.isEmpty {
            calls.append(Call(OutsideStatements.drop, [.uuids(unrecognised.sorted())]))
        }
        return calls + erasures.flatMap { $0.calls(now: now) }
    }
}
