import Contracts
import Messaging
import Programmes

/// What people are told.
extension PersonDesk {
    mutating func issue(_ draft: NoticeDraft, _ file: PersonFile, _ cause: Item, _ out: inout Decisions) {
        guard let notice = draft.notice(file.preferences, issuedAt: now),
            !file.facts.notices.contains(where: { $0.id == notice.id }),
            !changes.notices.contains(where: { $0.id == notice.id })
        else { return }
        changes.notices.append(notice)
        out.emit(.noticeIssued, notice.state, about: notice.contractor, because: cause)
        out.audit(OnboardingAudit.notice(notice), because: cause)
    }
}
