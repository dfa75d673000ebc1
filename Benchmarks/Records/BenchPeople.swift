import Contracts

/// People whom the messages of a stage are about, as one source knows them.
struct BenchPeople: Sendable {
    static let source = "/bench"
    static let partition = Partition(number: 0)
    /// Begins what is said of them, so that no two runs say the same.
    let run: String
    /// Their ids at the source.
    let workers: [String]
    /// Who they are here.
    let contractors: [Identifier]

    /// So many people, all of one partition: what is said of them travels under one routing key, as in the reference loop.
    ///
    /// The prefix begins their ids.
    init(ofOnePartition count: Int, prefix: String = "") {
        var workers: [String] = []
        var contractors: [Identifier] = []
        var candidate = 0
        while workers.count < count {
            let worker = "\(prefix)worker-\(candidate)"
            let contractor = Identifier.contractor(source: BenchPeople.source, workerId: worker)
            if Partition(of: contractor) == BenchPeople.partition {
                workers.append(worker)
                contractors.append(contractor)
            }
            candidate += 1
        }
        run = "\(prefix)stage"
        self.workers = workers
        self.contractors = contractors
    }

    /// So many people of all partitions; the prefix begins their ids.
    init(ofAllPartitions count: Int, prefix: String = "") {
        run = "\(prefix)stage"
        workers = (0..<count).map { "\(prefix)worker-\($0)" }
        contractors = workers.map { .contractor(source: BenchPeople.source, workerId: $0) }
    }
}
