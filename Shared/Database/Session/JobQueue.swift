/// First in, first out, without moving the rest at every step.
struct JobQueue {
    private var jobs: [Job] = []
    private var head = 0

    var count: Int { jobs.count - head }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ job: Job) {
        jobs.append(job)
    }

    mutating func popFirst() -> Job? {
        guard head < jobs.count else { return nil }
        let job = jobs[head]
        head += 1
        // Jobs already done are dropped by and by, so that what they refer to does not live on.
        if head == jobs.count || head >= 32 {
            jobs.removeFirst(head)
            head = 0
        }
        return job
    }

    mutating func removeAll() -> [Job] {
        defer {
            jobs = []
            head = 0
        }
        return Array(jobs[head...])
    }
}
