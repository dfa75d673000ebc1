import Foundation

/// One run of a program, in a process group of its own.
///
/// A person's Ctrl-C reaches the supervisor alone, which then stops the services in good order.
struct ServiceProcess: Sendable {
    /// Why a program could not be started.
    struct StartError: Error, CustomStringConvertible {
        let description: String
    }

    let id: pid_t

    /// Starts a program whose output goes to a log.
    static func start(_ program: String, _ arguments: [String], log: RotatingLog) throws -> ServiceProcess {
        let output = try PrivatePipe.open()
        defer { close(output.write) }
        let id: pid_t
        do {
            id = try spawn(program, arguments, output: output.write)
        } catch {
            close(output.read)
            throw error
        }
        Thread.detachNewThread { log.drain(output.read) }
        return ServiceProcess(id: id)
    }

    /// Waits for its end, and leaves the process id reserved until `reap` is called.
    func ended() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var information = siginfo_t()
                while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) == -1, errno == EINTR {}
                continuation.resume()
            }
        }
    }

    /// Takes note of how it ended; from now on the process id may belong to somebody else.
    func reap() -> ProcessEnd {
        var status: Int32 = 0
        while waitpid(id, &status, 0) == -1, errno == EINTR {}
        return ProcessEnd(waitStatus: status)
    }

    /// Sends a signal; safe until `reap`.
    func signal(_ number: Int32) {
        kill(id, number)
    }

    private static func spawn(_ program: String, _ arguments: [String], output: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        try check(posix_spawn_file_actions_init(&actions), program)
        defer { posix_spawn_file_actions_destroy(&actions) }
        try check(posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0), program)
        try check(posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO), program)
        try check(posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO), program)

        var attributes = posix_spawnattr_t()
        try check(posix_spawnattr_init(&attributes), program)
        defer { posix_spawnattr_destroy(&attributes) }
        // What the supervisor ignores or blocks is its own affair: the service begins with the defaults.
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        try check(posix_spawnattr_setsigdefault(&attributes, &all), program)
        try check(posix_spawnattr_setsigmask(&attributes, &none), program)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        try check(posix_spawnattr_setflags(&attributes, Int16(flags)), program)

        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        try check(posix_spawn(&id, program, &actions, &attributes, words, environ), program)
        return id
    }

    private static func check(_ code: Int32, _ program: String) throws {
        guard code == 0 else {
            throw StartError(description: "\(program) cannot be started: \(String(cString: strerror(code)))")
        }
    }
}
