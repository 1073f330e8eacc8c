package rw.ishemalink.payment.outbound.airtel;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Our reference as Airtel takes it: 4 to 64 letters and digits, so the UUID goes without its hyphens. */
final class TransactionId {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern GROUPS = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

    private TransactionId() {}

    static String of(UUID reference) {
        return reference.toString().replace("-", "");
    }

    /** The reference that was written so, if it can be one of ours. */
    static Optional<UUID> findReference(String id) {
        return FORM.matcher(id).matches()
                ? Optional.of(UUID.fromString(GROUPS.matcher(id).replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }
}
