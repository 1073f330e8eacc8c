package rw.ishemalink.simulators.ebm;

/** The kinds of device; each has branches of its own. */
public enum Model {
    VSDC(Authority.RRA),
    OSDC(Authority.RRA),
    OSCU(Authority.KRA);

    private final Authority authority;

    Model(Authority authority) {
        this.authority = authority;
    }

    public Authority authority() {
        return authority;
    }
}
