package rw.ishemalink.local.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One endpoint as its service describes it.
 *
 * @param method upper case
 * @param path the template, with {@code {names}}
 * @param open whether it is described as one that needs no token
 */
public record Operation(String method, String path, List<Parameter> parameters, Optional<Body> body, boolean open)
        implements Comparable<Operation> {

    private static final Comparator<Operation> BY_PATH =
            Comparator.comparing(Operation::path).thenComparing(Operation::method);

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** Its name in lists: {@code GET /api/bookings/{bookingId}}. */
    public String key() {
        return method + " " + path;
    }

    /** Whether it changes nothing (RFC 9110 § 9.2.1). */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The names in its path, in their order. */
    public List<String> namesInPath() {
        return parameters.stream()
                .filter(Parameter::isInPath)
                .map(Parameter::name)
                .toList();
    }

    @Override
    public int compareTo(Operation other) {
        return BY_PATH.compare(this, other);
    }
}
