import Glibc

/// Ends the process at once, with what was printed, and without the destructors of the libraries it uses.
///
/// `exit` runs those while other threads still give back what they hold of the same libraries (TLS of the database's
/// connections, the runtime's own), which now and then ends in "double free" instead of the status.
///
/// - Parameter status: the exit status.
public func endProcess(_ status: Int32) -> Never {
    fflush(nil)
    _exit(status)
}
