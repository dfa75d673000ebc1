import Contracts

/// Everything that is known of persons, and everything that was decided of them: what a file is loaded from.
struct PersonFacts: Sendable {
    /// Who stands for each contractor.
    var canonicals: [Identifier: Identifier] = [:]
    var engagements: [StoryPart] = []
    var consents: [ConsentFact] = []
    var verifications: [VerificationFact] = []
    var records: [RecordedFact] = []
    var agreements: [RecordedFact] = []
    var credentials: [ToldCredential] = []
    var hours: [TimeFact] = []
    /// Variants that were stopped, whoever would meet them.
    var stops: [ExperimentStop] = []
    /// The key of sign-up links.
    var linkKey: [UInt8] = []

    var gates: [Gate] = []
    var steps: [GateStep] = []
    var enrolments: [Enrolment] = []
    var invitations: [Invitation] = []
    var exposures: [Exposure] = []
    var discoveries: [Discovery] = []
    var notices: [Notice] = []
    var series: [ReminderSeries] = []
    var violations: [Violation] = []

    /// The file of one person: the facts of everybody who is linked with a contractor.
    func file(of contractor: Identifier) -> PersonFile {
        let canonical = canonicals[contractor] ?? contractor
        let linked = canonicals.filter { $0.value == canonical }.map(\.key)
        let members = Set(linked + [contractor, canonical])
        func own<Element>(_ elements: [Element], _ whose: (Element) -> Identifier) -> [Element] {
            elements.filter { members.contains(whose($0)) }
        }
        var facts = self
        facts.engagements = own(engagements, \.contractor)
        facts.consents = own(consents, \.contractor)
        facts.verifications = own(verifications, \.contractor)
        facts.records = records.filter { $0.contractor.map(members.contains) ?? false }
        facts.credentials = own(credentials, \.contractor)
        facts.hours = own(hours, \.contractor)
        facts.gates = own(gates, \.contractor).sorted { $0.caseID < $1.caseID }
        facts.steps = own(steps, \.contractor)
        facts.enrolments = own(enrolments, \.place.contractor)
        facts.invitations = own(invitations, \.contractor)
        facts.exposures = own(exposures, \.contractor)
        facts.discoveries = own(discoveries, \.contractor)
        facts.notices = own(notices, \.contractor)
        facts.series = own(series, \.contractor)
        facts.violations = own(violations, \.contractor)
        return PersonFile(canonical: canonical, facts: facts)
    }
}
