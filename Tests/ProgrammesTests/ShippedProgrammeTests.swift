import Contracts
import Foundation
import Programmes
import Testing

@Suite("The programmes that are shipped")
struct ShippedProgrammeTests {
    private static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("the Open University's 22 offerings and 206 assessments pass the check")
    func oulad() throws {
        let programme = try ProgrammeReader.read(ShippedProgrammeTests.text("deploy/examples/oulad/programme.yaml"))
        let offerings = programme.pathways.flatMap(\.offerings)
        #expect(programme.id == "oulad")
        #expect(programme.pathways.map(\.id) == ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"])
        #expect(offerings.count == 22)
        #expect(offerings.map(\.coursework.count).reduce(0, +) == 206)
        #expect(programme.pathways.allSatisfy { $0.passMark == Decimal6(40) && $0.credential.validityMonths == 12 })
        #expect(programme.rewards.premium == Premium(rateBasisPoints: 500, uses: 2))
        // Of its ten assessments nine count, and the plan gives none of them a weight.
        let equal = try #require(programme.offering("GGG-2013J")).offering.weighted
        #expect(equal.map(\.weight) == Array(repeating: Decimal6(1), count: 9))
        let exact = try #require(programme.offering("DDD-2013B")).offering
        #expect(exact.assessment("25334")?.weight == Decimal6(millionths: 7_500_000))
        #expect(exact.ends == Day(year: 2013, month: 9, day: 29))
    }

    /// The folders of what Guildhall delivers itself, with what each has to say.
    static let folders = ["micro-grant", "seasonal-retail", "technical", "tiered-access"]

    private static func read(_ example: String) throws -> ProgrammeDefinition {
        try ProgrammeReader.read(text("deploy/examples/\(example)/programme.yaml"))
    }

    @Test(
        "PRG-01, INC-26, INC-27: what is shipped has no problem, no warning and nothing for Legal", arguments: folders
    )
    func delivered(example: String) throws {
        let text = try Self.text("deploy/examples/\(example)/programme.yaml")
        let check = ProgrammeReader.check(text)
        #expect(check.problems == [] && check.warnings == [] && check.reviews == [])
        let definition = try #require(check.definition)
        #expect(try ProgrammeReader.read(text, for: .use) == definition)
        #expect(try ProgrammeReader.read(JSONForm.text(of: Document().root(of: text))) == definition)
        #expect(definition.delivery == .guildhall)
        for quote in definition.pathways.compactMap(\.invitation?.quote) {
            #expect(quote.origin.lowercased().contains("synthetic"))
        }
        let readme = try Self.text("deploy/examples/\(example)/README.md")
        #expect(readme.contains("ynthetic") && readme.contains("guildhall programme publish"))
    }

    @Test("the sample of outside assessments passes the check without a warning")
    func sample() throws {
        let check = ProgrammeReader.check(try Self.text("deploy/examples/sample/programme.yaml"))
        #expect(check.definition != nil && check.warnings == [] && check.reviews == [])
    }

    @Test("INC-26: Tiered Access + Badge: four hours, a short assessment, a badge, a pool, 5 % on two assignments")
    func tieredAccess() throws {
        let programme = try Self.read("tiered-access")
        let pathway = programme.pathways[0]
        #expect(pathway.hours == Decimal6(4) && (216...264).contains(pathway.minutes))
        #expect(try #require(pathway.assessment).minutes <= ProgrammeCheck.assessmentCeiling)
        #expect(programme.rewards.pools.count == 1)
        #expect(programme.rewards.tiers.map(\.pool) == programme.rewards.pools.map(\.id))
        #expect(programme.rewards.premium == Premium(rateBasisPoints: 500, uses: 2))
    }

    @Test("INC-27: Micro-Grant + Portfolio Boost: ten hours, USD 150, case study with testimonial, rehire tracking")
    func microGrant() throws {
        let programme = try Self.read("micro-grant")
        let pathway = programme.pathways[0]
        #expect(pathway.hours == Decimal6(10) && (540...660).contains(pathway.minutes))
        let grant = try #require(programme.rewards.grants.first)
        #expect(grant.amount == Money(minorUnits: 15_000, currency: "USD") && grant.pathway == pathway.id)
        #expect(programme.rewards.stories.map(\.pathway) == [pathway.id])
        #expect(programme.text("release") != nil)
        #expect(programme.rewards.priorities.map(\.isRehireEligible) == [true])
        #expect(programme.kpis.contains { $0.id == "rehire" })
    }

