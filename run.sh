#!/usr/bin/env bash
# Starts WaSaas: host, gateway and (unless WhatsApp:Network says otherwise) the sandbox network, with a demo shop in
# Development. Every setting comes from the environment, e.g. ASPNETCORE_URLS, Data__Root, WhatsApp__Network.
set -euo pipefail
cd "$(dirname "$0")"
. tests/prepare.sh
prepare dotnet node npm
prepare espeak-ng opusenc ffmpeg || echo "Going on without them: answers are written, not spoken." >&2
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development} ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:5080}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build src/WebUI -c Release -v quiet -nodeReuse:false
exec dotnet src/WebUI/bin/Release/net10.0/WaSaas.WebUI.dll "$@"
