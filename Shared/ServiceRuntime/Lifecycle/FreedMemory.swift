import CMalloc
import ServiceLifecycle

/// Gives freed memory back to the system once a minute.
///
/// glibc gives back what is free at the end of its heap only. After a burst the end is still in use, so that the process would
/// keep the burst's size for as long as it lives.
struct FreedMemory: Service {
    private let interval = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: interval)) != nil { malloc_trim(0) }
        }
    }
}
