package rw.ishemalink.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.ServicePart;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.StoryContext;

/** The whole suite, started once for all system tests, on free ports and fresh data; it ends with this JVM. */
final class Suite {

    /** How long a test waits for something to happen. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String PAYMENT = "payment-service";
    private static final String WINDOW_VARIABLE = "ISHEMA_PAYMENT_WINDOW";

    /** Longer than a killed part needs to come back, on however slow a machine. */
    private static final Duration PAYMENT_WINDOW = Duration.ofMinutes(10);

    private static final Suite SUITE = new Suite();

    private final LocalStack stack;

    private Suite() {
        try {
            Path home = java.nio.file.Files.createTempDirectory("ishemalink-system");
            stack = LocalStack.startForTests(StackOptions.forTests(checkout(), home)
                    .withEnvironment(PAYMENT, Map.of(WINDOW_VARIABLE, PAYMENT_WINDOW.toString()))
                    // Ten minutes by the rules: too long to wait for.
                    .withEnvironment(
                            "compliance-service", Map.of("ISHEMA_COMPLIANCE_LICENCES_ASK_AGAIN_EVERY", "PT2S")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Suite get() {
        return SUITE;
    }

    LocalStack stack() {
        return stack;
    }

    /** Where each part writes its log. */
    Path logs() {
        return stack.options().parts().home().resolve("logs");
    }

    StoryContext context() {
        return new StoryContext(
                stack.gatewayUrl(),
                stack.simulatorsUrl(),
                Services.ADMIN_PHONE,
                Services.SECOND_ADMIN_PHONE,
                PATIENCE,
                line -> {});
    }

    /** Kills a part with SIGKILL and starts it again on what it left. */
    void killAndRestart(String part) {
        stack.kill(part);
        stack.start(part);
    }

    /** Does the work while bookings must be paid within that window. No other booking may wait for its money then. */
    Journey withPaymentWindow(Duration window, Supplier<Journey> work) {
        stack.stop(PAYMENT);
        try (ServicePart _ = stack.startAnother(PAYMENT, Map.of(WINDOW_VARIABLE, window.toString()))) {
            return work.get();
        } finally {
            stack.start(PAYMENT);
        }
    }

    private static Path checkout() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
