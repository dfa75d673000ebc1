# shellcheck shell=bash
# shellcheck disable=SC2034 # the other parts of the library use what is set here
# Where a suite keeps its data, and which ports it uses.
#
# Everything lives under one state folder. The servers run as users of their own, so a state folder that those cannot
# reach (a checkout below /root, say), or one with a path too long for a Unix socket, keeps its data in a folder of its
# own elsewhere and holds links to it. The choice is made once and recorded as the link `home`.

# All ports lie below the range from which the kernel draws ports for outgoing connections: a server that is started again
# might find its own taken by a client, even by one of those that try to reach it.
DATABASE_PORT=${GUILDHALL_LOCAL_DATABASE_PORT:-30432}
BROKER_PORT=${GUILDHALL_LOCAL_BROKER_PORT:-30672}
HTTP_PORT=${GUILDHALL_LOCAL_HTTP_PORT:-18081}
PUBLIC_PORT=${GUILDHALL_LOCAL_PUBLIC_PORT:-18080}
EPMD_PORT=${GUILDHALL_LOCAL_EPMD_PORT:-$((20000 + BROKER_PORT % 4000 * 2))}
DISTRIBUTION_PORT=${GUILDHALL_LOCAL_DISTRIBUTION_PORT:-$((EPMD_PORT + 1))}

SERVICES=(onboarding assessment credentialing incentives metrics)
STATE_FOLDERS=(bin config imports keys logs postgresql proxy rabbitmq run secrets)

# http_port SERVICE
http_port() {
    local i
    for i in "${!SERVICES[@]}"; do
        if [ "${SERVICES[$i]}" = "$1" ]; then
            printf '%s\n' $((HTTP_PORT + i))
            return
        fi
    done
    die "there is no service '$1'"
}

# reachable FOLDER: whether the servers' users may pass through it.
reachable() {
    local user
    for user in "$DATABASE_USER" "$BROKER_USER" "$SERVICE_USER"; do
        as "$user" test -x "$1" || return 1
    done
}

# open_state FOLDER: makes it if need be and sets STATE, HOME_DIR, MARK and the users.
open_state() {
    [ -n "${1:-}" ] || die "usage: $(basename "$0") STATE-FOLDER"
    DATABASE_USER=$(user_for postgres)
    BROKER_USER=$(user_for rabbitmq)
    SERVICE_USER=$(service_user)
    mkdir -p -- "$1"
    STATE=$(cd -- "$1" && pwd -P)
    locate_home
    DATABASE_USER=$(keeper "$HOME_DIR/postgresql" "$DATABASE_USER")
    BROKER_USER=$(keeper "$HOME_DIR/rabbitmq" "$BROKER_USER")
    MARK=guildhall-$(printf %s "$HOME_DIR" | sha256sum | cut -c1-12)
    # The servers' users may not be allowed to see the folder that the caller stands in.
    cd /
}

# find_state FOLDER: like open_state, for scripts that have nothing to do where there is no state.
find_state() {
    [ -n "${1:-}" ] || die "usage: $(basename "$0") STATE-FOLDER"
    if [ ! -d "$1" ] || ! { [ -e "$1/config" ] || [ -e "$1/postgresql" ]; }; then
        say "nothing was ever started in $1"
        exit 0
    fi
    open_state "$1"
}

# keeper FOLDER USER: whoever owns the data already, or USER for data to come.
keeper() {
    local owner=$2
    if [ -d "$1" ]; then
        owner=$(stat -c %U -- "$1")
        is_root || [ "$owner" = "$(id -un)" ] || die "$1 belongs to '$owner': go on as root, or take another state folder"
    fi
    printf '%s\n' "$owner"
}

service_user() {
    if is_root && getent passwd guildhall >/dev/null; then
        printf 'guildhall\n'
    else
        id -un
    fi
}

locate_home() {
    local name
    if [ -L "$STATE/home" ]; then
        HOME_DIR=$(readlink "$STATE/home")
    elif [ -d "$STATE/config" ] || { [ ${#STATE} -le 70 ] && reachable "$STATE"; }; then
        HOME_DIR=$STATE
    elif is_root; then
        HOME_DIR=/var/lib/guildhall-$(printf %s "$STATE" | sha256sum | cut -c1-12)
    else
        HOME_DIR=$HOME/.guildhall-$(printf %s "$STATE" | sha256sum | cut -c1-12)
    fi
    [ "$HOME_DIR" = "$STATE" ] && return
    mkdir -p -- "$HOME_DIR"
    chmod 0755 -- "$HOME_DIR"
    reachable "$HOME_DIR" || die "$HOME_DIR cannot be reached by the users that the servers run as"
    ln -sfn -- "$HOME_DIR" "$STATE/home"
    for name in "${STATE_FOLDERS[@]}"; do
        ln -sfn -- "$HOME_DIR/$name" "$STATE/$name"
    done
}
