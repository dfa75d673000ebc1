import Contracts
import Testing

@testable import ServiceRuntime

@Suite("Messaging metrics")
struct MessagingMetricsTests {
    @Test("what the engine tells is counted under the names of the messaging world")
    func observer() {
        let registry = MetricsRegistry()
        let observer = MetricsObserver(MessagingMetrics(registry))
        observer.consumed(5, of: .engagementRecorded)
        observer.published(4)
        observer.duplicates(1)
        observer.refused(2, because: "schema")
        observer.retried(because: "deadlock: two batches of 40P01")
        observer.parked(1, because: "rule")
        observer.committed(items: 5, seconds: 0.004)
        observer.criticalTime(seconds: -1)
        let text = registry.exposition()
        let lines = [
            "guildhall_messages_consumed_total{type=\"guildhall.engagement.recorded.v1\"} 5",
            "guildhall_messages_published_total 4",
            "guildhall_messages_duplicates_total 1",
            "guildhall_messages_refused_total{reason=\"schema\"} 2",
            "guildhall_messages_retries_total{reason=\"deadlock\"} 1",
            "guildhall_messages_dead_letters_total{reason=\"rule\"} 1",
            "guildhall_batches_total 1",
            "guildhall_batch_messages_bucket{le=\"5\"} 1",
            "guildhall_transaction_seconds_bucket{le=\"0.005\"} 1",
            "guildhall_critical_time_seconds_sum 0",
            "guildhall_outbox_oldest_seconds 0",
        ]
        for line in lines { #expect(text.contains(line + "\n"), "\(line)") }
    }
}
