# shellcheck shell=bash
# What every script here begins with: messages, users, processes and ports.

say() { printf '%s\n' "$*" >&2; }

die() {
    say "error: $*"
    exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# user_for NAME: servers refuse to run as root, so root hands over to NAME; anybody else runs them personally.
user_for() {
    if ! is_root; then
        id -un
    elif getent passwd "$1" >/dev/null; then
        printf '%s\n' "$1"
    else
        die "there is no user '$1': run deploy/local/packages first"
    fi
}

# as USER COMMAND…
as() {
    become "$1"
    shift
    "${BECOME[@]}" "$@"
}

# become USER: sets BECOME to the command prefix that hands over to USER. `"${BECOME[@]}" … &` is a simple command, so
# that $! is the process id of the program itself.
become() {
    if [ "$(id -un)" = "$1" ]; then
        BECOME=(env --)
    else
        BECOME=(setpriv "--reuid=$1" "--regid=$(id -gn "$1")" --init-groups --)
    fi
}

# own USER MODE FOLDER…: makes the folders, or corrects them.
own() {
    local user=$1 mode=$2
    shift 2
    install -d -m "$mode" -o "$user" -g "$(id -gn "$user")" -- "$@"
}

# put USER MODE FILE: standard input becomes FILE in one step; nobody ever sees half of it.
put() {
    local user=$1 mode=$2 file=$3 draft
    draft=$(mktemp "$file.XXXXXX")
    cat >"$draft"
    chmod "$mode" "$draft"
    chown "$user:$(id -gn "$user")" "$draft"
    mv -f -- "$draft" "$file"
}

# running FILE MARK: the process id in FILE, provided that its command line carries MARK; otherwise fails.
running() {
    local pid
    [ -r "$1" ] || return 1
    pid=$(head -n 1 "$1" | tr -dc '0-9')
    [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ] || return 1
    tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$2" || return 1
    printf '%s\n' "$pid"
}

# gone PID SECONDS: waits until the process has ended; fails when it is still there.
gone() {
    timeout "$2" tail --pid="$1" -s 0.1 -f /dev/null || ! kill -0 "$1" 2>/dev/null
}

# finish PID SECONDS WHAT: asks the process to end, and insists when it does not.
finish() {
    kill -TERM "$1" 2>/dev/null || return 0
    gone "$1" "$2" && return 0
    say "$3 did not stop within $2 seconds and is killed"
    kill -KILL "$1" 2>/dev/null || true
    gone "$1" 10
}

# taken PORT: whether something listens there already.
taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# await_port PORT WHAT: returns when a program that was just started listens.
await_port() {
    local tries=100
    until taken "$1"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || die "$2 did not begin to listen on port $1"
        sleep 0.1
    done
}

# need_free PORT WHAT VARIABLE
need_free() {
    if taken "$1"; then
        die "port $1, wanted for $2, is in use by another program; set $3 to a free port"
    fi
}
