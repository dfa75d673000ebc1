/// A programme as its author wrote it down: who may earn what, by which rule, and what follows.
public struct ProgrammeDefinition: Hashable, Sendable {
    /// The programme's id, the same in all its versions.
    public let id: String
    /// What people call it.
    public let title: String
    /// What it is for, in the author's words.
    public let description: String?
    /// Who delivers the learning.
    public let delivery: Delivery
    /// Whether a worker chooses to take part.
    public let participation: Participation
    /// Fields of an engagement by which figures may be told apart, such as a region.
    public let groups: [DeclaredGroup]
    /// The ways through it, in the author's order.
    public let pathways: [Pathway]
    /// What a credential brings.
    public let rewards: Rewards
    /// What credentials open, each gate for one action on one class of assets.
    public let gates: [ActionGate]
    /// Which credentials replace which steps of a screening.
    public let screenings: [ScreeningPlan]
    /// The languages of its texts, in the order in which they are fallen back on (ONB-26).
    public let languages: [PageLanguage]
    /// What workers are shown and told.
    public let texts: [WorkerText]
    /// What it is for (PRG-17).
    public let objectives: [Objective]
    /// The four answers before it was saved (PRG-18).
    public let diagnosis: Diagnosis?
    /// By what it is judged (MET-19).
    public let kpis: [ProgrammeKPI]
    /// The onboarding of its roles; none where it gates nothing.
    public let onboarding: [OnboardingRole]
    /// How people are reminded; nil where nobody is.
    public let reminders: ReminderPlan?
    /// How it is governed.
    public let review: ProgrammeReview?
    /// What may be spent (INC-24).
    public let budgets: [BudgetLine]
    /// What is tried out, declared beforehand (EXP-01).
    public let experiments: [ExperimentPlan]

    /// A definition of these parts.
    public init(
        id: String,
        title: String,
        description: String? = nil,
        delivery: Delivery,
        participation: Participation,
        groups: [DeclaredGroup] = [],
        pathways: [Pathway],
        rewards: Rewards,
        gates: [ActionGate] = [],
        screenings: [ScreeningPlan] = [],
        languages: [PageLanguage] = [.english],
        texts: [WorkerText] = [],
        objectives: [Objective] = [],
        diagnosis: Diagnosis? = nil,
        kpis: [ProgrammeKPI] = [],
        onboarding: [OnboardingRole] = [],
        reminders: ReminderPlan? = nil,
        review: ProgrammeReview? = nil,
        budgets: [BudgetLine] = [],
        experiments: [ExperimentPlan] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.delivery = delivery
        self.participation = participation
        self.groups = groups
        self.pathways = pathways
        self.rewards = rewards
        self.gates = gates
        self.screenings = screenings
        self.languages = languages
        self.texts = texts
        self.objectives = objectives
        self.diagnosis = diagnosis
        self.kpis = kpis
        self.onboarding = onboarding
        self.reminders = reminders
        self.review = review
        self.budgets = budgets
        self.experiments = experiments
    }

    /// The pathway of an id.
    public func pathway(_ id: String) -> Pathway? {
        pathways.first { $0.id == id }
    }

    /// The offering of an id, with the pathway that it belongs to; offering ids are unique in a programme.
    public func offering(_ id: String) -> (pathway: Pathway, offering: Offering)? {
        for pathway in pathways {
            if let offering = pathway.offerings.first(where: { $0.id == id }) { return (pathway, offering) }
        }
        return nil
    }

    /// The text of an id.
    public func text(_ id: String) -> WorkerText? {
        texts.first { $0.id == id }
    }

    /// The onboarding of a role.
    public func onboarding(of role: String) -> OnboardingRole? {
        onboarding.first { $0.role == role }
    }

    /// The experiment of an id.
    public func experiment(_ id: String) -> ExperimentPlan? {
        experiments.first { $0.id == id }
    }
}
