# shellcheck shell=bash
# One public origin before the five services, served by a private nginx without rights.

proxy_pid() { running "$HOME_DIR/run/proxy.pid" "$HOME_DIR/proxy/nginx.conf"; }

proxy_settings() {
    cat <<END
# Written by deploy/local/start; the next start writes it again.
pid $HOME_DIR/run/proxy.pid;
error_log $HOME_DIR/logs/proxy.log warn;
worker_processes 1;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path $HOME_DIR/proxy/body;
    proxy_temp_path $HOME_DIR/proxy/temporary;
    fastcgi_temp_path $HOME_DIR/proxy/temporary;
    uwsgi_temp_path $HOME_DIR/proxy/temporary;
    scgi_temp_path $HOME_DIR/proxy/temporary;
    include $HOME_DIR/proxy/guildhall.conf;
}
END
}

# proxy_sites TEMPLATE
proxy_sites() {
    local service changes=(-e "s/\${LISTEN}/127.0.0.1:$PUBLIC_PORT/")
    for service in "${SERVICES[@]}"; do
        changes+=(-e "s/\${${service^^}}/127.0.0.1:$(http_port "$service")/")
    done
    sed "${changes[@]}" -- "$1"
}

# proxy_up TEMPLATE
proxy_up() {
    local folder=$HOME_DIR/proxy pid
    if pid=$(proxy_pid); then
        if ! proxy_sites "$1" | cmp -s - "$folder/guildhall.conf"; then
            proxy_sites "$1" | put "$SERVICE_USER" 0600 "$folder/guildhall.conf"
            kill -HUP "$pid"
        fi
        return
    fi
    need_free "$PUBLIC_PORT" "the public address" GUILDHALL_LOCAL_PUBLIC_PORT
    own "$SERVICE_USER" 0700 "$folder"
    proxy_settings | put "$SERVICE_USER" 0600 "$folder/nginx.conf"
    proxy_sites "$1" | put "$SERVICE_USER" 0600 "$folder/guildhall.conf"
    as "$SERVICE_USER" nginx -p "$folder" -c "$folder/nginx.conf" -e "$HOME_DIR/logs/proxy.log" </dev/null 9>&- ||
        die "the proxy did not start; see $HOME_DIR/logs/proxy.log"
}

proxy_down() {
    local pid
    if pid=$(proxy_pid); then
        finish "$pid" 10 "the proxy"
    fi
    rm -f -- "$HOME_DIR/run/proxy.pid"
}
