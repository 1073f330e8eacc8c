package rw.ishemalink.compliance.receipt;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The texts on a receipt, as RRA's specification of certified invoicing systems has them. */
final class ReceiptText {

    private static final DateTimeFormatter QR_TIME = DateTimeFormatter.ofPattern("ddMMyyyy'#'HHmmss");

    private ReceiptText() {}

    /** RECEIPT NUMBER: number in its type, total number, label: {@code 12/340 NS}. */
    static String number(ReceiptKind kind, SignedSale signed) {
        return known(signed.receiptNumber()) + "/" + known(signed.totalNumber()) + " " + kind.label();
    }

    private static String known(long number) {
        return number == 0 ? "?" : Long.toString(number);
    }

    /** QR text, CIS 7.24.7: date, time, device, receipt number, internal data and signature, with # between. */
    static String qr(ZonedDateTime signedAt, String sdcId, String number, String internalData, String signature) {
        return String.join("#", QR_TIME.format(signedAt), sdcId, number, internalData, signature);
    }
}
