/// What a replay through all five services took.
struct SuiteResult: Codable, Sendable {
    /// Which records.
    var data: String
    var records: Int
    var messages: Int
    /// From the first publish to the moment when nothing was left to do.
    var seconds: Double
    /// From the first publish to the last confirm.
    var importSeconds: Double
    /// Used from the first publish until everything was done; commits as they come at rest taken off.
    var usage: Usage
    /// Processor seconds of the import itself.
    var importCPUSeconds: Double
    /// Used by the idle suite in a second.
    var atRestASecond: AtRest
    /// By service, in kilobytes: the peak up to then, and resident ten seconds after the work was done.
    var memory: [String: ProcessMemory]
    /// The machine's load of the last minute, when the work was done.
    var load: Double

    /// What a suite uses in a second without any work.
    struct AtRest: Codable, Sendable {
        var cpuSeconds: Double
        var commits: Double
        var statements: Double?
        var walBytes: Double
    }

    /// Inbound records a second, from the first publish to drained.
    var recordsPerSecond: Double { Double(records) / seconds }
    /// Records a second that the import alone sent and had confirmed.
    var importRecordsPerSecond: Double { Double(records) / importSeconds }
    /// The share of the machine's processor time that programs took which are no part of the suite or its import.
    var othersShare: Double { usage.othersShare(own: importCPUSeconds) }
}
