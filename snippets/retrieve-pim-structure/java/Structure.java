import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a channel of a PIM and stores the structure that an app works with.
 *
 * <p>Run it: PIM_URL=https://my-pim.example.com ACCESS_TOKEN=… java Structure.java
 */
public class Structure {
    /** What a channel has, each as JSON. */
    private record Channel(String locales, String currencies, String categoryTree) {}

    // #region client
    // Reads an address of the PIM with the token of your app.
    private static String get(String path) throws IOException, InterruptedException {
        String pimUrl = System.getenv("PIM_URL").replaceAll("/+$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(pimUrl + path))
                .header("Authorization", "Bearer " + System.getenv("ACCESS_TOKEN"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            String message = unquote(readJson(response.body(), "message"));
            throw new IllegalStateException(
                    "The PIM answered " + response.statusCode() + ": " + message);
        }
        return response.body();
    }
    // #endregion client

    // #region channel
    private static Channel getChannel(String code) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(code, UTF_8).replace("+", "%20");
        String json = get("/api/rest/v1/channels/" + encoded);
        Channel channel = new Channel(readJson(json, "locales"),
                readJson(json, "currencies"), readJson(json, "category_tree"));
        if (List.of(channel.locales, channel.currencies, channel.categoryTree).contains("")) {
            throw new IllegalStateException("The PIM gave no channel.");
        }
        return channel;
    }
    // #endregion channel

    // #region store
    private static void storeStructure(Channel channel) throws IOException {
        String structure = """
                {"locales":%s,"currencies":%s,"rootCategory":%s}"""
                .formatted(channel.locales, channel.currencies, channel.categoryTree);
        Files.writeString(Path.of("structure.json"), structure);
    }
    // #endregion store

    /** What a JSON object has under a name, a text or a list of codes, as JSON; else empty. */
    private static String readJson(String json, String name) {
        String text = "\"(?:[^\"\\\\]|\\\\.)*\"";
        String list = "\\[[^\\]]*\\]";
        String value = "(" + text + "|" + list + ")";
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*" + value).matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String unquote(String text) {
        return text.replaceAll("^\"|\"$", "").replace("\\\"", "\"");
    }

    public static void main(String[] arguments) throws InterruptedException {
        for (String name : List.of("PIM_URL", "ACCESS_TOKEN")) {
            String value = System.getenv(name);
            if (value == null || value.isEmpty()) {
                fail("The environment variable " + name + " is missing.");
            }
        }
        String given = System.getenv("CHANNEL");
        String code = given == null || given.isEmpty() ? "ecommerce" : given;
        try {
            storeStructure(getChannel(code));
            System.out.println("The structure of " + code + " is in structure.json.");
        } catch (IllegalStateException exception) {
            fail(exception.getMessage());
        } catch (IOException | IllegalArgumentException exception) {
            fail("The PIM did not answer.");
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
