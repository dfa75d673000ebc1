import Contracts
import Messaging

extension BenchRecords {
    /// An engagement that was accepted.
    func engagement(_ number: Int) -> OutgoingMessage {
        message(.engagementRecorded, "engagement", number, engagement(.accepted))
    }

    /// The same engagement once its work is under way.
    func started(_ number: Int) -> OutgoingMessage {
        var record = engagement(.active)
        record.effectiveStart = record.plannedStart
        return message(.engagementRecorded, "engagement", number, record, revision: 2)
    }

    /// Hours of the engagement of a person.
    func hours(_ number: Int) -> OutgoingMessage {
        var record = TimeReported()
        record.engagement = id("engagement", number % workers.count)
        record.periodStart = moment.day.adding(days: -6)
        record.periodEnd = moment.day
        record.hours = Decimal6(millionths: 31_500_000)
        return message(.timeReported, "hours", number, record)
    }

    private func engagement(_ status: EngagementStatus) -> EngagementRecorded {
        var record = EngagementRecorded()
        record.status = status
        record.roleCode = role
        record.site = "Mill Lane"
        record.costCentre = "CC-7710"
        record.supplier = "Brightline Staffing"
        record.workerType = .staffing
        record.plannedStart = moment.adding(seconds: 86_400)
        record.plannedEnd = moment.adding(seconds: 90 * 86_400)
        record.rate = Rate(amount: 1450, currency: "GBP", unit: "hour")
        record.value = Money(minorUnits: 147_900, currency: "GBP")
        record.region = "West"
        return record
    }

    /// The person's choice to take part.
    func optIn(_ number: Int) -> OutgoingMessage {
        var record = ConsentRecorded()
        record.decision = .given
        record.purpose = "participation"
        record.textVersion = "2025-01"
        record.basis = .worker
        record.programme = BenchProgramme.id
        record.pathway = BenchProgramme.pathway
        record.offering = BenchProgramme.offering
        record.engagement = id("engagement", number)
        return message(.consentRecorded, "opt-in", number, record)
    }

    /// A full score in an assessment of the offering.
    func result(_ number: Int, of assessment: String) -> OutgoingMessage {
        var record = AssessmentResultRecorded()
        record.programme = BenchProgramme.id
        record.offering = BenchProgramme.offering
        record.assessment = assessment
        record.score = Decimal6(100)
        record.scale = Scale(minimum: .zero, maximum: Decimal6(100))
        return message(.assessmentResultRecorded, assessment, number, record)
    }
}
