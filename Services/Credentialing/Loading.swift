import Contracts
import Database
import Messaging

/// The tables that a batch of items needs.
struct Loading: BatchLoading {
    /// What can be asked.
    enum Part {
        case credentials
        case withheld
        case requests
        case keys
        case positions
        case erasures
        case renewals
        case held
        case named
        case publishedKeys
    }

    private var questions = Questions<Part>()

    /// The statements.
    var calls: [Call] { questions.calls }

    init(_ items: [Item], _ roster: Roster) {
        var credentials: Set<Identifier> = []
        var outcomes: Set<Identifier> = []
        var contractors: Set<Identifier> = []
        var relinked: [Item] = []
        var requests: Set<Identifier> = []
        var renewals = 0
        // Renewals are asked for where an item is about one, or may be: nothing of the kind happens to what is assessed
        // elsewhere.
        var isAboutRenewals = false
        var asked: [CredentialQueryAsked] = []
        for item in items {
            switch item.payload {
            case let outcome as OutcomeState:
                outcomes.insert(outcome.outcome)
                contractors.insert(outcome.contractor)
                credentials.insert(Credential.id(of: outcome.outcome))
                if outcome.verdict != nil { isAboutRenewals = true }
            case let renewal as RenewalState:
                credentials.insert(renewal.credential)
                contractors.insert(renewal.contractor)
                renewals += 1
                isAboutRenewals = true
            case let effects as EffectsAsked:
                credentials.insert(effects.credential)
                isAboutRenewals = true
            case let question as CredentialQueryAsked: asked.append(question)
            case is AccessCommand: continue
            case let timer as TimerFired where timer.kind == CredentialRequest.timer:
                requests.insert(timer.key)
                isAboutRenewals = true
            case let timer as TimerFired where timer.kind == RenewalOpening.timer:
                credentials.insert(CredentialTimer.renewal.credential(of: timer.key))
                isAboutRenewals = true
            case let timer as TimerFired where timer.kind == SuspensionEnd.timer:
                credentials.insert(CredentialTimer.suspension.credential(of: timer.key))
            case let timer as TimerFired: credentials.insert(timer.key)
            default: relinked.append(item)
            }
        }
        questions.ask(
            .credentials, CredentialStatements.load, .uuids(credentials.sorted()),
            .uuids(roster.everybody(with: relinked.contractorKeys)), .uuids(requests.sorted()))
        questions.ask(.withheld, CredentialStatements.loadWithheld, .uuids(outcomes.sorted()))
        questions.ask(.requests, RequestStatements.load, .uuids(requests.sorted()))
        questions.ask(.keys, KeyStatements.active)
        questions.ask(
            .positions, StatusStatements.positions, .int8(Int64(outcomes.count + requests.count + renewals)))
        questions.ask(.erasures, ErasureStatements.load, .uuids(contractors.sorted()))
        if isAboutRenewals {
            questions.ask(.renewals, RenewalStatements.load, .uuids(credentials.sorted()), .uuids(requests.sorted()))
        }
        if asked.isEmpty { return }
        questions.ask(.held, QuestionStatements.held, .uuids(Set(asked.compactMap(\.subject)).sorted()))
        questions.ask(.named, QuestionStatements.named, .uuids(Set(asked.compactMap(\.credential)).sorted()))
        questions.ask(.publishedKeys, KeyStatements.published)
    }

    /// The answers by what was asked.
    func answers(_ rows: [Rows]) -> Answers<Part> { questions.answers(rows) }
}
