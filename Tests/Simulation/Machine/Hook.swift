import Foundation

/// Diverts the jobs of Swift's tasks: those of a simulation's threads go to its scheduler, all others where they would.
///
/// The runtime asks a hook before it hands a job to the global executor (`swift_task_enqueueGlobal_hook`, declared in
/// swift/Runtime/Concurrency.h). It is not set anywhere else, so the services know nothing of being simulated.
enum Hook {
    private typealias Original = @convention(thin) (UnownedJob) -> Void
    private typealias Function = @convention(thin) (UnownedJob, Original) -> Void

    /// Sets the hook, once a process.
    static let isInstalled: Bool = {
        guard let symbol = dlsym(dlopen(nil, RTLD_LAZY), "swift_task_enqueueGlobal_hook") else { return false }
        symbol.assumingMemoryBound(to: Function?.self).pointee = { job, original in
            if let seat = Seat.current { seat.scheduler.enqueue(job, from: seat) } else { original(job) }
        }
        return true
    }()
}

/// Runs jobs where they are told to: on the simulation's own thread.
final class OneThread: TaskExecutor {
    func enqueue(_ job: UnownedJob) {
        preconditionFailure("a job was sent to the simulation's executor beside its scheduler")
    }
}
