import Testing

/// The five real services over a private broker and a private database.
@Suite("The suite", .serialized, .enabled(if: SuiteEnvironment.isPresent, SuiteEnvironment.needed))
struct SuiteTests {}
