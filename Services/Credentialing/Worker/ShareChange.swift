import Contracts
import Database

/// What the worker lets others see of a credential, as far as a request changes it (CRD-12, CRD-13).
struct ShareChange: Hashable, Sendable {
    /// The text that a worker agrees to who wants to be listed; its number goes up with every change of meaning.
    static let consentText = "recognition/1"
    /// The longest name of a listing.
    static let nameLimit = 80

    /// Which credential.
    let credential: Identifier
    /// Whether everybody may read it; nil leaves it.
    var isShared: Bool?
    /// Whether its evidence is shown; nil leaves it.
    var showsEvidence: Bool?
    /// Under which name it is listed, an empty one for not at all; nil leaves it.
    var listedAs: String?
    /// When it was decided.
    let moment: Timestamp

    /// The change that a request asks for; nil where it asks for something else.
    init?(_ request: CredentialRequest, of credential: Identifier, now: Timestamp) {
        self.credential = credential
        moment = now
        switch request.kind {
        case .share: isShared = true
        case .unshare: isShared = false
        case .releaseEvidence: showsEvidence = true
        case .withholdEvidence: showsEvidence = false
        case .list: listedAs = ShareChange.name(request.reason ?? "")
        case .unlist: listedAs = ""
        default: return nil
        }
    }

    /// A name as it may stand on a public page.
    static func name(_ text: String) -> String {
        String(PlainText.clean(text).prefix(nameLimit))
    }

    /// One change a credential, by id, the order in which rows are locked; of two that differ the later one holds.
    static func merged(_ changes: [ShareChange]) -> [ShareChange] {
        var merged: [Identifier: ShareChange] = [:]
        for change in changes {
            guard var sum = merged[change.credential] else {
                merged[change.credential] = change
                continue
            }
            sum.isShared = change.isShared ?? sum.isShared
            sum.showsEvidence = change.showsEvidence ?? sum.showsEvidence
            sum.listedAs = change.listedAs ?? sum.listedAs
            merged[change.credential] = sum
        }
        return merged.values.sorted { $0.credential < $1.credential }
    }

    /// The statement.
    var call: Call {
        Call(
            ShareStatements.change,
            [
                .uuid(credential), .bool(isShared), .bool(showsEvidence), .text(listedAs),
                .text(ShareChange.consentText), .timestamptz(moment),
            ])
    }
}
