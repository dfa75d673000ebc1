import Contracts

/// A contractor's place in an offering, as last announced.
struct Enrolment: Hashable, Sendable {
    let id: Identifier
    let place: EnrolmentPlace
    /// The latest version when the enrolment was first opened, and kept from then on.
    let programmeVersion: Int64
    var pathway: String
    var status: EnrolmentStatus
    var optedInAt: Timestamp
    /// When the worker opted out; nil while it is open, and where a correction undid the opt-in.
    var withdrawnAt: Timestamp?
    var engagement: Identifier?
    var textVersion: String
    var channel: String?
    var basis: ConsentBasis
    /// Grows with every announcement of this enrolment.
    var sequence: Int64
    /// What goes with the announcement beside the row: derived anew from the facts each time.
    var sign = Sign()

    /// The invitation that led to an enrolment, the statement shown before it (INC-21), and the worker's language.
    struct Sign: Hashable, Sendable {
        var invitation: Identifier?
        var statement: String?
        var language: String?
    }

    /// A place that nothing is announced of yet.
    init(_ place: EnrolmentPlace, programmeVersion: Int64, _ optIn: OptIn) {
        id = place.enrolment
        self.place = place
        self.programmeVersion = programmeVersion
        pathway = optIn.consent.pathway ?? ""
        status = optIn.status
        optedInAt = optIn.optedInAt
        withdrawnAt = optIn.withdrawnAt
        engagement = optIn.consent.engagement
        textVersion = optIn.consent.textVersion
        channel = optIn.consent.channel
        basis = optIn.consent.basis
        sequence = 0
    }

    /// A row as it is kept.
    init(
        id: Identifier, place: EnrolmentPlace, programmeVersion: Int64, pathway: String, status: EnrolmentStatus,
        optedInAt: Timestamp, withdrawnAt: Timestamp?, engagement: Identifier?, textVersion: String, channel: String?,
        basis: ConsentBasis, sequence: Int64
    ) {
        self.id = id
        self.place = place
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.status = status
        self.optedInAt = optedInAt
        self.withdrawnAt = withdrawnAt
        self.engagement = engagement
        self.textVersion = textVersion
        self.channel = channel
        self.basis = basis
        self.sequence = sequence
    }

    /// The same enrolment as the consents say now, with the next sequence; nil when there is nothing new in it.
    func revised(_ optIn: OptIn) -> Enrolment? {
        var next = Enrolment(place, programmeVersion: programmeVersion, optIn)
        next.sequence = sequence
        next.sign = sign
        guard next != self else { return nil }
        next.sequence += 1
        return next
    }

    /// What the other services are told.
    var state: EnrolmentState {
        EnrolmentState(
            enrolment: id, contractor: place.contractor, programme: place.programme,
            programmeVersion: programmeVersion, pathway: pathway, offering: place.offering, status: status,
            optedInAt: optedInAt, engagement: engagement, sequence: sequence,
            invitation: sign.invitation, statement: sign.statement, language: sign.language,
            withdrawnAt: withdrawnAt)
    }

    /// The type under which they are told.
    var event: EventType {
        status == .open ? .enrolmentOpened : .enrolmentWithdrawn
    }
}
