import Contracts

extension Season {
    /// The engagements of a worker: the season, and perhaps another one later.
    mutating func engage(_ worker: SeasonWorker, _ chance: inout SeededGenerator) {
        let starts = worker.acceptsOn + worker.startsAfter
        let length = worker.fate == .terminated ? 12 + Int.random(in: 0...30, using: &chance) : 126 - starts
        let season = Act.Engagement(id: "WO-\(worker.number)-1", starts: starts, ends: starts + max(length, 14))
        want(worker, season, before: worker.acceptsOn)
        record(worker, season, .offered, 1, day: worker.acceptsOn - 2)
        switch worker.fate {
        case .declined:
            record(worker, season, .withdrawn, 2, day: worker.acceptsOn)
            return
        case .cancelled:
            record(worker, season, .accepted, 2, day: worker.acceptsOn)
            record(worker, season, .cancelled, 3, day: starts - 1)
            return
        case .completed, .terminated:
            record(worker, season, .accepted, 2, day: worker.acceptsOn)
            tell(worker, season, of: worker.acceptsOn)
            work(worker, season, firstRevision: 3)
        }
        guard let gap = worker.comesBackAfter else { return }
        let again = season.ends + gap
        let second = Act.Engagement(id: "WO-\(worker.number)-2", starts: again, ends: again + 60)
        want(worker, second, before: again - 4)
        record(worker, second, .accepted, 1, day: again - 4)
        tell(worker, second, of: again - 4)
        work(worker, second, firstRevision: 2)
    }

    private mutating func work(_ worker: SeasonWorker, _ engagement: Act.Engagement, firstRevision: Int64) {
        record(worker, engagement, .active, firstRevision, day: engagement.starts)
        var week = 0
        while engagement.starts + week * 7 + 6 <= engagement.ends {
            act(.week(worker, engagement, week: week), engagement.starts + week * 7 + 6, .evening)
            week += 1
        }
        act(.rate(worker, engagement), engagement.starts + 2, .evening)
        record(worker, engagement, .ended, firstRevision + 1, day: engagement.ends)
        act(.rate(worker, engagement), engagement.ends, .evening)
    }

    /// The steps of the case that a worker takes alone: the safety module and the text on benefits.
    private mutating func tell(_ worker: SeasonWorker, _ engagement: Act.Engagement, of day: Int) {
        for step in ownSteps {
            let id = "\(engagement.id)-\(step.id)"
            say(
                .stepRecorded, SeasonWorker.source, id,
                StepRecorded(
                    id: id, revision: 1, eventTime: SeasonCalendar.moment(day + 1, .noon), person: worker.person,
                    engagement: engagement.id, step: step.id, outcome: step.outcome, textVersion: step.textVersion),
                day + 1, .noon)
        }
    }

    private mutating func want(_ worker: SeasonWorker, _ engagement: Act.Engagement, before day: Int) {
        let wanted = max(0, day - 5 - worker.number % 12)
        let id = "REQ-\(engagement.id)"
        say(
            .requisitionRecorded, SeasonWorker.source, id,
            RequisitionRecorded(
                id: id, revision: 1, eventTime: SeasonCalendar.moment(wanted, .morning), status: .wanted,
                roleCode: role, count: 1, region: "store-\(worker.store)",
                wantedFrom: SeasonCalendar.first.adding(days: engagement.starts)), wanted, .morning)
    }

    private mutating func record(
        _ worker: SeasonWorker, _ engagement: Act.Engagement, _ status: EngagementStatus, _ revision: Int64, day: Int
    ) {
        let starts = SeasonCalendar.moment(engagement.starts, .morning)
        let ends = SeasonCalendar.moment(engagement.ends, .evening)
        let isUnderWay = status == .active || status == .ended
        var reason: EndReason?
        if status == .ended { reason = worker.fate == .terminated ? .terminated : .completed }
        // A day's ends are told after the work of that day, and nothing is called off in the minute in which a clock ends.
        let hour: SeasonCalendar.Hour = status == .ended ? .evening : status == .cancelled ? .noon : .morning
        say(
            .engagementRecorded, SeasonWorker.source, "\(engagement.id)-\(revision)",
            EngagementRecorded(
                id: engagement.id, revision: revision, eventTime: SeasonCalendar.moment(day, hour),
                person: worker.person, status: status, roleCode: role, businessUnit: "Stores",
                site: "Store \(worker.store)", workerType: .independent, plannedStart: starts,
                effectiveStart: isUnderWay ? starts : nil, plannedEnd: ends,
                effectiveEnd: status == .ended ? ends : nil, endReason: reason,
                value: Money(minorUnits: Int64(engagement.ends - engagement.starts) * 4_750, currency: "USD"),
                country: "US", region: "store-\(worker.store)", requisition: "REQ-\(engagement.id)"), day, hour)
    }
}
