extension ReadEvent {
    /// The whole event as it came in structured mode; nil where its data came apart from its attributes.
    public var whole: ArraySlice<UInt8>? {
        guard let node, node > 0 else { return nil }
        return body[range]
    }
}
