import Foundation

/// Nanoseconds of a clock that nobody sets.
enum Monotonic {
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    static func seconds(_ count: Int) -> Int64 {
        Int64(count) * 1_000_000_000
    }
}
