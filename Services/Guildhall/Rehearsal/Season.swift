import Contracts
import Programmes

/// The story of a synthetic retailer's season: 400 seasonal workers, their training, their work and what followed.
///
/// Everything in it is drawn from the seed; the retailer and its workers do not exist.
struct Season {
    private(set) var workers: [SeasonWorker]
    var agenda = Agenda()
    /// Who looks after the experiment; nil where there is none.
    let manager: SeasonManager?
    /// How many workers are invited only when it is decided.
    private let late: Int
    private let seed: UInt64
    let programme: String
    let pathway: Pathway
    let offering: Offering
    /// The texts that workers agree to.
    let texts: SeasonTexts
    /// The outside checks that the role asks for.
    let checks: [String]
    /// The steps of a case that a worker takes alone, with what becomes of each.
    let ownSteps: [(id: String, outcome: StepOutcome, textVersion: String?)]

    /// The season of a programme with a pathway of units and an assessment.
    ///
    /// - Throws: ``RehearsalError`` where the programme has none, or lacks a text that workers agree to.
    init(_ published: PublishedProgramme, workers count: Int, seed: UInt64) throws {
        let definition = published.definition
        guard let pathway = definition.pathways.first(where: { $0.assessment != nil }),
            let offering = pathway.offerings.first
        else {
            throw RehearsalError(
                "Programme \(published.id) has no pathway that Guildhall assesses; rehearse "
                    + "deploy/examples/seasonal-retail/programme.yaml.")
        }
        programme = published.id
        self.pathway = pathway
        self.offering = offering
        texts = try SeasonTexts(definition, pathway)
        checks = definition.onboarding(of: pathway.role)?.steps.compactMap(\.check) ?? []
        ownSteps = Season.ownSteps(definition, pathway)
        let manager = SeasonManager(published)
        self.manager = manager
        self.seed = seed
        late = manager == nil ? 0 : count / Season.lateShare
        workers = (1...(count - late)).map { number in
            SeasonWorker(number: number, seed: seed, from: 3) { contractor in
                guard let plan = manager?.plan, let variant = VariantAssignment.variant(of: contractor, in: plan) else {
                    return false
                }
                return variant.id != plan.variants.first?.id
            }
        }
        agree()
        for worker in workers { live(worker) }
        var day = 30
        while day < SeasonCalendar.days {
            agenda.add(.pay, at: SeasonCalendar.moment(day, .evening))
            day += 30
        }
        if let manager { lookAgain(on: SeasonCalendar.day(of: Timestamp(manager.plan.from))) }
    }

    /// One in so many workers is invited after the experiment.
    private static let lateShare = 20

    /// The experiment is looked at on the evening of a day.
    mutating func lookAgain(on day: Int) {
        act(.look, max(0, day), .night)
    }

    /// Invites the late ones, all of whom follow what was decided; who they are.
    mutating func invite(following decision: ExperimentDecision) -> ArraySlice<SeasonWorker> {
        let known = workers.count
        let isClear = decision.variant != manager?.plan.variants.first?.id
        let day = SeasonCalendar.day(of: Timestamp(decision.from))
        for number in known..<(known + late) {
            let worker = SeasonWorker(number: number + 1, seed: seed, from: day) { _ in isClear }
            workers.append(worker)
            live(worker)
        }
        return workers[known...]
    }

    var role: String { pathway.role }

    private static func ownSteps(
        _ definition: ProgrammeDefinition, _ pathway: Pathway
    ) -> [(id: String, outcome: StepOutcome, textVersion: String?)] {
        (definition.onboarding(of: pathway.role)?.steps ?? []).compactMap { step in
            switch step.kind {
            case .safety: (step.id, .done, nil)
            case .benefits: (step.id, .seen, definition.text("welcome")?.version)
            case .sandbox, .securityBaseline: (step.id, .passed, nil)
            case .simulation: (step.id, .accepted, nil)
            case .credential, .verification, .consent, .terms: nil
            }
        }
    }

    private mutating func agree() {
        let agreement = AgreementRecorded(
            id: "AGR-1", revision: 1, eventTime: SeasonCalendar.moment(0, .morning), roleCode: pathway.role, hours: 72,
            warningHours: 24, credential: pathway.id, checks: checks,
            effectiveFrom: SeasonCalendar.first.adding(days: -30))
        say(.agreementRecorded, SeasonWorker.source, "agreement-1", agreement, 0, .morning)
    }

