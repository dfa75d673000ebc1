/// How far a case study or testimonial has come (INC-16).
public enum StoryStatus: String, ContractWord {
    /// The worker may release it, change it or decline.
    case offered
    /// The worker released it: it may be published.
    case released
    /// The worker declined; nothing follows from that.
    case declined
    /// Its cause fell away before it was released.
    case withdrawn
}
