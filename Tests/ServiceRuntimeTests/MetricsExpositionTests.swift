import CoreMetrics
import Testing

@testable import ServiceRuntime

@Suite("Prometheus text")
struct MetricsExpositionTests {
    @Test("a counter has help, type and a line for each label, sorted")
    func counter() {
        let registry = MetricsRegistry()
        registry.counter("seen_total", "Things seen.", [("type", "b")]).increment()
        registry.counter("seen_total", "Things seen.", [("type", "a")]).increment(by: 3)
        #expect(
            registry.exposition() == """
                # HELP seen_total Things seen.
                # TYPE seen_total counter
                seen_total{type="a"} 3
                seen_total{type="b"} 1

                """)
    }

    @Test("a gauge goes up and down")
    func gauge() {
        let registry = MetricsRegistry()
        let gauge = registry.gauge("depth", "Depth.")
        gauge.set(2.5)
        gauge.decrement(by: 1)
        #expect(registry.exposition() == "# HELP depth Depth.\n# TYPE depth gauge\ndepth 1.5\n")
    }

    @Test("a histogram is cumulative and ends with +Inf, sum and count")
    func histogram() {
        let registry = MetricsRegistry()
        let histogram = registry.histogram("t_seconds", "Time.", [("a", "x")], bounds: [0.5, 1])
        for value in [0.25, 0.5, 0.75, 4] { histogram.observe(value) }
        #expect(
            registry.exposition() == """
                # HELP t_seconds Time.
                # TYPE t_seconds histogram
                t_seconds_bucket{a="x",le="0.5"} 2
                t_seconds_bucket{a="x",le="1"} 3
                t_seconds_bucket{a="x",le="+Inf"} 4
                t_seconds_sum{a="x"} 5.5
                t_seconds_count{a="x"} 4

                """)
    }

    @Test("labels and help are escaped, and names are made valid")
    func escapes() {
        let registry = MetricsRegistry()
        registry.gauge("g", "one\\two\nthree", [("l", "a\"b\\c\nd")]).set(1)
        _ = registry.makeMeter(label: "http.server.9", dimensions: [("a-b", "x")])
        let text = registry.exposition()
        #expect(text.contains(#"# HELP g one\\two\nthree"#))
        #expect(text.contains(#"g{l="a\"b\\c\nd"} 1"#))
        #expect(text.contains(#"http_server_9{a_b="x"} 0"#))
    }

    @Test("what libraries measure through the common interface is shown with its unit")
    func factory() {
        let registry = MetricsRegistry()
        registry.makeCounter(label: "jobs", dimensions: []).increment(by: 2)
        registry.makeTimer(label: "job.duration", dimensions: []).recordNanoseconds(1_500_000)
        registry.makeRecorder(label: "size", dimensions: [], aggregate: true).record(Int64(7))
        let text = registry.exposition()
        #expect(text.contains("jobs_total 2\n"))
        #expect(text.contains("job_duration_seconds_bucket{le=\"0.0025\"} 1\n"))
        #expect(text.contains("job_duration_seconds_sum 0.0015\n"))
        #expect(text.contains("size_bucket{le=\"10\"} 1\n"))
    }

    @Test("a name keeps its kind, and the same labels give the same series in any order")
    func identity() {
        let registry = MetricsRegistry()
        let first = registry.counter("c_total", "C.", [("a", "1"), ("b", "2")])
        let second = registry.counter("c_total", "C.", [("b", "2"), ("a", "1")])
        registry.gauge("c_total", "not a gauge").set(9)
        #expect(first === second)
        #expect(!registry.exposition().contains("9"))
    }

    @Test("strangers' labels cannot fill the memory")
    func cardinality() {
        let registry = MetricsRegistry()
        for index in 0..<5000 { registry.counter("c_total", "C.", [("l", "\(index)")]).increment() }
        let lines = registry.exposition().split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == MetricFamily.mostSeries + 1)
        #expect(lines.contains("c_total{l=\"other\"} 4500"))
    }

    @Test("counts of many threads add up")
    func concurrency() async {
        let registry = MetricsRegistry()
        let counter = registry.counter("c_total", "C.")
        let histogram = registry.histogram("h", "H.", bounds: [1])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<10_000 {
                        counter.increment()
                        histogram.observe(0.5)
                    }
                }
            }
        }
        #expect(counter.value == 80_000)
        #expect(histogram.count == 80_000)
        #expect(histogram.reading.sum == 40_000)
    }

    @Test("the figures of the process are there")
    func process() {
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        let text = registry.exposition()
        for name in ["process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds"] {
            #expect(text.contains("\n\(name) "))
        }
    }

    @Test("a process's line of figures is read past a name with blanks and brackets")
    func processReading() {
        let fields = (3...52).map(String.init).joined(separator: " ")
        let reading = ProcessReading(stat: "17 (a ) b) S " + fields.dropFirst(2))
        #expect(reading?.threads == 20)
        #expect(reading?.residentPages == 24)
    }
}
