/// A way on which people are reached (ONB-12).
public enum NoticeChannel: String, ContractWord {
    /// By electronic mail.
    case email
    /// By a push message to a device.
    case push
    /// By a text message.
    case message
}
