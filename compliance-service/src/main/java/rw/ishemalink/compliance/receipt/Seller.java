package rw.ishemalink.compliance.receipt;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.compliance.casefile.Jurisdiction;

/**
 * Who sells, and the fiscal device that signs the sales.
 *
 * @param owner the tenant whose device it is; others may sell through it
 * @param url where the device is, without a trailing slash
 * @param serial dvcSrlNo that the device was registered under
 * @param tin the seller's number at the tax authority
 * @param branch bhfId, 2 digits; the head office is 00
 * @param name as registered and printed
 */
public record Seller(String owner, DeviceKind kind, URI url, String serial, String tin, String branch, String name) {

    private static final int SERIAL_LENGTH = 100;
    private static final int NAME_LENGTH = 60;

    public Jurisdiction jurisdiction() {
        return kind.jurisdiction();
    }

    /** What is wrong with the settings, in words; empty when a device can be spoken to with them. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (!kind.knowsTaxpayer(tin)) {
            mistakes.add("tin must match " + kind.taxpayerForm() + " for " + kind);
        }
        if (!branch.matches("\\d{2}")) {
            mistakes.add("branch must have 2 digits");
        }
        if (serial.isBlank() || serial.length() > SERIAL_LENGTH) {
            mistakes.add("the device's serial must have 1 to " + SERIAL_LENGTH + " characters");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            mistakes.add("name must have 1 to " + NAME_LENGTH + " characters");
        }
        if (url.getHost() == null
                || !List.of("http", "https").contains(url.getScheme())
                || url.toString().endsWith("/")) {
            mistakes.add("url must be http or https, with a host and without a slash at its end");
        }
        return mistakes.stream().map(mistake -> owner + ": " + mistake).toList();
    }

    /** Whether both speak of the same branch, and so must mean the same device. */
    boolean isOfBranchOf(Seller other) {
        return tin.equals(other.tin) && branch.equals(other.branch);
    }

    boolean hasDeviceOf(Seller other) {
        return kind == other.kind && url.equals(other.url) && serial.equals(other.serial);
    }
}
