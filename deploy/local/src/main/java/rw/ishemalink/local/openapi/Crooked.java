package rw.ishemalink.local.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Bends requests, as broken phones, careless clients and people of ill will do. */
public final class Crooked {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONG = 20_000;
    private static final int LONG_IN_TARGET = 2_000;
    private static final int DEEP = 3_000;

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    /** JSON in the place of a value; texts with what databases, logs and parsers stumble over. */
    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\" \"",
            "true",
            "-1",
            "0",
            "0.5",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999999999999999",
            "1e308",
            "1e999",
            "-1e-999",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\":{\"b\":[1]}}",
            "\"null\"",
            "\"undefined\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ufeff\\u202e\\u200b\"",
            "\"🚚🥔 Kigali – Rūsīzī\"",
            "\"'; drop table booking; --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"%s%n%x\"",
            "\"{0}\"",
            "\"../../etc/passwd\"",
            "\"0000-00-00\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"",
            "\"+250000000000\"",
            "\"0788 000 001\"",
            "\"NaN\"",
            "\"-0\"",
            "\"\\n\\r\\t\"");

    /** Already encoded. */
    private static final List<String> IN_TARGET = List.of(
            "",
            "%20",
            "null",
            "not-an-id",
            "-1",
            "0",
            "99999999999999999999",
            "1e999",
            "%00",
            "a%00b",
            "%",
            "%zz",
            "%ff%fe",
            "%ED%A0%80",
            "%F0%9F%9A%9A",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..;a=b",
            "%27%20or%201%3D1--",
            "00000000-0000-0000-0000-000000000000",
            "2026-02-30",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "9999-12-31T23%3A59%3A59.999999999Z",
            "2026-13",
            "a,b,,c",
            "%0d%0aX-Injected%3A%201",
            "{}",
            "%7B%7D");

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json; charset=klingon",
            "application/merge-patch+json",
            "text/csv",
            "*/*",
            "json",
            ";",
            "application/octet-stream");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"text\"",
            "0",
            "{",
            "{\"a\":",
            "{]}",
            "\u0000",
            "<a/>",
            "{\"a\":1}{\"b\":2}",
            "nul");

    private static final List<List<String>> HEADERS = List.of(
            List.of("Accept", "application/xml"),
            List.of("Accept", "text/csv"),
            List.of("Accept", "text/event-stream"),
            List.of("Accept", "garbage"),
            List.of("Accept", "*/*;q=5"),
            List.of("Accept-Language", "rw;q=banana"),
            List.of("Accept-Language", "*"),
            List.of("Accept-Language", "x-y-z-1234567890"),
            List.of("Accept-Language", ";;;,,"),
            List.of("Accept-Encoding", "identity;q=0"),
            List.of("Content-Encoding", "gzip"),
            List.of("Content-Encoding", "klingon"),
            List.of("X-Correlation-Id", "a b\tc"),
            List.of("X-Correlation-Id", "x".repeat(4_000)),
            List.of("traceparent", "00-garbage"),
            List.of("Range", "bytes=5-1"),
            List.of("If-None-Match", "*"),
            List.of("Last-Event-ID", "-1"),
            List.of("X-Forwarded-For", "not an address"),
            List.of("Cookie", "a=b; ;=;"),
            List.of("X-HTTP-Method-Override", "DELETE"));

    private final SplittableRandom random;

    public Crooked(SplittableRandom random) {
        this.random = random;
    }

    /** The request with one to three things wrong. */
    public ApiRequest bend(ApiRequest request) {
        ApiRequest bent = request;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bent = bendOnce(bent);
        }
        return bent;
    }

    private ApiRequest bendOnce(ApiRequest request) {
        return switch (random.nextInt(request.body().isPresent() ? 16 : 7)) {
            case 0, 1 -> request.withTarget(inPath(request));
            case 2, 3 -> request.withTarget(inQuery(request.target()));
            case 4 -> {
                List<String> header = pick(HEADERS);
                yield request.withHeader(header.get(0), header.get(1));
            }
            case 5 -> request.withMethod(pick(METHODS));
            case 6 ->
                request.withMediaType(pick(MEDIA_TYPES)).withBody(request.body().orElse(pick(BODIES)));
            case 7 -> request.withMediaType(pick(MEDIA_TYPES));
            case 8 -> request.withoutMediaType();
            case 9 -> request.withBody(pick(BODIES));
            case 10 -> request.withBody(wholly(request.body().orElse("")));
            default -> request.withBody(inJson(request.body().orElse("")));
        };
    }

    /** One of the names in the path. */
    private String inPath(ApiRequest request) {
        List<String> template = List.of(request.operation().path().split("/"));
        String[] target = request.target().split("\\?", 2);
        List<String> segments = new ArrayList<>(List.of(target[0].split("/", -1)));
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < Math.min(template.size(), segments.size()); i++) {
            if (template.get(i).startsWith("{")) {
                names.add(i);
            }
        }
        if (names.isEmpty()) {
            return request.target() + (random.nextBoolean() ? "/" : "//" + inTarget());
        }
        segments.set(pick(names), inTarget());
        return String.join("/", segments) + (target.length > 1 ? "?" + target[1] : "");
    }

    private String inQuery(String target) {
        int query = target.indexOf('?');
        if (query < 0 || random.nextInt(3) == 0) {
            String name = pick(List.of("unknown", "limit", "after", "from", "to", "sort", "%00", "a%5B%5D", ""));
            return target + (query < 0 ? "?" : "&") + name + "=" + inTarget();
        }
        List<String> pairs = new ArrayList<>(List.of(target.substring(query + 1).split("&")));
        int chosen = random.nextInt(pairs.size());
        String name = pairs.get(chosen).split("=", 2)[0];
        pairs.set(chosen, random.nextInt(4) == 0 ? name : name + "=" + inTarget());
        if (random.nextInt(4) == 0) {
            pairs.add(name + "=" + inTarget());
        }
        return target.substring(0, query + 1) + String.join("&", pairs);
    }

    private String inTarget() {
        return random.nextInt(20) == 0 ? "x".repeat(LONG_IN_TARGET) : pick(IN_TARGET);
    }

    /** Cut off, too deep, too long, or not the encoding that it says. */
    private String wholly(String body) {
        return switch (random.nextInt(5)) {
            case 0 -> body.substring(0, random.nextInt(body.length() + 1));
            case 1 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 2 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 3 -> "[" + body + "]";
            default -> "\"" + "x".repeat(LONG) + "\"";
        };
    }

    /** One value of it is another, missing, or too many. */
    private String inJson(String body) {
        Optional<JsonNode> read = read(body);
        List<ContainerNode<?>> places = new ArrayList<>();
        read.ifPresent(root -> collect(root, places));
        if (read.isEmpty() || places.isEmpty()) {
            return pick(BODIES);
        }
        ContainerNode<?> place = pick(places);
        String mark = "\"mark-" + random.nextLong() + "\"";
        JsonNode marked = JSON.getNodeFactory().textNode(mark.substring(1, mark.length() - 1));
        switch (place) {
            case ObjectNode object -> {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                int wish = random.nextInt(8);
                if (wish == 0 && !names.isEmpty()) {
                    object.remove(pick(names));
                } else {
                    object.set(names.isEmpty() || wish == 1 ? "unknown" : pick(names), marked);
                }
            }
            case ArrayNode array -> array.add(marked);
            default -> throw new IllegalStateException("neither object nor array");
        }
        return read.get().toString().replace(mark, value());
    }

    private String value() {
        return random.nextInt(20) == 0 ? "\"" + "é".repeat(LONG) + "\"" : pick(VALUES);
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            node.forEach(child -> collect(child, places));
        }
    }

    private static Optional<JsonNode> read(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
