import Contracts

extension ContractField {
    /// The fields of the data of each type that outside publishers may send.
    static let inbound: [String: [ContractField]] = [
        EventType.assessmentResultRecorded.name: fields(of: AssessmentResultRecorded.self),
        EventType.consentRecorded.name: fields(of: ConsentRecorded.self),
        EventType.earningsRecorded.name: fields(of: EarningsRecorded.self),
        EventType.engagementRecorded.name: fields(of: EngagementRecorded.self),
        EventType.incidentRecorded.name: fields(of: IncidentRecorded.self),
        EventType.learningRecorded.name: fields(of: LearningRecorded.self),
        EventType.ratingRecorded.name: fields(of: RatingRecorded.self),
        EventType.requisitionRecorded.name: fields(of: RequisitionRecorded.self),
        EventType.timeReported.name: fields(of: TimeReported.self),
        EventType.verificationRecorded.name: fields(of: VerificationRecorded.self),
        EventType.workReported.name: fields(of: WorkReported.self),
    ]
}
