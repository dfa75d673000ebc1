import Contracts

/// When a worker met a variant of an experiment first (EXP-05), as last announced.
struct Exposure: Hashable, Sendable {
    let id: Identifier
    let contractor: Identifier
    let programme: String
    let programmeVersion: Int64
    let experiment: String
    let variant: String
    /// The client, where whole clients are assigned.
    let client: String?
    let exposedAt: Timestamp

    /// The exposure of an invitation to one of its variants.
    init(_ invitation: Invitation, experiment: String, variant: String, client: String? = nil) {
        self.init(
            contractor: invitation.contractor, programme: invitation.programme,
            programmeVersion: invitation.programmeVersion, experiment: experiment, variant: variant,
            client: client, exposedAt: invitation.invitedAt)
    }

    /// An exposure of its parts.
    init(
        contractor: Identifier, programme: String, programmeVersion: Int64, experiment: String, variant: String,
        client: String?, exposedAt: Timestamp
    ) {
        id = Identifier.derived("exposure", contractor, programme, experiment)
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.experiment = experiment
        self.variant = variant
        self.client = client
        self.exposedAt = exposedAt
    }

    /// What the other services are told.
    var state: ExposureState {
        ExposureState(
            exposure: id, contractor: contractor, programme: programme, programmeVersion: programmeVersion,
            experiment: experiment, variant: variant, client: client, exposedAt: exposedAt)
    }
}
