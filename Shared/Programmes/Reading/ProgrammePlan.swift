/// The parts of a programme that only one delivered by Guildhall has.
struct ProgrammePlan {
    var languages: [PageLanguage] = [.english]
    var texts: [WorkerText] = []
    var objectives: [Objective] = []
    var diagnosis: Diagnosis?
    var kpis: [ProgrammeKPI] = []
    var onboarding: [OnboardingRole] = []
    var reminders: ReminderPlan?
    var review: ProgrammeReview?
    var budgets: [BudgetLine] = []
    var experiments: [ExperimentPlan] = []

    /// Their keys at the top of a programme.
    static let keys = [
        "languages", "texts", "objectives", "diagnosis", "kpis", "onboarding", "reminders", "governance", "budgets",
        "experiments",
    ]
}
