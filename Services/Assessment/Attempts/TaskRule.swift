import Contracts
import Programmes

/// Which completed tasks are announced, and what they are paid (ASM-15, ASM-16).
///
/// A practical task that was handed in is completed, whatever it came to and however late: the time was spent. Each
/// attempt that may count has one. Work that was done for a billable engagement is paid by it, and not a second time. A
/// task whose attempt falls away is announced again without a stipend.
enum TaskRule {
    /// The task of an attempt; nil where there is none to announce.
    static func decide(
        _ attempt: Attempt, _ part: LayeredStanding.Part, _ course: Course, _ enrolment: Identifier?
    ) -> TaskState? {
        guard attempt.refusal == nil, let frame = part.frame, let layer = frame.practical,
            let sitting = attempt.practical, let completedAt = sitting.submittedAt, let enrolment
        else { return nil }
        let engagement = sitting.engagement.map { Identifier.engagement(source: attempt.source, id: $0) }
        return TaskState(
            task: .derived("assessment-task", attempt.id, AssessmentLayer.practical.rawValue),
            enrolment: enrolment, contractor: attempt.contractor, programme: course.programme,
            programmeVersion: frame.programmeVersion, pathway: frame.pathway, offering: course.offering,
            attempt: attempt.name, layer: .practical, completedAt: completedAt,
            stipend: engagement == nil && !layer.isBillable ? layer.stipend : nil, engagement: engagement, sequence: 0)
    }

    /// What has to be said, between what was announced and what the facts say now.
    static func change(announced: TaskState?, now: TaskState?) -> TaskState? {
        let sequence = (announced?.sequence ?? 0) + 1
        guard var news = now ?? announced else { return nil }
        if now == nil {
            if news.stipend == nil { return nil }
            news.stipend = nil
        }
        news.sequence = announced?.sequence ?? 0
        if news == announced { return nil }
        news.sequence = sequence
        return news
    }
}
