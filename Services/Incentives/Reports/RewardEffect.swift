/// What a reward's rule says in words: what opens it, what it gives, and what ends it (GOV-25).
struct RewardEffect: Hashable, Sendable {
    /// The rule with its version.
    let rule: String
    /// What opens it.
    let opens: String
    /// What ends it, or makes it pause.
    let ends: String

    static let pool = RewardEffect(
        rule: Pools.rule, opens: "a credential of the programme is issued",
        ends: "the credential lapses or is revoked; it pauses while the credential is suspended")
    static let premium = RewardEffect(
        rule: Premiums.rule, opens: "an engagement starts while a credential has a use left",
        ends: "the engagement is called off before it starts; no use starts once the credential ends or is suspended")
    static let grant = RewardEffect(
        rule: Grants.rule, opens: "the plan's pathway is completed, once per worker and programme",
        ends: "its days are over, it is paid out, or the outcome behind it turns out not to be passed")
    static let claim = RewardEffect(
        rule: ClaimPolicy.actor, opens: "the worker hands it in with receipts",
        ends: "a person decides on it, or the worker takes it back")
    static let stipend = RewardEffect(
        rule: Stipends.rule, opens: "a task of an assessment is handed in, whatever its result",
        ends: "the task turns out to be paid as billable work")
    static let story = RewardEffect(
        rule: Stories.rule, opens: "the plan's pathway is completed",
        ends: "the worker declines; nothing else follows from that")
    static let priority = RewardEffect(
        rule: Priorities.rule, opens: "a credential of the plan's pathway is valid",
        ends: "the credential lapses or is revoked; it pauses while the credential is suspended")
}
