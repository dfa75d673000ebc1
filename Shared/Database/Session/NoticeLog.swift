import CPostgreSQL
import Logging

/// Where the server's notices and warnings go, instead of to standard error.
final class NoticeLog {
    private let logger: Logger

    init(_ logger: Logger) {
        self.logger = logger
    }

    /// libpq calls this from within its calls, on the connection's own thread, with the object that it was given.
    static let receive: PQnoticeReceiver = { context, result in
        guard let context, let result else { return }
        let log = Unmanaged<NoticeLog>.fromOpaque(context).takeUnretainedValue()
        let notice = DatabaseError(from: result)
        log.logger.debug("database notice", metadata: ["notice": "\(notice.message)"])
    }
}
