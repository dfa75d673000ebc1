/// The programme that a stage needs.
enum StageProgramme: Sendable {
    /// The bench's own, delivered elsewhere, with what its credential brings.
    case bench(BenchProgramme.Rewards)
    /// An example of the repository that Guildhall delivers, with one of its roles.
    case example(String, role: String)

    /// How the plan names it.
    var name: String {
        switch self {
        case .bench(let rewards): "bench \(rewards.rawValue)"
        case .example(let name, _): "example \(name)"
        }
    }

    /// The role that engagements are for.
    var role: String {
        switch self {
        case .bench: BenchProgramme.pathway
        case .example(_, let role): role
        }
    }
}
