package rw.ishemalink.local.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes requests that an operation's description allows. */
public final class Requests {

    private final ApiDocument document;
    private final Supplier<UUID> newIds;

    /**
     * Of that document.
     *
     * @param newIds where ids, and whatever else must be nobody else's, come from
     */
    public Requests(ApiDocument document, Supplier<UUID> newIds) {
        this.document = document;
        this.newIds = newIds;
    }

    /** One that is allowed, with real values where some are known, and with some of what may be left out. */
    public ApiRequest valid(Operation operation, SplittableRandom random, Known known) {
        return request(
                operation,
                random,
                known,
                parameter ->
                        random.nextBoolean() || known.find(parameter.name()).isPresent());
    }

    /** The same, asking for nothing in particular but what is known: a list is then as long as it gets. */
    public ApiRequest plain(Operation operation, SplittableRandom random, Known known) {
        return request(operation, random, known, parameter -> known.find(parameter.name())
                .isPresent());
    }

    private ApiRequest request(Operation operation, SplittableRandom random, Known known, Predicate<Parameter> wanted) {
        Remembering inPath = new Remembering(known);
        Examples names = new Examples(document, random, newIds, inPath);
        Examples examples = new Examples(document, random, newIds, known);
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInPath()) {
                String value = names.value(parameter.name(), parameter.schema()).asText();
                path = path.replace("{" + parameter.name() + "}", encoded(value));
            } else if (parameter.isInQuery() && (parameter.required() || wanted.test(parameter))) {
                query.add(encoded(parameter.name()) + "=" + encoded(inQuery(examples, parameter)));
            }
        }
        Optional<Body> body = operation.body();
        Optional<String> text = body.map(one -> written(one, examples.value("body", one.schema())));
        return new ApiRequest(
                operation,
                operation.method(),
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                body.map(one -> Map.of("Content-Type", one.mediaType())).orElse(Map.of()),
                text,
                inPath.anyWasFound());
    }

    private static String inQuery(Examples examples, Parameter parameter) {
        JsonNode value = examples.value(parameter.name(), parameter.schema());
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : value.asText();
    }

    private static String written(Body body, JsonNode value) {
        return body.isForm()
                ? value.propertyStream()
                        .map(one -> encoded(one.getKey()) + "="
                                + encoded(one.getValue().asText()))
                        .collect(Collectors.joining("&"))
                : body.isJson() ? value.toString() : value.asText();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Notes whether a real row was asked for and found. */
    private static final class Remembering implements Known {

        private final Known known;
        private boolean found;

        Remembering(Known known) {
            this.known = known;
        }

        boolean anyWasFound() {
            return found;
        }

        @Override
        public Optional<String> find(String name) {
            Optional<String> value = known.find(name);
            found |= value.filter(Known::isRow).isPresent();
            return value;
        }
    }
}
