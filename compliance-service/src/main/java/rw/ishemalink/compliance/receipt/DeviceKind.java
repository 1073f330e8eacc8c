package rw.ishemalink.compliance.receipt;

import rw.ishemalink.compliance.casefile.Jurisdiction;

/** The kinds of fiscal device that can be spoken to. */
public enum DeviceKind {
    /** RRA's virtual device, a program at the taxpayer. */
    VSDC(Jurisdiction.RWANDA, "\\d{9}"),
    /** RRA's device on line, at RRA itself. */
    OSDC(Jurisdiction.RWANDA, "\\d{9}"),
    /** KRA's control unit on line. A Kenyan PIN is a letter, nine digits and a letter. */
    ETIMS(Jurisdiction.KENYA, "[A-Z]\\d{9}[A-Z]");

    private final Jurisdiction jurisdiction;
    private final String taxpayerForm;

    DeviceKind(Jurisdiction jurisdiction, String taxpayerForm) {
        this.jurisdiction = jurisdiction;
        this.taxpayerForm = taxpayerForm;
    }

    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    boolean knowsTaxpayer(String number) {
        return number.matches(taxpayerForm);
    }

    String taxpayerForm() {
        return taxpayerForm;
    }
}
