<?php

// Exchanges the code that a callback URL received for the permanent token of an app.
// Run it: PIM_URL=… CLIENT_ID=… CLIENT_SECRET=… CODE=… php exchange.php

declare(strict_types=1);

foreach (['PIM_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'CODE'] as $name) {
    if (!getenv($name)) {
        fwrite(STDERR, "The environment variable $name is missing.\n");
        exit(1);
    }
}

// #region challenge
$codeIdentifier = bin2hex(random_bytes(30));
$codeChallenge = hash('sha256', $codeIdentifier . getenv('CLIENT_SECRET'));
// #endregion challenge

$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => 'Content-Type: application/x-www-form-urlencoded',
    'content' => http_build_query([
        'client_id' => getenv('CLIENT_ID'),
        'code' => getenv('CODE'),
        'grant_type' => 'authorization_code',
        'code_identifier' => $codeIdentifier,
        'code_challenge' => $codeChallenge,
    ]),
    'ignore_errors' => true,
    'follow_location' => 0,
    'timeout' => 10,
]]);
$url = rtrim(getenv('PIM_URL'), '/') . '/connect/apps/v1/oauth2/token';
$stream = @fopen($url, 'r', context: $context);
if ($stream === false) {
    fwrite(STDERR, "The PIM did not answer.\n");
    exit(1);
}
$body = stream_get_contents($stream);
[$statusLine] = stream_get_meta_data($stream)['wrapper_data'];
$status = (int) explode(' ', $statusLine)[1];
if ($status !== 200) {
    fwrite(STDERR, "The PIM answered $status: $body\n");
    exit(1);
}
echo "$body\n";
