import Contracts
import Programmes

/// All that is known of a person, under all linked ids, as far as rewards depend on it.
///
/// Outcomes, and what people decided on them: no attendance, no hours, no obedience (INC-19). There is no field for any
/// of that, so no rule here can read it.
struct GroupFacts: Sendable {
    /// Who stands for the group.
    let holder: Identifier
    /// In order of award, then id.
    let credentials: [CredentialFact]
    let tasks: [TaskState]
    let exposures: [ExposureState]
    /// Every revision of every claim.
    let claims: [Told<ClaimRecorded>]
    let decisions: [Told<ClaimDecisionRecorded>]
    let payments: [Told<PaymentRecorded>]
    let testimonials: [Told<TestimonialRecorded>]
    let releases: [Told<ReleaseRecorded>]
    let overrides: [Told<OverrideRecorded>]

    /// The facts of a group out of those of a batch.
    init(holder: Identifier, credentials: [CredentialFact], told: [ToldFact], records: [RecordFact]) {
        self.holder = holder
        self.credentials = credentials.sorted { ($0.awardedAt, $0.id) < ($1.awardedAt, $1.id) }
        tasks = told.compactMap { $0.payload as? TaskState }.sorted { $0.task < $1.task }
        exposures = told.compactMap { $0.payload as? ExposureState }
            .sorted { ($0.exposedAt, $0.exposure) < ($1.exposedAt, $1.exposure) }
        claims = records.all(ClaimRecorded.self)
        decisions = records.latest(ClaimDecisionRecorded.self)
        payments = records.latest(PaymentRecorded.self)
        testimonials = records.latest(TestimonialRecorded.self)
        releases = records.latest(ReleaseRecorded.self)
        overrides = records.latest(OverrideRecorded.self)
    }

    /// The version of a programme that a credential was decided by, where Guildhall delivers it.
    func programme(of credential: CredentialFact, _ programmes: ProgrammeCatalogue) -> PublishedProgramme? {
        let programme = programmes.find(programme: credential.programme, version: credential.programmeVersion)
        return programme?.definition.delivery == .guildhall ? programme : nil
    }

    /// The variants that the person met in a programme, by experiment: of each the first one met.
    func variants(in programme: String) -> [String: String] {
        let met = exposures.filter { $0.programme == programme }
        return Dictionary(met.map { ($0.experiment, $0.variant) }) { first, _ in first }
    }
}
