<?php

// A small app that connects to a PIM and receives an access token.
// Run it: CLIENT_ID=… CLIENT_SECRET=… php -S localhost:8000 app.php

declare(strict_types=1);

// #region activate
const SESSION_OPTIONS = [
    'name' => 'app_session',
    'cookie_httponly' => true,
    'cookie_samesite' => 'Lax',
    'use_strict_mode' => true,
];

// GET /activate?pim_url=https://my-pim.example.com
function activate(): void
{
    $pimUrl = rtrim((string) filter_input(INPUT_GET, 'pim_url', FILTER_VALIDATE_URL), '/');
    if (!preg_match('#^https?://#i', $pimUrl)) {
        sendPage(400, 'Not activated', 'The pim_url must be an http or https URL.');
        return;
    }

    // Nobody can guess the state: only the browser that starts here can finish at the callback.
    $state = bin2hex(random_bytes(16));
    session_start(SESSION_OPTIONS);
    session_regenerate_id(true);
    $_SESSION = ['pim_url' => $pimUrl, 'state' => $state];

    $query = http_build_query([
        'response_type' => 'code',
        'client_id' => getenv('CLIENT_ID'),
        'scope' => 'read_products write_products',
        'state' => $state,
    ], encoding_type: PHP_QUERY_RFC3986);
    header("Location: $pimUrl/connect/apps/v1/authorize?$query", response_code: 302);
}
// #endregion activate

// #region callback
// GET /callback?code=…&state=…
function callback(): void
{
    $session = takeSession();
    $state = (string) filter_input(INPUT_GET, 'state');
    if (!isset($session['state']) || !hash_equals($session['state'], $state)) {
        sendPage(403, 'Not connected', 'The state is not the one this app gave you.');
        return;
    }
    $code = (string) filter_input(INPUT_GET, 'code');
    if ($code === '') {
        sendPage(400, 'Not connected', 'The code is missing.');
        return;
    }
    try {
        ['access_token' => $token, 'scope' => $scope] = requestToken($session['pim_url'], $code);
    } catch (RuntimeException $error) {
        sendPage(502, 'Not connected', "The PIM gave no token: {$error->getMessage()}");
        return;
    }
    file_put_contents('php://stdout', "Access token: $token\n");
    sendPage(200, 'Connected', "Access token: $token", "Scope: $scope");
}

function requestToken(string $pimUrl, string $code): array
{
    $codeIdentifier = bin2hex(random_bytes(30));
    [$status, $body] = postForm("$pimUrl/connect/apps/v1/oauth2/token", [
        'client_id' => getenv('CLIENT_ID'),
        'code' => $code,
        'grant_type' => 'authorization_code',
        'code_identifier' => $codeIdentifier,
        'code_challenge' => hash('sha256', $codeIdentifier . getenv('CLIENT_SECRET')),
    ]);
    $answer = json_decode($body, true);
    if ($status !== 200 || !is_string($answer['access_token'] ?? null)) {
        $error = $answer['error'] ?? '';
        $description = $answer['error_description'] ?? '';
        throw new RuntimeException("status $status $error $description");
    }
    return $answer;
}
// #endregion callback

function home(): void
{
    sendPage(200, 'A small app', 'To connect it, open it from the App Store of your PIM.');
}

/** Gives what the app remembers of this browser and forgets it, so that a state is used once. */
function takeSession(): array
{
    session_start(SESSION_OPTIONS);
    $session = $_SESSION;
    session_destroy();
    return $session;
}

/** @return array{int, string} the status and the body of the answer, whatever the status is */
function postForm(string $url, array $form): array
{
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => http_build_query($form),
        'ignore_errors' => true,
        'follow_location' => 0,
        'timeout' => 10,
    ]]);
    $stream = @fopen($url, 'r', context: $context);
    if ($stream === false) {
        throw new RuntimeException("no answer from $url");
    }
    [$statusLine] = stream_get_meta_data($stream)['wrapper_data'];
    return [(int) explode(' ', $statusLine)[1], stream_get_contents($stream)];
}

function sendPage(int $status, string $title, string ...$lines): void
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    echo "<!doctype html><html lang=\"en\"><title>$title</title><h1>$title</h1>";
    foreach ($lines as $line) {
        echo '<p>', htmlspecialchars($line), '</p>';
    }
    echo '</html>';
}

foreach (['CLIENT_ID', 'CLIENT_SECRET'] as $name) {
    if (!getenv($name)) {
        error_log("The environment variable $name is missing.");
        sendPage(500, 'Not configured', "The environment variable $name is missing.");
        exit(1);
    }
}

$handlers = ['/' => home(...), '/activate' => activate(...), '/callback' => callback(...)];
$handle = $handlers[explode('?', $_SERVER['REQUEST_URI'])[0]] ?? null;
if ($handle === null) {
    sendPage(404, 'Not found', 'This app has no such page.');
} elseif ($_SERVER['REQUEST_METHOD'] !== 'GET') {
    header('Allow: GET', response_code: 405);
} else {
    $handle();
}
