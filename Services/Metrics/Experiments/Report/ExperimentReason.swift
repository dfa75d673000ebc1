import Contracts
import Programmes

/// Why a verdict is what it is, or what is to be kept in mind beside it.
enum ExperimentReason: Saying {
    /// Nobody has met a variant yet.
    case nobodyMet
    /// It begins on a later day.
    case startsLater(from: Day)
    /// The figure is no value of a single worker, so there is nothing to compare.
    case noOutcome(kpi: String)
    /// The variants filled otherwise than meant, by a test that hardly ever says so by chance.
    case ratioFails(p: Double)
    /// On so many days the variants had filled otherwise than meant, and those looks were left out.
    case looksBlocked(days: Int)
    /// A variant has fewer matured units than the floor.
    case belowFloor(variant: String, units: Int, floor: Int)
    /// Smaller groups were allowed, for a written reason; the results are labelled.
    case floorOverridden(reason: String)
    /// It has run for fewer days than a verdict needs.
    case tooShort(days: Int, least: Int)
    /// It still runs.
    case runs(until: Day)
    /// So many units' time is not over yet; the last one's is over on this day.
    case maturing(units: Int, on: Day?)
    /// A variant differs from the control.
    case differs(variant: String, kpi: String, p: Double, isBetter: Bool)
    /// A variant already differs, and the verdict waits for the shortest duration or the floor.
    case differsSoFar(variant: String, kpi: String, p: Double)
    /// No variant differs by a test that allows looking every day.
    case noDifference(kpi: String)
    /// That none was shown is no proof that there is none: smaller effects than this could not be seen.
    case couldHaveSeen(effect: Double, kpi: String)
    /// The values do not vary, or there are too few of them for any test.
    case undefined(kpi: String)
    /// Its last day was moved forward after it was declared.
    case stoppedEarly(declared: Day, until: Day)
    /// The plan was changed after it was declared.
    case planChanged(times: Int)
    /// Somebody met a variant before it was declared.
    case metBeforeDeclared(people: Int)
    /// A guardrail stopped a variant.
    case variantStopped(variant: String, subject: ExperimentGuardrail.Subject, on: Day)
    /// The one rollout that was decided.
    case rolledOut(variant: String, from: Day)
}
