/// What a receipt is for (INC-09); no merchant and no product is ever asked for.
public enum ReceiptCategory: String, ContractWord {
    /// Tools of the trade.
    case tools
    /// Courses and their material.
    case courses
}
