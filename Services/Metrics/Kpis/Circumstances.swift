import Contracts
import Database

/// Whom an observation is about, when, and under which circumstances: the first four columns of every measure's query.
struct Circumstances: Equatable, Sendable {
    /// Who stands for the linked contractors; nil where nobody is concerned yet, such as by an open place.
    var person: Identifier?
    /// When it happened in the world.
    var at: Timestamp
    /// Whether the person held a credential then (MET-20).
    var isHeld: Bool?
    /// The role, cohort or currency that it belongs to.
    var label: String?

    init(person: Identifier?, at: Timestamp, isHeld: Bool?, label: String?) {
        self.person = person
        self.at = at
        self.isHeld = isHeld
        self.label = label
    }

    init(_ row: Row) throws {
        person = try row.optionalIdentifier(0)
        at = try row.timestamp(1)
        isHeld = try row.optionalBool(2)
        label = try row.optionalText(3)
    }

    /// Whether the person `o.person` held a credential at `o.at`, of the programme `$2` where one is named.
    ///
    /// A credential is held from its award until its term ends or until it is revoked for cause; one whose outcome
    /// turned out not to be passed was never held. What is held today says nothing about then.
    static let held = """
        CASE WHEN o.person IS NOT NULL THEN EXISTS (
            SELECT 1 FROM metrics_contractor k JOIN metrics_credential x ON x.contractor = k.id
            WHERE k.canonical = o.person AND ($2::text IS NULL OR x.programme = $2) AND x.awarded_at <= o.at
                AND o.at < CASE
                    WHEN x.status = 'revoked' THEN least(x.valid_until, coalesce(x.revoked_at, x.awarded_at))
                    ELSE x.valid_until END)
        END
        """
}
