package rw.ishemalink.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.local.story.StoryContext;

/** The whole suite, started once for all system tests, on free ports and fresh data; it ends with this JVM. */
final class Suite {

    /** Longer than a killed payment-service needs to come back, short enough to wait for. */
    private static final Duration PAYMENT_WINDOW = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Suite SUITE = new Suite();

    private final LocalStack stack;

    private Suite() {
        try {
            Path home = java.nio.file.Files.createTempDirectory("ishemalink-system");
            stack = LocalStack.startForTests(StackOptions.forTests(checkout(), home)
                    .withEnvironment("payment-service", Map.of("ISHEMA_PAYMENT_WINDOW", PAYMENT_WINDOW.toString())));
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

    StoryContext context() {
        return new StoryContext(stack.gatewayUrl(), stack.simulatorsUrl(), Services.ADMIN_PHONE, PATIENCE, line -> {});
    }

    /** Kills a part with SIGKILL and starts it again on what it left. */
    void killAndRestart(String part) {
        stack.kill(part);
        stack.start(part);
    }

    private static Path checkout() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
