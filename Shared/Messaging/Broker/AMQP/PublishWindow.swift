/// Which published messages wait for the broker's answer: a state machine without I/O.
///
/// Jobs are sent one after the other, so each owns a run of sequence numbers. Answers come single or for all up to a
/// number, and out of order.
struct PublishWindow {
    /// Header that numbers a mandatory message without an id of its own, so that its return can be told from others.
    static let sequenceHeader = "guildhall-sequence"

    /// Jobs with unanswered or unsent messages, in order; those before `head` are done.
    private var jobs: [PublishJob] = []
    private var head = 0
    /// The job that is being sent.
    private var sending = 0
    /// Where the last returned message stood: returns come in the order of publishing.
    private var returnCursor: UInt64 = 1

    /// The last sequence number given.
    private(set) var published: UInt64 = 0
    /// Messages sent and not settled.
    private(set) var inFlight = 0

    var hasUnsent: Bool { sending < jobs.count }

    mutating func add(_ job: PublishJob) {
        jobs.append(job)
    }

    /// The next message, numbered.
    mutating func send() -> (message: OutgoingMessage, sequence: UInt64)? {
        guard sending < jobs.count else { return nil }
        let job = jobs[sending]
        published += 1
        inFlight += 1
        if job.sent == 0 { job.firstSequence = published }
        let message = job.messages[job.sent]
        job.sent += 1
        if job.sent == job.messages.count { sending += 1 }
        return (message, published)
    }

    /// Settles one message or all up to it; hands back the jobs that are done, in order of completion.
    mutating func settle(_ sequence: UInt64, multiple: Bool, accepted: Bool) -> [PublishJob] {
        guard sequence <= published else { return [] }
        var done: [PublishJob] = []
        if multiple {
            // Zero stands for everything so far.
            let last = sequence == 0 ? published : sequence
            var position = head
            while position < jobs.count, jobs[position].sent > 0, jobs[position].firstSequence <= last {
                let job = jobs[position]
                let end = min(Int(last - job.firstSequence) + 1, job.sent)
                for index in min(job.cursor, end)..<end {
                    settle(job, index, accepted, &done)
                }
                job.cursor = max(job.cursor, end)
                position += 1
            }
        } else if let job = job(of: sequence) {
            settle(job, Int(sequence - job.firstSequence), accepted, &done)
        }
        dropDone()
        return done
    }

    /// Notes that a message came back; its acknowledgement is still to come.
    ///
    /// False when nobody knows it.
    @discardableResult
    mutating func returned(sequence: UInt64?, messageID: String?, routingKey: String, code: Int, text: String) -> Bool {
        let place = sequence ?? find(messageID, routingKey, from: returnCursor) ?? find(messageID, routingKey, from: 1)
        guard let place, let job = job(of: place) else { return false }
        job.outcomes[Int(place - job.firstSequence)] = .returned(code: code, text: text)
        returnCursor = place + 1
        return true
    }

    /// Takes all jobs out, to be failed.
    mutating func removeAll() -> [PublishJob] {
        defer { self = PublishWindow() }
        return jobs[head...].filter { $0.unsettled > 0 }
    }

    private mutating func settle(_ job: PublishJob, _ index: Int, _ accepted: Bool, _ done: inout [PublishJob]) {
        guard !job.settled[index] else { return }
        job.settled[index] = true
        job.unsettled -= 1
        inFlight -= 1
        if !accepted { job.outcomes[index] = .rejected }
        if job.unsettled == 0 { done.append(job) }
    }

    private mutating func dropDone() {
        while head < jobs.count, jobs[head].unsettled == 0 { head += 1 }
        // Moving the rest down now and then costs nothing a message.
        guard head > 32, head * 2 >= jobs.count else { return }
        jobs.removeFirst(head)
        sending -= head
        head = 0
    }

    /// The unfinished job that a number belongs to.
    private func job(of sequence: UInt64) -> PublishJob? {
        var low = head
        var high = min(sending + 1, jobs.count)
        while low < high {
            let middle = (low + high) / 2
            let job = jobs[middle]
            if job.sent == 0 || sequence < job.firstSequence {
                high = middle
            } else if sequence >= job.firstSequence + UInt64(job.sent) {
                low = middle + 1
            } else {
                return job
            }
        }
        return nil
    }

    /// The first mandatory message in flight with this id and key that has not come back yet.
    private func find(_ messageID: String?, _ routingKey: String, from start: UInt64) -> UInt64? {
        guard let messageID else { return nil }
        for job in jobs[head..<min(sending + 1, jobs.count)] where job.firstSequence + UInt64(job.sent) > start {
            let first = start > job.firstSequence ? Int(start - job.firstSequence) : 0
            for index in first..<max(first, job.sent) where !job.settled[index] && job.outcomes[index] == .confirmed {
                let message = job.messages[index]
                if message.mandatory, message.messageID == messageID, message.routingKey == routingKey {
                    return job.firstSequence + UInt64(index)
                }
            }
        }
        return nil
    }
}
