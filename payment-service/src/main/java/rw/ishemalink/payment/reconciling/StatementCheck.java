package rw.ishemalink.payment.reconciling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;

/** Whether a statement can be worked with, and whether it is the one that we have. */
final class StatementCheck {

    /** Far above anything that mobile money moves at once. */
    private static final long LARGEST_RWF = 1_000_000_000_000L;

    private static final int LONGEST_NAME = 100;

    private StatementCheck() {}

    /**
     * The lines, all of which make sense.
     *
     * @throws ProviderUnavailableException when one does not: half a statement would show differences that are none
     */
    static List<StatementLine> checked(List<StatementLine> lines) {
        if (!lines.stream().allMatch(StatementCheck::makesSense)) {
            throw new ProviderUnavailableException("the statement has a line that makes no sense");
        }
        return lines;
    }

    private static boolean makesSense(StatementLine line) {
        return isName(line.reference())
                && isName(line.transactionId())
                && inRange(line.amountRwf())
                && inRange(line.feeRwf());
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean inRange(long amountRwf) {
        return amountRwf >= 0 && amountRwf <= LARGEST_RWF;
    }

    /** The same for the same lines in the same order. */
    static byte[] digest(List<StatementLine> lines) {
        MessageDigest digest = sha256();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