    mutating func say(
        _ type: EventType, _ source: String, _ id: String, _ payload: any Payload, _ day: Int,
        _ hour: SeasonCalendar.Hour
    ) {
        guard day < SeasonCalendar.days else { return }
        agenda.add(.say(Saying(type, from: source, id: id, payload)), at: SeasonCalendar.moment(day, hour))
    }

    mutating func act(_ act: Act, _ day: Int, _ hour: SeasonCalendar.Hour) {
        guard day < SeasonCalendar.days else { return }
        agenda.add(act, at: SeasonCalendar.moment(day, hour))
    }

    // MARK: a worker's year

    private mutating func live(_ worker: SeasonWorker) {
        var chance = SeededGenerator(seed: worker.seed &+ 1)
        invite(worker, &chance)
        learn(worker, &chance)
        for name in checks { check(worker, name) }
        engage(worker, &chance)
    }

    private mutating func invite(_ worker: SeasonWorker, _ chance: inout SeededGenerator) {
        let seen = max(0, worker.invitedOn - Int.random(in: 0...3, using: &chance))
        if Int.random(in: 1...10, using: &chance) > 1 {
            say(
                .discoveryRecorded, SeasonWorker.source, "\(worker.id)-seen",
                DiscoveryRecorded(
                    id: "\(worker.id)-seen", revision: 1, eventTime: SeasonCalendar.moment(seen, .morning),
                    person: worker.person, programme: programme, pathway: pathway.id, channel: .push), seen, .morning)
        }
        say(
            .invitationRecorded, SeasonWorker.source, "\(worker.id)-invitation",
            InvitationRecorded(
                id: "\(worker.id)-invitation", revision: 1,
                eventTime: SeasonCalendar.moment(worker.invitedOn, .noon), person: worker.person, programme: programme,
                pathway: pathway.id, offering: offering.id, batch: Season.batch(worker), channel: .email,
                language: worker.language), worker.invitedOn, .noon)
    }

    /// The batch of a worker's invitation: its week.
    static func batch(_ worker: SeasonWorker) -> String { "season-week-\(worker.invitedOn / 7 + 1)" }

    private mutating func learn(_ worker: SeasonWorker, _ chance: inout SeededGenerator) {
        guard let delay = worker.signsUpAfter else { return }
        let start = worker.invitedOn + delay
        act(.signUp(worker), start, .noon)
        if worker.mutesReminders {
            say(
                .preferenceRecorded, SeasonWorker.source, "\(worker.id)-mute",
                PreferenceRecorded(
                    id: "\(worker.id)-mute", revision: 1, eventTime: SeasonCalendar.moment(start, .afternoon),
                    person: worker.person, mutesReminders: true), start, .afternoon)
        }
        var day = start
        for unit in pathway.units.indices where unit * 100 < pathway.units.count * worker.stamina {
            if unit % 3 == 2 { day += Int.random(in: 0...2, using: &chance) }
            act(.learn(worker, unit: unit), day, .evening)
        }
        guard worker.stamina == 100 else { return }
        for number in 1...3 {
            day += Int.random(in: 2...4, using: &chance)
            act(.attempt(worker, number: number), day, .afternoon)
            act(.review(worker, number: number), day + 1, .morning)
            act(.talk(worker, number: number), day + 1, .evening)
        }
        if Int.random(in: 1...100, using: &chance) <= 45 { act(.renew(worker), day + 350, .afternoon) }
        day += 12
        act(.release(worker), day, .noon)
        if worker.claims {
            day += Int.random(in: 5...40, using: &chance)
            act(.claim(worker), day, .noon)
            act(.decide(worker), day + 3, .morning)
        }
    }

    /// An outside check: ordered when the engagement is accepted, then clear or left for a person to consider.
    private mutating func check(_ worker: SeasonWorker, _ name: String) {
        let ordered = worker.acceptsOn
        let answer: (VerificationStatus, Int) =
            worker.clearedAfter.map { (.clear, ordered + $0) } ?? (.consider, ordered + 3)
        for (revision, (status, day)) in [(.requested, ordered), answer].enumerated() {
            let id = "\(worker.id)-\(name)"
            say(
                .verificationRecorded, SeasonWorker.source, "\(id)-\(revision)",
                VerificationRecorded(
                    id: id, revision: Int64(revision), eventTime: SeasonCalendar.moment(day, .noon),
                    person: worker.person, check: name, status: status,
                    providerReference: "synthetic-\(worker.number)"), day, .noon)
        }
    }
}
