: <<'WINDOWS'
@echo off
rem Windows runs these lines and skips the rest; a shell of Linux skips these.
set "PHUNGPAO_SELF=%~f0"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$text = [IO.File]::ReadAllText($env:PHUNGPAO_SELF, [Text.Encoding]::UTF8); Invoke-Expression ($text -split ('#POWER' + 'SHELL#'))[1]"
if errorlevel 1 pause
exit /b
WINDOWS
root=$(cd "$(dirname "$0")" && pwd)/app
if command -v python3 >/dev/null 2>&1; then
  exec python3 - "$root" "$@" <<'PYTHON'
import os, sys, webbrowser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

config = @CONFIG@
root = os.path.realpath(sys.argv[1])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name):
        if name.startswith("do_"):
            return lambda: self.refuse(405)
        raise AttributeError(name)

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        parts = path.split("/")
        if not path.startswith("/") or "\0" in path or "\\" in path or ".." in parts:
            return self.refuse(404)
        file = os.path.realpath(os.path.join(root, path[1:] or "index.html"))
        if not file.startswith(root + os.sep) or not os.path.isfile(file):
            return self.refuse(404)
        with open(file, "rb") as opened:
            body = opened.read()
        ending = os.path.splitext(file)[1].lower()
        self.answer(200, config["types"].get(ending, "application/octet-stream"), body)

    do_HEAD = do_GET

    def refuse(self, status):
        self.close_connection = True
        self.answer(status, "text/plain; charset=utf-8", config["refused"].encode())

    def answer(self, status, media_type, body):
        self.send_response(status)
        for name, value in config["headers"].items():
            self.send_header(name, value)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *parts):
        pass


class Server(ThreadingHTTPServer):
    allow_reuse_address = False

    def handle_error(self, request, client_address):
        # A browser that hangs up is no fault.
        pass


for port in range(config["port"], config["port"] + 100):
    try:
        server = Server(("127.0.0.1", port), Handler)
        break
    except OSError:
        continue
else:
    sys.exit(config["noPort"])
url = "http://127.0.0.1:%d/" % port
print(config["started"].replace("URL", url), flush=True)
if "--no-browser" not in sys.argv:
    webbrowser.open(url)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
PYTHON
elif command -v node >/dev/null 2>&1; then
  exec node - "$root" "$@" <<'NODE'
const fs = require('node:fs');
const path = require('node:path');
const config = @CONFIG@;
const root = fs.realpathSync(process.argv[2]);
const server = require('node:http').createServer((request, response) => {
  const answer = (status, type, body) => {
    response.writeHead(status, { ...config.headers, 'Content-Type': type, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const refuse = (status) => answer(status, 'text/plain; charset=utf-8', Buffer.from(config.refused));
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  try {
    const asked = decodeURIComponent(request.url.split(/[?#]/)[0]);
    if (!asked.startsWith('/') || /[\0\\]/.test(asked) || asked.split('/').includes('..')) return refuse(404);
    const file = fs.realpathSync(path.join(root, asked === '/' ? 'index.html' : asked));
    if (!file.startsWith(root + path.sep) || !fs.statSync(file).isFile()) return refuse(404);
    answer(200, config.types[path.extname(file).toLowerCase()] ?? 'application/octet-stream', fs.readFileSync(file));
  } catch {
    refuse(404);
  }
});
let port = config.port;
server.on('error', () => {
  if (++port >= config.port + 100) throw new Error(config.noPort);
  server.listen(port, '127.0.0.1');
});
server.listen(port, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${port}/`;
  console.log(config.started.replace('URL', url));
  if (process.argv.includes('--no-browser')) return;
  require('node:child_process').spawn('xdg-open', [url], { stdio: 'ignore' }).on('error', () => {});
});
NODE
else
  echo "ต้องมี python3 หรือ node · python3 or node is needed"
fi
exit 1
#POWERSHELL#
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$config = @'
@CONFIG@
'@ | ConvertFrom-Json
$root = [IO.Path]::GetFullPath((Join-Path (Split-Path -Parent $env:PHUNGPAO_SELF) 'app'))
$listener = $null
foreach ($port in $config.port..($config.port + 99)) {
  try {
    $listener = New-Object Net.Sockets.TcpListener ([Net.IPAddress]::Loopback), $port
    $listener.ExclusiveAddressUse = $true
    $listener.Start()
    break
  } catch { $listener = $null }
}
if ($null -eq $listener) { throw $config.noPort }
$url = "http://127.0.0.1:$port/"
Write-Host $config.started.Replace('URL', $url)
Start-Process $url

function Send-Answer($stream, $isHead, $status, $type, [byte[]] $body) {
  $lines = @("HTTP/1.1 $status", "Content-Type: $type", "Content-Length: $($body.Length)", 'Connection: close')
  foreach ($header in $config.headers.PSObject.Properties) { $lines += "$($header.Name): $($header.Value)" }
  $head = [Text.Encoding]::ASCII.GetBytes(($lines -join "`r`n") + "`r`n`r`n")
  $stream.Write($head, 0, $head.Length)
  if (-not $isHead) { $stream.Write($body, 0, $body.Length) }
}

function Read-Head($stream) {
  $text = ''
  while ($text.Length -lt 16384 -and -not $text.Contains("`r`n`r`n")) {
    $byte = $stream.ReadByte()
    if ($byte -lt 0) { break }
    $text += [char] $byte
  }
  return $text
}

function Answer-Client($client) {
  $client.ReceiveTimeout = 2000
  $stream = $client.GetStream()
  $method, $target, $rest = ((Read-Head $stream) -split "`r`n")[0] -split ' '
  $isHead = $method -ceq 'HEAD'
  $refusal = [Text.Encoding]::UTF8.GetBytes($config.refused)
  if ($method -cne 'GET' -and -not $isHead) {
    return Send-Answer $stream $false '405 Method Not Allowed' 'text/plain; charset=utf-8' $refusal
  }
  $asked = [Uri]::UnescapeDataString(($target -split '[?#]')[0])
  if ($asked -eq '/') { $asked = '/index.html' }
  # No colon either: Windows knows other streams of a file, and other drives, by it.
  $isPlain = $asked.StartsWith('/') -and $asked -notmatch '[\x00-\x1f\\:*?"<>|]' -and ($asked -split '/') -notcontains '..'
  $file = if ($isPlain) { [IO.Path]::GetFullPath((Join-Path $root $asked.Substring(1))) } else { '' }
  $isInside = $file.StartsWith($root + [IO.Path]::DirectorySeparatorChar, [StringComparison]::OrdinalIgnoreCase)
  if (-not $isInside -or -not [IO.File]::Exists($file)) {
    return Send-Answer $stream $isHead '404 Not Found' 'text/plain; charset=utf-8' $refusal
  }
  $type = $config.types.([IO.Path]::GetExtension($file).ToLowerInvariant())
  if (-not $type) { $type = 'application/octet-stream' }
  Send-Answer $stream $isHead '200 OK' $type ([IO.File]::ReadAllBytes($file))
}

# A browser opens sockets ahead and says nothing on them: who has not spoken yet holds nobody up.
$waiting = New-Object Collections.ArrayList
while ($true) {
  while ($listener.Pending()) { [void] $waiting.Add($listener.AcceptTcpClient()) }
  foreach ($client in @($waiting)) {
    if (-not $client.Client.Poll(0, [Net.Sockets.SelectMode]::SelectRead)) { continue }
    $waiting.Remove($client)
    try { if ($client.Available -gt 0) { Answer-Client $client } } catch { } finally { $client.Close() }
  }
  Start-Sleep -Milliseconds 5
}
