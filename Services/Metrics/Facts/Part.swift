/// The tables that a batch may ask for.
enum Part {
    case engagements
    case enrolments
    case starts
    case credentials
    case memberships
    case uses
    case reports
    case roles
    case requisitions
    case invitations
    case discoveries
    case exposures
    case cases
    case tasks
    case grants
    case stipends
    case stages
}
