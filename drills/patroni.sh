#!/usr/bin/env bash
# Kills the primary of a PostgreSQL pair under load and counts what was acknowledged: see --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  cat <<'TEXT'
drills/patroni.sh   etcd, two PostgreSQL under Patroni with a synchronous standby, and Kring with both hosts in its
                    connection string, all on loopback in a temporary folder. Eight browsers post, the primary is
                    killed with its Patroni (kill -9, as when its machine dies), and posting goes on. Then every
                    acknowledged message must stand there once and in order. Prints how many were acknowledged and
                    how long nothing could be written. Ends everything it started.

Needs root (PostgreSQL itself runs as postgres), the tests built (./test builds them), and from Debian:
apt-get install --no-install-recommends postgresql patroni etcd-server etcd-client python3-etcd curl
TEXT
  exit
fi

stop_with() { echo "drills/patroni.sh: $1" >&2; exit 1; }
source scripts/needs.sh
source scripts/servers.sh # free_port
(( EUID == 0 )) || stop_with "run it as root."
for program in patroni etcd etcdctl curl setpriv; do command -v "$program" >/dev/null || stop_with "$program is missing; see --help."; done
programs=$(find_postgres) || stop_with "PostgreSQL is missing; see --help."
tests=tests/Kring.Tests/bin/Debug/net10.0/Kring.Tests
[[ -x $tests ]] || stop_with "build the tests first: ./test --filter FilesTests"

work=$(mktemp -d -t kring-drill.XXXXXX)
chmod 711 "$work"
as_postgres=(setpriv --reuid postgres --regid postgres --clear-groups)
ids=()
end_tree() { # with what it started, children first
  local child
  for child in $(ps -o pid= --ppid "$1"); do end_tree "$child"; done
  kill -9 "$1" 2>/dev/null || true
}
finish() {
  trap - EXIT INT TERM HUP
  local id node
  for id in "${ids[@]}"; do end_tree "$id"; done
  for node in one two; do # PostgreSQL runs on when its Patroni is gone
    if [[ -s $work/$node/data/postmaster.pid ]]; then end_tree "$(head -n 1 "$work/$node/data/postmaster.pid")"; fi
  done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

etcd_port=$(free_port) peer_port=$(free_port)
mkdir "$work/etcd"
etcd --data-dir "$work/etcd" --listen-client-urls "http://127.0.0.1:$etcd_port" --advertise-client-urls "http://127.0.0.1:$etcd_port" \
  --listen-peer-urls "http://127.0.0.1:$peer_port" --initial-advertise-peer-urls "http://127.0.0.1:$peer_port" --initial-cluster "default=http://127.0.0.1:$peer_port" >"$work/etcd.log" 2>&1 &
ids+=($!)
disown

declare -A sql rest patroni
start_node() {
  local name=$1
  sql[$name]=$(free_port) rest[$name]=$(free_port)
  install -d -m 700 -o postgres -g postgres "$work/$name"
  cat >"$work/$name.yml" <<YAML
scope: kring
name: $name
restapi: { listen: "127.0.0.1:${rest[$name]}", connect_address: "127.0.0.1:${rest[$name]}" }
etcd3: { host: "127.0.0.1:$etcd_port" }
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    maximum_lag_on_failover: 0
    synchronous_mode: true
    postgresql: { use_pg_rewind: true, parameters: { max_connections: 200, synchronous_commit: "on" } }
  initdb: [ { encoding: UTF8 }, { locale: C.UTF-8 }, data-checksums ]
  pg_hba: [ "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust" ]
postgresql:
  listen: "127.0.0.1:${sql[$name]}"
  connect_address: "127.0.0.1:${sql[$name]}"
  data_dir: $work/$name/data
  bin_dir: $programs
  pgpass: $work/$name/pgpass
  authentication: { superuser: { username: postgres }, replication: { username: replicator } }
  parameters: { unix_socket_directories: "$work/$name" }
YAML
  "${as_postgres[@]}" patroni "$work/$name.yml" >"$work/$name.log" 2>&1 &
  patroni[$name]=$!
  ids+=("${patroni[$name]}")
  disown
}
until_true() { # what, seconds, command
  local what=$1 seconds=$2
  shift 2
  for (( i = 0; i < seconds * 5; i++ )); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  tail -n 20 "$work"/*.log
  stop_with "it never happened: $what"
}
is() { curl -fs "http://127.0.0.1:${rest[$2]}/$1"; } # primary, synchronous

echo "Starting etcd and two PostgreSQL under Patroni."
until_true "etcd answers" 30 etcdctl --endpoints "127.0.0.1:$etcd_port" endpoint health
start_node one
until_true "one is the primary" 120 is primary one
start_node two
until_true "two is the synchronous standby" 120 is synchronous two
for statement in "create role kring_owner login" "create role kring_app login" "create role kring_keys login" "create database kring owner kring_owner" "create database kring_keys owner kring_owner"; do
  "$programs/psql" -q -h 127.0.0.1 -p "${sql[one]}" -U postgres -c "$statement" postgres
done

cat >"$work/kill-primary" <<SH
#!/usr/bin/env bash
$(declare -f end_tree)
date +%s.%N >"$work/killed"
end_tree ${patroni[one]}
end_tree \$(head -n 1 "$work/one/data/postmaster.pid")
SH
chmod 700 "$work/kill-primary"

hosts="Host=127.0.0.1:${sql[one]},127.0.0.1:${sql[two]};Target Session Attributes=primary;Host Recheck Seconds=2;Timeout=3;Username=postgres;Maximum Pool Size=20"
(
  until [[ -s $work/killed ]]; do sleep 0.2; done
  until is primary two >/dev/null; do sleep 0.2; done
  awk -v now="$(date +%s.%N)" -v then="$(<"$work/killed")" 'BEGIN { printf "%.1f", now - then }' >"$work/promoted"
) &
ids+=($!)
disown

echo "Posting, and killing the primary meanwhile."
Kring__Database=postgres KRING_DRILL_MAIN="$hosts;Database=kring" KRING_DRILL_KEYS="$hosts;Database=kring_keys" KRING_DRILL_KILL=$work/kill-primary KRING_DRILL_REPORT=$work/report \
  "$tests" --results-directory "$work/results" --explicit on --filter-class "*PatroniTests" --timeout 10m --no-ansi --progress off </dev/null
is primary two >/dev/null || stop_with "the standby did not become the primary."
echo "The standby was the primary after $(<"$work/promoted") s. $(<"$work/report")"
