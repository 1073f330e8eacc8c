package rw.ishemalink.compliance.receipt.print;

import rw.ishemalink.compliance.casefile.Jurisdiction;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.config.ComplianceConfig.QrForm;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.Seller;

/**
 * What a QR code says: the fields of the receipt, as RRA's specification asks (CIS 7.24.7), or an address of RRA's that shows
 * the receipt, as is seen in the field. The address is Rwanda's, and knows official receipts only.
 */
final class QrText {

    private QrText() {}

    /** Empty for a receipt whose signature nobody knows. */
    static String of(FiscalReceiptRow receipt, Seller seller, ComplianceConfig.Receipts config) {
        boolean addressable = !receipt.isLocallySigned()
                && !receipt.signature().isEmpty()
                && seller.jurisdiction() == Jurisdiction.RWANDA;
        return config.qr() == QrForm.URL && addressable
                ? config.qrUrl() + seller.tin() + seller.branch() + receipt.signature()
                : receipt.qrText();
    }
}
