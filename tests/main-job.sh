#!/usr/bin/env bash
# The main job as a stranger would do it: a clean clone, the documented commands, settings and API, nothing else.
# Import a shop, create a key, link with the sandbox phone, a customer asks, her phone shows the decrypted answer;
# kill everything, start again, ask again: same link, right answer, nothing lost, nothing twice.
#
#   tests/main-job.sh            in a fresh clone of this commit (what is committed counts)
#   tests/main-job.sh --here     in this working tree
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/main-job.XXXXXX")
web=http://127.0.0.1:${MAIN_JOB_PORT:-5480}
net=http://127.0.0.1:${MAIN_JOB_SANDBOX_PORT:-5481}
host=""

fail() { echo "main-job: FAILED: $*" >&2; tail -n 40 "$work/host.log" >&2 || true; exit 1; }
stop() { [ -n "$host" ] && kill -9 -- "-$host" 2>/dev/null || true; host=""; }
trap 'stop; rm -rf "$work"' EXIT

if [ "${1:-}" = "--here" ]; then src=$top; else src=$work/clone; git clone -q "$top" "$src"; fi
cd "$src"
export ASPNETCORE_URLS=$web Data__Root=$work/data WhatsApp__SandboxPort=${net##*:} Conversations__DebounceMilliseconds=0

json() { node -e 'let s="";process.stdin.on("data",d=>s+=d).on("end",()=>{const v=eval("(j)=>"+process.argv[1])(JSON.parse(s));process.stdout.write(v==null?"":String(v))})' "$1"; }
start() {
  setsid ./run.sh >>"$work/host.log" 2>&1 & host=$!
  for _ in $(seq 1 600); do
    curl -sf "$web/health/ready" >/dev/null && return
    kill -0 "$host" 2>/dev/null || fail "run.sh ended"
    sleep 1
  done
  fail "not ready after 600 s"
}
api() { curl -sS --fail-with-body -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$@" || fail "api $*"; }
post() { curl -sS --fail-with-body -H 'Content-Type: application/json' -d "$2" "$net$1" || fail "sandbox $1"; }
until_state() {
  for _ in $(seq 1 100); do
    state=$(api "$web/api/whatsapp/status" | json 'j.state')
    [ "$state" = "$1" ] && return
    sleep 0.3
  done
  fail "state is $state, not $1"
}

cat >"$work/shop.json" <<'JSON'
{ "version": 1, "name": "Tissus Afi", "city": "Lomé", "country": "TG", "currency": "XOF", "locale": "fr-TG",
  "timeZone": "Africa/Lome", "products": [ { "name": "Bazin riche", "price": 15750, "floor": 13000, "stock": 8 } ] }
JSON

start
imported=$(./wasaas shop import "$work/shop.json" --owner afi@example.com | tail -n 1)
[[ $imported == imported\ * ]] || fail "import said: $imported"
shop=${imported##* }
key=$(./wasaas api-key create "$shop")

post /phones '{"number":"+22890000001","name":"Afi"}' >/dev/null
post /customers '{"number":"+22891000001","name":"Kossi"}' >/dev/null
api -d '{"method":"qr"}' "$web/api/whatsapp/connect" >/dev/null
until_state awaiting_scan
qr=""
for _ in $(seq 1 50); do qr=$(api "$web/api/whatsapp/status" | json 'j.qr'); [ -n "$qr" ] && break; sleep 0.2; done
[ -n "$qr" ] || fail "no QR"
post /phones/+22890000001/scan "$(QR=$qr node -p 'JSON.stringify({qr:process.env.QR})')" >/dev/null
until_state connected

ask() { # text, number of messages the customer's phone must show from the shop afterwards at least
  post /customers/+22891000001/send "{\"to\":\"+22890000001\",\"text\":\"$1\"}" >/dev/null
  answers=""
  for _ in $(seq 1 30); do
    answers=$(curl -sf "$net/customers/+22891000001/messages?with=%2B22890000001&after=0" |
      json 'j.messages.filter(m=>m.direction==="in").map(m=>m.text.replace(/[\u00a0\u202f]/g," ")).join("\n")')
    [ "$(grep -c '15 750' <<<"$answers")" -ge "$2" ] && return
    sleep 0.5
  done
  fail "no answer with the price to '$1'; the phone shows: $answers"
}

ask "Bonjour, le bazin riche est à combien ?" 1
stop
start
until_state connected
ask "Et le prix du bazin riche svp ?" 2
sleep 2
ids=$(curl -sf "$net/customers/+22891000001/messages?with=%2B22890000001&after=0" | json 'j.messages.filter(m=>m.direction==="in").map(m=>m.id).join("\n")')
[ "$(sort <<<"$ids" | uniq -d | wc -l)" -eq 0 ] || fail "an answer was shown twice"
[ "$(curl -sf "$net/customers/+22891000001/messages?with=%2B22890000001&after=0" | json 'j.messages.filter(m=>m.direction==="in"&&/15.750/.test(m.text)).length')" -eq 2 ] || fail "not exactly two answers with the price"
echo "main-job: ok"
