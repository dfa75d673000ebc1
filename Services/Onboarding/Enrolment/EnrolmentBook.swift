import Contracts
import Database
import Messaging
import Programmes

/// The consents and enrolments that a batch touches: takes in consents, then decides each touched place once.
struct EnrolmentBook: Sendable {
    private var revisions = RevisionBook()
    private(set) var consents: [Identifier: [ConsentFact]] = [:]
    private(set) var fresh: [ConsentFact] = []
    private(set) var enrolments: [EnrolmentPlace: Enrolment] = [:]
    private var touched: [EnrolmentPlace: Item] = [:]

    init(consents known: [ConsentFact] = [], enrolments: [Enrolment] = []) {
        for fact in known {
            revisions.note(fact.key, content: fact.fingerprint, contractor: fact.contractor)
            consents[fact.contractor, default: []].append(fact)
        }
        for enrolment in enrolments { keep(enrolment) }
    }

    /// Judges a consent and takes it in when it is fresh.
    mutating func take(
        _ record: ConsentRecorded, _ item: Item, _ contractor: Identifier, _ context: DecisionContext
    ) -> RevisionBook.Verdict {
        let key = RecordKey(record: EnrolmentBook.id(source: item.source, id: record.id), revision: record.revision)
        let content = RecordContent(record)
        let fact = ConsentFact(
            key: key, contractor: contractor, source: item.source, recordID: record.id, decision: record.decision,
            purpose: record.purpose, textVersion: record.textVersion, basis: record.basis, channel: record.channel,
            language: record.language, programme: record.programme, pathway: record.pathway,
            offering: record.offering,
            engagement: record.engagement.map { Identifier.engagement(source: item.source, id: $0) },
            eventTime: record.eventTime, fingerprint: content.fingerprint)
        let known = consents[contractor] ?? []
        let isKnown = fact.place.map { place in known.contains { $0.place == place } } ?? false
        let verdict = revisions.verdict(key, content: content.fingerprint, contractor: contractor)
        guard verdict == .fresh else { return verdict }
        if let refusal = ParticipationCheck.refusal(record, context.programmes, isKnown: isKnown) {
            return .refused(refusal)
        }
        revisions.note(key, content: content.fingerprint, contractor: contractor)
        consents[contractor, default: []].append(fact)
        fresh.append(fact)
        if let place = fact.place { touched[place] = item }
        for other in known where other.key.record == key.record {
            if let place = other.place { touched[place] = item }
        }
        return .fresh
    }

    /// Takes in consents that came with a sign-up, which knows revisions of its own.
    mutating func add(_ facts: [ConsentFact]) {
        for fact in facts {
            consents[fact.contractor, default: []].append(fact)
            fresh.append(fact)
        }
    }

    private mutating func keep(_ enrolment: Enrolment) {
        enrolments[enrolment.place] = enrolment
    }

    /// Decides every touched place, announces what changed and writes.
    ///
    /// What Guildhall delivers is decided with everything known of the person; see ``PersonDesk``.
    mutating func finish(_ delivered: DeliveredRoles, _ context: DecisionContext, _ out: inout Decisions) {
        var changed: [Enrolment] = []
        for (place, item) in touched.sorted(by: { $0.key < $1.key }) {
            guard delivered.programme(place.programme) == nil,
                let optIn = OptIn.decide(consents[place.contractor] ?? [], place: place),
                let enrolment = decide(optIn, place, context)
            else { continue }
            keep(enrolment)
            changed.append(enrolment)
            out.emit(enrolment.event, enrolment.state, about: place.contractor, because: item)
            out.audit(EnrolmentBook.audit(enrolment, optIn), because: item)
        }
        if !fresh.isEmpty {
            out.write(EnrolmentStatements.insert(fresh.sorted { $0.key < $1.key }, at: context.now))
        }
        if !changed.isEmpty { out.write(EnrolmentStatements.upsert(changed.sorted { $0.id < $1.id })) }
    }

    private func decide(_ optIn: OptIn, _ place: EnrolmentPlace, _ context: DecisionContext) -> Enrolment? {
        if let known = enrolments[place] { return known.revised(optIn) }
        guard let programme = context.programmes.find(programme: place.programme) else { return nil }
        var enrolment = Enrolment(place, programmeVersion: programme.version, optIn)
        enrolment.sequence = 1
        return enrolment
    }

    static func audit(_ enrolment: Enrolment, _ optIn: OptIn) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("enrolment", enrolment.id)
        inputs.add("consent", optIn.consent.key.record)
        inputs.add("revision", optIn.consent.key.revision)
        inputs.add("decidedAt", optIn.consent.eventTime)
        inputs.add("textVersion", optIn.consent.textVersion)
        inputs.add("channel", optIn.consent.channel)
        inputs.add("basis", optIn.consent.basis.rawValue)
        inputs.add("offering", enrolment.place.offering)
        inputs.add("sequence", enrolment.sequence)
        return AuditEntry(
            decision: enrolment.status == .open ? "enrolment.opened" : "enrolment.withdrawn",
            contractor: enrolment.place.contractor, rule: "opt-in/1", programme: enrolment.place.programme,
            programmeVersion: enrolment.programmeVersion, inputs: inputs.text, outcome: enrolment.status.rawValue)
    }

    /// The id of a consent's record.
    static func id(source: String, id: String) -> Identifier {
        Identifier.derived("consent", source, id)
    }
}
