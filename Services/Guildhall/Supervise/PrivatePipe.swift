import Foundation

/// A pipe whose ends are not handed on to programs that are started.
enum PrivatePipe {
    /// Opens one; between the two steps no other program may be started, which the supervisor's isolation sees to.
    static func open() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw CocoaError(
                .fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: "no pipe: \(String(cString: strerror(errno)))"])
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
