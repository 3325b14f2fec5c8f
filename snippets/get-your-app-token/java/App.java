import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small app that connects to a PIM and receives an access token.
 *
 * <p>Run it: CLIENT_ID=… CLIENT_SECRET=… java App.java
 */
public class App {
    private record Session(String pimUrl, String state) {}

    private record Token(String value, String scope) {}

    /** What the app remembers of each browser, by session id. */
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private final HttpClient httpClient = HttpClient.newHttpClient();
    private final SecureRandom random = new SecureRandom();

    // #region activate
    // GET /activate?pim_url=https://my-pim.example.com
    private void activate(HttpExchange exchange) throws IOException {
        String pimUrl = parameter(exchange, "pim_url").replaceAll("/+$", "");
        if (!isHttpUrl(pimUrl)) {
            sendPage(exchange, 400, "Not activated", "The pim_url must be an http or https URL.");
            return;
        }

        // Nobody can guess the state: only the browser that starts here can finish at the callback.
        String state = randomHex(16);
        String sessionId = UUID.randomUUID().toString();
        sessions.put(sessionId, new Session(pimUrl, state));

        String query = String.join("&",
                "response_type=code",
                "client_id=" + encode(System.getenv("CLIENT_ID")),
                "scope=" + encode("read_products write_products"),
                "state=" + encode(state));
        exchange.getResponseHeaders()
                .set("Set-Cookie", "app_session=" + sessionId + "; Path=/; HttpOnly; SameSite=Lax");
        exchange.getResponseHeaders()
                .set("Location", pimUrl + "/connect/apps/v1/authorize?" + query);
        exchange.sendResponseHeaders(302, -1);
    }
    // #endregion activate

    // #region callback
    // GET /callback?code=…&state=…
    private void callback(HttpExchange exchange) throws IOException {
        Session session = takeSession(exchange);
        if (session == null || !isSameText(session.state(), parameter(exchange, "state"))) {
            sendPage(exchange, 403, "Not connected", "The state is not the one this app gave you.");
            return;
        }
        String code = parameter(exchange, "code");
        if (code.isEmpty()) {
            sendPage(exchange, 400, "Not connected", "The code is missing.");
            return;
        }
        Token token;
        try {
            token = requestToken(session.pimUrl(), code);
        } catch (IOException exception) {
            String reason = "The PIM gave no token: " + exception.getMessage();
            sendPage(exchange, 502, "Not connected", reason);
            return;
        }
        String tokenLine = "Access token: " + token.value();
        System.out.println(tokenLine);
        sendPage(exchange, 200, "Connected", tokenLine, "Scope: " + token.scope());
    }

    private Token requestToken(String pimUrl, String code) throws IOException {
        String codeIdentifier = randomHex(30);
        HttpResponse<String> response = postForm(pimUrl + "/connect/apps/v1/oauth2/token",
                "client_id=" + encode(System.getenv("CLIENT_ID")),
                "code=" + encode(code),
                "grant_type=authorization_code",
                "code_identifier=" + codeIdentifier,
                "code_challenge=" + sha256(codeIdentifier + System.getenv("CLIENT_SECRET")));
        String token = readString(response.body(), "access_token");
        if (response.statusCode() != 200 || token.isEmpty()) {
            throw new IOException("status %d %s %s".formatted(
                    response.statusCode(),
                    readString(response.body(), "error"),
                    readString(response.body(), "error_description")));
        }
        return new Token(token, readString(response.body(), "scope"));
    }
    // #endregion callback

    private void home(HttpExchange exchange) throws IOException {
        String text = "To connect it, open it from the App Store of your PIM.";
        sendPage(exchange, 200, "A small app", text);
    }

    /** Gives the session of this browser and forgets it, so that a state is used once. */
    private Session takeSession(HttpExchange exchange) {
        String cookies = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        Matcher matcher = Pattern.compile("(?:^|; )app_session=([^;]+)").matcher(cookies);
        return matcher.find() ? sessions.remove(matcher.group(1)) : null;
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && uri.getScheme().matches("(?i)https?");
        } catch (URISyntaxException exception) {
            return false;
        }
    }

    /** Compares in constant time: how long it takes tells nothing about the expected text. */
    private static boolean isSameText(String expected, String actual) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8));
    }

    private String randomHex(int byteLength) {
        byte[] bytes = new byte[byteLength];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256", exception);
        }
    }

    private HttpResponse<String> postForm(String url, String... fields) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString(String.join("&", fields)))
                    .build();
            return httpClient.send(request, BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException exception) {
            throw new IOException("no answer from " + url, exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Java has no JSON parser of its own: an app with one (Jackson, Gson) uses that. */
    private static String readString(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst()
                .orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static void sendPage(HttpExchange exchange, int status, String title, String... lines)
            throws IOException {
        String paragraphs = Stream.of(lines)
                .map(line -> "<p>" + escapeHtml(line) + "</p>")
                .collect(Collectors.joining());
        String page = """
                <!doctype html><html lang="en"><title>%1$s</title><h1>%1$s</h1>%2$s</html>"""
                .formatted(title, paragraphs);
        byte[] body = page.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String escapeHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, HttpHandler> handlers =
                Map.of("/", this::home, "/activate", this::activate, "/callback", this::callback);
        HttpHandler handler = handlers.get(exchange.getRequestURI().getPath());
        try (exchange) {
            if (handler == null) {
                sendPage(exchange, 404, "Not found", "This app has no such page.");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                handler.handle(exchange);
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        for (String name : List.of("CLIENT_ID", "CLIENT_SECRET")) {
            if (System.getenv().getOrDefault(name, "").isEmpty()) {
                System.err.println("The environment variable " + name + " is missing.");
                System.exit(1);
            }
        }

        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8000"));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/", new App()::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println("App listening on http://localhost:" + server.getAddress().getPort());
    }
}
