#!/usr/bin/env bash
# A published host, far from any working tree, finds its Node programs beside it: publish, bring their packages, start it
# in an empty folder, import a shop, and link as far as the code to scan, for which gateway and sandbox must both run.
#   CONFIGURATION=Debug tests/publish.sh --no-build    publishes what is built already
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/publish.XXXXXX")
web=http://127.0.0.1:${PUBLISH_PORT:-5490}
host=""

fail() { echo "publish: FAILED: $*" >&2; tail -n 40 "$work/host.log" >&2 || true; exit 1; }
stop() { [ -n "$host" ] && kill -9 -- "-$host" 2>/dev/null || true; host=""; }
trap 'stop; rm -rf "$work"' EXIT

dotnet publish "$top/src/WebUI" -c "${CONFIGURATION:-Release}" -o "$work/app" -v quiet -nodeReuse:false "$@"
for program in WhatsApp/Gateway WhatsApp/Sandbox Files/Pictures; do
  [ -d "$work/app/$program/node_modules" ] && fail "$program was published with its packages"
  (cd "$work/app/$program" && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error) || fail "npm ci in $program"
done
for file in WhatsApp/Gateway/COPYING WhatsApp/Gateway/LICENSE WhatsApp/Sandbox/LICENSE wwwroot/lib/htmx.min.js wwwroot/css/app.css Demo/maison-adjoa.json; do
  [ -f "$work/app/$file" ] || fail "$file is missing"
done

mkdir "$work/elsewhere" && cd "$work/elsewhere"
export ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=$web Data__Root=$work/data WhatsApp__SandboxPort=${PUBLISH_SANDBOX_PORT:-5491}
setsid dotnet "$work/app/WaSaas.WebUI.dll" >"$work/host.log" 2>&1 & host=$!
for _ in $(seq 1 240); do
  curl -sf "$web/health/ready" >/dev/null && break
  kill -0 "$host" 2>/dev/null || fail "the host ended"
  sleep 1
done
curl -sf "$web/css/app.css" >/dev/null || fail "no style sheet"

cat >shop.json <<'JSON'
{ "version": 1, "name": "Tissus Afi", "city": "Lomé", "country": "TG", "currency": "XOF", "locale": "fr-TG",
  "timeZone": "Africa/Lome", "products": [ { "name": "Bazin riche", "price": 15750, "floor": 13000, "stock": 8 } ] }
JSON
imported=$(dotnet "$work/app/WaSaas.WebUI.dll" shop import shop.json --owner afi@example.com | tail -n 1)
[[ $imported == imported\ * ]] || fail "import said: $imported"
key=$(dotnet "$work/app/WaSaas.WebUI.dll" api-key create "${imported##* }")
api() { curl -sS --fail-with-body -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$@" || fail "api $*"; }
api -d '{"method":"qr"}' "$web/api/whatsapp/connect" >/dev/null
for _ in $(seq 1 100); do
  status=$(api "$web/api/whatsapp/status")
  [[ $status == *'"awaiting_scan"'* ]] && { echo "publish: passed"; exit 0; }
  sleep 0.3
done
fail "no code to scan came: $status"
