import Contracts

/// Which completed tasks are paid with a stipend (INC-13): each once, whatever its result, unless billable work
/// pays it.
///
/// The result of a task is no input: there is none in what assessment tells of it.
enum Stipends {
    /// The rule's name and version in the audit trail.
    static let rule = "assessment-stipend/1"
    /// The budget line that pays it, where the programme has one.
    static let line = "stipends"

    /// A stipend as the facts give it.
    struct Due: Sendable {
        let id: Identifier
        let task: TaskState
        let amount: Money
    }

    /// The stipends of tasks, one each.
    static func due(_ tasks: [TaskState]) -> [Due] {
        tasks.compactMap { task in
            guard task.engagement == nil, let amount = task.stipend, amount.minorUnits > 0 else { return nil }
            return Due(id: id(of: task.task), task: task, amount: amount)
        }
    }

    /// The id of a task's stipend.
    static func id(of task: Identifier) -> Identifier {
        .derived("stipend", task)
    }
}
