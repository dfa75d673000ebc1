import CPostgreSQL
import Glibc
import Logging

/// A `PGconn` and everything that is known about its session; it never leaves the thread that made it.
final class Wire {
    /// Statements prepared on one connection; more are run unprepared, so that SQL built at run time costs no memory.
    static let preparedLimit = 1000

    let connection: OpaquePointer
    let mailbox: Mailbox
    private let wakeup: Wakeup
    private let turns: Turns?
    private let silenceLimit: Int?
    private let notices: Unmanaged<NoticeLog>
    /// What a connection must have been opened with to be as good as this one.
    private let key: String

    /// The types of the parameters that each statement was prepared with.
    var prepared: [Statement: [UInt32]]
    /// Set when libpq refused a request half-way: nothing more can be said over this connection.
    var isBroken = false
    // Kept between calls, so that a call allocates nothing for them.
    private var descriptors = [pollfd(), pollfd()]
    var pointers: [UnsafePointer<CChar>?] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    var types: [UInt32] = []

    init(
        _ configuration: DatabaseConfiguration, wakeup: Wakeup, mailbox: Mailbox, turns: Turns?, logger: Logger
    ) throws(DatabaseError) {
        key = configuration.keywords.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        let kept = turns?.reserve?.take(key)
        prepared = kept?.prepared ?? [:]
        guard let connection = kept?.connection ?? Wire.connect(configuration.keywords) else {
            throw DatabaseError(.unavailable, "libpq has no memory")
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            let error = Wire.refusal(connection)
            PQfinish(connection)
            throw error
        }
        notices = Unmanaged.passRetained(NoticeLog(logger))
        PQsetNoticeReceiver(connection, NoticeLog.receive, notices.toOpaque())
        turns?.opened(backend: PQbackendPID(connection))
        self.connection = connection
        self.mailbox = mailbox
        self.wakeup = wakeup
        self.turns = turns
        silenceLimit = configuration.silenceLimit
        guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else {
            let error = DatabaseError(.unavailable, Wire.message(connection))
            close()
            throw error
        }
    }

    func close() {
        if !isBroken, let turns, turns.reserve?.keep(connection, prepared, key) == true {
            turns.released()
        } else {
            PQfinish(connection)
        }
        notices.release()
    }

    /// Does what the mailbox says until the connection ends; returns why it did.
    func serve() -> DatabaseError {
        while true {
            switch mailbox.next() {
            case .close:
                _ = turns?.begin(.close)
                return .closed
            case .job(let job):
                if let loss = perform(job) { return loss }
                turns?.end()
            case .nothing:
                do {
                    _ = try wait(forWriting: false, timeout: -1)
                    deliverNotifications()
                } catch {
                    return error
                }
            }
        }
    }

    /// Does one job; returns why the connection is lost, if it is.
    private func perform(_ job: Job) -> DatabaseError? {
        let outcome = turns.map { conducted(job, $0) } ?? done(job)
        deliverNotifications()
        var failure: DatabaseError?
        if case .failure(let error) = outcome { failure = error }
        let isGone = isBroken || PQstatus(connection) != CONNECTION_OK
        if let failure, isGone || failure.isConnectionLoss || failure.code == .closed {
            // Before the caller goes on, so that it finds the connection marked as lost.
            mailbox.end(failure)
            job.continuation.resume(throwing: failure)
            return failure
        }
        mailbox.note(
            inTransaction: PQtransactionStatus(connection) != PQTRANS_IDLE,
            retired: failure?.retiresConnection ?? false)
        job.continuation.resume(with: outcome)
        return nil
    }

    private func done(_ job: Job) -> Result<[Rows], DatabaseError> {
        Result { () throws(DatabaseError) in
            switch job.work {
            case .pipeline(let calls, let ending): try pipeline(calls, ending)
            case .script(let sql): try script(sql)
            }
        }
    }

    /// Does a job when its turn has come, and loses what its conductor says.
    private func conducted(_ job: Job, _ turns: Turns) -> Result<[Rows], DatabaseError> {
        let commits = job.commits
        switch turns.begin(.trip(job.calls, commits: commits)) {
        case .proceed: return done(job)
        case .refuse(let state):
            return .failure(DatabaseError(.server, "refused by the conductor", sqlState: state))
        case .loseRequest:
            isBroken = true
            // Whoever loses a connection cannot know whether a commit was sent or not.
            return .failure(
                DatabaseError(commits ? .commitOutcomeUnknown : .connectionLost, "lost by the conductor"))
        case .loseAnswer:
            isBroken = true
            if case .failure(let error) = done(job) { return .failure(error) }
            return .failure(
                DatabaseError(commits ? .commitOutcomeUnknown : .connectionLost, "lost by the conductor"))
        }
    }

    /// Waits until the socket is ready or somebody signals, and reads what has come.
    ///
    /// Throws when the connection is lost, its owner wants it closed, or the server has been silent for too long.
    @discardableResult
    func wait(forWriting: Bool, timeout: Int) throws(DatabaseError) -> Bool {
        let socket = PQsocket(connection)
        guard socket >= 0 else { throw lost() }
        descriptors[0] = pollfd(fd: socket, events: Int16(POLLIN | (forWriting ? POLLOUT : 0)), revents: 0)
        descriptors[1] = pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0)
        let count = poll(&descriptors, 2, Int32(clamping: timeout))
        if count < 0 {
            guard errno == EINTR else { throw DatabaseError(.connectionLost, "poll failed with errno \(errno)") }
            return false
        }
        if count == 0 { throw DatabaseError(.connectionLost, "the server has been silent for \(timeout) ms") }
        if descriptors[1].revents != 0 {
            wakeup.clear()
            if mailbox.isClosing { throw .closed }
        }
        if descriptors[0].revents & ~Int16(POLLOUT) != 0, PQconsumeInput(connection) == 0 { throw lost() }
        return descriptors[0].revents != 0
    }

    /// Sends and reads until the next result can be taken without waiting.
    func waitForResult() throws(DatabaseError) {
        var unsent = try flush()
        while PQisBusy(connection) == 1 {
            try wait(forWriting: unsent, timeout: silenceLimit ?? -1)
            if unsent { unsent = try flush() }
        }
    }

    /// Sends what can be sent; true when some is left.
    private func flush() throws(DatabaseError) -> Bool {
        switch PQflush(connection) {
        case 0: return false
        case 1: return true
        default:
            // The server may have said why it hung up.
            if PQstatus(connection) == CONNECTION_OK { return false }
            throw lost()
        }
    }

    func lost() -> DatabaseError {
        DatabaseError(.connectionLost, Wire.message(connection))
    }

    /// Why libpq did not take a request: the connection is gone, or the request cannot be made at all.
    func refused() -> DatabaseError {
        guard PQstatus(connection) == CONNECTION_OK else { return lost() }
        return misused(Wire.message(connection))
    }

    func misused(_ message: String) -> DatabaseError {
        isBroken = true
        return DatabaseError(.server, message)
    }

    static func message(_ connection: OpaquePointer) -> String {
        PQerrorMessage(connection).map { String(cString: $0).trimmedLines } ?? ""
    }

    private func deliverNotifications() {
        while let notification = PQnotifies(connection) {
            mailbox.deliver(
                String(cString: notification.pointee.extra), on: String(cString: notification.pointee.relname))
            PQfreemem(notification)
        }
    }
}
