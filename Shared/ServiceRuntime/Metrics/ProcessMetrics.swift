import Foundation

/// The standard figures of a process: memory, processor time, open files, start.
public enum ProcessMetrics {
    /// Adds the figures to a registry; they are looked up at each reading.
    public static func register(in registry: MetricsRegistry) {
        let resident = registry.gauge("process_resident_memory_bytes", "Resident memory size in bytes.")
        let virtual = registry.gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.")
        let open = registry.gauge("process_open_fds", "Number of open file descriptors.")
        let most = registry.gauge("process_max_fds", "Maximum number of open file descriptors.")
        let threads = registry.gauge("process_threads", "Number of threads.")
        let start = registry.gauge("process_start_time_seconds", "Start time since the epoch in seconds.")
        let processor = registry.counter("process_cpu_seconds_total", "User and system processor time in seconds.")
        registry.collect {
            guard let reading = ProcessReading() else { return }
            resident.set(Double(reading.residentPages) * Double(sysconf(Int32(_SC_PAGESIZE))))
            virtual.set(Double(reading.virtualBytes))
            threads.set(Double(reading.threads))
            processor.increment(by: max(0, reading.processorSeconds - processor.value))
            if let boot = ProcessReading.bootSeconds { start.set(boot + reading.startSeconds) }
            if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
                open.set(Double(files.count))
            }
            var limit = rlimit()
            if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 { most.set(Double(limit.rlim_cur)) }
        }
    }
}
