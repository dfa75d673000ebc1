#pragma once
#include <libpq-fe.h>
#include <sys/eventfd.h>

// The fields of an error are character macros, which Swift does not import.
enum {
    GH_FIELD_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED,
    GH_FIELD_SQLSTATE = PG_DIAG_SQLSTATE,
    GH_FIELD_MESSAGE = PG_DIAG_MESSAGE_PRIMARY,
    GH_FIELD_DETAIL = PG_DIAG_MESSAGE_DETAIL,
    GH_FIELD_TABLE = PG_DIAG_TABLE_NAME,
    GH_FIELD_CONSTRAINT = PG_DIAG_CONSTRAINT_NAME,
    GH_FIELD_SOURCE_FUNCTION = PG_DIAG_SOURCE_FUNCTION,
};

// An eventfd that neither blocks nor outlives an exec; its flags are enumerators of an anonymous type.
static inline int gh_eventfd(void) {
    return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
}