    @Test("ONB-01, ONB-18, EXP-01: the season in a shop: six steps, a safety unit with its basis, two variants")
    func season() throws {
        let programme = try Self.read("seasonal-retail")
        #expect(programme.id == "retail-seasonal")
        let role = try #require(programme.onboarding(of: "retail-associate"))
        #expect(role.steps.map(\.kind) == [.verification, .credential, .terms, .consent, .safety, .benefits])
        #expect(role.hours == 72 && role.warningHours == 24)
        let safety = try #require(role.steps.first { $0.kind == .safety })
        #expect(safety.basis?.kind == .siteRule && safety.basis?.reference.isEmpty == false)
        let place = try #require(programme.offering("pos-2024"))
        #expect(place.pathway.id == "point-of-sale" && place.offering.starts == Day(year: 2024, month: 9, day: 2))
        #expect(place.offering.days == 150)
        #expect(safety.unit.map { place.pathway.unit($0) != nil } == true)
        #expect(try #require(place.pathway.assessment?.quiz).items.count >= 12)
        #expect(place.pathway.assessment?.practical.stipend == Money(minorUnits: 1200, currency: "USD"))
        #expect(programme.reminders?.everyHours == 48)
        #expect(programme.rewards.premium == Premium(rateBasisPoints: 500, uses: 2))
        let pilot = try #require(programme.experiment("pilot"))
        #expect(pilot.variants.map(\.id) == ["plain", "clear"])
        #expect(pilot.variants[1].texts == ["invitation": "invitation-clear"])
        #expect(pilot.variants[1].premiumBasisPoints == 700)
        #expect(pilot.sizePerVariant == 200 && pilot.primary == "completion")
        let leading = try #require(programme.kpis.first { $0.isLeading })
        #expect(leading.id == "completion" && leading.goal == Decimal6(millionths: 520_000))
        #expect(programme.kpis.first { $0.id == "first-week-errors" }?.baseline == Decimal6(millionths: 45_000))
        #expect(Set(pilot.guardrails.map(\.subject)) == [.optOut, .complaints, .inequality])
        #expect(pilot.base == leading.baseline && pilot.smallestEffect != nil && pilot.within == 45)
        #expect(pilot.decision == nil)
        let quarters = Set(programme.budgets.filter { $0.line == "grants" }.map(\.quarter.text))
        #expect(quarters == ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"])
        for text in programme.texts { #expect(Set(text.wording.keys) == [.english, .spanish]) }
    }

    @Test(
        "ONB-16, ONB-17, ONB-18, PRG-05: technical contractors: sandbox, security baseline, a gate before deployments")
    func technical() throws {
        let programme = try Self.read("technical")
        #expect(programme.id == "technical-contractors")
        let role = try #require(programme.onboarding(of: "payments-engineer"))
        for kind in [StepKind.sandbox, .securityBaseline] {
            #expect(role.steps.first { $0.kind == kind }?.isMandatory == true)
        }
        let gate = try #require(programme.gates.first { $0.action == "deploy" && $0.assetClass == "payment" })
        #expect(gate.requirement == .all(["security-baseline", "payments-release"]))
        #expect(programme.pathway("payments-release")?.prerequisites == ["security-baseline"])
        let deliverables = programme.pathways.compactMap(\.assessment?.practical.deliverable)
        #expect(Set(deliverables).count == programme.pathways.count)
    }

    @Test("what a programme may be refused for stands in its documentation, rule by rule")
    func documented() throws {
        let page = try Self.text("docs/programmes.md")
        let rules = (GuardrailTests.guardrails + PublicationTests.examples + ExperimentRuleTests.examples).map(\.rule)
        for rule in Set(rules) { #expect(page.contains("`\(rule)`"), "\(rule)") }
        for key in ProgrammeKey.all(in: try Document().root(of: DeliveredProgramme.text)) {
            #expect(page.contains(key), "\(key)")
        }
    }
}

/// The keys of a document, wherever they stand.
enum ProgrammeKey {
    static func all(in value: DocumentValue) -> Set<String> {
        if value.isMapping, let mapping = value.mapping() {
            return mapping.entries().reduce(into: []) { keys, entry in
                if let key = entry.key.text() { keys.insert(key) }
                keys.formUnion(all(in: entry.value))
            }
        }
        return value.isList ? value.list().reduce(into: []) { $0.formUnion(all(in: $1)) } : []
    }
}
