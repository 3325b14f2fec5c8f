<?php

// Reads a channel of a PIM and stores the structure that an app works with.
// Run it: PIM_URL=https://my-pim.example.com ACCESS_TOKEN=… php structure.php

declare(strict_types=1);

// #region client
// Reads an address of the PIM with the token of your app.
function get(string $path): array
{
    $context = stream_context_create(['http' => [
        'header' => 'Authorization: Bearer ' . getenv('ACCESS_TOKEN'),
        'ignore_errors' => true,
        'follow_location' => 0,
        'timeout' => 10,
    ]]);
    $stream = @fopen(rtrim(getenv('PIM_URL'), '/') . $path, 'r', context: $context);
    if ($stream === false) {
        throw new RuntimeException('The PIM did not answer.');
    }
    [$statusLine] = stream_get_meta_data($stream)['wrapper_data'];
    $status = (int) explode(' ', $statusLine)[1];
    $answer = json_decode(stream_get_contents($stream), true);
    if ($status !== 200) {
        $message = is_array($answer) ? $answer['message'] ?? '' : '';
        throw new RuntimeException("The PIM answered $status: $message");
    }
    return is_array($answer) ? $answer : [];
}
// #endregion client

// #region channel
function getChannel(string $code): array
{
    $channel = get('/api/rest/v1/channels/' . rawurlencode($code));
    if (!isset($channel['locales'], $channel['currencies'], $channel['category_tree'])) {
        throw new RuntimeException('The PIM gave no channel.');
    }
    return $channel;
}
// #endregion channel

// #region store
function storeStructure(array $channel): void
{
    $structure = [
        'locales' => $channel['locales'],
        'currencies' => $channel['currencies'],
        'rootCategory' => $channel['category_tree'],
    ];
    file_put_contents('structure.json', json_encode($structure));
}
// #endregion store

foreach (['PIM_URL', 'ACCESS_TOKEN'] as $name) {
    if (!getenv($name)) {
        fwrite(STDERR, "The environment variable $name is missing.\n");
        exit(1);
    }
}

try {
    $code = getenv('CHANNEL') ?: 'ecommerce';
    storeStructure(getChannel($code));
    echo "The structure of $code is in structure.json.\n";
} catch (RuntimeException $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
