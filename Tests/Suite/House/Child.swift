import Foundation

/// A process that was started here.
///
/// Foundation's `Process` learns of an end by a descriptor that every descendant inherits: it misses the end of a
/// program that leaves a daemon behind, as the database's own control program does.
struct Child: Sendable {
    /// How it ended: its exit status, or the signal that ended it as a negative number.
    typealias Ending = Int32

    let id: pid_t
    private let endings: AsyncStream<Ending>

    /// Starts a program; its standard input, output and errors are files.
    static func start(_ path: String, _ arguments: [String], input: URL?, output: URL, errors: URL) throws -> Child {
        var actions = posix_spawn_file_actions_t()
        try check(posix_spawn_file_actions_init(&actions), path)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        for (descriptor, file, flags) in [
            (STDIN_FILENO, input?.path ?? "/dev/null", O_RDONLY), (STDOUT_FILENO, output.path, writing),
            (STDERR_FILENO, errors.path, writing),
        ] {
            try check(posix_spawn_file_actions_addopen(&actions, descriptor, file, flags, 0o600), path)
        }
        var attributes = posix_spawnattr_t()
        try check(posix_spawnattr_init(&attributes), path)
        defer { posix_spawnattr_destroy(&attributes) }
        // Whatever the test runner ignores or blocks is its own affair.
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        try check(posix_spawnattr_setsigdefault(&attributes, &all), path)
        try check(posix_spawnattr_setsigmask(&attributes, &none), path)
        try check(posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)), path)

        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        try check(posix_spawn(&id, path, &actions, &attributes, words, environ), path)
        return Child(id: id)
    }

    private init(id: pid_t) {
        self.id = id
        let (endings, ending) = AsyncStream.makeStream(of: Ending.self)
        self.endings = endings
        Thread.detachNewThread {
            var status: Int32 = 0
            while waitpid(id, &status, 0) == -1, errno == EINTR {}
            let signal = status & 0x7f
            ending.yield(signal == 0 ? status >> 8 & 0xff : -signal)
            ending.finish()
        }
    }

    /// Waits for its end, and kills it when that takes too long or the task is called off; to be called once.
    func ended(within limit: Duration) async throws -> Ending {
        let watchdog = Task {
            try await Task.sleep(for: limit)
            signal(SIGKILL)
        }
        defer { watchdog.cancel() }
        return try await withTaskCancellationHandler {
            for await ending in endings { return ending }
            throw CancellationError()
        } onCancel: {
            signal(SIGKILL)
        }
    }

    /// Sends a signal.
    func signal(_ number: Int32) {
        kill(id, number)
    }

    private static func check(_ code: Int32, _ path: String) throws {
        guard code == 0 else { throw SuiteFailure("\(path) cannot be started: \(String(cString: strerror(code)))") }
    }
}
