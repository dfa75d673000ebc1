import Contracts
import Messaging
import Programmes

/// The gate of each case, its clock, and hours before it was cleared.
extension PersonDesk {
    mutating func settleCases(
        _ file: PersonFile, _ fired: Set<Identifier>, _ cause: Item, _ out: inout Decisions
    ) -> [Identifier: Gate] {
        let judge = CaseJudge(file: file, programmes: context.programmes, delivered: delivered, now: now)
        var gates: [Identifier: Gate] = [:]
        for known in file.facts.gates {
            guard var judged = judge.judge(known) else { continue }
            let events = GateAnnouncement.events(from: known, to: judged.gate)
            let blocking = judged.gate.status == .cleared ? [] : judged.blocking
            for event in events {
                judged.gate.sequence += 1
                out.emit(event, judged.gate.state(blocking: blocking), about: known.contractor, because: cause)
                out.audit(OnboardingAudit.gate(judged, event, blocking), because: cause)
            }
            if judged.gate != known { changes.gates.append(judged.gate) }
            settleSteps(judged, file, cause, &out)
            setTimers(judged.gate, &out)
            tell(judged, fired, file, cause, &out)
            gates[known.engagement] = judged.gate
        }
        return gates
    }

    mutating func settleSteps(
        _ judged: CaseJudge.Judged, _ file: PersonFile, _ cause: Item, _ out: inout Decisions
    ) {
        let known = file.facts.steps.filter { $0.caseID == judged.gate.caseID }
        let before = Dictionary(known.map { ($0.step, $0) }) { first, _ in first }
        for row in judged.rows where before[row.step] != row {
            changes.steps.append(row)
            if row.state == .waived, before[row.step]?.waivedBy != row.waivedBy {
                out.audit(OnboardingAudit.waiver(row, judged.gate), because: cause)
            }
        }
        let names = Set(judged.rows.map(\.step))
        changes.droppedSteps += known.filter { !names.contains($0.step) }
    }

    /// Timers look forward only: what was past already when it was recorded is settled, and nobody is told.
    func setTimers(_ gate: Gate, _ out: inout Decisions) {
        for (kind, due) in [(GateClock.warning, gate.warningAt), (GateClock.breach, gate.dueAt)] {
            let key = GateClock.timer(kind, gate.caseID)
            if let due, due > now, gate.status == .open {
                out.schedule(TimerRequest(key: key, kind: kind, due: due, contractor: gate.contractor))
            } else if gate.status == .cleared || gate.status == .closed {
                out.cancelTimer(key)
            }
        }
    }

    mutating func tell(
        _ judged: CaseJudge.Judged, _ fired: Set<Identifier>, _ file: PersonFile, _ cause: Item,
        _ out: inout Decisions
    ) {
        let gate = judged.gate
        guard let programme = judged.programme, gate.clearedAt == nil, gate.status != .closed else { return }
        for (timer, kind, due, holds) in [
            (GateClock.warning, NoticeKind.clockWarning, gate.warningAt, gate.isWarned && !gate.isBreached),
            (GateClock.breach, .clockBreach, gate.dueAt, gate.isBreached),
        ] where holds && fired.contains(GateClock.timer(timer, gate.caseID)) {
            issue(
                NoticeDraft(
                    kind: kind, series: gate.caseID, number: 1, contractor: gate.contractor, programme: programme,
                    text: kind.rawValue, caseID: gate.caseID, dueAt: due ?? now), file, cause, &out)
        }
    }

    mutating func settleHours(
        _ file: PersonFile, _ gates: [Identifier: Gate], _ cause: Item, _ out: inout Decisions
    ) {
        for fact in file.facts.hours.sorted(by: { $0.report < $1.report }) {
            guard let gate = gates[fact.engagement] else { continue }
            let known = file.facts.violations.first { $0.report == fact.report }
            let judged = Violation.judge(
                fact, isGated: gate.programme != nil, clearedAt: gate.clearedAt, known: known)
            guard let violation = judged, violation != known else { continue }
            changes.violations.append(violation)
            out.emit(.billingViolated, violation.state, about: violation.contractor, because: cause)
            out.audit(OnboardingAudit.violation(violation), because: cause)
        }
    }
}
