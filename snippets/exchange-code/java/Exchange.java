import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Exchanges the code that a callback URL received for the permanent token of an app.
 *
 * <p>Run it: PIM_URL=… CLIENT_ID=… CLIENT_SECRET=… CODE=… java Exchange.java
 */
public class Exchange {
    // #region challenge
    private static String makeIdentifier() {
        byte[] bytes = new byte[30];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String makeChallenge(String codeIdentifier) throws GeneralSecurityException {
        String text = codeIdentifier + System.getenv("CLIENT_SECRET");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }
    // #endregion challenge

    public static void main(String[] arguments)
            throws GeneralSecurityException, InterruptedException {
        for (String name : List.of("PIM_URL", "CLIENT_ID", "CLIENT_SECRET", "CODE")) {
            String value = System.getenv(name);
            if (value == null || value.isEmpty()) {
                fail("The environment variable " + name + " is missing.");
            }
        }
        String codeIdentifier = makeIdentifier();
        String form = Map.of(
                        "client_id", System.getenv("CLIENT_ID"),
                        "code", System.getenv("CODE"),
                        "grant_type", "authorization_code",
                        "code_identifier", codeIdentifier,
                        "code_challenge", makeChallenge(codeIdentifier))
                .entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        try {
            String pimUrl = System.getenv("PIM_URL").replaceAll("/+$", "");
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(pimUrl + "/connect/apps/v1/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(Duration.ofSeconds(10))
                            .POST(BodyPublishers.ofString(form))
                            .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                fail("The PIM answered " + response.statusCode() + ": " + response.body());
            }
            System.out.println(response.body());
        } catch (IOException | IllegalArgumentException exception) {
            fail("The PIM did not answer.");
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
