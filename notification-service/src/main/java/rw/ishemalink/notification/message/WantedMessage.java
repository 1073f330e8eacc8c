package rw.ishemalink.notification.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message that somebody is to get.
 *
 * @param parameters what fills the template, in its order
 * @param goodFor how long it is worth sending, counted from what caused it; empty: as long as messages are by default
 */
public record WantedMessage(
        Template template, Recipient recipient, List<String> parameters, Optional<Duration> goodFor) {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

    public WantedMessage {
        parameters = List.copyOf(parameters);
        if (parameters.size() != template.parameters().size()) {
            throw new IllegalArgumentException(template + " takes " + template.parameters());
        }
        for (int place = 0; place < parameters.size(); place++) {
            String name = template.parameters().get(place);
            if (Template.isNumber(name) && !WHOLE.matcher(parameters.get(place)).matches()) {
                throw new IllegalArgumentException(name + " is no whole number");
            }
        }
    }

    /** A message with its parameters. */
    public static WantedMessage of(Template template, Recipient recipient, String... parameters) {
        return new WantedMessage(template, recipient, List.of(parameters), Optional.empty());
    }

    /** Never the parameters: one of them may be a code. */
    @Override
    public String toString() {
        return "WantedMessage[" + template + ", " + recipient + "]";
    }
}
