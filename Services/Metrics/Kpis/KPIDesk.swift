import Contracts
import Database
import Hummingbird
import Programmes

/// Answers questions about figures: finds the definition, the programme and the people's variants, and computes.
struct KPIDesk: Sendable {
    let database: Database
    let library: ProgrammeLibrary

    init(_ database: Database) {
        self.database = database
        library = ProgrammeLibrary(database)
    }

    /// The figures that are computed by a measure, in the order of a pilot's report.
    static let measures = [
        TimeToFill.name, FirstWeekErrors.name, Incidents.name, Participation.name, Completion.name, QualityDelta.name,
        Rehire.name, Clearance.name, RewardTotals.name,
    ]

    /// The newest definition of a figure.
    func newest(_ name: String) async throws -> KPIDefinition {
        guard let definition = try await KPIDefinition.newest(name, in: database) else {
            throw HTTPError(.notFound, message: "No figure \(name) is defined.")
        }
        return definition
    }

    /// The day that the database's clock shows.
    func today() async throws -> Day {
        try await database.run([Call(Statement("SELECT guildhall_now()"))])[0][0].timestamp(0).day
    }

    /// The newest version of a programme.
    func programme(_ id: String) async throws -> ProgrammeDefinition {
        guard let programme = try await library.catalogue().find(programme: id) else {
            throw HTTPError(.notFound, message: "No programme \(id) is published.")
        }
        return programme.definition
    }

    /// The register of an experiment.
    func register(_ experiment: String, of programme: String) async throws -> ExperimentRegister {
        let versions = try await library.catalogue().versions(of: programme)
        guard let register = ExperimentRegister(experiment, versions) else {
            throw HTTPError(.notFound, message: "No version of programme \(programme) declares \(experiment).")
        }
        return register
    }

    /// Who is in which variant.
    func variants(
        _ plan: ExperimentPlan, of programme: String, by analysis: VariantMap.Analysis, asOf day: Day
    ) async throws -> VariantMap {
        switch analysis {
        case .exposure: try await .exposed(plan, programme: programme, asOf: day, in: database)
        case .assignment: try await .assigned(plan, programme: programme, asOf: day, in: database)
        }
    }

    /// The question with the programme's roles.
    func about(_ programme: ProgrammeDefinition, asOf day: Day) -> KPIQuestion {
        var question = KPIQuestion(asOf: day)
        question.programme = programme.id
        question.roles = Set(programme.onboarding.map(\.role) + programme.pathways.map(\.role)).sorted()
        return question
    }

    /// The report of a figure; nil where no measure has that name.
    func report(_ name: String, _ question: KPIQuestion) async throws -> KPIReport? {
        let measures: [any Measure.Type] = [
            TimeToFill.self, FirstWeekErrors.self, Incidents.self, Participation.self, Completion.self,
            QualityDelta.self, Rehire.self, Clearance.self, RewardTotals.self,
        ]
        guard let measure = measures.first(where: { $0.name == name }) else { return nil }
        return try await report(measure, question)
    }

    private func report(_ measure: any Measure.Type, _ question: KPIQuestion) async throws -> KPIReport {
        let definition = try await newest(measure.name)
        var question = question
        if question.windowDays == nil { question.windowDays = definition.windowDays }
        return try await KPIReport.make(measure, definition, question, in: database)
    }

    /// An experiment with the figures that its plan names.
    func experiment(
        _ id: String, of programme: String, by analysis: VariantMap.Analysis, asOf day: Day, isSplit: Bool,
        kpis names: [String]? = nil
    ) async throws -> ExperimentReport {
        let register = try await register(id, of: programme)
        let exposed = try await variants(register.plan, of: programme, by: .exposure, asOf: day)
        let assigned = try await variants(register.plan, of: programme, by: .assignment, asOf: day)
        let facts = try await facts(
            register, of: programme, among: analysis == .exposure ? exposed : assigned, asOf: day)
        var question = about(try await self.programme(programme), asOf: day)
        question.variants = analysis == .exposure ? exposed : assigned
        question.isSplitByCredential = isSplit
        var reports: [KPIReport] = []
        for name in names ?? ([register.plan.primary] + register.plan.secondary) {
            if let report = try await report(name, question) { reports.append(report) }
        }
        return ExperimentReport(
            programme: programme, register: register, exposed: exposed, assigned: assigned,
            exposedBeforeDeclaration: Int64(facts.exposedBeforeDeclaration), analysis: analysis, asOf: day,
            kpis: reports, reading: .of(facts), notes: try await notes(id, of: programme, asOf: day),
            leading: try await leading(try await self.programme(programme), asOf: day))
    }

    /// All that an experiment is judged by.
    func facts(
        _ register: ExperimentRegister, of programme: String, by analysis: VariantMap.Analysis, asOf day: Day
    ) async throws -> ExperimentFacts {
        try await facts(
            register, of: programme,
            among: try await variants(register.plan, of: programme, by: analysis, asOf: day), asOf: day)
    }

    private func facts(
        _ register: ExperimentRegister, of programme: String, among map: VariantMap, asOf day: Day
    ) async throws -> ExperimentFacts {
        let early = try await database.run([
            Call(
                VariantMap.undeclared,
                [
                    .text(programme), .text(register.plan.id), .int8(register.version),
                    .timestamptz(Timestamp(day.adding(days: 1))),
                ])
        ])[0][0].int64(0)
        return try await ExperimentDesk(database: database).facts(
            register, of: programme, roles: about(try await self.programme(programme), asOf: day).roles, among: map,
            window: try await rehireWindow(), early: early, asOf: day)
    }

    /// Days within which somebody has to come back to count as rehired.
    func rehireWindow() async throws -> Int {
        Int(clamping: try await newest(Rehire.name).windowDays ?? 90)
    }

    /// The looks as they were noted on their days.
    private func notes(_ experiment: String, of programme: String, asOf day: Day) async throws -> [NotedLook] {
        try await database.run([
            Call(WatchStatements.notes, [.uuid(ExperimentStages.id(programme, experiment)), .date(day)])
        ])[0].map { try NotedLook($0) }
    }

    /// All experiments that were ever declared.
    func experiments() async throws -> [ExperimentSummary] {
        let catalogue = try await library.catalogue()
        return catalogue.latest.flatMap { programme in
            let versions = catalogue.versions(of: programme.id)
            return ExperimentRegister.experiments(versions).compactMap { id in
                ExperimentRegister(id, versions).map { ExperimentSummary(programme: programme.id, $0) }
            }
        }
    }

    /// The funnel of a programme.
    func funnel(_ question: KPIQuestion, of programme: String) async throws -> FunnelReport {
        let definition = try await library.catalogue().find(programme: programme)?.definition
        return try await FunnelReport.make(
            try await newest("funnel"), question, programme: programme, delivery: FunnelDelivery(definition),
            in: database)
    }
}
