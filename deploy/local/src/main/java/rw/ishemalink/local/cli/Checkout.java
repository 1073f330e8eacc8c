package rw.ishemalink.local.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackOptions;

/** The folder that {@code ./ishema} lies in, and its stack. */
record Checkout(Path root, int portOffset) {

    /** Highest documented port + offset must still be a port. */
    private static final int GREATEST_OFFSET = 45_000;

    static Checkout current() {
        String offset = System.getenv().getOrDefault("ISHEMA_PORT_OFFSET", "0");
        return new Checkout(Path.of(System.getProperty("ishema.checkout", ".")), parseOffset(offset));
    }

    static int parseOffset(String text) {
        try {
            int offset = Integer.parseInt(text.strip());
            if (offset >= 0 && offset <= GREATEST_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException e) {
            throw wrongOffset(text, e);
        }
        throw wrongOffset(text, null);
    }

    private static IllegalArgumentException wrongOffset(String text, @Nullable NumberFormatException cause) {
        return new IllegalArgumentException(
                "ISHEMA_PORT_OFFSET must be a number from 0 to " + GREATEST_OFFSET + ", not '" + text + "'", cause);
    }

    /** A drill's commands are told another one. */
    Path home() {
        String chosen = System.getProperty("ishema.home", "");
        return chosen.isEmpty() ? root.resolve(".ishema") : Path.of(chosen);
    }

    LocalStack stack() {
        return new LocalStack(StackOptions.command(root, home(), portOffset));
    }
}
